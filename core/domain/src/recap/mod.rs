//! A rekap: a batch of claims, frozen by time, to be seen on one complete sheet. Every claim is counted in exactly one.

mod entry;
pub mod freeze;
mod read;

pub use entry::Entry;
pub use read::{Frozen, Recap};

/// The fact that freezes a part of a batch.
pub const FROZEN: &str = "frozen";
