//! Moments as a sheet writes them: in the shop's time zone, in a form that every spreadsheet reads as a date.

use chrono::{DateTime, Datelike, TimeDelta, Timelike};

/// Western Indonesian time, which keeps no summer.
const AHEAD: TimeDelta = TimeDelta::hours(7);

/// Seconds since 1970 as clocks in the shop show them, from milliseconds since 1970 UTC.
pub(crate) fn local_seconds(millis: i64) -> i64 {
    millis.div_euclid(1000).saturating_add(AHEAD.num_seconds())
}

/// `2025-11-24 14:05`; nothing for a moment that no calendar has.
pub(crate) fn words(millis: i64) -> String {
    let Some(at) = DateTime::from_timestamp(local_seconds(millis), 0) else { return String::new() };
    format!("{:04}-{:02}-{:02} {:02}:{:02}", at.year(), at.month(), at.day(), at.hour(), at.minute())
}

#[cfg(test)]
mod tests {
    use super::words;

    #[test]
    fn a_moment_is_written_as_clocks_in_bandung_show_it() {
        assert_eq!(words(1_763_967_900_000), "2025-11-24 14:05");
        assert_eq!(words(0), "1970-01-01 07:00");
        assert_eq!(words(i64::MAX), "");
    }
}
