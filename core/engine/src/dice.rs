//! Random bytes and fresh ids, all drawn from the entropy handed in.

use rand_chacha::ChaCha12Rng;
use rand_chacha::rand_core::{RngCore, SeedableRng};
use uuid::{Builder, Uuid};

/// How many ids of one millisecond can be told apart by their counter.
const PER_MILLI: u16 = 0x0fff;

#[derive(Debug, Clone)]
pub(crate) struct Dice {
    rng: ChaCha12Rng,
    millis: u64,
    counter: u16,
}

impl Dice {
    pub(crate) fn new(entropy: [u8; 32]) -> Self {
        Self { rng: ChaCha12Rng::from_seed(entropy), millis: 0, counter: 0 }
    }

    pub(crate) fn bytes<const N: usize>(&mut self) -> [u8; N] {
        let mut bytes = [0; N];
        self.rng.fill_bytes(&mut bytes);
        bytes
    }

    pub(crate) fn number(&mut self) -> u64 {
        self.rng.next_u64()
    }

    /// A UUID of version 7 that sorts after every earlier one, so that the lines of an order stay as they were typed.
    pub(crate) fn id(&mut self, now_millis: u64) -> Uuid {
        if now_millis > self.millis {
            (self.millis, self.counter) = (now_millis, 0);
        } else if self.counter == PER_MILLI {
            (self.millis, self.counter) = (self.millis + 1, 0);
        } else {
            self.counter += 1;
        }
        let mut tail: [u8; 10] = self.bytes();
        tail[..2].copy_from_slice(&self.counter.to_be_bytes());
        Builder::from_unix_timestamp_millis(self.millis, &tail).into_uuid()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_sort_as_they_were_drawn_even_within_one_millisecond_and_when_the_clock_goes_back() {
        let mut dice = Dice::new([7; 32]);
        let ids: Vec<_> = (0..10_000).map(|n| dice.id(1_790_000_000_000 - n / 100)).collect();
        assert!(ids.is_sorted_by(|a, b| a < b));
    }
}
