//! New versions in the middle of the work: each device, and the relay, starts anew as an app that knows more.

use tapak_engine::App;

use super::calendar::Moment;
use super::cast::OLD;
use super::doom::Crash;
use super::{Who, World};
use crate::tally::Count;
use crate::weather::STORM;

impl World {
    /// Half of the devices, and half of the relays, begin with the old app. Whichever is first is left to chance.
    pub(super) fn plan_updates(&mut self) {
        for who in 0..self.phones.len() {
            let comes = self.dice.within(STORM / 10..STORM);
            if self.phones[who].app == OLD {
                self.after(comes, Moment::Update(who));
            }
        }
        if self.dice.chance(500) {
            self.station.app = OLD;
            let comes = self.dice.within(STORM / 10..STORM);
            self.after(comes, Moment::RelayUpdate);
        }
    }

    pub(super) fn update(&mut self, who: Who) {
        self.count(Count::Updates);
        self.tell(who, "gets the new app");
        self.phones[who].app = App::default();
        if self.phones[who].is_on() {
            self.crash_phone(who, Crash::Between);
        }
    }

    pub(super) fn update_relay(&mut self) {
        self.count(Count::RelayUpdates);
        self.tell_relay("gets the new program");
        self.station.app = App::default();
        if self.station.is_on() {
            self.relay_goes();
        }
    }
}
