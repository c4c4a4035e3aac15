//! How many pairs a cell holds, and how many of them are spoken for.

use crate::values::Size;

/// One cell of one pool. Below zero on the shelf means that more left than was ever counted in.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Level {
    /// Pairs on the shelf: the latest count, and what came and went since.
    pub on_hand: i64,
    /// Pairs on the shelf that open orders hold, whenever they began to: a count finds them there, too.
    pub reserved: i64,
}

impl Level {
    /// Pairs that can still be sold; below zero, somebody goes without.
    pub const fn left(self) -> i64 {
        self.on_hand.saturating_sub(self.reserved)
    }
}

/// What is known here of a pool's cells, by colour and size. Nothing of one that nobody ever counted or filled.
pub type Known<'a> = &'a dyn Fn(&str, Size) -> Option<Level>;
