//! Taking in batches: in turn, not too many at once, each answered when it is on disk.

use super::{Effect, FLOODED_AT, Live, Session};
use crate::code::ByeCode;
use crate::id::Sequence;
use crate::message::{Outcome, Push, Pushed, Span, ToDevice};
use core::cmp::Ordering;

impl Session {
    /// A batch that came before is a frame doubled on the way. One that comes too early means another was
    /// lost: appending it could refuse changes for want of what they build on.
    pub(super) fn push(&mut self, push: Push, effects: &mut Vec<Effect>) {
        let Some(live) = self.live_mut() else { return self.out_of_turn(effects) };
        match push.batch.cmp(&live.next_batch) {
            Ordering::Less => {}
            Ordering::Greater => self.out_of_turn(effects),
            Ordering::Equal if live.appending >= FLOODED_AT => self.bye(ByeCode::TooSlow, effects),
            Ordering::Equal => effects.push(live.append(push)),
        }
    }

    pub(super) fn appended(&mut self, batch: u32, outcomes: Vec<Outcome>, head: Sequence, effects: &mut Vec<Effect>) {
        let Some(live) = self.live_mut() else { return };
        live.appending = live.appending.saturating_sub(1);
        live.head = live.head.max(head);
        // What was known already moves no head, and may be what the device lacked a number for.
        live.proved = None;
        let span = live.skip_appended(&outcomes);
        self.send(&ToDevice::Pushed(Pushed { batch, outcomes, span }), effects);
        self.read_on(effects);
    }
}

impl Live {
    fn append(&mut self, push: Push) -> Effect {
        self.next_batch += 1;
        self.appending += 1;
        let (device, replica) = (self.device, self.replica);
        Effect::Append { batch: push.batch, device, replica, changes: push.changes }
    }

    /// What was appended right behind what this device was sent needs no page: it made it.
    fn skip_appended(&mut self, outcomes: &[Outcome]) -> Option<Span> {
        if self.reading || self.boot.is_some() || self.leaving {
            return None;
        }
        let from = self.sent;
        for outcome in outcomes {
            if *outcome == Outcome::Accepted(self.sent.next()) {
                self.sent = self.sent.next();
            }
        }
        (self.sent > from).then_some(Span { from, to: self.sent })
    }
}
