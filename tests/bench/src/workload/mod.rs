//! The work: orders as the shop writes them, each taken and then changed six times.

mod change;
mod take;

pub(crate) use change::{is_last, last_changes};
pub(crate) use take::{draft, index_of};
