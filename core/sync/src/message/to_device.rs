//! What the relay says to a device.

use super::{Numbered, Outcome, Roster, Span};
use crate::code::ByeCode;
use crate::id::{DeviceId, Sequence, ShopId};
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
