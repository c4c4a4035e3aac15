//! The first tab: lines, the table with its sums, and what stands apart from it.

use std::ops::RangeInclusive;

use rust_xlsxwriter::{Worksheet, XlsxError, cell_range_absolute, quote_sheet_name};

use super::look::{Looks, width};
use super::{Written, page};
use crate::sheet::{Apart, Cell, Row, Sheet};

/// Where the rows of a table came to stand.
pub(super) struct Place {
    tab: String,
    rows: RangeInclusive<u32>,
}

impl Place {
    /// The rows of a column as another tab names them; nothing when there are none.
    pub(super) fn column(&self, column: u16) -> Option<String> {
        Some(format!("{}!{}", quote_sheet_name(&self.tab), self.range(column)?))
    }

    fn range(&self, column: u16) -> Option<String> {
        let (first, last) = (*self.rows.start(), *self.rows.end());
        (first <= last).then(|| cell_range_absolute(first, column, last, column))
    }
}

pub(super) fn write(tab: &mut Worksheet, sheet: &Sheet, looks: &Looks) -> Written<Place> {
    tab.set_name(&sheet.name)?;
    let heading = lines(tab, sheet, looks)?;
    page::set_up(tab, heading)?;
    columns(tab, sheet, heading, looks)?;
    let after = rows(tab, sheet, &sheet.rows, heading + 1, looks)?;
    let place = Place { tab: sheet.name.clone(), rows: heading + 1..=after - 1 };
    if !sheet.rows.is_empty() {
        tab.autofilter(heading, 0, after - 1, last_column(sheet)?)?;
    }
    sums(tab, sheet, &place, after, looks)?;
    if let Some(apart) = &sheet.apart {
        beside(tab, sheet, apart, after + 2, looks)?;
    }
    Ok(place)
}

/// Answers with the row of the heading, with an empty one above it.
fn lines(tab: &mut Worksheet, sheet: &Sheet, looks: &Looks) -> Written<u32> {
    let mut row = 0;
    for line in &sheet.lines {
        let look = if row == 0 { &looks.title } else { &looks.line };
        page::put(tab, row, 0, &Cell::text(line), look)?;
        row += 1;
    }
    Ok(if row == 0 { 0 } else { row + 1 })
}

fn columns(tab: &mut Worksheet, sheet: &Sheet, heading: u32, looks: &Looks) -> Written<()> {
    for (at, column) in (0..).zip(&sheet.columns) {
        tab.set_column_width(at, width(column.kind))?;
        page::put(tab, heading, at, &Cell::text(&column.heading), looks.heading(column.kind))?;
    }
    Ok(())
}

/// Answers with the row behind them.
fn rows(tab: &mut Worksheet, sheet: &Sheet, rows: &[Row], first: u32, looks: &Looks) -> Written<u32> {
    let mut at = first;
    for row in rows {
        for ((column, kind), cell) in (0..).zip(sheet.columns.iter().map(|column| column.kind)).zip(row) {
            page::put(tab, at, column, cell, looks.cell(kind))?;
        }
        at += 1;
    }
    Ok(at)
}

fn sums(tab: &mut Worksheet, sheet: &Sheet, place: &Place, row: u32, looks: &Looks) -> Written<()> {
    if sheet.sum.is_empty() {
        return Ok(());
    }
    for column in 0..=last_column(sheet)? {
        page::put(tab, row, column, &Cell::Empty, looks.sum())?;
    }
    page::put(tab, row, 0, &Cell::text(&sheet.sum), looks.sum())?;
    for (column, _) in sheet.summed() {
        let (at, sum) = (narrow(column)?, sheet.sum_of(column));
        match place.range(at) {
            // Rows that a filter hides are not added up: what is shown is what adds up.
            Some(range) => page::compute(tab, (row, at), &format!("=SUBTOTAL(109,{range})"), sum, looks.sum())?,
            None => page::put(tab, row, at, &Cell::Number(sum), looks.sum())?,
        }
    }
    Ok(())
}

fn beside(tab: &mut Worksheet, sheet: &Sheet, apart: &Apart, row: u32, looks: &Looks) -> Written<()> {
    page::put(tab, row, 0, &Cell::text(&apart.line), &looks.line)?;
    rows(tab, sheet, &apart.rows, row + 1, looks).map(drop)
}

fn last_column(sheet: &Sheet) -> Written<u16> {
    narrow(sheet.columns.len().saturating_sub(1))
}

pub(super) fn narrow(column: usize) -> Written<u16> {
    u16::try_from(column).map_err(|_| XlsxError::RowColumnLimitError)
}
