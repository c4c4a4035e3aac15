//! What the relay says to a device.

use super::{Boot, Cards, FileHave, FilePart, Numbered, Outcome, Reconcile, Roster, Span};
use crate::code::ByeCode;
use crate::fingerprint::Fingerprint;
use crate::id::{DeviceId, DocumentId, Sequence, ShopId};
use minicbor::{Decode, Encode};

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
    /// What this device may read; nothing in protocol 1, where it is everything.
    #[n(4)]
    pub scopes: Option<Vec<u16>>,
    /// Cards come before pages: what to keep, to go on from after a cut.
    #[n(5)]
    pub boot: Option<Boot>,
    /// The log this relay's goes on from, and how much of it the two share: it was restored from a backup.
    #[n(6)]
    pub before: Option<Ancestor>,
    /// For a device that has missed nothing: what it should have.
    #[n(7)]
    pub proof: Option<Fingerprint>,
    /// In place of the roster, for a device that has it: how far each device has stored the log.
    #[n(8)]
    pub seen: Option<Vec<Seen>>,
    /// The device's latest is another change here: the relay was restored from a backup, and nobody said so. Nothing the
    /// device knows of numbers holds.
    #[n(9)]
    pub parted: Option<bool>,
}

/// An earlier log of the same shop, of which everything up to `kept` is in this one too.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode)]
pub struct Ancestor {
    #[n(0)]
    pub epoch: u64,
    #[n(1)]
    pub kept: Sequence,
}

impl Welcome {
    /// Where reading goes on. A cursor from a log this one does not know, or from beyond the relay's head, says
    /// nothing about this log: both ends then start from the beginning.
    pub fn resume_from(&self, epoch: u64, cursor: Sequence) -> Sequence {
        match self.before {
            _ if self.parted == Some(true) => Sequence::ZERO,
            _ if epoch == self.epoch && cursor <= self.head => cursor,
            Some(before) if epoch == before.epoch => cursor.min(before.kept).min(self.head),
            Some(_) | None => Sequence::ZERO,
        }
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

/// At `cursor`, the end of the log: what the device should have, if both have the same.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode)]
pub struct Proof {
    #[n(0)]
    pub cursor: Sequence,
    #[n(1)]
    pub fingerprint: Fingerprint,
}

/// Another device has this document open, or has closed it. Never stored.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode)]
pub struct Looking {
    #[n(0)]
    pub device: DeviceId,
    #[n(1)]
    pub document: Option<DocumentId>,
}

/// When the relay last heard of devices: all of them, then each that comes or goes. For who runs the shop.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub struct Heard {
    #[n(0)]
    pub devices: Vec<HeardOf>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode)]
pub struct HeardOf {
    #[n(0)]
    pub device: DeviceId,
    /// When it was last connected, in milliseconds since 1970 UTC; nothing while it is.
    #[n(1)]
    pub left_at: Option<u64>,
}

/// To a device that was revoked: hand over what only you have, then go.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode)]
pub struct Leave {
    /// And take everything of the shop off your disk.
    #[n(0)]
    pub wipe: bool,
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
    #[n(9)]
    Cards(#[n(0)] Cards),
    #[n(10)]
    Proof(#[n(0)] Proof),
    #[n(11)]
    Reconcile(#[n(0)] Reconcile),
    #[n(12)]
    Looking(#[n(0)] Looking),
    #[n(13)]
    Leave(#[n(0)] Leave),
    #[n(14)]
    FileHave(#[n(0)] FileHave),
    #[n(15)]
    FilePart(#[n(0)] FilePart),
    #[n(16)]
    Heard(#[n(0)] Heard),
}
