//! Trouble: who is cut off, whose battery dies, whose disk is full, when the relay is down.

use tapak_engine::device::Input;
use tapak_engine::relay::Socket;

use crate::broken::Checked;
use crate::tally::Count;
use crate::world::calendar::Moment;
use crate::world::doom::{Crash, Doom};
use crate::world::{Who, World};

#[derive(Debug, Clone, Copy)]
enum Trouble {
    WindTurns,
    Cut,
    Partition,
    DeviceCrash,
    RelayCrash,
    RelayStop,
    FullDisk,
    RelayFullDisk,
    FalseHope,
    TidyDevice,
    TidyRelay,
    BackUp,
    Restore,
    Revoke,
    ChangeWork,
    Erase,
}

const LIKELY: &[(u64, Trouble)] = &[
    (12, Trouble::WindTurns),
    (18, Trouble::Cut),
    (12, Trouble::Partition),
    (28, Trouble::DeviceCrash),
    (12, Trouble::RelayCrash),
    (3, Trouble::RelayStop),
    (8, Trouble::FullDisk),
    (3, Trouble::RelayFullDisk),
    (6, Trouble::FalseHope),
    (32, Trouble::TidyDevice),
    (10, Trouble::TidyRelay),
    (6, Trouble::BackUp),
    (6, Trouble::Restore),
    (6, Trouble::Revoke),
    (6, Trouble::ChangeWork),
    (8, Trouble::Erase),
];

impl World {
    pub(crate) fn trouble(&mut self) -> Checked {
        let who = self.dice.index(self.phones.len());
        match self.dice.weighted(LIKELY) {
            Some(Trouble::WindTurns) => self.weather.turn(&mut self.dice),
            Some(Trouble::Cut) => self.cut_line(who),
            Some(Trouble::Partition) => self.partition(who),
            Some(Trouble::DeviceCrash) => self.phones[who].doom = Some(self.doom(12)),
            Some(Trouble::RelayCrash) => self.station.doom = Some(self.doom(40)),
            Some(Trouble::RelayStop) => self.after(0, Moment::RelayStop),
            Some(Trouble::FullDisk) => self.fill_disk(who),
            Some(Trouble::RelayFullDisk) => self.fill_relay_disk(),
            Some(Trouble::FalseHope) => self.give_phone(who, Input::Online),
            Some(Trouble::TidyDevice) => self.tidy_phone(who)?,
            Some(Trouble::TidyRelay) => self.tidy_relay()?,
            Some(Trouble::BackUp) if self.plan.restores => self.back_up()?,
            Some(Trouble::Revoke) => self.revoke()?,
            Some(Trouble::ChangeWork) => self.change_work()?,
            Some(Trouble::Erase) => self.erase_somebody()?,
            Some(Trouble::Restore) => self.restore()?,
            Some(Trouble::BackUp) | None => {}
        }
        let next = self.dice.within(3_000..18_000);
        self.after(next, Moment::Trouble);
        Ok(())
    }

    fn doom(&mut self, calls: u64) -> Doom {
        let crash = self.dice.one([Crash::BeforeCommit, Crash::AfterCommit, Crash::AfterCommit, Crash::Between]);
        Doom { calls: self.dice.below(calls), crash }
    }

    /// Cards come in a few frames: a cut or a crash has to be aimed to fall between them.
    pub(crate) fn trouble_boot(&mut self, who: Who, socket: Socket) {
        if self.weather.is_over() {
            return;
        }
        match self.dice.below(6) {
            0 => self.phones[who].doom = Some(self.doom(5)),
            1 => self.station.doom = Some(self.doom(12)),
            2 | 3 => {
                let soon = self.dice.within(20..1_500);
                self.after(soon, Moment::Cut(socket));
            }
            _ => {}
        }
    }

    fn cut_line(&mut self, who: Who) {
        if let Some(socket) = self.phones[who].line.socket {
            self.cut(socket);
        }
    }

    /// Minutes in which nothing gets through and nobody is told; sometimes for several at once.
    fn partition(&mut self, first: Who) {
        self.count(Count::Partitions);
        let lasts = self.dice.within(5_000..100_000);
        let all = self.dice.chance(150);
        for who in (0..self.phones.len()).filter(|who| all || *who == first) {
            self.tell(who, "is out of reach");
            self.phones[who].line.reachable = false;
            self.after(lasts, Moment::Reachable(who));
        }
    }

    fn fill_disk(&mut self, who: Who) {
        self.count(Count::FullDisks);
        self.set_disk(who, true);
        let lasts = self.dice.within(5_000..60_000);
        self.after(lasts, Moment::DiskWell(who));
    }

    fn fill_relay_disk(&mut self) {
        self.count(Count::FullDisks);
        self.tell_relay("has a full disk");
        self.set_relay_disk(true);
        let lasts = self.dice.within(2_000..30_000);
        self.after(lasts, Moment::RelayDiskWell);
    }
}
