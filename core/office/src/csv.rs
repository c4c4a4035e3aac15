//! A sheet as CSV, the way Excel in Indonesia opens it by a double click: a byte order mark, and `;` between the cells.

use crate::moment;
use crate::sheet::{Cell, Row, Sheet};

/// Without it Excel takes the bytes for another alphabet.
const MARK: &str = "\u{feff}";
const BETWEEN: char = ';';
const END: &str = "\r\n";
/// What makes a spreadsheet read a cell as a formula, or begin a new one.
const ALIVE: [char; 6] = ['=', '+', '-', '@', '\t', '\r'];
/// A number of more digits is shown rounded, and one that begins with nought loses it.
const DIGITS: usize = 11;

/// What stands above the rows is left out: the first line is the heading, as a program expects it.
pub fn write(sheet: &Sheet) -> String {
    let mut text = MARK.to_owned();
    let headings: Row = sheet.columns.iter().map(|column| Cell::text(&column.heading)).collect();
    put(&mut text, &headings);
    sheet.rows.iter().for_each(|row| put(&mut text, row));
    if !sheet.sum.is_empty() {
        put(&mut text, &sums(sheet));
    }
    if let Some(apart) = &sheet.apart {
        put(&mut text, &vec![Cell::text(&apart.line)]);
        apart.rows.iter().for_each(|row| put(&mut text, row));
    }
    text
}

fn sums(sheet: &Sheet) -> Row {
    let mut row = vec![Cell::Empty; sheet.columns.len()];
    for (column, _) in sheet.summed() {
        row[column] = Cell::Number(sheet.sum_of(column));
    }
    if let Some(first) = row.first_mut() {
        *first = Cell::text(&sheet.sum);
    }
    row
}

fn put(text: &mut String, row: &Row) {
    for (at, cell) in row.iter().enumerate() {
        if at > 0 {
            text.push(BETWEEN);
        }
        text.push_str(&said(cell));
    }
    text.push_str(END);
}

fn said(cell: &Cell) -> String {
    match cell {
        Cell::Empty => String::new(),
        Cell::Text(text) => quoted(&harmless(text)),
        Cell::Number(number) => number.to_string(),
        Cell::Moment(millis) => moment::words(*millis),
    }
}

/// A text stays a text: nothing a buyer typed is computed, and no tracking number is rounded.
fn harmless(text: &str) -> String {
    let only_digits = !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let mangled = only_digits && (text.len() > DIGITS || (text.len() > 1 && text.starts_with('0')));
    if mangled || text.starts_with(ALIVE) { format!("'{text}") } else { text.to_owned() }
}

fn quoted(text: &str) -> String {
    if text.contains([BETWEEN, '"', '\n', '\r']) {
        format!("\"{}\"", text.replace('"', "\"\""))
    } else {
        text.to_owned()
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::sheet::{Apart, Column, Kind};

    fn sheet(rows: Vec<Row>) -> Sheet {
        let columns = vec![Column::new("Pembeli", Kind::Text), Column::new("Diklaim", Kind::Money)];
        Sheet { columns, rows, sum: "Jumlah".into(), ..Sheet::default() }
    }

    fn one(text: &str) -> String {
        let columns = vec![Column::new("Catatan", Kind::Text)];
        let file = write(&Sheet { columns, rows: vec![vec![Cell::text(text)]], ..Sheet::default() });
        file.strip_prefix("\u{feff}Catatan\r\n").unwrap().strip_suffix("\r\n").unwrap().to_owned()
    }

    #[test]
    fn excel_in_indonesia_opens_it_with_its_columns_and_its_letters() {
        let rows = vec![
            vec![Cell::text("Rina Marlina"), Cell::Number(325_417)],
            vec![Cell::text("Toko \"Alas\"; Bandung"), Cell::Number(189_012)],
        ];
        let expected = "\u{feff}Pembeli;Diklaim\r\nRina Marlina;325417\r\n\"Toko \"\"Alas\"\"; Bandung\";189012\r\n\
                        Jumlah;514429\r\n";
        assert_eq!(write(&sheet(rows)), expected);
    }

    #[test]
    fn what_a_buyer_typed_is_never_a_formula() {
        for text in ["=1+1", "+62 812", "-2", "@SUM(A1)", "\t=1", "\r=1"] {
            assert!(one(text).trim_start_matches('"').starts_with('\''), "{text:?}");
        }
        assert_eq!(one("=HYPERLINK(\"http://x\";\"klik\")"), "\"'=HYPERLINK(\"\"http://x\"\";\"\"klik\"\")\"");
        assert_eq!(one("a = b"), "a = b");
    }

    #[test]
    fn a_tracking_number_keeps_all_its_digits_and_a_phone_its_nought() {
        assert_eq!(one("010120001234567"), "'010120001234567");
        assert_eq!(one("081234567890"), "'081234567890");
        assert_eq!(one("004412345678"), "'004412345678");
        assert_eq!(one("55283"), "55283");
        assert_eq!(one("0"), "0");
    }

    #[test]
    fn a_moment_is_a_date_to_every_spreadsheet_and_what_is_apart_is_in_no_sum() {
        let columns = vec![Column::new("Waktu", Kind::Moment), Column::new("Diklaim", Kind::Money)];
        let row = |amount| vec![Cell::Moment(1_763_967_900_000), Cell::Number(amount)];
        let apart = Some(Apart { line: "Sudah dihitung".into(), rows: vec![row(9)] });
        let file = write(&Sheet { columns, rows: vec![row(5)], sum: "Jumlah".into(), apart, ..Sheet::default() });
        let lines: Vec<_> = file.lines().collect();
        assert_eq!(lines[1..], ["2025-11-24 14:05;5", "Jumlah;5", "Sudah dihitung", "2025-11-24 14:05;9"]);
    }

    /// Reads one line as a spreadsheet does.
    fn cells(line: &str) -> Vec<String> {
        let (mut cells, mut cell, mut inside) = (Vec::new(), String::new(), false);
        let mut letters = line.chars().peekable();
        while let Some(letter) = letters.next() {
            match letter {
                '"' if inside && letters.peek() == Some(&'"') => cell.extend(letters.next()),
                '"' => inside = !inside,
                BETWEEN if !inside => cells.push(std::mem::take(&mut cell)),
                other => cell.push(other),
            }
        }
        cells.push(cell);
        cells
    }

    proptest! {
        #[test]
        fn whatever_is_in_a_cell_stays_in_its_cell_and_begins_no_formula(texts in prop::collection::vec(".*", 1..5)) {
            let columns = texts.iter().map(|_| Column::new("x", Kind::Text)).collect();
            let row = texts.iter().map(Cell::text).collect();
            let file = write(&Sheet { columns, rows: vec![row], ..Sheet::default() });
            let line = file.split_once(END).unwrap().1.strip_suffix(END).unwrap();
            let read = cells(line);
            prop_assert_eq!(read.len(), texts.len());
            for (cell, text) in read.iter().zip(&texts) {
                prop_assert_eq!(cell, &harmless(text));
                prop_assert!(!cell.starts_with(ALIVE));
            }
        }
    }
}
