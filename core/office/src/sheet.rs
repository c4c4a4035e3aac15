//! A sheet before it is a file: its columns, its rows, what is added up and what only stands beside them.

use serde::{Deserialize, Serialize};

/// What a column holds, and how a spreadsheet shows it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    Text,
    /// Text that runs on, in a wide column.
    Long,
    Count,
    /// Whole rupiah, added up under the rows.
    Money,
    Moment,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct Column {
    pub heading: String,
    pub kind: Kind,
}

impl Column {
    pub fn new(heading: impl Into<String>, kind: Kind) -> Self {
        Self { heading: heading.into(), kind }
    }
}

/// One cell. Moments are milliseconds since 1970 UTC and are written in the shop's time zone.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(tag = "cell", content = "of", rename_all = "snake_case")]
pub enum Cell {
    Empty,
    Text(String),
    Number(#[cfg_attr(feature = "typescript", ts(type = "number"))] i64),
    Moment(#[cfg_attr(feature = "typescript", ts(type = "number"))] i64),
}

impl Cell {
    pub fn text(text: impl Into<String>) -> Self {
        Self::Text(text.into())
    }

    /// What a sum adds of it.
    pub fn number(&self) -> i64 {
        if let Self::Number(number) = self { *number } else { 0 }
    }
}

pub type Row = Vec<Cell>;

#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct Sheet {
    /// What the tab says.
    pub name: String,
    /// What its file says of when it was made, in milliseconds since 1970 UTC.
    #[cfg_attr(feature = "typescript", ts(type = "number"))]
    pub at: i64,
    /// Lines above the table, the first of them its title.
    pub lines: Vec<String>,
    pub columns: Vec<Column>,
    pub rows: Vec<Row>,
    /// The word before the sums under the rows; empty when nothing is added up.
    pub sum: String,
    /// Rows that stand in the sheet and count in no sum, and the line above them.
    pub apart: Option<Apart>,
    /// A second tab that counts and adds up the rows by what a column says.
    pub summary: Option<Summary>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct Apart {
    pub line: String,
    pub rows: Vec<Row>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct Summary {
    pub name: String,
    /// The column by which the rows are grouped.
    pub by: usize,
    /// What that column may say, in the sequence in which it is listed.
    pub groups: Vec<String>,
    /// The heading over how many rows there are.
    pub count: String,
}

impl Sheet {
    /// The columns that are added up, with their places.
    pub(crate) fn summed(&self) -> impl Iterator<Item = (usize, &Column)> {
        let summed = |(_, column): &(usize, &Column)| column.kind == Kind::Money;
        self.columns.iter().enumerate().filter(summed)
    }

    /// Added up over the rows that count.
    pub(crate) fn sum_of(&self, column: usize) -> i64 {
        add(self.rows.iter(), column)
    }
}

pub(crate) fn add<'a>(rows: impl Iterator<Item = &'a Row>, column: usize) -> i64 {
    rows.filter_map(|row| row.get(column)).map(Cell::number).fold(0, i64::saturating_add)
}
