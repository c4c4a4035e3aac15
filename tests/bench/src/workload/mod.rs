//! The work: orders as the shop writes them, each taken and then changed six times.

mod change;
mod take;

pub(crate) use change::{CHANGES, is_last};
pub(crate) use take::draft;
