//! What a device says to the relay.

use super::{SignedChange, WHOLE_SHOP};
use crate::id::{DeviceId, ReplicaId, Sequence, ShopId};
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
