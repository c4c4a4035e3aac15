//! The rekap as a sheet: a row for each claim of a batch, what they add up to, and how many of them came to what.

use serde::{Deserialize, Serialize};

use crate::sheet::{Apart, Cell, Column, Kind, Row, Sheet, Summary};

/// One claim of a batch. Money is whole rupiah, times are milliseconds since 1970 UTC.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct RecapClaim {
    pub number: String,
    #[cfg_attr(feature = "typescript", ts(type = "number"))]
    pub claimed_at: i64,
    pub buyer_name: String,
    pub contents: String,
    /// As people call it.
    pub courier: String,
    #[cfg_attr(feature = "typescript", ts(type = "number"))]
    pub total: i64,
    #[cfg_attr(feature = "typescript", ts(type = "number"))]
    pub amount: i64,
    pub bank: String,
    pub payer: String,
    /// When the buyer paid, as the buyer said it.
    pub paid_at: String,
    /// `paid`, `short`, `over` or `rejected`; nothing before anybody looked.
    pub outcome: Option<String>,
    /// What finance found on the account for it.
    #[cfg_attr(feature = "typescript", ts(type = "number"))]
    pub received: i64,
    /// What of that went back to the buyer.
    #[cfg_attr(feature = "typescript", ts(type = "number"))]
    pub refunded: i64,
    /// The line of the bank it was found on: its day as `2025-11-24`, empty while it is not posted, and what it says.
    pub bank_date: String,
    pub bank_text: String,
    pub cash: bool,
    pub late: bool,
    /// The order is not known here any more.
    pub erased: bool,
}

/// A batch, ready to become a sheet.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct RecapFile {
    /// When it was frozen.
    #[cfg_attr(feature = "typescript", ts(type = "number"))]
    pub at: i64,
    /// What stands above the table: the title, the period, who froze it.
    pub lines: Vec<String>,
    pub claims: Vec<RecapClaim>,
    /// Claims that an earlier batch counts: they stand below and count here in no sum.
    pub again: Vec<RecapClaim>,
    pub words: RecapWords,
}

/// Every word of the sheet.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct RecapWords {
    pub name: String,
    pub summary: String,
    pub columns: RecapColumns,
    pub outcomes: RecapOutcomes,
    pub cash: String,
    pub late: String,
    pub erased: String,
    pub again: String,
    pub sum: String,
    pub count: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct RecapColumns {
    pub place: String,
    pub number: String,
    pub claimed_at: String,
    pub buyer_name: String,
    pub contents: String,
    pub courier: String,
    pub total: String,
    pub amount: String,
    pub bank: String,
    pub payer: String,
    pub paid_at: String,
    pub outcome: String,
    pub received: String,
    pub refunded: String,
    pub found: String,
    pub remark: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct RecapOutcomes {
    pub waiting: String,
    pub paid: String,
    pub short: String,
    pub over: String,
    pub rejected: String,
}

/// Where the column of outcomes stands.
const OUTCOME: usize = 11;

pub fn sheet(file: &RecapFile) -> Sheet {
    let words = &file.words;
    let rows = |claims: &[RecapClaim]| claims.iter().zip(1..).map(|(claim, place)| row(claim, place, words)).collect();
    let apart = Apart { line: words.again.clone(), rows: rows(&file.again) };
    Sheet {
        name: words.name.clone(),
        at: file.at,
        lines: file.lines.clone(),
        columns: columns(&words.columns),
        rows: rows(&file.claims),
        sum: words.sum.clone(),
        apart: (!file.again.is_empty()).then_some(apart),
        summary: Some(Summary {
            name: words.summary.clone(),
            by: OUTCOME,
            groups: words.outcomes.all(),
            count: words.count.clone(),
        }),
    }
}

fn columns(words: &RecapColumns) -> Vec<Column> {
    [
        (&words.place, Kind::Count),
        (&words.number, Kind::Text),
        (&words.claimed_at, Kind::Moment),
        (&words.buyer_name, Kind::Text),
        (&words.contents, Kind::Long),
        (&words.courier, Kind::Text),
        (&words.total, Kind::Money),
        (&words.amount, Kind::Money),
        (&words.bank, Kind::Text),
        (&words.payer, Kind::Text),
        (&words.paid_at, Kind::Text),
        (&words.outcome, Kind::Text),
        (&words.received, Kind::Money),
        (&words.refunded, Kind::Money),
        (&words.found, Kind::Long),
        (&words.remark, Kind::Text),
    ]
    .map(|(heading, kind)| Column::new(heading, kind))
    .into()
}

fn row(claim: &RecapClaim, place: i64, words: &RecapWords) -> Row {
    vec![
        Cell::Number(place),
        Cell::text(&claim.number),
        Cell::Moment(claim.claimed_at),
        Cell::text(&claim.buyer_name),
        Cell::text(&claim.contents),
        Cell::text(&claim.courier),
        Cell::Number(claim.total),
        some(claim.amount),
        Cell::text(&claim.bank),
        Cell::text(&claim.payer),
        Cell::text(&claim.paid_at),
        Cell::text(words.outcomes.of(claim.outcome.as_deref())),
        some(claim.received),
        some(claim.refunded),
        Cell::text(found(claim, words)),
        Cell::text(remark(claim, words)),
    ]
}

/// Nothing where nothing was said or found: a proof without an amount, a claim nobody looked at.
fn some(amount: i64) -> Cell {
    if amount == 0 { Cell::Empty } else { Cell::Number(amount) }
}

/// Where the money was found: `24/11/2025 TRSF E-BANKING CR 325417`.
fn found(claim: &RecapClaim, words: &RecapWords) -> String {
    let day: Vec<_> = claim.bank_date.split('-').rev().collect();
    let cash = if claim.cash { words.cash.as_str() } else { "" };
    let said = [cash, &day.join("/"), &claim.bank_text];
    said.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ")
}

fn remark(claim: &RecapClaim, words: &RecapWords) -> String {
    let said = [(claim.late, &words.late), (claim.erased, &words.erased)];
    let said = said.into_iter().filter(|(is, _)| *is).map(|(_, word)| word.as_str());
    said.collect::<Vec<_>>().join(", ")
}

impl RecapOutcomes {
    fn of(&self, code: Option<&str>) -> &str {
        match code {
            Some("paid") => &self.paid,
            Some("short") => &self.short,
            Some("over") => &self.over,
            Some("rejected") => &self.rejected,
            Some(_) | None => &self.waiting,
        }
    }

    fn all(&self) -> Vec<String> {
        [&self.waiting, &self.paid, &self.short, &self.over, &self.rejected].map(Clone::clone).into()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::csv;

    fn claim(number: &str, amount: i64) -> RecapClaim {
        RecapClaim { number: number.into(), total: amount, amount, ..RecapClaim::default() }
    }

    fn file(claims: Vec<RecapClaim>, again: Vec<RecapClaim>) -> RecapFile {
        RecapFile {
            at: 0,
            lines: vec!["Rekap 24/11/2025 17.00".into()],
            claims,
            again,
            words: RecapWords::indonesian(),
        }
    }

    #[test]
    fn r04_each_claim_has_a_row_and_those_another_batch_counts_stand_below() {
        let late = RecapClaim { late: true, outcome: Some("paid".into()), received: 90, ..claim("B3-0142", 100) };
        let sheet = sheet(&file(vec![late, claim("B3-0143", 7)], vec![claim("B1-0009", 1)]));
        assert_eq!(sheet.columns[OUTCOME].heading, "Hasil");
        let said = |at: usize, column: usize| sheet.rows[at][column].clone();
        assert_eq!((said(0, OUTCOME), said(0, 15)), (Cell::text("Lunas"), Cell::text("terlambat")));
        assert_eq!((said(1, 0), said(1, OUTCOME)), (Cell::Number(2), Cell::text("Belum diperiksa")));
        assert_eq!((sheet.sum_of(7), sheet.sum_of(12)), (107, 90));
        assert_eq!(sheet.apart.map(|apart| apart.rows.len()), Some(1));
    }

    #[test]
    fn where_the_money_was_found_is_said_as_the_bank_says_it_or_as_cash() {
        let line = RecapClaim { bank_date: "2025-11-24".into(), bank_text: "TRSF CR".into(), ..claim("B3-0142", 1) };
        let pending = RecapClaim { bank_date: String::new(), ..line.clone() };
        let cash = RecapClaim { cash: true, ..claim("B3-0143", 1) };
        let said = [line, pending, cash, claim("B3-0144", 1)].map(|claim| found(&claim, &RecapWords::indonesian()));
        assert_eq!(said, ["24/11/2025 TRSF CR", "TRSF CR", "Tunai", ""]);
    }

    #[test]
    fn what_nobody_verified_is_listed_first_in_the_summary() {
        let summary = sheet(&file(vec![], vec![])).summary.unwrap();
        assert_eq!(summary.groups, ["Belum diperiksa", "Lunas", "Kurang", "Lebih", "Ditolak"]);
    }

    #[test]
    fn as_csv_it_has_its_headings_its_rows_and_its_sums() {
        let text = csv(&sheet(&file(vec![claim("B3-0142", 325_417)], vec![])));
        let lines: Vec<_> = text.lines().collect();
        assert_eq!(lines.len(), 3);
        assert!(lines[0].ends_with("Hasil;Diterima;Dikembalikan;Mutasi;Keterangan"), "{}", lines[0]);
        assert_eq!(lines[2], "Jumlah;;;;;;325417;325417;;;;;0;0;;");
    }
}
