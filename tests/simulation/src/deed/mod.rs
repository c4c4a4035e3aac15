//! What people do: valid and impossible things, by roles that may and that may not, again and again.

mod attach;
mod buyers;
mod choose;
mod contact;
mod goods;
mod meet;
mod money;
mod open;
mod order;
mod press;
mod product;
mod recap;
mod shelf;
mod take;

use tapak_engine::command::Command;

pub(crate) use attach::file_hash;
pub(crate) use buyers::Buyers;
pub(crate) use meet::{Meeting, Row};
pub(crate) use open::record_of;

/// How a command has to end.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Expect {
    Done,
    /// Among others with this code.
    Refused(&'static str),
    /// It depends on what others did meanwhile.
    Either,
    /// The role may not, but the app was tampered with: if it is done here, the relay does not take it.
    InVain,
}

/// A command, and the words by which its effect can be found again.
#[derive(Debug, Clone)]
pub(crate) struct Deed {
    pub(crate) command: Command,
    pub(crate) expect: Expect,
    pub(crate) mark: String,
    /// How much of the record's history was on the screen: all of that comes before it.
    pub(crate) seen: usize,
}
