//! Dates as banks write them: with slashes, dashes or month names, with a time behind, without a year, or not posted yet.

use chrono::{DateTime, Datelike, NaiveDate};

/// What a date cell says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Day {
    On(NaiveDate),
    /// Day and month; the period of the statement knows the year.
    Yearless {
        day: u32,
        month: u32,
    },
    /// `PEND`: the bank has the money and has not posted it.
    Pending,
}

/// Whether the day stands before the month. Banks here say so; a file in which that cannot be is the other way round.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Sequence {
    DayFirst,
    MonthFirst,
}

const MONTHS: &[(&str, u32)] = &[
    ("jan", 1),
    ("feb", 2),
    ("mar", 3),
    ("apr", 4),
    ("mei", 5),
    ("may", 5),
    ("jun", 6),
    ("jul", 7),
    ("agu", 8),
    ("ags", 8),
    ("aug", 8),
    ("sep", 9),
    ("okt", 10),
    ("oct", 10),
    ("nov", 11),
    ("nop", 11),
    ("des", 12),
    ("dec", 12),
];
const PENDING: &[&str] = &["pend", "pending"];
const CENTURY: i32 = 2_000;
const WIB_MILLIS: i64 = 7 * 60 * 60 * 1000;
const YEARS: std::ops::Range<i32> = 2_000..2_100;

pub(super) fn read(cell: &str, sequence: Sequence) -> Option<Day> {
    let text = plain(cell);
    if PENDING.contains(&text.as_str()) {
        return Some(Day::Pending);
    }
    let parts = parts(&text);
    match parts[..] {
        [year, month, day] if year.len() == 4 => on(year, number(month)?, number(day)?),
        [first, second, year] => {
            let (day, month) = in_sequence(first, second, sequence)?;
            on(year, month, day)
        }
        [first, second] => {
            let (day, month) = in_sequence(first, second, sequence)?;
            // A leap day stands until the year is known.
            NaiveDate::from_ymd_opt(CENTURY, month, day).map(|_| Day::Yearless { day, month })
        }
        _ => None,
    }
}

/// Is this a date that can only have its month first?
pub(super) fn is_month_first(cell: &str) -> bool {
    let text = plain(cell);
    let parts = parts(&text);
    let [first, second, ..] = parts[..] else { return false };
    let (Some(first), Some(second)) = (number(first), number(second)) else { return false };
    parts.len() <= 3 && (1..=12).contains(&first) && (13..=31).contains(&second)
}

/// The day it is in the shop: Bandung is seven hours ahead of UTC, all year. Milliseconds since 1970 UTC.
pub fn day_in_the_shop(millis: u64) -> NaiveDate {
    let wib = i64::try_from(millis).unwrap_or(i64::MAX).saturating_add(WIB_MILLIS);
    DateTime::from_timestamp_millis(wib).map(|moment| moment.date_naive()).unwrap_or_default()
}

/// The year in which the day lies within the period; without a period the latest that has come.
pub(super) fn with_year(
    day: u32,
    month: u32,
    period: Option<(NaiveDate, NaiveDate)>,
    today: NaiveDate,
) -> Option<NaiveDate> {
    let in_year = |year| NaiveDate::from_ymd_opt(year, month, day);
    let Some((from, to)) = period else {
        let tomorrow = today.succ_opt()?;
        return [today.year() + 1, today.year(), today.year() - 1]
            .into_iter()
            .filter_map(in_year)
            .find(|date| *date <= tomorrow);
    };
    (from.year()..=to.year()).filter_map(in_year).find(|date| (from..=to).contains(date)).or_else(|| in_year(to.year()))
}

/// Without the quote that keeps a spreadsheet's hands off, and without the time of day.
fn plain(cell: &str) -> String {
    let text = cell.trim().trim_start_matches('\'').trim().to_lowercase();
    match text.find(':') {
        Some(colon) => text[..colon].rsplit_once([' ', 't']).map_or(String::new(), |(date, _)| date.trim().to_owned()),
        None => text,
    }
}

fn parts(text: &str) -> Vec<&str> {
    text.split(['/', '-', '.', ' ']).filter(|part| !part.is_empty()).collect()
}

fn in_sequence(first: &str, second: &str, sequence: Sequence) -> Option<(u32, u32)> {
    match (month_name(first), month_name(second), sequence) {
        (Some(month), None, _) => Some((number(second)?, month)),
        (None, Some(month), _) => Some((number(first)?, month)),
        (None, None, Sequence::DayFirst) => Some((number(first)?, number(second)?)),
        (None, None, Sequence::MonthFirst) => Some((number(second)?, number(first)?)),
        (Some(_), Some(_), _) => None,
    }
}

fn month_name(word: &str) -> Option<u32> {
    let letters = word.chars().all(char::is_alphabetic);
    MONTHS.iter().find(|(name, _)| letters && word.starts_with(name)).map(|(_, month)| *month)
}

fn number(text: &str) -> Option<u32> {
    if text.len() <= 2 && text.bytes().all(|b| b.is_ascii_digit()) { text.parse().ok() } else { None }
}

fn on(year: &str, month: u32, day: u32) -> Option<Day> {
    let digits = year.bytes().all(|b| b.is_ascii_digit());
    let year = match (digits, year.len()) {
        (true, 4) => year.parse().ok()?,
        (true, 2) => CENTURY + year.parse::<i32>().ok()?,
        _ => return None,
    };
    YEARS.contains(&year).then(|| NaiveDate::from_ymd_opt(year, month, day)).flatten().map(Day::On)
}

#[cfg(test)]
mod tests {
    use chrono::NaiveDate;

    use super::{Day, Sequence, day_in_the_shop, is_month_first, read, with_year};

    fn date(year: i32, month: u32, day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(year, month, day).unwrap()
    }

    #[test]
    fn one_day_is_written_in_many_ways() {
        for text in [
            "24/11/2025",
            "'24/11/2025",
            "24-11-25",
            "24.11.2025",
            "2025-11-24",
            "2025-11-24 14:05:10",
            "2025-11-24T14:05:10",
            "24 November 2025 14:24:27",
            "24 Nop 2025",
            "24-Nov-25",
            "Nov 24 2025",
            "24/11/2025 09:05",
        ] {
            assert_eq!(read(text, Sequence::DayFirst), Some(Day::On(date(2025, 11, 24))), "{text}");
        }
    }

    #[test]
    fn a_day_that_is_in_no_calendar_is_no_day() {
        for text in ["31/02/2025", "00/11/2025", "24/13/2025", "24/11/1899", "Saldo Awal", "", "24", "1/2/3/4", "45985"]
        {
            assert_eq!(read(text, Sequence::DayFirst), None, "{text}");
        }
    }

    #[test]
    fn the_bank_may_not_have_posted_it_yet() {
        for text in ["PEND", "'PEND", " pend "] {
            assert_eq!(read(text, Sequence::DayFirst), Some(Day::Pending));
        }
    }

    #[test]
    fn a_day_without_a_year_lies_in_the_period_also_over_new_year() {
        assert_eq!(read("'31/12", Sequence::DayFirst), Some(Day::Yearless { day: 31, month: 12 }));
        let period = Some((date(2025, 12, 20), date(2026, 1, 5)));
        let today = date(2026, 1, 5);
        assert_eq!(with_year(31, 12, period, today), Some(date(2025, 12, 31)));
        assert_eq!(with_year(2, 1, period, today), Some(date(2026, 1, 2)));
        assert_eq!(with_year(31, 12, None, today), Some(date(2025, 12, 31)));
        assert_eq!(with_year(29, 2, None, today), None, "there was none in either year");
    }

    #[test]
    fn the_day_begins_at_midnight_in_bandung() {
        assert_eq!(day_in_the_shop(1_764_003_599_000), date(2025, 11, 24));
        assert_eq!(day_in_the_shop(1_764_003_600_000), date(2025, 11, 25));
        assert_eq!(day_in_the_shop(u64::MAX), NaiveDate::default());
    }

    #[test]
    fn a_month_before_its_day_is_told_by_a_day_that_is_no_month() {
        assert!(is_month_first("11/24/2025"));
        assert!(!is_month_first("24/11/2025"));
        assert!(!is_month_first("11/12/2025"));
        assert_eq!(read("11/05/2025", Sequence::MonthFirst), Some(Day::On(date(2025, 11, 5))));
    }
}
