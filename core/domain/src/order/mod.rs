//! An order: who buys what, where it goes, how it travels, and what has happened to it.

pub mod ask_cancel;
pub mod attach;
pub mod cancel;
mod channel;
pub mod choose_tracking;
pub mod claim;
pub mod close;
mod conflict;
mod course;
pub mod deliver;
mod draft;
pub mod expire;
mod fill;
mod item_code;
pub mod message;
pub mod note;
mod number;
mod own_code;
pub mod pack;
pub mod print;
mod read;
pub mod refund;
pub mod revise;
pub mod sell;
pub mod send_tracking;
pub mod settle;
pub mod ship;
mod standing;
pub mod take;
pub mod take_back;
#[cfg(test)]
pub(crate) mod testing;
#[cfg(test)]
mod tests;
pub mod total;
mod unique_code;
pub mod verify;

pub use attach::FileKind;
pub use channel::Channel;
pub use claim::ClaimDraft;
pub use conflict::{Conflict, SharedKey, nominal_key};
pub use course::{
    Answer, Asked, Claim, Course, Flag, Label, Money, Outcome, Parcel, Return, Settled, Settlements, Shipment, Totalan,
    Tracking, Verdict,
};
pub use draft::{AddressDraft, LineDraft, OrderDraft};
pub use fill::{Filled, fill};
pub use item_code::{claims_item_code, is_item_code, item_code};
pub use number::{OrderNumber, place, prefix};
pub use own_code::{claims_own_code, number_in, own_code};
pub use pack::PackedBy;
pub use print::Paper;
pub use read::{Line, Order};
pub use revise::FieldChange;
pub use ship::ShipmentDraft;
pub use standing::{Stage, Standing, standing};
pub use take_back::ReturnFor;
pub use unique_code::CodeBlock;
pub use verify::VerdictDraft;
