//! What a device's host tells the client, and what the client asks of it.

use crate::code::ByeCode;
use crate::id::{ChangeHash, DeviceId, ReplicaId, Sequence, ShopId};
use crate::message::{Boot, Numbered, Outcome, Paired, Roster, SignedChange, Span, Stretch, ToDevice, ToRelay};
use crate::message::{Card, Latest, ROSTER_DIGEST, Seen};
use crate::signature::DeviceKey;

/// Who this device is, once it has paired.
#[derive(Clone, Debug)]
pub struct Identity {
    pub shop: ShopId,
    pub device: DeviceId,
    pub replica: ReplicaId,
    pub key: DeviceKey,
}

#[derive(Clone, Debug)]
pub struct Config {
    pub identity: Option<Identity>,
    /// Spreads the reconnects of a shop's devices.
    pub entropy: u64,
}

/// A wish to join a shop. The host keeps device and key on disk *before* it says this, so that an
/// answer lost on the way can be asked for again by the same device.
#[derive(Clone)]
pub struct Joining {
    pub secret: [u8; 16],
    pub device: DeviceId,
    pub replica: ReplicaId,
    pub key: DeviceKey,
    pub device_name: String,
    pub person: String,
}

impl core::fmt::Debug for Joining {
    /// The secret stays out of every log.
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.debug_struct("Joining").field("device", &self.device).finish_non_exhaustive()
    }
}

/// What is on disk when the socket opens.
#[derive(Clone, Debug)]
pub struct Place {
    pub cursor: Sequence,
    /// The highest sequence an own change was acknowledged with.
    pub own_high: Sequence,
    pub epoch: u64,
    /// What of the shop is held, as far as the cursor says.
    pub scopes: Vec<u16>,
    /// Where a cut interrupted the cards.
    pub boot: Option<Boot>,
    /// The digest of the roster on disk.
    pub roster: Option<[u8; ROSTER_DIGEST]>,
    pub latest: Option<Latest>,
    pub entropy: u64,
}

/// Who is enrolled, as a welcome says it.
#[derive(Clone, Debug, PartialEq)]
pub enum RosterNews {
    Is(Roster),
    /// As this device knows it; only how far each has stored the log is news.
    Stays(Vec<Seen>),
}

#[derive(Clone, Debug)]
pub enum Event {
    /// Begin, or try again after a rejection.
    Start,
    /// Hang up and stay away until the next `Start`.
    Stop,
    /// The network is back.
    Online,
    /// The socket asked for with `Open` is there.
    Opened(Place),
    /// One binary frame.
    Frame(Vec<u8>),
    /// The socket is gone, or could not be opened. Nothing may be reported of a socket after `Effect::Close`.
    Closed,
    /// The time of `WakeAt` has come; early or late is harmless.
    Tick,
    /// There is something new in the outbox.
    OutboxChanged,
    /// Something that was sent before waits again: the outbox is read from its beginning.
    OutboxRewound,
    /// The answer to `ReadOutbox`; empty when there is nothing (more). `through` is the outbox position of
    /// the last change, used as the next `after`.
    PushReady {
        changes: Vec<(ChangeHash, SignedChange)>,
        through: u64,
    },
    /// The cursor on disk now stands here: said after each stored page or stretch of cards, and after a `Settle` that
    /// moved it.
    PageStored {
        cursor: Sequence,
    },
    /// The disk refused a page or a settlement. The client hangs up and tries again later.
    StoreFailed,
    Pair(Box<Joining>),
    /// Something beside the road: asked only of a relay that was welcoming in protocol 2 or later, else not at all.
    Say(Box<ToRelay>),
}

#[derive(Clone, Debug, PartialEq)]
pub enum Effect {
    Open,
    Send(Vec<u8>),
    /// Drop the socket, if there is one. Answer with nothing.
    Close,
    /// Replaces any earlier time.
    WakeAt(u64),
    /// Read what is waiting behind position `after`, oldest first. Positions only grow.
    ReadOutbox {
        after: u64,
        max_bytes: usize,
        max_changes: usize,
    },
    /// Store these and move the cursor from `span.from` to `span.to`, in one transaction. A cursor that stands
    /// elsewhere is answered with `StoreFailed`. Own changes may be among them: after a lost acknowledgement or a
    /// start over.
    StorePage {
        span: Span,
        head: Sequence,
        changes: Vec<Numbered>,
    },
    /// Store these and keep where they end; after the last stretch the cursor moves to the boot's target.
    StoreCards {
        stretch: Stretch,
        cards: Vec<Card>,
    },
    /// Something beside the road: cards that were fetched, a proof, files, presence.
    Heard(Box<ToDevice>),
    /// Take the acknowledged out of the outbox, set the refused aside, in one transaction. With a `span`:
    /// move the cursor to its end, but only if it stands at its start.
    Settle {
        outcomes: Vec<(ChangeHash, Outcome)>,
        span: Option<Span>,
    },
    /// Keep this identity before doing anything else.
    Paired(Paired),
    /// With `start_over` the log is not the one this device has read: everything numbered behind `resume` is offered
    /// again, the cursor stands at `resume` and the new epoch is kept. `scopes` is nothing in protocol 1.
    Welcomed {
        role: String,
        crew: RosterNews,
        epoch: u64,
        head: Sequence,
        start_over: bool,
        resume: Sequence,
        scopes: Option<Vec<u16>>,
        boot: Option<Boot>,
    },
    /// This device was revoked. The outbox is handed over; `Refused(Revoked)` follows.
    Leaving {
        wipe: bool,
    },
    RosterChanged(Roster),
    Seen {
        device: DeviceId,
        cursor: Sequence,
    },
    /// The relay ended the connection and said why.
    Refused(ByeCode),
    Status(Status),
}

/// What a badge may say. Said only when it changes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Status {
    Unpaired,
    Offline {
        since: u64,
    },
    Connecting,
    CatchingUp {
        cursor: Sequence,
        head: Sequence,
    },
    Live {
        cursor: Sequence,
    },
    /// Nothing will be tried until a person acts.
    Rejected(ByeCode),
}
