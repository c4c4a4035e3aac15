//! The shop and everything between its people: devices, relay, wires, and a clock that only the calendar moves.

pub(crate) mod calendar;
pub(crate) mod cast;
pub(crate) mod clock;
mod connect;
mod crash;
pub(crate) mod doom;
pub(crate) mod erase;
mod found;
mod join;
pub(crate) mod phone;
mod phone_turn;
pub(crate) mod plan;
mod post;
mod relay_turn;
mod restore;
mod revoke;
pub(crate) mod sabotage;
pub(crate) mod station;
mod tap;
mod tidy;
mod update;
pub(crate) mod wire;
mod work;

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Display;

use tapak_engine::device;
use tapak_engine::relay::{self, Socket};
use tapak_store::Store;

use crate::broken::Checked;
use crate::deed::Buyers;
use crate::dice::Dice;
use crate::ledger::Ledger;
use crate::ledger::witness::Witness;
use crate::tally::{Count, Tally};
use crate::trace::Trace;
use crate::verdict::found::Named;
use crate::weather::Weather;
use calendar::{Calendar, Moment};
use clock::OPENING;
use phone::Phone;
use plan::Plan;
use restore::Restored;
use sabotage::Sabotage;
use station::Station;
use wire::Wire;

/// A person and the device of that person, by place in the cast.
pub(crate) type Who = usize;

/// Between the ticks a relay's host gives.
const RELAY_TICK: u64 = 5_000;

#[derive(Debug)]
pub(crate) struct World {
    pub(crate) now: u64,
    pub(crate) plan: Plan,
    pub(crate) calendar: Calendar,
    pub(crate) dice: Dice,
    pub(crate) phones: Vec<Phone>,
    pub(crate) station: Station,
    /// The relay's database as it once was.
    pub(crate) backup: Option<Store>,
    pub(crate) restored: Restored,
    /// A rule that is broken on purpose.
    pub(crate) sabotage: Option<Sabotage>,
    pub(crate) wires: BTreeMap<Socket, Wire>,
    pub(crate) weather: Weather,
    pub(crate) buyers: Buyers,
    pub(crate) ledger: Ledger,
    /// Every conflict anybody was ever shown.
    pub(crate) found: BTreeSet<Named>,
    pub(crate) witness: Witness,
    pub(crate) tally: Tally,
    pub(crate) trace: Trace,
}

impl World {
    /// Lets the calendar run.
    pub(crate) fn live_until(&mut self, end: u64) -> Checked {
        while let Some((at, moment)) = self.calendar.next_until(end) {
            self.now = self.now.max(at);
            self.happen(moment)?;
        }
        self.now = self.now.max(end);
        Ok(())
    }

    /// Everybody closes the lid and goes home: what was told before is overdue in the morning.
    pub(crate) fn rest(&mut self) {
        self.now += self.plan.night;
    }

    fn happen(&mut self, moment: Moment) -> Checked {
        match moment {
            Moment::Up(socket) => self.arrive_up(socket),
            Moment::Down(socket) => self.arrive_down(socket),
            Moment::RelayLearns(socket) => self.relay_learns(socket),
            Moment::PhoneLearns(socket) => self.phone_learns(socket),
            Moment::Dialled(who, dial) => self.dialled(who, dial),
            Moment::PhoneTurn(who) => return self.phone_turn(who),
            Moment::RelayTurn => return self.relay_turn(),
            Moment::Alarm(who, alarm) => self.alarm_rings(who, alarm),
            Moment::RelayTick => self.relay_tick(),
            Moment::Deed(who) => return self.deed_moment(who),
            Moment::Join(who) => return self.join(who),
            Moment::PhoneBack(who) => return self.phone_back(who),
            Moment::Update(who) => self.update(who),
            Moment::RelayUpdate => self.update_relay(),
            Moment::RelayStop => return self.stop_relay(),
            Moment::RelayBack => return self.relay_back(),
            Moment::DiskWell(who) => self.set_disk(who, false),
            Moment::RelayDiskWell => self.set_relay_disk(false),
            Moment::Reachable(who) => self.reach(who),
            Moment::Cut(socket) => self.cut(socket),
            Moment::Trouble => return self.trouble(),
        }
        Ok(())
    }

    pub(crate) fn after(&mut self, delay: u64, moment: Moment) {
        self.calendar.put(self.now + delay, moment);
    }

    pub(crate) fn tell(&self, who: Who, what: impl Display) {
        self.trace.tell(self.now - OPENING, self.phones[who].name(), what);
    }

    pub(crate) fn tell_relay(&self, what: impl Display) {
        self.trace.tell(self.now - OPENING, "relay", what);
    }

    pub(crate) fn count(&mut self, what: Count) {
        self.tally.add(what);
    }

    /// Hands something to a device, which handles it a moment later.
    pub(crate) fn give_phone(&mut self, who: Who, input: device::Input) {
        let phone = &mut self.phones[who];
        if phone.is_on() {
            phone.inbox.push_back(input);
            self.phone_turn_soon(who);
        }
    }

    pub(crate) fn phone_turn_soon(&mut self, who: Who) {
        if !std::mem::replace(&mut self.phones[who].turn_due, true) {
            let delay = self.dice.below(4);
            self.after(delay, Moment::PhoneTurn(who));
        }
    }

    pub(crate) fn give_relay(&mut self, input: relay::Input) {
        if self.station.is_on() {
            self.station.inbox.push_back(input);
            self.relay_turn_soon();
        }
    }

    pub(crate) fn relay_turn_soon(&mut self) {
        if !std::mem::replace(&mut self.station.turn_due, true) {
            let delay = self.dice.below(8);
            self.after(delay, Moment::RelayTurn);
        }
    }

    fn alarm_rings(&mut self, who: Who, alarm: u64) {
        if self.phones[who].alarm == alarm {
            self.give_phone(who, device::Input::Tick);
        }
    }

    fn relay_tick(&mut self) {
        self.give_relay(relay::Input::Tick);
        self.after(RELAY_TICK, Moment::RelayTick);
    }
}
