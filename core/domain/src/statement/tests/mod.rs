//! Statements as banks write them, and files that are none.

mod banks;
mod broken;
mod same;

use chrono::NaiveDate;

use super::{Reading, Unreadable, read};

/// Monday, 24 November 2025 in the shop.
fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2025, 11, 24).unwrap()
}

fn reading(text: &str) -> Reading {
    read(text, today()).unwrap()
}

fn refused(text: &str) -> Unreadable {
    read(text, today()).unwrap_err()
}

/// Each line as `24/11 SITI AMINAH 325417`, `PEND` for what is not posted.
fn said(reading: &Reading) -> Vec<String> {
    let date = |line: &super::Line| line.date.map_or("PEND".to_owned(), |date| date.format("%d/%m/%Y").to_string());
    reading.lines.iter().map(|line| format!("{} {} {}", date(line), line.text, line.amount)).collect()
}

fn problems(reading: &Reading) -> Vec<(u32, &'static str)> {
    reading.problems.iter().map(|problem| (problem.row, problem.code)).collect()
}
