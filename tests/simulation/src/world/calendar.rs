//! What will happen when. Two things of one moment happen in the sequence in which they were put down.

use std::collections::BTreeMap;

use tapak_engine::relay::Socket;

use super::Who;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Moment {
    /// A frame reaches the relay, or the device.
    Up(Socket),
    Down(Socket),
    /// The other end learns that a connection is gone.
    RelayLearns(Socket),
    PhoneLearns(Socket),
    /// An attempt to connect ends; the number tells it from later ones.
    Dialled(Who, u64),
    PhoneTurn(Who),
    RelayTurn,
    /// The time a device asked to be woken; the number tells it from later ones.
    Alarm(Who, u64),
    RelayTick,
    /// A person does something, joins, or comes back to what was not answered.
    Deed(Who),
    Join(Who),
    PhoneBack(Who),
    /// A newer app is installed.
    Update(Who),
    RelayUpdate,
    RelayStop,
    RelayBack,
    DiskWell(Who),
    RelayDiskWell,
    Reachable(Who),
    /// A connection is cut while something is under way in it.
    Cut(Socket),
    /// The weather thinks of something.
    Trouble,
}

#[derive(Debug, Default)]
pub(crate) struct Calendar {
    moments: BTreeMap<(u64, u64), Moment>,
    count: u64,
}

impl Calendar {
    pub(crate) fn put(&mut self, at: u64, moment: Moment) {
        self.count += 1;
        self.moments.insert((at, self.count), moment);
    }

    /// The next moment, if it comes no later than `end`.
    pub(crate) fn next_until(&mut self, end: u64) -> Option<(u64, Moment)> {
        let entry = self.moments.first_entry().filter(|entry| entry.key().0 <= end)?;
        let (at, _) = *entry.key();
        Some((at, entry.remove()))
    }

    /// Takes out what will not happen after all.
    pub(crate) fn forget(&mut self, gone: impl Fn(Moment) -> bool) {
        self.moments.retain(|_, moment| !gone(*moment));
    }
}
