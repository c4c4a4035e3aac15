//! The work: orders as the shop writes them, each taken and then brought to the courier in six changes.

mod course;
mod take;

pub(crate) use course::{Taken, finish, is_last, set_up};
pub(crate) use take::{draft, index_of};
