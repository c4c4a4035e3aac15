//! Importing a statement: the lines that are new here become facts that nobody changes any more.

use serde_json::{Map, json};
use uuid::Uuid;

use super::{BankLine, Reading, account_key};
use crate::context::Context;
use crate::policy::may;
use crate::record::{Edit, Noun, plain};
use crate::refusal::Refusal;
use crate::values::clean;

/// Lines in one record, and the bytes they may take: a change has to fit its frame.
const LINES: usize = 100;
const BYTES: usize = 24_000;
const NAME: usize = 80;
const ACCOUNT: usize = 40;

#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum ImportRefusal {
    #[error("which account it is of")]
    AccountMissing,
    #[error("the file is of another account")]
    OtherAccount,
    #[error("every line of it is here already")]
    NothingNew,
    #[error("this role imports no statements")]
    NotYourRole,
}

impl From<ImportRefusal> for Refusal {
    fn from(refusal: ImportRefusal) -> Self {
        match refusal {
            ImportRefusal::AccountMissing => Self::at("account", "statement.account_missing"),
            ImportRefusal::OtherAccount => Self::at("account", "statement.other_account"),
            ImportRefusal::NothingNew => Self::whole("statement.nothing_new"),
            ImportRefusal::NotYourRole => Self::whole("not_your_role"),
        }
    }
}

/// What is to be imported.
#[derive(Debug, Clone)]
pub struct Import<'a> {
    pub id: Uuid,
    /// As the person chose it.
    pub account: &'a str,
    pub file: &'a str,
    pub reading: &'a Reading,
    /// The lines of the reading that are not here yet.
    pub lines: Vec<BankLine>,
}

/// The account the lines belong to: the chosen one, or the one the file names.
pub fn account_of(chosen: &str, reading: &Reading) -> Result<String, ImportRefusal> {
    let (chosen, told) = (chosen.trim(), reading.account.trim());
    match (chosen, told) {
        ("", "") => Err(ImportRefusal::AccountMissing),
        ("", told) => Ok(clipped(told, ACCOUNT)),
        (chosen, "") => Ok(clipped(chosen, ACCOUNT)),
        (chosen, told) if account_key(chosen) == account_key(told) => Ok(clipped(chosen, ACCOUNT)),
        _ => Err(ImportRefusal::OtherAccount),
    }
}

/// The edits of each record the import becomes.
pub fn decide(import: &Import, context: &mut Context) -> Result<Vec<Vec<Edit>>, Vec<ImportRefusal>> {
    let account = account_of(import.account, import.reading);
    let mut refusals: Vec<_> = account.as_ref().err().copied().into_iter().collect();
    if account.is_ok() && import.lines.is_empty() {
        refusals.push(ImportRefusal::NothingNew);
    }
    if !may(context.actor.role, Noun::Statement, "imported") {
        refusals.push(ImportRefusal::NotYourRole);
    }
    match account {
        Ok(account) if refusals.is_empty() => {
            let states =
                |lines: &[BankLine]| vec![Edit::State(context.fact("imported", said(import, &account, lines)))];
            Ok(parts(&import.lines).map(states).collect())
        }
        _ => Err(refusals),
    }
}

fn said(import: &Import, account: &str, lines: &[BankLine]) -> Map<String, serde_json::Value> {
    Map::from_iter([
        ("import".to_owned(), json!(import.id)),
        ("account".to_owned(), json!(account)),
        ("file".to_owned(), json!(clipped(import.file, NAME))),
        ("shape".to_owned(), json!(import.reading.shape.code())),
        ("lines".to_owned(), plain(lines)),
    ])
}

fn clipped(text: &str, most: usize) -> String {
    let start: String = text.chars().take(most).collect();
    clean(&start, most).unwrap_or_default()
}

/// As many lines to a part as fit.
fn parts(mut lines: &[BankLine]) -> impl Iterator<Item = &[BankLine]> {
    std::iter::from_fn(move || {
        let mut room = BYTES;
        let fits = |line: &&BankLine| {
            let weight = serde_json::to_string(line).map_or(BYTES, |text| text.len());
            let fits = weight <= room;
            room = room.saturating_sub(weight);
            fits
        };
        let count = lines.iter().take(LINES).take_while(fits).count().max(1).min(lines.len());
        let (part, rest) = lines.split_at(count);
        lines = rest;
        (!part.is_empty()).then_some(part)
    })
}

#[cfg(test)]
mod tests {
    use chrono::NaiveDate;

    use super::*;
    use crate::order::testing::Shop;
    use crate::policy::Role;
    use crate::statement::{Shape, Statement, read};
    use crate::{Authority, DeviceId, Record};

    struct Everybody;

    impl Authority for Everybody {
        fn role_of(&self, _: DeviceId) -> Option<Role> {
            Some(Role::Finance)
        }
    }

    fn reading(lines: u32, text: &str) -> Reading {
        let row = |n: u32| format!("24/11/2025;{text} {n};{}00;\n", 3_000 + n);
        let file = (1..=lines).map(row).fold("Tanggal;Keterangan;Kredit;Debet\n".to_owned(), |file, row| file + &row);
        read(&file, NaiveDate::from_ymd_opt(2025, 11, 24).unwrap()).unwrap()
    }

    fn import(role: Role, account: &str, reading: &Reading) -> Result<Vec<Vec<Edit>>, Vec<ImportRefusal>> {
        let lines = reading.kept(account, &|_| Uuid::from_u128(5));
        let import = Import { id: Uuid::from_u128(4), account, file: "mutasi november.csv", reading, lines };
        Shop::default().acting(role, |context| decide(&import, context))
    }

    fn statement(edits: &[Edit]) -> Statement {
        let [Edit::State(fact)] = edits else { panic!("one fact") };
        assert!(serde_json::to_string(&fact.data).unwrap().len() < 30_000);
        let record = Record { facts: vec![fact.clone()], ..Record::empty(fact.id, Noun::Statement) };
        Statement::new(&record, &Everybody)
    }

    #[test]
    fn a_long_statement_becomes_records_that_each_fit_a_change_and_hold_every_line_once() {
        for text in ["TRSF E-BANKING CR SITI", &"転送".repeat(100)] {
            let reading = reading(257, text);
            let records = import(Role::Finance, "0111222333", &reading).unwrap();
            let statements: Vec<_> = records.iter().map(|edits| statement(edits)).collect();
            assert_eq!(statements.iter().map(|statement| statement.lines.len()).sum::<usize>(), 257);
            assert!(statements.len() >= 3);
            let one = |statement: &Statement| (statement.import, statement.shape.clone());
            assert!(statements.iter().all(|each| one(each) == (Uuid::from_u128(4), Shape::Generic.code().to_owned())));
        }
    }

    #[test]
    fn the_file_says_which_account_it_is_of_and_a_person_does_not_say_another() {
        let mut reading = reading(1, "SETORAN");
        assert_eq!(import(Role::Finance, " ", &reading).unwrap_err(), [ImportRefusal::AccountMissing]);
        reading.account = "'0111222333".into();
        assert_eq!(import(Role::Finance, "0999888777", &reading).unwrap_err(), [ImportRefusal::OtherAccount]);
        assert!(import(Role::Finance, "011-122-2333", &reading).is_ok());
        assert!(import(Role::Owner, "", &reading).is_ok());
    }

    #[test]
    fn nothing_new_is_no_import_and_cs_imports_nothing() {
        let mut reading = reading(1, "SETORAN");
        assert_eq!(import(Role::Cs, "0111222333", &reading).unwrap_err(), [ImportRefusal::NotYourRole]);
        reading.lines.clear();
        assert_eq!(import(Role::Finance, "0111222333", &reading).unwrap_err(), [ImportRefusal::NothingNew]);
    }
}
