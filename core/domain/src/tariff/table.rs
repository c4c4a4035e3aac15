//! A courier's table read from CSV, row by row: what reads well is kept, what does not is named by the number of its row.

mod columns;
mod place;

use std::collections::BTreeMap;

use columns::Columns;

use super::Row;
use crate::grid::{self, rows};
use crate::place::{Places, key};
use crate::values::{Courier, CourierService, Rupiah};

/// Longest file, in bytes, and most rows. The whole country has 7,285 kecamatan.
const BYTES: usize = 2_000_000;
const ROWS: usize = 30_000;
/// What one kilogram may cost. Less or more is a slip: a fee in thousands, or a phone number in the wrong column.
const FEES: std::ops::RangeInclusive<i64> = 1_000..=1_000_000;

/// Why a file cannot be read at all.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum TableError {
    #[error("the file is empty")]
    Empty,
    #[error("the file is too large")]
    TooLarge,
    #[error("the file is no text")]
    NotText,
    #[error("the file has no column of places or none of fees")]
    NoColumns,
}

impl TableError {
    pub const fn code(self) -> &'static str {
        match self {
            Self::Empty => "table.empty",
            Self::TooLarge => "table.too_large",
            Self::NotText => "table.not_text",
            Self::NoColumns => "table.no_columns",
        }
    }
}

/// One row of the file as it was understood.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Read {
    /// As a spreadsheet numbers it.
    pub number: u32,
    pub courier: Option<Courier>,
    pub service: String,
    pub regency: String,
    pub district: String,
    pub fee: Option<Rupiah>,
    /// Why it is left out.
    pub problem: Option<&'static str>,
    /// What is odd about it, though it is taken.
    pub doubt: Option<&'static str>,
}

/// Reads a file. `courier` and `service` are those of rows that name none themselves.
pub fn read(text: &str, courier: Option<Courier>, service: &str, places: &Places) -> Result<Vec<Read>, TableError> {
    let text = text.trim_start_matches('\u{FEFF}');
    check(text)?;
    let delimiter = delimiter(text);
    let mut written = rows(text, delimiter).filter(|row| !row.is_blank()).peekable();
    let columns = written.next_if(|row| Columns::named(row).is_some()).and_then(|row| Columns::named(&row));
    let mut table = Table { places, courier, service, columns, seen: BTreeMap::new() };
    let read: Vec<_> = written.take(ROWS + 1).map(|row| table.read(&row)).collect();
    match read.len() {
        0 => Err(TableError::Empty),
        1..=ROWS if read.iter().all(|row| row.problem == Some(NO_COLUMNS)) => Err(TableError::NoColumns),
        1..=ROWS => Ok(read),
        _ => Err(TableError::TooLarge),
    }
}

fn check(text: &str) -> Result<(), TableError> {
    match text {
        text if text.trim().is_empty() => Err(TableError::Empty),
        text if text.len() > BYTES => Err(TableError::TooLarge),
        // A workbook, or a picture: whatever it is called, it is no text.
        text if text.contains(['\0', '\u{FFFD}']) => Err(TableError::NotText),
        _ => Ok(()),
    }
}

/// Whichever of them the first lines have most of. A comma may stand within a place, a semicolon hardly.
fn delimiter(text: &str) -> char {
    const FIRST_LINES: usize = 5;
    let count =
        |delimiter: char| text.lines().take(FIRST_LINES).map(|line| line.matches(delimiter).count()).sum::<usize>();
    [';', '\t'].into_iter().find(|delimiter| count(*delimiter) > 0).unwrap_or(',')
}

const NO_COLUMNS: &str = "tariff.columns";

struct Table<'a> {
    places: &'a Places,
    courier: Option<Courier>,
    service: &'a str,
    columns: Option<Columns>,
    /// In which row each place was priced first.
    seen: BTreeMap<(Option<Courier>, String, String, String), u32>,
}

impl Table<'_> {
    fn read(&mut self, row: &grid::Row) -> Read {
        let blank = Read {
            number: row.number,
            courier: self.courier,
            service: service(self.service),
            regency: String::new(),
            district: String::new(),
            fee: None,
            problem: None,
            doubt: None,
        };
        let Some(columns) = self.columns.or_else(|| Columns::by_count(row)) else {
            return Read { regency: row.cell(0).to_owned(), problem: Some(NO_COLUMNS), ..blank };
        };
        let mut read = self.fill(blank, row, &columns);
        read.problem = read.problem.or_else(|| self.twice(&read));
        read
    }

    fn fill(&self, blank: Read, row: &grid::Row, columns: &Columns) -> Read {
        let cell = |at: Option<usize>| at.map_or("", |at| row.cell(at));
        let (courier, unknown) = courier(cell(columns.courier), blank.courier);
        let place = place::read(self.places, cell(columns.regency), cell(columns.district), cell(columns.province));
        let (fee, wrong) = match fee(cell(columns.fee)) {
            Ok(fee) => (Some(fee), None),
            Err(code) => (None, Some(code)),
        };
        let own = service(cell(columns.service));
        Read {
            courier,
            service: if own.is_empty() { blank.service } else { own },
            regency: place.regency,
            district: place.district,
            fee,
            problem: unknown.or(place.problem).or(wrong),
            doubt: place.doubt,
            number: blank.number,
        }
    }

    /// A place that was priced before in the same file: the first counts.
    fn twice(&mut self, read: &Read) -> Option<&'static str> {
        let place = (read.courier, read.service.clone(), read.regency.clone(), key(&read.district));
        let before = *self.seen.entry(place).or_insert(read.number);
        (before != read.number).then_some("tariff.twice")
    }
}

fn courier(written: &str, default: Option<Courier>) -> (Option<Courier>, Option<&'static str>) {
    let courier = if written.is_empty() { default } else { Courier::from_alias(written) };
    (courier, if courier.is_none() { Some("courier.unknown") } else { None })
}

/// As an order names it.
fn service(written: &str) -> String {
    CourierService::new(Courier::Jne, written).map(|service| service.service).unwrap_or_default()
}

fn fee(written: &str) -> Result<Rupiah, &'static str> {
    if written.is_empty() {
        return Err("tariff.fee_missing");
    }
    let fee = Rupiah::parse(written).map_err(|error| error.code())?;
    if FEES.contains(&fee.get()) { Ok(fee) } else { Err("tariff.fee_absurd") }
}

/// The rows that can be imported, by courier and service, in the sequence of the file.
pub fn by_service(read: &[Read]) -> BTreeMap<(Courier, String), Vec<Row>> {
    let mut services: BTreeMap<_, Vec<Row>> = BTreeMap::new();
    for row in read.iter().filter(|row| row.problem.is_none()) {
        if let (Some(courier), Some(fee)) = (row.courier, row.fee) {
            let priced = Row { regency: row.regency.clone(), district: row.district.clone(), fee };
            services.entry((courier, row.service.clone())).or_default().push(priced);
        }
    }
    services
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::place::country;

    fn said(text: &str) -> Vec<String> {
        let read = read(text, Some(Courier::Jne), "reg", &country()).unwrap();
        read.iter().map(one_line).collect()
    }

    fn one_line(row: &Read) -> String {
        let courier = row.courier.map_or("?", Courier::code);
        let fee = row.fee.map(|fee| fee.get().to_string()).unwrap_or_default();
        let odd = row.problem.or(row.doubt).unwrap_or_default();
        format!("{} {courier} {} {}/{} {fee} {odd}", row.number, row.service, row.regency, row.district)
            .trim_end()
            .to_owned()
    }

    #[test]
    fn a_table_is_read_with_its_header_whatever_it_calls_its_columns() {
        let text = "\u{FEFF}Kurir;Layanan;Kota/Kabupaten;Kecamatan;Tarif per kg\r\n\
                    JNE;reg;KAB. SLEMAN;DEPOK;Rp 18.000,-\r\nJ&T;EZ;kota depok;;17rb\r\n";
        assert_eq!(said(text), ["2 jne REG Kab. Sleman/Depok 18000", "3 jnt EZ Kota Depok/ 17000"]);
    }

    #[test]
    fn a_table_without_a_header_is_read_by_how_many_columns_it_has() {
        assert_eq!(said("Kab. Sleman,18000\n"), ["1 jne REG Kab. Sleman/ 18000"]);
        assert_eq!(said("Kab. Sleman;Depok;18.000\n"), ["1 jne REG Kab. Sleman/Depok 18000"]);
        assert_eq!(said("jnt;EZ;Kab. Sleman;17000"), ["1 jnt EZ Kab. Sleman/ 17000"]);
        assert_eq!(said("jnt;EZ;Kab. Sleman;Depok;17000"), ["1 jnt EZ Kab. Sleman/Depok 17000"]);
        assert_eq!(said("\"DEPOK, SLEMAN\",18000\n"), ["1 jne REG Kab. Sleman/Depok 18000"]);
    }

    #[test]
    fn a_broken_row_is_named_by_its_number_and_the_rest_is_kept() {
        let text = "kota;kecamatan;tarif\nKab. Sleman;Depok;18.000\n;;\nKab. Sleman;Gamping;gratis\nBandung;;15.000\n\
                    Kab. Sleman;Mlati;18\nKab. Sleman;Depok;19.000\nKab. Sleman;;\n;Depok;9000\nKota Bandung;Coblong;12.000\n";
        assert_eq!(
            said(text),
            [
                "2 jne REG Kab. Sleman/Depok 18000",
                "4 jne REG Kab. Sleman/Gamping  money.not_a_number",
                "5 jne REG Bandung/ 15000 tariff.regency_ambiguous",
                "6 jne REG Kab. Sleman/Mlati  tariff.fee_absurd",
                "7 jne REG Kab. Sleman/Depok 19000 tariff.twice",
                "8 jne REG Kab. Sleman/  tariff.fee_missing",
                "9 jne REG /Depok 9000 tariff.regency_missing",
                "10 jne REG Kota Bandung/Coblong 12000",
            ]
        );
    }

    #[test]
    fn what_is_called_like_nothing_is_taken_with_a_doubt_and_a_kecamatan_tells_its_regency() {
        let text =
            "kota;kecamatan;tarif\nBandung;Coblong;12.000\nKab. Sleman;Depok Baru;18.000\nKab. Atlantis;;90.000\n";
        assert_eq!(
            said(text),
            [
                "2 jne REG Kota Bandung/Coblong 12000",
                "3 jne REG Kab. Sleman/Depok Baru 18000 district_unknown",
                "4 jne REG Kab. Atlantis/ 90000 regency_unknown",
            ]
        );
    }

    #[test]
    fn what_is_no_table_is_said_so_at_once() {
        let refused = |text: &str| read(text, None, "", &country()).map_err(TableError::code);
        assert_eq!(refused(" \n"), Err("table.empty"));
        assert_eq!(refused("PK\u{3}\u{4}\0\0"), Err("table.not_text"));
        assert_eq!(refused("kota;tarif\n"), Err("table.empty"));
        assert_eq!(refused("halo kak\napa kabar\n"), Err("table.no_columns"));
        assert_eq!(refused(&"Kab. Sleman;18000\n".repeat(30_001)), Err("table.too_large"));
    }

    #[test]
    fn rows_without_a_courier_say_so() {
        let read = read("merpati;REG;Kab. Sleman;Depok;18000", None, "", &country()).unwrap();
        assert_eq!(read[0].problem, Some("courier.unknown"));
        assert!(by_service(&read).is_empty());
    }
}
