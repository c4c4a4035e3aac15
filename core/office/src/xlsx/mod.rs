//! A sheet as XLSX: what is typed as text stays text, and every sum is a formula over the rows it adds up.

mod look;
mod page;
mod summary;
mod table;

use rust_xlsxwriter::{DocProperties, ExcelDateTime, Workbook, XlsxError};

use crate::sheet::Sheet;
use look::Looks;

#[derive(Debug, thiserror::Error)]
#[error("the sheet cannot be written: {0}")]
pub struct XlsxFault(#[from] XlsxError);

type Written<T> = Result<T, XlsxError>;

/// The same sheet is the same file, whenever it is written.
pub fn write(sheet: &Sheet) -> Result<Vec<u8>, XlsxFault> {
    let (mut book, looks) = (Workbook::new(), Looks::new());
    let born = ExcelDateTime::from_timestamp(sheet.at.div_euclid(1000))?;
    let title = sheet.lines.first().map(String::as_str).unwrap_or_default();
    book.set_properties(&DocProperties::new().set_title(title).set_creation_datetime(&born));
    let place = table::write(book.add_worksheet(), sheet, &looks)?;
    if let Some(summary) = &sheet.summary {
        summary::write(book.add_worksheet(), sheet, summary, &place, &looks)?;
    }
    Ok(book.save_to_buffer()?)
}

#[cfg(test)]
mod tests {
    use std::io::{Cursor, Read};

    use zip::ZipArchive;

    use super::write;
    use crate::sheet::{Apart, Cell, Column, Kind, Row, Sheet, Summary};

    fn row(buyer: &str, amount: i64, outcome: &str) -> Row {
        vec![Cell::text(buyer), Cell::Moment(1_763_967_900_000), Cell::Number(amount), Cell::text(outcome)]
    }

    fn sheet(rows: Vec<Row>) -> Sheet {
        Sheet {
            name: "Rekap".into(),
            at: 1_763_967_900_000,
            lines: vec!["Rekap Sandal Gunung".into(), "Sampai Sen 24/11/2025 17.05 WIB".into()],
            columns: vec![
                Column::new("Pembeli", Kind::Text),
                Column::new("Waktu", Kind::Moment),
                Column::new("Diklaim", Kind::Money),
                Column::new("Hasil", Kind::Text),
            ],
            rows,
            sum: "Jumlah".into(),
            apart: Some(Apart { line: "Sudah dihitung".into(), rows: vec![row("Made", 9, "Lunas")] }),
            summary: Some(Summary {
                name: "Ringkasan".into(),
                by: 3,
                groups: vec!["Belum diperiksa".into(), "Lunas".into()],
                count: "Klaim".into(),
            }),
        }
    }

    fn part(book: &[u8], name: &str) -> String {
        let mut text = String::new();
        ZipArchive::new(Cursor::new(book)).unwrap().by_name(name).unwrap().read_to_string(&mut text).unwrap();
        text
    }

    #[test]
    fn the_sums_are_formulas_over_the_rows_that_count_and_say_what_they_come_to() {
        let book = write(&sheet(vec![row("Rina", 325_417, "Lunas"), row("Dedi", 189_012, "Belum diperiksa")])).unwrap();
        let first = part(&book, "xl/worksheets/sheet1.xml");
        assert!(first.contains("<f>SUBTOTAL(109,$C$5:$C$6)</f><v>514429</v>"), "{first}");
        let second = part(&book, "xl/worksheets/sheet2.xml");
        assert!(second.contains("<f>COUNTIF(Rekap!$D$5:$D$6,A3)</f><v>1</v>"), "{second}");
        assert!(second.contains("<f>SUMIF(Rekap!$D$5:$D$6,A3,Rekap!$C$5:$C$6)</f><v>325417</v>"), "{second}");
    }

    #[test]
    fn a_sheet_in_which_nothing_counts_has_no_formula_over_nothing() {
        let first = part(&write(&sheet(vec![])).unwrap(), "xl/worksheets/sheet1.xml");
        assert!(!first.contains("SUBTOTAL"), "{first}");
    }

    #[test]
    fn what_looks_like_a_formula_is_a_text() {
        let book = write(&sheet(vec![row("=HYPERLINK(\"http://x\")", 1, "Lunas")])).unwrap();
        assert!(part(&book, "xl/sharedStrings.xml").contains("=HYPERLINK("));
        assert!(!part(&book, "xl/worksheets/sheet1.xml").contains("HYPERLINK"));
    }

    #[test]
    fn the_same_sheet_is_the_same_file_and_a_text_of_any_length_is_taken() {
        let sheet = sheet(vec![row(&"panjang ".repeat(10_000), 1, "Lunas")]);
        let book = write(&sheet).unwrap();
        assert_eq!(book, write(&sheet).unwrap());
        assert!(part(&book, "docProps/core.xml").contains("2025-11-24T07:05:00Z"));
    }
}
