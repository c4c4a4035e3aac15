//! A bank's export read: the header found, each row a line or a problem with its number, and nothing guessed.

use chrono::NaiveDate;

use super::body::{Body, Setting};
use super::column::Columns;
use super::day::{Day, Sequence};
use super::{Line, day};
use crate::grid::{Row, rows};

/// More text and more rows than a shop's year at one bank.
const BYTES: usize = 4 * 1024 * 1024;
const ROWS: usize = 10_000;
/// Rows in which the header must have come.
const PREAMBLE: usize = 60;
const DELIMITERS: &[char] = &[',', ';', '\t', '|'];
const RUPIAH: &[&str] = &["idr", "rp", ""];
/// Ends of the words before the number of an account and of the currency.
const ACCOUNT: &[&str] = &["no. rekening", "no rekening", "nomor rekening", "account no"];
const CURRENCY: &[&str] = &["kode mata uang", "mata uang", "currency"];

/// Whose export it looks like.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shape {
    BcaPersonal,
    BcaBusiness,
    Mandiri,
    Generic,
}

impl Shape {
    pub fn code(self) -> &'static str {
        match self {
            Self::BcaPersonal => "bca_personal",
            Self::BcaBusiness => "bca_business",
            Self::Mandiri => "mandiri",
            Self::Generic => "generic",
        }
    }

    fn of(columns: &Columns) -> Self {
        match (columns.branch, columns.amount, columns.side) {
            (Some(_), Some(_), Some(_)) => Self::BcaPersonal,
            (Some(_), Some(_), None) => Self::BcaBusiness,
            _ if columns.account.is_some() && columns.debit.is_some() && columns.credit.is_some() => Self::Mandiri,
            _ => Self::Generic,
        }
    }

    pub(super) fn is_bca(self) -> bool {
        matches!(self, Self::BcaPersonal | Self::BcaBusiness)
    }
}

/// A row that is not imported, and why.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// As a spreadsheet numbers it, from 1.
    pub row: u32,
    /// Stable, such as `statement.date_unreadable`.
    pub code: &'static str,
    /// What stands there.
    pub text: String,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reading {
    pub shape: Shape,
    /// As the file says it, or empty.
    pub account: String,
    /// In the sequence of the file.
    pub lines: Vec<Line>,
    pub problems: Vec<Problem>,
}

/// Why nothing of a file can be imported.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Unreadable {
    #[error("there is nothing in it")]
    Empty,
    #[error("it is no statement of a bank")]
    NotAStatement,
    #[error("it is longer than a shop's year")]
    TooLong,
    #[error("the account is not in rupiah")]
    OtherCurrency,
    #[error("nothing says which way the money went")]
    NoDirection,
}

impl Unreadable {
    pub const fn code(self) -> &'static str {
        match self {
            Self::Empty => "statement.empty",
            Self::NotAStatement => "statement.unreadable",
            Self::TooLong => "statement.too_long",
            Self::OtherCurrency => "statement.other_currency",
            Self::NoDirection => "statement.no_direction",
        }
    }
}

/// `today` is the day in the shop, for dates that name no year.
pub fn read(text: &str, today: NaiveDate) -> Result<Reading, Unreadable> {
    let text = text.trim_start_matches('\u{FEFF}');
    if text.len() > BYTES {
        return Err(Unreadable::TooLong);
    }
    if text.trim().is_empty() {
        return Err(Unreadable::Empty);
    }
    let (delimiter, columns) = header(text).ok_or(Unreadable::NotAStatement)?;
    let all: Vec<_> = rows(text, delimiter).take(ROWS + PREAMBLE + 1).collect();
    if all.len() > ROWS + PREAMBLE {
        return Err(Unreadable::TooLong);
    }
    let at = all.iter().position(|row| Columns::of(row).as_ref() == Some(&columns)).unwrap_or_default();
    let (preamble, table) = all.split_at(at);
    table_of(preamble, table, columns, today)
}

/// The delimiter under which the text has a header, and that header. The one that tells most, where several do.
fn header(text: &str) -> Option<(char, Columns)> {
    let under = |delimiter: char| rows(text, delimiter).take(PREAMBLE).find_map(|row| Columns::of(&row));
    let found = DELIMITERS.iter().filter_map(|delimiter| Some((*delimiter, under(*delimiter)?)));
    found.max_by_key(|(_, columns)| columns.weight())
}

fn table_of(preamble: &[Row], table: &[Row], columns: Columns, today: NaiveDate) -> Result<Reading, Unreadable> {
    let told = |words| preamble.iter().find_map(|row| told(row, words));
    let currency = told(CURRENCY).unwrap_or_default();
    if !RUPIAH.contains(&currency.to_lowercase().as_str()) {
        return Err(Unreadable::OtherCurrency);
    }
    let (header, data) = table.split_first().ok_or(Unreadable::NotAStatement)?;
    let shape = Shape::of(&columns);
    let sequence = sequence(data, columns.date);
    let setting =
        Setting { columns, header: header.clone(), sequence, period: preamble.iter().find_map(period), today };
    let mut body = Body::new(setting, told(ACCOUNT).unwrap_or_default());
    for row in data {
        body.take(row);
    }
    let (account, lines, problems) = body.finish()?;
    if lines.is_empty() && problems.is_empty() {
        Err(Unreadable::Empty)
    } else {
        Ok(Reading { shape, account, lines, problems })
    }
}

/// What stands behind one of these words: `No. rekening : 0111222333`, also over cells.
fn told(row: &Row, words: &[&str]) -> Option<String> {
    let line = row.said().collect::<Vec<_>>().join(" ");
    let lower = line.to_lowercase();
    let word = words.iter().find(|word| lower.starts_with(*word))?;
    let rest = line.get(word.len()..)?.trim_matches(|c: char| c.is_whitespace() || ".:='".contains(c));
    Some(rest.to_owned())
}

/// `Periode : 01/11/2025 - 24/11/2025`
fn period(row: &Row) -> Option<(NaiveDate, NaiveDate)> {
    let line = row.said().collect::<Vec<_>>().join(" ").to_lowercase();
    let rest = line.strip_prefix("periode").or_else(|| line.strip_prefix("period"))?;
    let mut days = rest.split([' ', ':', '=']).filter_map(|word| match day::read(word, Sequence::DayFirst) {
        Some(Day::On(date)) => Some(date),
        Some(Day::Yearless { .. } | Day::Pending) | None => None,
    });
    Some((days.next()?, days.next()?)).filter(|(from, to)| from <= to)
}

fn sequence(table: &[Row], days: usize) -> Sequence {
    let month_first = table.iter().any(|row| day::is_month_first(row.cell(days)));
    if month_first { Sequence::MonthFirst } else { Sequence::DayFirst }
}
