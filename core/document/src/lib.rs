//! How facts merge: one Automerge document per record, to and from domain records. The only room that sees Automerge.

mod change;
mod document;
mod error;
mod genesis;
mod plausible;
mod read;
mod schema;
mod write;

pub use change::{Author, ChangeHash, ChangeInfo, Incarnation};
pub use document::{Document, NewChange};
pub use error::DocumentError;
pub use schema::Schema;
