//! What is said on the wire, in both directions. Fields are numbered: new ones are optional and come last.

mod card;
mod file;
mod roster;
mod to_device;
mod to_relay;

pub use card::{Boot, BootMark, Card, Cards, Stretch};
pub use file::{FileHave, FilePart, FileWant};
pub use roster::{ROSTER_DIGEST, Roster, RosterEntry};
pub use to_device::{
    Ancestor, Challenge, Heard, HeardOf, Leave, Looking, Page, Paired, Pong, Proof, Pushed, Seen, ToDevice, Welcome,
};
pub use to_relay::{Credit, Fetch, Hello, Latest, Look, Pair, Ping, Push, Reconcile, ScopeCursor, ToRelay};

use crate::code::RefusalCode;
use crate::id::{DocumentId, Sequence};
use minicbor::{Decode, Encode};

/// The protocol this build speaks.
pub const PROTOCOL: u16 = 2;
/// The oldest protocol this build still understands, on both ends.
pub const OLDEST_PROTOCOL: u16 = 1;
/// Since this protocol: cards, proofs, scopes, files, presence.
pub const SCOPED: u16 = 2;
/// In a hello of protocol 1: every document of the shop.
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
    /// What of the shop its document belongs to; since protocol 2.
    #[n(2)]
    pub scope: Option<u16>,
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
