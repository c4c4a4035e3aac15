//! Filling a push or a page up to its budget.

use crate::id::ChangeHash;
use crate::limits::MAX_CHANGES;
use crate::message::{Numbered, SignedChange};
use core::iter::Peekable;

/// Document, signature, place and the CBOR heads around one change, rounded up.
const OVERHEAD: usize = 104;

/// How many bytes something takes in a frame, at most.
pub trait Weigh {
    fn weight(&self) -> usize;
}

impl Weigh for SignedChange {
    fn weight(&self) -> usize {
        OVERHEAD + self.change.len()
    }
}

impl Weigh for Numbered {
    fn weight(&self) -> usize {
        self.change.weight()
    }
}

impl Weigh for (ChangeHash, SignedChange) {
    fn weight(&self) -> usize {
        self.1.weight()
    }
}

/// What is left of a budget of bytes and changes. The first change always fits, so nothing can get stuck.
#[derive(Clone, Copy, Debug)]
pub struct Room {
    bytes: usize,
    changes: usize,
    empty: bool,
}

impl Room {
    pub const fn new(bytes: usize) -> Self {
        Self { bytes, changes: MAX_CHANGES, empty: true }
    }

    /// Takes the change's place if it fits. After the first `false`, stop and start a new pack.
    pub fn take(&mut self, change: &impl Weigh) -> bool {
        let weight = change.weight();
        let fits = self.empty || (weight <= self.bytes && self.changes > 0);
        if fits {
            self.bytes = self.bytes.saturating_sub(weight);
            self.changes -= 1;
            self.empty = false;
        }
        fits
    }
}

/// Takes from `changes` what fits into `bytes`; the rest stays in the iterator.
pub fn pack<T: Weigh>(changes: &mut Peekable<impl Iterator<Item = T>>, bytes: usize) -> Vec<T> {
    let mut room = Room::new(bytes);
    let mut packed = Vec::new();
    while let Some(change) = changes.next_if(|change| room.take(change)) {
        packed.push(change);
    }
    packed
}
