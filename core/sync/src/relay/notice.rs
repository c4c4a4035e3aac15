//! Small news for the device, and noticing that it fell silent.

use super::{Effect, Session, State};
use crate::code::ByeCode;
use crate::id::{DeviceId, Sequence};
use crate::message::{Ping, Pong, Roster, SCOPED, Seen, ToDevice};

const DEAD_AFTER: u64 = 45_000;
/// Whoever has not said hello by then is not a device of ours.
const GREET_WITHIN: u64 = 15_000;

impl Session {
    pub(super) fn ping(&mut self, ping: Ping, effects: &mut Vec<Effect>) {
        let Some(live) = self.live() else { return self.out_of_turn(effects) };
        let answer = Pong { at: ping.at, head: live.head };
        self.send(&ToDevice::Pong(answer), effects);
        effects.extend(ping.roster.map(|known| Effect::CheckRoster { known }));
    }

    /// A revoked device is told at once, and nothing more.
    pub(super) fn roster_changed(&mut self, roster: Roster, effects: &mut Vec<Effect>) {
        let Some(device) = self.device() else { return };
        match roster.find(device) {
            None => self.bye(ByeCode::UnknownDevice, effects),
            Some(entry) if entry.revoked_at.is_some() => self.revoked(&roster, effects),
            Some(_) => self.send(&ToDevice::Roster(roster), effects),
        }
    }

    fn revoked(&mut self, roster: &Roster, effects: &mut Vec<Effect>) {
        match self.live() {
            Some(live) if live.leaving => {}
            Some(live) if live.protocol >= SCOPED => self.ask_to_leave(roster, effects),
            Some(_) | None => self.bye(ByeCode::Revoked, effects),
        }
    }

    pub(super) fn seen(&mut self, device: DeviceId, cursor: Sequence, effects: &mut Vec<Effect>) {
        if self.live().is_some_and(|live| live.device != device && !live.leaving) {
            self.send(&ToDevice::Seen(Seen { device, cursor }), effects);
        }
    }

    pub(super) fn tick(&mut self, now: u64, effects: &mut Vec<Effect>) {
        if matches!(self.state, State::New) {
            return;
        }
        let patience = if self.live().is_some() { DEAD_AFTER } else { GREET_WITHIN };
        if now.saturating_sub(self.heard_at) >= patience {
            return self.bye(ByeCode::TooSlow, effects);
        }
        self.prove(effects);
    }
}
