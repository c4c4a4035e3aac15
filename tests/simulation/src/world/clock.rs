//! Clocks that are wrong in their own way: hours or days off, and drifting.

/// When every run begins: milliseconds since 1970 UTC.
pub(crate) const OPENING: u64 = 1_790_000_000_000;

const MILLION: i64 = 1_000_000;

/// What a device believes the time to be.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Clock {
    /// Milliseconds ahead of the truth.
    pub(crate) skew: i64,
    /// Millionths by which it runs fast.
    pub(crate) drift: i64,
}

impl Clock {
    pub(crate) fn is_far_off(self) -> bool {
        self.skew.unsigned_abs() > 24 * 60 * 60 * 1000
    }

    /// What this clock shows at a true time.
    pub(crate) fn shows(self, now: u64) -> u64 {
        let elapsed = now.saturating_sub(OPENING).cast_signed();
        now.saturating_add_signed(self.skew + elapsed * self.drift / MILLION)
    }

    /// The true time at which this clock will show `shown`, or a moment later.
    pub(crate) fn truth(self, shown: u64) -> u64 {
        let elapsed = shown.cast_signed() - OPENING.cast_signed() - self.skew;
        OPENING.saturating_add_signed(elapsed.max(0) * MILLION / (MILLION + self.drift) + 1)
    }
}

#[cfg(test)]
mod tests {
    use super::{Clock, OPENING};

    #[test]
    fn an_alarm_rings_when_the_wrong_clock_shows_its_time() {
        for clock in
            [Clock { skew: -7_200_000, drift: 90 }, Clock { skew: 7_200_000, drift: -200 }, Clock { skew: 0, drift: 0 }]
        {
            for passed in [0, 1, 999, 60_000, 3_600_001] {
                let shown = clock.shows(OPENING + passed) + 15_000;
                let rings = clock.truth(shown);
                assert!(clock.shows(rings) >= shown);
                assert!(rings <= OPENING + passed + 15_000 + 10, "it does not ring late");
            }
        }
    }
}
