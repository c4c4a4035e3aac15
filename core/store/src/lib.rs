//! One SQLite database per replica: the change log is the ground state, everything a screen lists is projected from it.
//!
//! Only this room speaks SQL. It decides nothing: it keeps what the engine gives it, in the transaction the engine opened.

pub mod bank_line;
pub mod card;
pub mod claim;
mod columns;
pub mod contact;
mod database;
pub mod document;
mod error;
pub mod file;
mod flag;
pub mod invite;
pub mod log;
mod meta;
mod migrate;
pub mod order;
mod performed;
pub mod pick;
pub mod product;
mod purge;
pub mod recap;
pub mod record;
mod roster;
mod search;
pub mod set_aside;
mod settings;
pub mod shared_key;
pub mod statement;
pub mod stock;
mod tally;
pub mod tariff;

pub use database::Store;
pub use error::StoreError;

pub(crate) type Stored<T> = Result<T, StoreError>;
