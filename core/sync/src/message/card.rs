//! Cards: a document as it stands now, instead of its history, for a device that is new or was long away.

use crate::fingerprint::Fingerprint;
use crate::id::{DocumentId, Sequence};
use minicbor::{Decode, Encode};

/// One document as the relay has it: what lists show of it, and all its changes unless it is old and closed.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub struct Card {
    #[n(0)]
    pub document: DocumentId,
    #[n(1)]
    pub scope: u16,
    /// The number of the latest change in it.
    #[n(2)]
    pub seq: Sequence,
    /// Of all changes up to `seq`.
    #[n(3)]
    pub fingerprint: Fingerprint,
    /// What lists show, as the relay's host projected it; opaque here.
    #[cbor(n(4), with = "minicbor::bytes")]
    pub row: Vec<u8>,
    /// The document's chunks, one behind the other. Absent when it is to be fetched once somebody opens it.
    #[cbor(n(5), with = "minicbor::bytes")]
    pub body: Option<Vec<u8>>,
}

/// Where in the sequence of cards something stands: first what is worked on, each rank from the newest document on.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Encode, Decode)]
pub struct BootMark {
    #[n(0)]
    pub rank: u8,
    /// The last document of that rank that is through; `None` before the first.
    #[n(1)]
    pub after: Option<DocumentId>,
}

/// A device being brought up to date by cards. Both ends say it, so that it goes on where a cut interrupted it.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub struct Boot {
    /// Where the cursor stands once the cards are through.
    #[n(0)]
    pub target: Sequence,
    /// Only documents of these scopes that changed after these places.
    #[n(1)]
    pub since: Vec<super::ScopeCursor>,
    #[n(2)]
    pub mark: BootMark,
    /// Documents still to come, once somebody has counted them.
    #[n(3)]
    pub left: Option<u32>,
}

/// A stretch of cards. What was asked for by [`super::Fetch`] comes without a stretch.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub struct Cards {
    #[n(0)]
    pub stretch: Option<Stretch>,
    #[n(1)]
    pub cards: Vec<Card>,
    /// Asked for, and not there to be had.
    #[n(2)]
    pub missing: Vec<DocumentId>,
}

/// Which stretch of the sequence these cards are, and how much is left.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode)]
pub struct Stretch {
    #[n(0)]
    pub from: BootMark,
    #[n(1)]
    pub to: BootMark,
    /// Documents behind this stretch.
    #[n(2)]
    pub left: u32,
    /// This was the last.
    #[n(3)]
    pub done: bool,
}
