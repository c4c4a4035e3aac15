//! What is said on the wire, in both directions. Fields are numbered: new ones are optional and come last.

use crate::code::{ByeCode, RefusalCode};
use crate::id::{DeviceId, DocumentId, ReplicaId, Sequence, ShopId};
use minicbor::{Decode, Encode};

/// The protocol this build speaks.
pub const PROTOCOL: u16 = 1;
/// The oldest protocol the relay still understands.
pub const OLDEST_PROTOCOL: u16 = 1;
/// The only scope so far: every document of the shop.
pub const WHOLE_SHOP: u16 = 0;

/// One change as its author signed it. The bytes are opaque here.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub struct SignedChange {
    #[n(0)]
    pub document: DocumentId,
    #[cbor(n(1), with = "minicbor::bytes")]
    pub change: Vec<u8>,
    #[cbor(n(2), with = "minicbor::bytes")]
    pub signature: [u8; 64],
}

/// A change with its place in the shop's log.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub struct Numbered {
    #[n(0)]
    pub seq: Sequence,
    #[n(1)]
    pub change: SignedChange,
}

/// A stretch of the log: everything after `from` up to and including `to`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode)]
pub struct Span {
    #[n(0)]
    pub from: Sequence,
    #[n(1)]
    pub to: Sequence,
}

/// What became of one pushed change.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode)]
pub enum Outcome {
    /// On the relay's disk, at this place.
    #[n(0)]
    Accepted(#[n(0)] Sequence),
    /// It was already there.
    #[n(1)]
    Known(#[n(0)] Sequence),
    #[n(2)]
    Refused(#[n(0)] RefusalCode),
}

/// One enrolled device, as every other device may know it.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub struct RosterEntry {
    #[n(0)]
    pub device: DeviceId,
    #[cbor(n(1), with = "minicbor::bytes")]
    pub key: [u8; 32],
    #[n(2)]
    pub person: String,
    #[n(3)]
    pub device_name: String,
    #[n(4)]
    pub role: String,
    /// What this device's order numbers begin with.
    #[n(5)]
    pub prefix: String,
    /// Milliseconds since 1970.
    #[n(6)]
    pub revoked_at: Option<u64>,
    /// How far this device has stored the log.
    #[n(7)]
    pub seen: Sequence,
}

#[derive(Clone, Debug, Default, PartialEq, Eq, Encode, Decode)]
#[cbor(transparent)]
pub struct Roster(#[n(0)] pub Vec<RosterEntry>);

impl Roster {
    pub fn find(&self, device: DeviceId) -> Option<&RosterEntry> {
        self.0.iter().find(|entry| entry.device == device)
    }
}

/// How far a device has read one scope.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode)]
pub struct ScopeCursor {
    #[n(0)]
    pub scope: u16,
    #[n(1)]
    pub cursor: Sequence,
}

#[derive(Clone, PartialEq, Eq, Encode, Decode)]
pub struct Pair {
    #[n(0)]
    pub protocol: u16,
    #[cbor(n(1), with = "minicbor::bytes")]
    pub secret: [u8; 16],
    #[n(2)]
    pub device: DeviceId,
    #[cbor(n(3), with = "minicbor::bytes")]
    pub key: [u8; 32],
    #[n(4)]
    pub device_name: String,
    #[n(5)]
    pub person: String,
    #[cbor(n(6), with = "minicbor::bytes")]
    pub signature: [u8; 64],
}

impl core::fmt::Debug for Pair {
    /// The secret stays out of every log.
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.debug_struct("Pair").field("protocol", &self.protocol).field("device", &self.device).finish_non_exhaustive()
    }
}

#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub struct Hello {
    #[n(0)]
    pub protocol: u16,
    #[n(1)]
    pub shop: ShopId,
    #[n(2)]
    pub device: DeviceId,
    #[n(3)]
    pub replica: ReplicaId,
    #[n(4)]
    pub epoch: u64,
    #[n(5)]
    pub scopes: Vec<ScopeCursor>,
    /// The highest place this replica knows one of its own changes to have.
    #[n(6)]
    pub own_high: Sequence,
    #[cbor(n(7), with = "minicbor::bytes")]
    pub signature: [u8; 64],
}

impl Hello {
    /// A scope that is not named starts from nothing.
    pub fn cursor(&self) -> Sequence {
        let whole = |scope: &&ScopeCursor| scope.scope == WHOLE_SHOP;
        self.scopes.iter().find(whole).map_or(Sequence::ZERO, |scope| scope.cursor)
    }
}

/// Batches are counted from zero on each connection and must arrive in turn.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub struct Push {
    #[n(0)]
    pub batch: u32,
    #[n(1)]
    pub changes: Vec<SignedChange>,
}

/// "I have stored everything up to `cursor`; send me up to `pages` more."
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode)]
pub struct Credit {
    #[n(0)]
    pub cursor: Sequence,
    #[n(1)]
    pub pages: u16,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode)]
pub struct Ping {
    #[n(0)]
    pub at: u64,
}

/// From a device to the relay.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub enum ToRelay {
    #[n(0)]
    Pair(#[n(0)] Pair),
    #[n(1)]
    Hello(#[n(0)] Hello),
    #[n(2)]
    Push(#[n(0)] Push),
    #[n(3)]
    Credit(#[n(0)] Credit),
    #[n(4)]
    Ping(#[n(0)] Ping),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode)]
pub struct Challenge {
    #[n(0)]
    pub oldest: u16,
    #[n(1)]
    pub newest: u16,
    #[cbor(n(2), with = "minicbor::bytes")]
    pub nonce: [u8; 32],
}

#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub struct Paired {
    #[n(0)]
    pub shop: ShopId,
    #[n(1)]
    pub shop_name: String,
    #[n(2)]
    pub epoch: u64,
    #[n(3)]
    pub role: String,
    #[n(4)]
    pub prefix: String,
}

#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub struct Welcome {
    #[n(0)]
    pub epoch: u64,
    #[n(1)]
    pub head: Sequence,
    #[n(2)]
    pub role: String,
    #[n(3)]
    pub roster: Roster,
}

impl Welcome {
    /// Where reading goes on. A cursor from another epoch, or from beyond the relay's head, says nothing
    /// about this log: both ends then start from the beginning.
    pub fn resume_from(&self, epoch: u64, cursor: Sequence) -> Sequence {
        if epoch == self.epoch && cursor <= self.head { cursor } else { Sequence::ZERO }
    }
}

/// Everything in `span` this device does not have yet; it may be nothing.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub struct Page {
    #[n(0)]
    pub span: Span,
    #[n(1)]
    pub head: Sequence,
    #[n(2)]
    pub changes: Vec<Numbered>,
}

/// The fate of a batch. `span` is there when the batch filled the log right behind what this device
/// was sent, so its cursor may move without a page.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub struct Pushed {
    #[n(0)]
    pub batch: u32,
    #[n(1)]
    pub outcomes: Vec<Outcome>,
    #[n(2)]
    pub span: Option<Span>,
}

/// Another device has stored the log up to `cursor`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode)]
pub struct Seen {
    #[n(0)]
    pub device: DeviceId,
    #[n(1)]
    pub cursor: Sequence,
}

/// The answer to a ping; `head` lets a device notice that a page got lost.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode)]
pub struct Pong {
    #[n(0)]
    pub at: u64,
    #[n(1)]
    pub head: Sequence,
}

/// From the relay to a device.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub enum ToDevice {
    #[n(0)]
    Challenge(#[n(0)] Challenge),
    #[n(1)]
    Paired(#[n(0)] Paired),
    #[n(2)]
    Welcome(#[n(0)] Welcome),
    #[n(3)]
    Page(#[n(0)] Page),
    #[n(4)]
    Pushed(#[n(0)] Pushed),
    #[n(5)]
    Roster(#[n(0)] Roster),
    #[n(6)]
    Seen(#[n(0)] Seen),
    #[n(7)]
    Pong(#[n(0)] Pong),
    #[n(8)]
    Bye(#[n(0)] ByeCode),
}
