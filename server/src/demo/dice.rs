//! Chance in the demo shop: everything is drawn from one seed, so the same seed gives the same shop.

use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::{RngCore, SeedableRng};
use uuid::Uuid;

#[derive(Debug)]
pub(super) struct Dice(ChaCha8Rng);

impl Dice {
    pub(super) fn new(seed: u64) -> Self {
        Self(ChaCha8Rng::seed_from_u64(seed))
    }

    /// Zero up to, not including, `end`.
    pub(super) fn below(&mut self, end: u32) -> u32 {
        self.0.next_u32() % end.max(1)
    }

    /// Both ends included.
    pub(super) fn between(&mut self, first: u32, last: u32) -> u32 {
        first + self.below(last.saturating_sub(first) + 1)
    }

    pub(super) fn chance(&mut self, percent: u32) -> bool {
        self.below(100) < percent
    }

    pub(super) fn pick<'a, T>(&mut self, table: &'a [T]) -> &'a T {
        &table[self.0.next_u32() as usize % table.len()]
    }

    /// One of the first rows more often than one of the last, as with anything people choose.
    pub(super) fn pick_early<'a, T>(&mut self, table: &'a [T]) -> &'a T {
        let (one, other) = (self.0.next_u32() as usize % table.len(), self.0.next_u32() as usize % table.len());
        &table[one.min(other)]
    }

    pub(super) fn digits(&mut self, count: usize) -> String {
        (0..count).map(|_| char::from(b'0' + self.digit())).collect()
    }

    pub(super) fn entropy(&mut self) -> [u8; 32] {
        let mut bytes = [0; 32];
        self.0.fill_bytes(&mut bytes);
        bytes
    }

    pub(super) fn id(&mut self) -> Uuid {
        let mut bytes = [0; 16];
        self.0.fill_bytes(&mut bytes);
        uuid::Builder::from_random_bytes(bytes).into_uuid()
    }

    fn digit(&mut self) -> u8 {
        u8::try_from(self.below(10)).unwrap_or_default()
    }
}
