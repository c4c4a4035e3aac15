//! What happened in the runs, counted: a summary that shows the faults were real.

use std::collections::BTreeMap;
use std::fmt;

/// What is counted, in the sequence in which it is said.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Count {
    Devices,
    JoinedLate,
    Tampered,
    Minutes,
    Commands,
    Done,
    Refused,
    Repeated,
    Faults,
    LostAnswers,
    Batches,
    Frames,
    Lost,
    Doubled,
    Swapped,
    Cuts,
    Partitions,
    Connections,
    DeadDials,
    DeviceCrashes,
    RelayCrashes,
    CrashesBeforeCommit,
    CrashesAfterCommit,
    CrashesBetween,
    RelayStops,
    FullDisks,
    RelayFailures,
    Acknowledged,
    RefusedByRelay,
    Conflicts,
    Orders,
    Contacts,
    Changes,
}

impl Count {
    pub(crate) const ALL: [Self; 33] = [
        Self::Devices,
        Self::JoinedLate,
        Self::Tampered,
        Self::Minutes,
        Self::Commands,
        Self::Done,
        Self::Refused,
        Self::Repeated,
        Self::Faults,
        Self::LostAnswers,
        Self::Batches,
        Self::Frames,
        Self::Lost,
        Self::Doubled,
        Self::Swapped,
        Self::Cuts,
        Self::Partitions,
        Self::Connections,
        Self::DeadDials,
        Self::DeviceCrashes,
        Self::RelayCrashes,
        Self::CrashesBeforeCommit,
        Self::CrashesAfterCommit,
        Self::CrashesBetween,
        Self::RelayStops,
        Self::FullDisks,
        Self::RelayFailures,
        Self::Acknowledged,
        Self::RefusedByRelay,
        Self::Conflicts,
        Self::Orders,
        Self::Contacts,
        Self::Changes,
    ];

    fn words(self) -> &'static str {
        match self {
            Self::Devices => "devices",
            Self::JoinedLate => "joined mid-run",
            Self::Tampered => "tampered apps",
            Self::Minutes => "simulated minutes",
            Self::Commands => "commands given",
            Self::Done => "commands done",
            Self::Refused => "commands refused",
            Self::Repeated => "commands repeated and done once",
            Self::Faults => "commands met a full disk",
            Self::LostAnswers => "answers lost in a crash",
            Self::Batches => "calls with several inputs",
            Self::Frames => "frames sent",
            Self::Lost => "frames lost",
            Self::Doubled => "frames doubled",
            Self::Swapped => "frames swapped",
            Self::Cuts => "connections cut",
            Self::Partitions => "partitions",
            Self::Connections => "connections opened",
            Self::DeadDials => "connections refused or unanswered",
            Self::DeviceCrashes => "device crashes",
            Self::RelayCrashes => "relay crashes",
            Self::CrashesBeforeCommit => "crashes before a commit",
            Self::CrashesAfterCommit => "crashes after a commit",
            Self::CrashesBetween => "crashes between calls",
            Self::RelayStops => "relay stops",
            Self::FullDisks => "full disks",
            Self::RelayFailures => "relay calls failed on a full disk",
            Self::Acknowledged => "changes acknowledged",
            Self::RefusedByRelay => "changes refused by the relay",
            Self::Conflicts => "conflicts kept for a person",
            Self::Orders => "orders",
            Self::Contacts => "contacts",
            Self::Changes => "changes in the logs",
        }
    }
}

#[derive(Debug, Clone, Default)]
pub(crate) struct Tally(BTreeMap<Count, u64>);

impl Tally {
    pub(crate) fn add(&mut self, what: Count) {
        self.add_many(what, 1);
    }

    pub(crate) fn add_many(&mut self, what: Count, how_many: u64) {
        *self.0.entry(what).or_default() += how_many;
    }

    pub(crate) fn of(&self, what: Count) -> u64 {
        self.0.get(&what).copied().unwrap_or_default()
    }

    pub(crate) fn join(&mut self, other: &Self) {
        other.0.iter().for_each(|(what, how_many)| self.add_many(*what, *how_many));
    }
}

impl fmt::Display for Tally {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        Count::ALL.into_iter().try_for_each(|what| writeln!(f, "{:>10}  {}", self.of(what), what.words()))
    }
}
