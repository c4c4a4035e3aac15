//! What a device says to the relay.

use super::{Boot, FilePart, FileWant, ROSTER_DIGEST, SignedChange};
use crate::id::{ChangeHash, DeviceId, DocumentId, ReplicaId, Sequence, ShopId};
use minicbor::{Decode, Encode};

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
    /// Where a cut interrupted the cards.
    #[n(8)]
    pub boot: Option<Boot>,
    /// The roster it has, by its digest: the relay does not send it that again.
    #[cbor(n(9), with = "minicbor::bytes")]
    pub roster: Option<[u8; ROSTER_DIGEST]>,
    /// In the same log the relay has that one there too.
    #[n(10)]
    pub latest: Option<Latest>,
}

/// The change a device has with the highest number, and the number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode)]
pub struct Latest {
    #[n(0)]
    pub seq: Sequence,
    #[n(1)]
    pub hash: ChangeHash,
}

impl Hello {
    /// How far the log is read; every scope that is held is held that far. One that is not named starts from nothing.
    pub fn cursor(&self) -> Sequence {
        self.scopes.iter().map(|scope| scope.cursor).min().unwrap_or_default()
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
    /// The roster it has, by its digest: the relay says it again if it is another one by now.
    #[cbor(n(1), with = "minicbor::bytes")]
    pub roster: Option<[u8; ROSTER_DIGEST]>,
}

/// Send these documents whole, however old they are.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub struct Fetch {
    #[n(0)]
    pub documents: Vec<DocumentId>,
}

/// One round of comparing what both ends have, by ranges.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub struct Reconcile {
    #[cbor(n(0), with = "minicbor::bytes")]
    pub bytes: Vec<u8>,
}

/// The document this device's person has open; `None` when it was closed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode)]
pub struct Look {
    #[n(0)]
    pub document: Option<DocumentId>,
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
    #[n(5)]
    Fetch(#[n(0)] Fetch),
    #[n(6)]
    Reconcile(#[n(0)] Reconcile),
    #[n(7)]
    Look(#[n(0)] Look),
    #[n(8)]
    FilePart(#[n(0)] FilePart),
    #[n(9)]
    FileWant(#[n(0)] FileWant),
    /// A revoked device has handed everything over.
    #[n(10)]
    Left,
}
