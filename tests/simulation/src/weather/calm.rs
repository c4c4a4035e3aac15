//! Calm: every fault is off, everyone is back, and what was not answered is asked again until nothing moves.

use tapak_engine::device::Input;
use tapak_engine::view::badge::BadgeState;
use tapak_engine::view::start::Pairing;
use tapak_store::Store;

use crate::broken::{Checked, Rule};
use crate::world::calendar::Moment;
use crate::world::phone::Trust;
use crate::world::{Who, World};

/// How often we look whether everything has settled, and how long it may take.
const LOOK: u64 = 5_000;
const PATIENCE: u64 = 15 * 60 * 1000;
/// Long enough for a heartbeat and a report: what is settled must stay so.
const STAY: u64 = 60_000;

impl World {
    pub(crate) fn calm(&mut self) -> Checked {
        self.tell_relay("the weather clears");
        self.weather.rest();
        let over = |moment| matches!(moment, Moment::Trouble | Moment::Cut(_) | Moment::Deed(_) | Moment::RelayStop);
        self.calendar.forget(over);
        self.station.doom = None;
        self.set_relay_disk(false);
        (0..self.phones.len()).for_each(|who| self.mend(who));
        self.settle()
    }

    /// A tampered app is replaced by an honest one. Most devices have to notice by themselves that the network is back.
    fn mend(&mut self, who: Who) {
        self.set_disk(who, false);
        let phone = &mut self.phones[who];
        phone.line.reachable = true;
        phone.doom = None;
        if !phone.is_revoked() {
            phone.trust = Trust::Mended;
        }
        if let (true, Some(socket)) = (phone.part.rogue, phone.line.socket) {
            self.cut(socket);
        }
        if self.dice.chance(300) {
            self.give_phone(who, Input::Online);
        }
    }

    fn settle(&mut self) -> Checked {
        let end = self.now + PATIENCE;
        while self.restless()?.is_some() && self.now < end {
            (0..self.phones.len()).try_for_each(|who| self.ask_again(who))?;
            self.live_until(self.now + LOOK)?;
        }
        self.live_until(self.now + STAY)?;
        let restless = self.restless()?;
        Rule::Settles.hold(restless.is_none(), || restless.unwrap_or_default())
    }

    fn ask_again(&mut self, who: Who) -> Checked {
        if self.is_paired(who)? {
            self.insist(who);
        }
        Ok(())
    }

    pub(crate) fn is_paired(&mut self, who: Who) -> Checked<bool> {
        let phone = &mut self.phones[who];
        Ok(phone.is_on() && phone.start(self.now)?.pairing == Pairing::Paired)
    }

    /// Who is not settled yet, and why.
    fn restless(&mut self) -> Checked<Option<String>> {
        let Some(store) = self.station.store().filter(|_| self.station.is_on()) else {
            return Ok(Some("the relay is down".into()));
        };
        let head = store.head()?.get();
        let mut all = (0..self.phones.len()).map(|who| self.restless_at(who, head));
        all.find_map(Result::transpose).transpose()
    }

    /// Whoever was shown the door has gone.
    fn lingers(&mut self, who: Who) -> Checked<Option<String>> {
        let phone = &mut self.phones[who];
        let gone = phone.is_on() && matches!(phone.start(self.now)?.pairing, Pairing::Rejected | Pairing::Unpaired);
        Ok((!gone).then(|| format!("{} has not gone", self.phones[who].name())))
    }

    fn restless_at(&mut self, who: Who, head: u64) -> Checked<Option<String>> {
        let name = self.phones[who].name();
        if self.phones[who].is_revoked() {
            return self.lingers(who);
        }
        if !self.is_paired(who)? {
            return Ok(Some(format!("{name} has not joined")));
        }
        let sync = self.phones[who].sync(self.now)?;
        let badge = &sync.badge;
        let waits = self.ledger.unanswered(who).len();
        let saved = badge.state == BadgeState::Saved && badge.unsent == 0 && badge.behind == 0;
        let files = self.phones[who].store().map(Store::count_waiting_files).transpose()?.unwrap_or_default();
        let settled = saved && files == 0 && sync.cursor == head && sync.unsent.is_empty() && waits == 0;
        Ok((!settled).then(|| format!("{name}: {sync:?}, the relay is at {head}, {waits} unanswered, {files} files")))
    }
}
