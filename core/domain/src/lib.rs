//! What the business means: nouns, verbs, standing, policy. Pure: no clock, no SQL, no Automerge.
//!
//! A verb decides: it takes the record as it stands, what a person asked and a [`Context`], and returns edits or
//! named refusals. Everything else (what an order's standing is, who may state a fact) is derived here from facts.

pub mod chat;
pub mod contact;
pub mod context;
mod form;
mod grid;
pub mod order;
pub mod place;
pub mod policy;
pub mod product;
pub mod recap;
pub mod record;
pub mod refusal;
pub mod shop;
pub mod stamp;
pub mod statement;
pub mod stock;
pub mod tariff;
pub mod values;

pub use context::{Actor, Context};
pub use policy::{Authority, Role};
pub use record::{DeviceId, Edit, Fact, Noun, Record};
pub use refusal::Refusal;
pub use stamp::Stamp;
