//! Power: devices and the relay die, come back, stop in good order, and run out of disk.

use tapak_engine::device::Input as ToPhone;
use tapak_engine::relay::Input as ToRelay;

use super::calendar::Moment;
use super::doom::Crash;
use super::{Who, World};
use crate::broken::Checked;
use crate::tally::Count;

impl World {
    pub(super) fn crash_phone(&mut self, who: Who, crash: Crash) {
        self.count(Count::DeviceCrashes);
        self.count(crash_count(crash));
        self.tell(who, format_args!("crashes ({crash:?})"));
        let socket = self.phones[who].line.socket;
        self.phones[who].switch_off();
        self.phones[who].break_disk(false);
        if let Some(socket) = socket {
            self.phone_is_gone(socket);
        }
        self.sample(who);
        let away = self.dice.within(200..20_000);
        self.after(away, Moment::PhoneBack(who));
    }

    /// What is on a disk now must be somewhere for ever.
    fn sample(&mut self, who: Who) {
        let inventory = self.phones[who].store().and_then(|store| store.inventory().ok());
        self.witness.durable(who, inventory.unwrap_or_default());
    }

    pub(super) fn phone_back(&mut self, who: Who) -> Checked {
        let entropy = self.dice.bytes();
        self.phones[who].switch_on(entropy, self.now)?;
        let full = self.phones[who].disk_full;
        self.phones[who].break_disk(full);
        self.tell(who, "is switched on");
        self.phone_turn_soon(who);
        Ok(())
    }

    pub(super) fn crash_relay(&mut self, crash: Crash) {
        self.count(Count::RelayCrashes);
        self.count(crash_count(crash));
        self.tell_relay(format_args!("crashes ({crash:?})"));
        self.relay_goes();
    }

    /// Every device is told, then the process ends.
    pub(crate) fn stop_relay(&mut self) -> Checked {
        if !self.station.is_on() {
            return Ok(());
        }
        self.count(Count::RelayStops);
        self.tell_relay("stops");
        let outputs = self.station.handle(vec![ToRelay::Stop], self.now);
        self.obey_relay_all(outputs)?;
        self.relay_goes();
        Ok(())
    }

    pub(super) fn relay_goes(&mut self) {
        let sockets = self.station.switch_off();
        self.station.break_disk(false);
        for socket in sockets {
            let told = self.dice.chance(700);
            self.relay_is_gone(socket, told);
        }
        let away = self.dice.within(500..45_000);
        self.after(away, Moment::RelayBack);
    }

    pub(super) fn relay_back(&mut self) -> Checked {
        self.forget_revocations()?;
        let entropy = self.dice.bytes();
        self.station.switch_on(entropy, self.plan.cards_behind)?;
        self.set_relay_disk(self.station.disk_full);
        self.tell_relay("is up");
        Ok(())
    }

    pub(crate) fn set_disk(&mut self, who: Who, full: bool) {
        self.tell(who, if full { "has a full disk" } else { "has room on the disk" });
        self.phones[who].disk_full = full;
        self.phones[who].break_disk(full);
    }

    pub(crate) fn set_relay_disk(&mut self, full: bool) {
        self.station.disk_full = full;
        self.station.break_disk(full);
    }

    /// Nothing new once the weather has cleared.
    pub(super) fn reach(&mut self, who: Who) {
        if self.phones[who].line.reachable {
            return;
        }
        self.tell(who, "is reachable again");
        self.phones[who].line.reachable = true;
        if self.dice.chance(700) {
            self.give_phone(who, ToPhone::Online);
        }
    }
}

fn crash_count(crash: Crash) -> Count {
    match crash {
        Crash::BeforeCommit => Count::CrashesBeforeCommit,
        Crash::AfterCommit => Count::CrashesAfterCommit,
        Crash::Between => Count::CrashesBetween,
    }
}
