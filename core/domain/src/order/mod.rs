//! An order: who buys what, where it goes, how it travels, and what has happened to it.

pub mod attach;
pub mod cancel;
mod draft;
mod fill;
pub mod note;
mod number;
mod read;
pub mod revise;
pub mod ship;
mod standing;
pub mod take;
#[cfg(test)]
pub(crate) mod testing;

pub use attach::FileKind;
pub use draft::{AddressDraft, LineDraft, OrderDraft};
pub use fill::{Filled, fill};
pub use number::OrderNumber;
pub use read::{Line, Order};
pub use revise::FieldChange;
pub use standing::{Standing, standing};
