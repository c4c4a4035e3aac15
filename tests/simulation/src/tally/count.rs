//! What is counted in a run.

use tapak_domain::order::{Conflict, Outcome};
use tapak_engine::command::Command;
use tapak_engine::view::happening::Happening;

use crate::deed::Row;

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
    /// A conflict somebody was shown, whether or not it was settled since.
    Found(Conflict),
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
    /// A row of the table of what may be done side by side, done by both.
    Met(Row),
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
    ShelvesCounted,
    PairsMoved,
    Sold,
    Frozen,
    ListedAgain,
    KeptOfRevoked,
    HeldOfRevoked,
}

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

    /// What shows in no order's history, or as something else there.
    #[expect(clippy::wildcard_enum_match_arm, reason = "the rest is seen")]
    pub(crate) fn of_command(command: &Command) -> Option<Self> {
        Some(match command {
            Command::CountStock { .. } => Self::ShelvesCounted,
            Command::ReceiveStock { .. } | Command::MoveStock { .. } => Self::PairsMoved,
            Command::SellOrder { .. } => Self::Sold,
            Command::FreezeRecap { .. } => Self::Frozen,
            _ => return None,
        })
    }
}
