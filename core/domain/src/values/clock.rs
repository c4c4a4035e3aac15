//! Moments as clocks in the shop show them.

use chrono::{DateTime, Datelike, FixedOffset, Timelike};

/// West Indonesian Time, all year.
const WIB_SECONDS: i32 = 7 * 60 * 60;

/// `24/11/2025 14.05`, from milliseconds since 1970 UTC; empty for a moment that no calendar has.
pub fn date_time(millis: u64) -> String {
    let utc = i64::try_from(millis).ok().and_then(DateTime::from_timestamp_millis);
    let Some((utc, wib)) = utc.zip(FixedOffset::east_opt(WIB_SECONDS)) else { return String::new() };
    let at = utc.with_timezone(&wib);
    format!("{:02}/{:02}/{} {:02}.{:02}", at.day(), at.month(), at.year(), at.hour(), at.minute())
}

#[cfg(test)]
mod tests {
    use super::date_time;

    #[test]
    fn a_moment_is_said_as_it_is_in_bandung() {
        assert_eq!(date_time(1_763_967_900_000), "24/11/2025 14.05");
        assert_eq!(date_time(u64::MAX), "");
    }
}
