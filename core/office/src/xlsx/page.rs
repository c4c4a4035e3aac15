//! The page a sheet is printed on, and cells written into it.

use rust_xlsxwriter::{ExcelDateTime, Format, Formula, Worksheet};

use super::Written;
use crate::moment::local_seconds;
use crate::sheet::Cell;

const A4: u8 = 9;
/// Excel takes no longer text into a cell.
const LONGEST: usize = 32_767;
/// Which page of how many.
const FOOTER: &str = "&R&P / &N";

/// On its side, as wide as the paper, with its heading on every page.
pub(super) fn set_up(page: &mut Worksheet, heading: u32) -> Written<()> {
    page.set_landscape().set_paper_size(A4).set_print_fit_to_pages(1, 0).set_footer(FOOTER);
    page.set_repeat_rows(heading, heading)?;
    page.set_freeze_panes(heading + 1, 0).map(drop)
}

pub(super) fn put(page: &mut Worksheet, row: u32, column: u16, cell: &Cell, look: &Format) -> Written<()> {
    match cell {
        Cell::Empty => page.write_blank(row, column, look),
        Cell::Text(text) => page.write_string_with_format(row, column, fitting(text), look),
        Cell::Number(number) => page.write_number_with_format(row, column, exactly(*number), look),
        Cell::Moment(millis) => {
            page.write_datetime_with_format(row, column, ExcelDateTime::from_timestamp(local_seconds(*millis))?, look)
        }
    }
    .map(drop)
}

/// With what it comes to, for whoever shows a sheet without computing it.
pub(super) fn compute(
    page: &mut Worksheet,
    (row, column): (u32, u16),
    formula: &str,
    comes_to: i64,
    look: &Format,
) -> Written<()> {
    let formula = Formula::new(formula).set_result(comes_to.to_string());
    page.write_formula_with_format(row, column, formula, look).map(drop)
}

fn fitting(text: &str) -> String {
    text.chars().take(LONGEST / 2).collect()
}

#[expect(clippy::cast_precision_loss, reason = "rupiah far below the 9 thousand billion that a cell holds exactly")]
const fn exactly(number: i64) -> f64 {
    number as f64
}
