//! The two loops, one for a device and one for the relay: inputs and the time in, outputs out.
//!
//! A loop turns what happened into one transaction, and says nothing about it before it is on disk. It holds the
//! pieces together (domain decides, document merges, store keeps, sync speaks) and has no rule of its own.

mod app;
mod buyer;
pub mod command;
mod crew;
mod describe;
pub mod device;
mod dice;
mod documents;
mod fault;
mod fee;
mod hex;
mod label;
mod project;
pub mod recap;
pub mod relay;
pub mod site;
mod statement;
pub mod view;

pub use app::{App, Schema};
pub use fault::Fault;
pub use tapak_domain::place::{DISTRICTS, Places, PlacesError};
pub use tapak_store::{Store, StoreError};
pub use tapak_sync::FileHash;
