//! The second tab: how many rows came to what, counted and added up by formulas over the first.

use rust_xlsxwriter::{Worksheet, row_col_to_cell};

use super::look::{Looks, width};
use super::table::{Place, narrow};
use super::{Written, page};
use crate::sheet::{Cell, Column, Kind, Row, Sheet, Summary, add};

/// The groups and how many are in each stand before the sums.
const BEFORE: usize = 2;
const GROUP: u8 = 24;

pub(super) fn write(
    tab: &mut Worksheet,
    sheet: &Sheet,
    summary: &Summary,
    place: &Place,
    looks: &Looks,
) -> Written<()> {
    tab.set_name(&summary.name)?;
    page::set_up(tab, 0)?;
    let summed: Vec<_> = sheet.summed().collect();
    headings(tab, sheet, summary, &summed, looks)?;
    for (row, group) in (1..).zip(&summary.groups) {
        page::put(tab, row, 0, &Cell::text(group), looks.cell(Kind::Text))?;
        let inside = |rows: &Row| rows.get(summary.by) == Some(&Cell::text(group));
        let rows: Vec<_> = sheet.rows.iter().filter(|row| inside(row)).collect();
        let count = i64::try_from(rows.len()).unwrap_or(i64::MAX);
        let by = place.column(narrow(summary.by)?);
        figure(tab, (row, 1), by.as_ref().map(|by| count_of(row, by)), count, looks.cell(Kind::Count))?;
        for (at, (column, _)) in (BEFORE..).zip(&summed) {
            let formula = by.as_ref().zip(place.column(narrow(*column)?)).map(|(by, of)| sum_of(row, by, &of));
            let sum = add(rows.iter().copied(), *column);
            figure(tab, (row, narrow(at)?), formula, sum, looks.cell(Kind::Money))?;
        }
    }
    totals(tab, sheet, summary, &summed, looks)
}

fn headings(
    tab: &mut Worksheet,
    sheet: &Sheet,
    summary: &Summary,
    summed: &[(usize, &Column)],
    looks: &Looks,
) -> Written<()> {
    let by = sheet.columns.get(summary.by).map(|column| column.heading.as_str()).unwrap_or_default();
    let own = [(by, Kind::Text, GROUP), (&summary.count, Kind::Count, width(Kind::Money))];
    let sums = summed.iter().map(|(_, column)| (column.heading.as_str(), column.kind, width(column.kind)));
    for (at, (heading, kind, width)) in (0..).zip(own.into_iter().chain(sums)) {
        tab.set_column_width(at, width)?;
        page::put(tab, 0, at, &Cell::text(heading), looks.heading(kind))?;
    }
    Ok(())
}

fn totals(
    tab: &mut Worksheet,
    sheet: &Sheet,
    summary: &Summary,
    summed: &[(usize, &Column)],
    looks: &Looks,
) -> Written<()> {
    let last = u32::try_from(summary.groups.len()).unwrap_or(u32::MAX - 1);
    let count = i64::try_from(sheet.rows.len()).unwrap_or(i64::MAX);
    let sums = summed.iter().map(|(column, _)| sheet.sum_of(*column));
    page::put(tab, last + 1, 0, &Cell::text(&sheet.sum), looks.sum())?;
    for (column, comes_to) in (1..).zip([count].into_iter().chain(sums)) {
        let formula = format!("=SUM({}:{})", row_col_to_cell(1, column), row_col_to_cell(last, column));
        page::compute(tab, (last + 1, column), &formula, comes_to, looks.sum())?;
    }
    Ok(())
}

/// Nothing to compute where there are no rows.
fn figure(
    tab: &mut Worksheet,
    at: (u32, u16),
    formula: Option<String>,
    comes_to: i64,
    look: &rust_xlsxwriter::Format,
) -> Written<()> {
    match formula {
        Some(formula) => page::compute(tab, at, &formula, comes_to, look),
        None => page::put(tab, at.0, at.1, &Cell::Number(comes_to), look),
    }
}

fn count_of(row: u32, by: &str) -> String {
    format!("=COUNTIF({by},{})", row_col_to_cell(row, 0))
}

fn sum_of(row: u32, by: &str, of: &str) -> String {
    format!("=SUMIF({by},{},{of})", row_col_to_cell(row, 0))
}
