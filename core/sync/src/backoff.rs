//! How long to wait before the next attempt: doubling, capped, and spread so that a shop does not return in step.

const FIRST: u64 = 500;
const LONGEST: u64 = 30_000;

/// The entropy is handed in; the same entropy gives the same waits.
#[derive(Clone, Debug)]
pub struct Backoff {
    attempts: u32,
    entropy: u64,
}

impl Backoff {
    pub const fn new(entropy: u64) -> Self {
        Self { attempts: 0, entropy }
    }

    pub fn stir(&mut self, entropy: u64) {
        self.entropy ^= entropy;
    }

    pub fn reset(&mut self) {
        self.attempts = 0;
    }

    /// Milliseconds until the next attempt: between half of the step and the whole of it.
    pub fn next_delay(&mut self) -> u64 {
        let step = FIRST.checked_shl(self.attempts.min(16)).map_or(LONGEST, |step| step.min(LONGEST));
        self.attempts = self.attempts.saturating_add(1);
        step / 2 + self.roll() % (step / 2 + 1)
    }

    /// One step of splitmix64.
    fn roll(&mut self) -> u64 {
        self.entropy = self.entropy.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.entropy ^ (self.entropy >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }
}
