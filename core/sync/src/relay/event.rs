//! What the relay's host tells a session, and what the session asks of it.

use crate::code::ByeCode;
use crate::fingerprint::Fingerprint;
use crate::id::{DeviceId, ReplicaId, Sequence, ShopId};
use crate::message::{
    Ancestor, Boot, Cards, Latest, Numbered, Outcome, Pair, Paired, Proof, ROSTER_DIGEST, Roster, SignedChange, Span,
    ToDevice, ToRelay,
};

/// What the roster says about the device that is saying hello, and where the log stands.
#[derive(Clone, Debug)]
pub struct Known {
    pub shop: ShopId,
    pub key: [u8; 32],
    pub role: String,
    pub revoked: bool,
    pub roster: Roster,
    pub epoch: u64,
    pub head: Sequence,
    /// What the device says to be its latest is not that in this log.
    pub parted: bool,
    /// What the device's role may read.
    pub scopes: Vec<u16>,
    /// Of all changes of these scopes.
    pub fingerprint: Fingerprint,
    /// The log this one was restored from.
    pub before: Option<Ancestor>,
    /// Whoever is further behind gets cards: [`super::CARDS_BEHIND`], unless the host knows better.
    pub cards_behind: u64,
}

/// What a device need not be sent: changes it has because it made them. A change of `replica` numbered up to
/// `up_to` was acknowledged to it; one numbered after `after` was pushed since it said hello.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Skip {
    pub replica: ReplicaId,
    pub up_to: Sequence,
    pub after: Sequence,
}

impl Skip {
    pub fn covers(&self, replica: ReplicaId, seq: Sequence) -> bool {
        replica == self.replica && (seq <= self.up_to || seq > self.after)
    }
}

#[derive(Clone, Debug)]
pub enum Event {
    /// The socket is there; the nonce is fresh and random.
    Opened {
        nonce: [u8; 32],
    },
    /// One binary frame.
    Frame(Vec<u8>),
    /// The answer to `LookUp`.
    Known(Known),
    /// The other answer to `LookUp`: `UnknownDevice` or `WrongShop`.
    Unknown(ByeCode),
    /// The answer to `Pair`.
    PairAnswered(Result<Paired, ByeCode>),
    /// The answer to `Append`, once it is on disk.
    Appended {
        batch: u32,
        outcomes: Vec<Outcome>,
        head: Sequence,
    },
    /// The answer to `Read`. `span.from` repeats `after`; `span.to` is the last place looked at, skipped or not.
    PageRead {
        span: Span,
        changes: Vec<Numbered>,
        head: Sequence,
    },
    /// The answer to `ReadCards`: the stretch begins at the boot's mark.
    CardsRead(Box<Cards>),
    /// The answer to `Prove`.
    Proved(Proof),
    /// The answer to `Asked`, or news beside the road; kept from devices of protocol 1.
    Say(Box<ToDevice>),
    HeadMoved(Sequence),
    RosterChanged(Roster),
    /// Another device has stored the log up to `cursor`.
    Seen {
        device: DeviceId,
        cursor: Sequence,
    },
    /// End this connection: `Fault` when the disk failed, `GoingAway` on a stop.
    End(ByeCode),
    /// Every few seconds.
    Tick,
    Closed,
}

#[derive(Clone, Debug, PartialEq)]
pub enum Effect {
    Send(Vec<u8>),
    /// The reason was sent just before. Drop the socket once that is flushed; answer with nothing.
    Close(ByeCode),
    LookUp {
        shop: ShopId,
        device: DeviceId,
        latest: Option<Latest>,
    },
    /// The signature is checked already. The same device with the same key and secret asking again gets the
    /// same answer: the first one may have been lost.
    Pair(Pair),
    /// Check and number these in one transaction.
    Append {
        batch: u32,
        device: DeviceId,
        replica: ReplicaId,
        changes: Vec<SignedChange>,
    },
    Read {
        after: Sequence,
        skip: Skip,
        scopes: Vec<u16>,
        max_bytes: usize,
        max_changes: usize,
    },
    /// The next stretch of cards.
    ReadCards {
        boot: Boot,
        max_bytes: usize,
    },
    /// What the fingerprint of these scopes is, at the end of the log.
    Prove {
        scopes: Vec<u16>,
    },
    /// Something beside the road, from a device that may read these scopes.
    Asked {
        device: DeviceId,
        scopes: Vec<u16>,
        message: Box<ToRelay>,
    },
    /// The device has the roster with this digest. If it is another one by now, it missed some: answer `RosterChanged`.
    CheckRoster {
        known: [u8; ROSTER_DIGEST],
    },
    /// The device has the log on disk up to here. Keep it as the roster's `seen`: a hello that repeats it is no news.
    CursorMoved {
        device: DeviceId,
        cursor: Sequence,
    },
}
