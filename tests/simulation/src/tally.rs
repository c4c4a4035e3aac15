//! What happened in the runs, counted: a summary that shows the faults were real.

use std::collections::BTreeMap;
use std::fmt;

use tapak_domain::order::{Conflict, Outcome};
use tapak_engine::view::happening::Happening;

/// What is counted.
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
    Boots,
    BootsResumed,
    Cards,
    FarClocks,
    Folds,
    Left,
    Looks,
    Fetches,
    NotHere,
    AwayAtTheEnd,
    Restores,
    SilentRestores,
    Waited,
    Revoked,
    RoleChanges,
    ErasuresAsked,
    Erased,
    Forgotten,
    Gone,
    RefusedAsErased,
    Files,
    FilesWanted,
    FilesAtTheRelay,
    FilesFetched,
    FilesDenied,
    Updates,
    RelayUpdates,
    OldApps,
    Senders,
    Meetings,
    Totalled,
    Expired,
    Claimed,
    Paid,
    Rejected,
    Refunded,
    Printed,
    Packed,
    Shipped,
    Chosen,
    Told,
    Delivered,
    Closed,
    Returned,
    Received,
    Exchanged,
    Asked,
    Cancelled,
    Settled,
    SharedTracking,
    SharedLine,
    SharedNominal,
    SharedProof,
    Torn,
    AddressChanged,
    TwoNumbers,
    CancelledPaid,
    Overpaid,
    Apart,
    AskedOpen,
}

/// How each is said, in this sequence.
const SAID: [(Count, &str); 93] = [
    (Count::Devices, "devices"),
    (Count::JoinedLate, "joined mid-run"),
    (Count::Tampered, "tampered apps"),
    (Count::Minutes, "simulated minutes"),
    (Count::Commands, "commands given"),
    (Count::Done, "commands done"),
    (Count::Refused, "commands refused"),
    (Count::Repeated, "commands repeated and done once"),
    (Count::Faults, "commands met a full disk"),
    (Count::LostAnswers, "answers lost in a crash"),
    (Count::Batches, "calls with several inputs"),
    (Count::Frames, "frames sent"),
    (Count::Lost, "frames lost"),
    (Count::Doubled, "frames doubled"),
    (Count::Swapped, "frames swapped"),
    (Count::Cuts, "connections cut"),
    (Count::Partitions, "partitions"),
    (Count::Connections, "connections opened"),
    (Count::DeadDials, "connections refused or unanswered"),
    (Count::DeviceCrashes, "device crashes"),
    (Count::RelayCrashes, "relay crashes"),
    (Count::CrashesBeforeCommit, "crashes before a commit"),
    (Count::CrashesAfterCommit, "crashes after a commit"),
    (Count::CrashesBetween, "crashes between calls"),
    (Count::RelayStops, "relay stops"),
    (Count::FullDisks, "full disks"),
    (Count::RelayFailures, "relay calls failed on a full disk"),
    (Count::Boots, "devices brought up by cards"),
    (Count::BootsResumed, "of these taken up again after a cut"),
    (Count::Cards, "documents sent as cards"),
    (Count::FarClocks, "clocks days off"),
    (Count::Folds, "documents folded"),
    (Count::Left, "old orders left to the relay"),
    (Count::AwayAtTheEnd, "records still only a row when all was quiet"),
    (Count::Looks, "records opened and closed"),
    (Count::Fetches, "documents fetched"),
    (Count::NotHere, "commands to what was only a row"),
    (Count::Restores, "relays restored from a backup"),
    (Count::SilentRestores, "and in silence"),
    (Count::Revoked, "devices shown the door"),
    (Count::RoleChanges, "devices given another role"),
    (Count::ErasuresAsked, "people the owner erased"),
    (Count::Erased, "records gone with them"),
    (Count::Forgotten, "names and numbers searched for on every disk"),
    (Count::Gone, "commands to what was gone"),
    (Count::RefusedAsErased, "changes that came after their record was erased"),
    (Count::Files, "photos and proofs taken"),
    (Count::FilesWanted, "of others' files wanted"),
    (Count::FilesAtTheRelay, "files whole at the relay at the end"),
    (Count::FilesFetched, "files fetched at the end"),
    (Count::FilesDenied, "files denied to a role"),
    (Count::Updates, "apps updated mid-run"),
    (Count::RelayUpdates, "relays updated mid-run"),
    (Count::OldApps, "commands an old app refused on newer records"),
    (Count::Senders, "orders sent in another's name"),
    (Count::Meetings, "done to one order by two people at one moment"),
    (Count::Waited, "changes that waited for what the relay had lost"),
    (Count::Acknowledged, "changes acknowledged"),
    (Count::RefusedByRelay, "changes refused by the relay"),
    (Count::Totalled, "totals told"),
    (Count::Expired, "totals expired"),
    (Count::Claimed, "claims"),
    (Count::Paid, "payments found"),
    (Count::Rejected, "claims rejected"),
    (Count::Refunded, "refunds"),
    (Count::Printed, "labels printed"),
    (Count::Packed, "parcels packed"),
    (Count::Shipped, "parcels shipped"),
    (Count::Chosen, "tracking numbers chosen"),
    (Count::Told, "tracking numbers told"),
    (Count::Delivered, "parcels delivered"),
    (Count::Closed, "orders closed"),
    (Count::Returned, "returns"),
    (Count::Received, "returns received"),
    (Count::Exchanged, "exchanges"),
    (Count::Asked, "wishes to cancel what is paid"),
    (Count::Cancelled, "orders cancelled"),
    (Count::Settled, "conflicts settled"),
    (Count::SharedTracking, "open conflicts: one tracking number, two orders"),
    (Count::SharedLine, "one bank line, two orders"),
    (Count::SharedNominal, "one nominal, two buyers"),
    (Count::SharedProof, "one proof, two orders"),
    (Count::Torn, "cancelled and shipped"),
    (Count::AddressChanged, "address changed after the label"),
    (Count::TwoNumbers, "two tracking numbers, one order"),
    (Count::CancelledPaid, "cancelled and paid"),
    (Count::Overpaid, "overpaid"),
    (Count::Apart, "fields set apart"),
    (Count::AskedOpen, "wishes to cancel that wait"),
    (Count::Conflicts, "conflicts kept for a person"),
    (Count::Orders, "orders"),
    (Count::Contacts, "contacts"),
    (Count::Changes, "changes in the logs"),
];

impl Count {
    pub(crate) fn of_what_happened(what: &Happening) -> Option<Self> {
        Some(match what {
            Happening::Verified { outcome: Outcome::Rejected, .. } => Self::Rejected,
            Happening::Verified { .. } => Self::Paid,
            Happening::Totalled { .. } => Self::Totalled,
            Happening::Expired { .. } => Self::Expired,
            Happening::Claimed { .. } => Self::Claimed,
            Happening::Refunded { .. } => Self::Refunded,
            Happening::Printed { .. } => Self::Printed,
            Happening::Packed { .. } => Self::Packed,
            Happening::Shipped { .. } => Self::Shipped,
            Happening::TrackingChosen { .. } => Self::Chosen,
            Happening::TrackingSent { .. } => Self::Told,
            Happening::Delivered => Self::Delivered,
            Happening::Closed => Self::Closed,
            Happening::Returned { .. } => Self::Returned,
            Happening::ReturnReceived => Self::Received,
            Happening::Exchanged => Self::Exchanged,
            Happening::CancelAsked { .. } => Self::Asked,
            Happening::Cancelled { .. } => Self::Cancelled,
            Happening::Settled { .. } => Self::Settled,
            Happening::Taken { .. }
            | Happening::Revised { .. }
            | Happening::Noted { .. }
            | Happening::Attached { .. } => return None,
        })
    }

    /// Nothing of what no run has yet: nobody in it counts stock.
    pub(crate) fn of_conflict(conflict: Conflict) -> Option<Self> {
        Some(match conflict {
            Conflict::TrackingNumber => Self::SharedTracking,
            Conflict::BankLine => Self::SharedLine,
            Conflict::Nominal => Self::SharedNominal,
            Conflict::Proof => Self::SharedProof,
            Conflict::CancelledAndShipped => Self::Torn,
            Conflict::AddressChanged => Self::AddressChanged,
            Conflict::TwoTrackingNumbers => Self::TwoNumbers,
            Conflict::CancelledPaid => Self::CancelledPaid,
            Conflict::Overpaid => Self::Overpaid,
            Conflict::FieldApart => Self::Apart,
            Conflict::CancelAsked => Self::AskedOpen,
            Conflict::Shortage => return None,
        })
    }
}

/// What needs more than one thing to go wrong, or many things to go right: only many runs have it.
const RARE: [Count; 10] = [
    Count::Waited,
    Count::Gone,
    Count::SilentRestores,
    Count::FarClocks,
    Count::BootsResumed,
    Count::Expired,
    Count::Closed,
    Count::Exchanged,
    Count::SharedTracking,
    Count::TwoNumbers,
];
/// What is counted and not waited for: fewer than twenty devices have codes of their own each.
const UNEXPECTED: [Count; 1] = [Count::SharedNominal];

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

    /// What never happened: a storm that leaves something out proves nothing about it.
    pub(crate) fn missing(&self, few: bool) -> Vec<&'static str> {
        let expected = |what: &Count| !(UNEXPECTED.contains(what) || few && RARE.contains(what));
        SAID.into_iter().filter(|(what, _)| expected(what) && self.of(*what) == 0).map(|(_, words)| words).collect()
    }

    pub(crate) fn join(&mut self, other: &Self) {
        other.0.iter().for_each(|(what, how_many)| self.add_many(*what, *how_many));
    }
}

impl fmt::Display for Tally {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        SAID.into_iter().try_for_each(|(what, words)| writeln!(f, "{:>10}  {words}", self.of(what)))
    }
}
