//! The hybrid logical clock's reading: milliseconds with a counter, so that an effect never sorts before its cause.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

/// How far ahead of our own clock another device's reading may pull it. Beyond this its clock is simply wrong,
/// and following it would date the whole shop's facts into the future.
const MOST_DRIFT_MILLIS: u64 = 24 * 60 * 60 * 1000;

/// A reading of the hybrid logical clock. Ties between devices are broken by device id.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default, Serialize, Deserialize)]
#[serde(into = "String", try_from = "String")]
pub struct Stamp {
    /// Milliseconds since 1970 UTC.
    pub millis: u64,
    pub counter: u16,
}

impl Stamp {
    pub fn new(millis: u64, counter: u16) -> Self {
        Self { millis, counter }
    }

    /// The next reading for something done now, after everything this clock has seen.
    #[must_use]
    pub fn tick(self, now_millis: u64) -> Self {
        if now_millis > self.millis {
            return Self::new(now_millis, 0);
        }
        match self.counter.checked_add(1) {
            Some(counter) => Self::new(self.millis, counter),
            None => Self::new(self.millis + 1, 0),
        }
    }

    /// This reading if it follows `other`, and otherwise the next one behind that.
    #[must_use]
    pub fn after(self, other: Self) -> Self {
        if self > other { self } else { other.tick(self.millis) }
    }

    /// This clock after it has seen `other`, which it follows only within a day of its own time.
    #[must_use]
    pub fn observe(self, other: Self, now_millis: u64) -> Self {
        if other.millis > now_millis.saturating_add(MOST_DRIFT_MILLIS) { self } else { self.max(other) }
    }
}

impl fmt::Display for Stamp {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:012x}-{:04x}", self.millis, self.counter)
    }
}

impl From<Stamp> for String {
    fn from(stamp: Stamp) -> Self {
        stamp.to_string()
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not a clock reading")]
pub struct StampError;

impl FromStr for Stamp {
    type Err = StampError;

    fn from_str(text: &str) -> Result<Self, StampError> {
        let (millis, counter) = text.split_once('-').ok_or(StampError)?;
        let millis = u64::from_str_radix(millis, 16).map_err(|_| StampError)?;
        let counter = u16::from_str_radix(counter, 16).map_err(|_| StampError)?;
        Ok(Self { millis, counter })
    }
}

impl TryFrom<String> for Stamp {
    type Error = StampError;

    fn try_from(text: String) -> Result<Self, StampError> {
        text.parse()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_effect_sorts_after_its_cause_even_when_the_phone_clock_runs_behind() {
        let cause = Stamp::new(5_000, 3);
        let effect = Stamp::default().observe(cause, 4_000).tick(4_000);
        assert!(effect > cause);
    }

    #[test]
    fn a_clock_years_ahead_does_not_drag_the_others_along() {
        let wrong = Stamp::new(4_000_000_000_000, 0);
        let mine = Stamp::new(1_790_000_000_000, 0);
        assert_eq!(mine.observe(wrong, 1_790_000_000_001), mine);
    }

    #[test]
    fn a_reading_survives_being_written_down() {
        let stamp = Stamp::new(1_790_000_000_123, 42);
        assert_eq!(stamp.to_string().parse(), Ok(stamp));
        assert!(Stamp::new(15, 0).to_string() < Stamp::new(16, 0).to_string());
    }

    #[test]
    fn the_counter_spills_into_the_next_millisecond() {
        assert_eq!(Stamp::new(7, u16::MAX).tick(7), Stamp::new(8, 0));
    }
}
