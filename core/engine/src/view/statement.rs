//! Bank statements on a screen: a file before it is imported, and what was imported.

use serde::Serialize;
use uuid::Uuid;

use crate::command::RefusalView;

/// One line of a statement.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct BankLineRow {
    pub id: Uuid,
    /// `2025-11-24`, or empty while the bank has not posted it.
    pub date: String,
    pub text: String,
    /// Rupiah; below zero when it left the account.
    #[cfg_attr(feature = "typescript", ts(type = "number"))]
    pub amount: i64,
}

/// A row of the file that is not imported, and why.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct ProblemRow {
    /// As a spreadsheet numbers it, from 1.
    pub row: u32,
    /// A stable code such as `statement.date_unreadable`.
    pub code: String,
    /// What stands there.
    pub text: String,
}

/// What would come of a file. Nothing is saved by looking.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct PreviewStatementView {
    /// Why nothing would be imported; empty when something would.
    pub refusals: Vec<RefusalView>,
    /// `bca_personal`, `bca_business`, `mandiri`, `generic`; empty when it could not be read.
    pub shape: String,
    /// As the file says it, or empty.
    pub account: String,
    /// The first and the last day in it, or empty.
    pub from: String,
    pub to: String,
    /// Lines that are not here yet, with how much of them came in; and lines that are.
    pub fresh: u32,
    pub credits: u32,
    #[cfg_attr(feature = "typescript", ts(type = "number"))]
    pub credited: i64,
    pub known: u32,
    /// The first of the new lines.
    pub lines: Vec<BankLineRow>,
    /// The first of the rows that are not imported, and how many there are.
    pub problems: Vec<ProblemRow>,
    pub problem_count: u32,
}

/// One import, however many records it became.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct ImportRow {
    pub import: Uuid,
    pub account: String,
    pub file: String,
    pub shape: String,
    pub lines: u32,
    #[cfg_attr(feature = "typescript", ts(type = "number"))]
    pub imported_at: i64,
    /// Who and at which device.
    pub person: String,
    pub device_name: String,
    pub withdrawn: bool,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct StatementsView {
    /// Newest first.
    pub imports: Vec<ImportRow>,
}
