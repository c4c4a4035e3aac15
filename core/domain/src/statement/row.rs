//! One row of the table made a line: its cells put back where they belong, its amount with the side it stands on.

use chrono::NaiveDate;

use super::Line;
use super::body::TEXT;
use super::column::Columns;
use super::number::{self, Amount, Side};
use crate::grid::Row;
use crate::values::clean;

/// The largest amount of one order, in rupiah; more is no payment to this shop.
const MOST: i64 = 999_999_999;
const SEN: i64 = 100;
const RUPIAH: &[&str] = &["", "idr", "rp"];

/// A line whose amount may still lack its side.
#[derive(Debug, Clone)]
pub(super) struct Draft {
    /// The amount above zero, whichever side it is on.
    pub(super) line: Line,
    pub(super) side: Option<Side>,
}

type Code = &'static str;

/// With the account the row names, or an empty text.
pub(super) fn draft(row: &Row, columns: &Columns, date: Option<NaiveDate>) -> Result<(Draft, String), Code> {
    let row = &fitted(row, columns)?;
    let cell = |at: Option<usize>| at.map_or("", |at| row.cell(at));
    if !RUPIAH.contains(&cell(columns.currency).to_lowercase().as_str()) {
        return Err("statement.other_currency");
    }
    let (amount, side) = amount(row, columns)?;
    // Without a balance a line is told apart by less, and no worse read.
    let balance = columns.balance.and_then(|at| number::read(row.cell(at)).ok().flatten());
    let account = cell(columns.account).trim_start_matches('\'').to_owned();
    let line =
        Line { row: row.number, date, text: text(row, columns), amount: whole(amount)?, balance: balance.map(signed) };
    Ok((Draft { line, side }, account))
}

fn text(row: &Row, columns: &Columns) -> String {
    let mut parts: Vec<&str> = Vec::new();
    for at in &columns.text {
        let part = row.cell(*at).trim_start_matches('\'');
        if !parts.iter().any(|before| before.contains(part)) {
            parts.push(part);
        }
    }
    let said: String = parts.join(" ").chars().take(TEXT).collect();
    clean(&said, TEXT).unwrap_or_default()
}

fn amount(row: &Row, columns: &Columns) -> Result<(Amount, Option<Side>), Code> {
    let read = |at: Option<usize>| {
        at.map_or(Ok(None), |at| number::read(row.cell(at))).map_err(|_| "statement.amount_unreadable")
    };
    let said = |amount: &Amount| amount.sen > 0;
    let (debit, credit) = (read(columns.debit)?.filter(said), read(columns.credit)?.filter(said));
    match (debit, credit, read(columns.amount)?.filter(said)) {
        (Some(_), Some(_), _) => Err("statement.both_sides"),
        (Some(debit), None, _) => Ok((debit, Some(Side::Debit))),
        (None, Some(credit), _) if credit.side == Some(Side::Debit) => Err("statement.amount_unreadable"),
        (None, Some(credit), _) => Ok((credit, Some(Side::Credit))),
        (None, None, Some(amount)) => {
            let beside = columns.side.and_then(|at| number::side(row.cell(at)));
            Ok((amount, beside.or(amount.side)))
        }
        (None, None, None) => Err("statement.amount_missing"),
    }
}

/// Sen come with interest and tax, never with what a buyer transfers.
fn whole(amount: Amount) -> Result<i64, Code> {
    match (amount.sen % SEN, amount.sen / SEN) {
        (_, rupiah) if rupiah > MOST => Err("statement.amount_too_large"),
        (0, rupiah) => Ok(rupiah),
        _ => Err("statement.amount_not_whole"),
    }
}

fn signed(balance: Amount) -> i64 {
    if balance.side == Some(Side::Debit) { -balance.sen } else { balance.sen }
}

/// A description with commas and no quotes spills over its cell: it is put together again, if what spilt is no number.
fn fitted(row: &Row, columns: &Columns) -> Result<Row, Code> {
    let used = row.cells.iter().rposition(|cell| !cell.trim().is_empty()).map_or(0, |at| at + 1);
    let spilt = used.saturating_sub(columns.width);
    if spilt == 0 || has_unnamed_balance(row, columns, spilt) {
        return Ok(row.clone());
    }
    let text = columns.text.first().copied().filter(|text| columns.amounts().all(|at| at > *text));
    let Some(text) = text else { return Err("statement.too_many_cells") };
    let is_number = |at: usize| matches!(number::read(row.cell(at)), Ok(Some(_)));
    if (text + 1..=text + spilt).any(is_number) {
        return Err("statement.too_many_cells");
    }
    let mut cells = row.cells[..text].to_vec();
    cells.push(row.cells[text..=text + spilt].join(","));
    cells.extend_from_slice(&row.cells[text + spilt + 1..used]);
    Ok(Row { number: row.number, cells })
}

/// BCA writes the balance into some rows of a table that has no column for it.
fn has_unnamed_balance(row: &Row, columns: &Columns, spilt: usize) -> bool {
    let marked = |at| matches!(number::read(row.cell(at)), Ok(Some(Amount { side: Some(_), .. })));
    let last = number::read(row.cell(columns.width));
    spilt == 1 && columns.balance.is_none() && columns.amount.is_some_and(marked) && matches!(last, Ok(Some(_)))
}
