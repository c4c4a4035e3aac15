//! One number for a set of changes, whatever sequence they came in: two ends with the same number have the same changes.
//!
//! Each change is hashed with its document, and the hashes are added modulo 2^256, so that adding and taking away cost
//! the same whatever the size of the set, and nobody can pick changes whose hashes cancel out.

use crate::id::{ChangeHash, DocumentId};
use core::fmt;
use minicbor::{Decode, Encode};
use sha2::{Digest, Sha256};

const LIMBS: usize = 4;

/// Of a set of (document, change). The empty set's is zero.
#[derive(Clone, Copy, Default, PartialEq, Eq, Encode, Decode)]
#[cbor(transparent)]
pub struct Fingerprint(#[cbor(n(0), with = "minicbor::bytes")] [u8; 32]);

impl Fingerprint {
    pub const EMPTY: Self = Self([0; 32]);

    /// Of one change alone.
    pub fn of(document: DocumentId, change: ChangeHash) -> Self {
        let mut hash = Sha256::new();
        hash.update(document.as_bytes());
        hash.update(change.as_bytes());
        Self(hash.finalize().into())
    }

    pub const fn from_bytes(bytes: [u8; 32]) -> Self {
        Self(bytes)
    }

    pub const fn as_bytes(&self) -> &[u8; 32] {
        &self.0
    }

    /// Of both sets together, which must have nothing in common.
    #[must_use]
    pub fn plus(self, other: Self) -> Self {
        self.each_limb(other, add)
    }

    /// Of this set without the other, which must lie in it.
    #[must_use]
    pub fn minus(self, other: Self) -> Self {
        self.each_limb(other, subtract)
    }

    fn each_limb(self, other: Self, step: fn(u64, u64, bool) -> (u64, bool)) -> Self {
        let (mut sum, mut carry) = ([0; 32], false);
        for limb in 0..LIMBS {
            let at = limb * 8..limb * 8 + 8;
            let (value, over) = step(word(&self.0[at.clone()]), word(&other.0[at.clone()]), carry);
            sum[at].copy_from_slice(&value.to_le_bytes());
            carry = over;
        }
        Self(sum)
    }
}

fn add(one: u64, other: u64, carry: bool) -> (u64, bool) {
    let (sum, over) = one.overflowing_add(other);
    let (sum, again) = sum.overflowing_add(u64::from(carry));
    (sum, over || again)
}

fn subtract(one: u64, other: u64, borrow: bool) -> (u64, bool) {
    let (rest, under) = one.overflowing_sub(other);
    let (rest, again) = rest.overflowing_sub(u64::from(borrow));
    (rest, under || again)
}

fn word(bytes: &[u8]) -> u64 {
    bytes.iter().rev().fold(0, |word, byte| word << 8 | u64::from(*byte))
}

impl core::iter::Sum for Fingerprint {
    fn sum<I: Iterator<Item = Self>>(all: I) -> Self {
        all.fold(Self::EMPTY, Self::plus)
    }
}

impl fmt::Display for Fingerprint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

impl fmt::Debug for Fingerprint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Fingerprint({self})")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(n: u8) -> Fingerprint {
        Fingerprint::of(DocumentId::new([n; 16]), ChangeHash::new([n; 32]))
    }

    #[test]
    fn a_set_has_one_fingerprint_whatever_sequence_it_came_in() {
        let there: Fingerprint = (0..100).map(of).sum();
        let back: Fingerprint = (0..100).rev().map(of).sum();
        assert_eq!(there, back);
        assert_ne!(there, (0..99).map(of).sum());
    }

    #[test]
    fn what_is_taken_away_leaves_no_trace() {
        let all: Fingerprint = (0..50).map(of).sum();
        let left = (10..50).map(of).fold(all, Fingerprint::minus);
        assert_eq!(left, (0..10).map(of).sum());
        assert_eq!((0..10).map(of).fold(left, Fingerprint::minus), Fingerprint::EMPTY);
    }

    #[test]
    fn the_same_change_in_another_document_is_another_element() {
        let (document, change) = (DocumentId::new([1; 16]), ChangeHash::new([1; 32]));
        assert_ne!(Fingerprint::of(document, change), Fingerprint::of(DocumentId::new([2; 16]), change));
    }
}
