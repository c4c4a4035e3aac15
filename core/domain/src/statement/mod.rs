//! A bank statement (mutasi): its export read, and its lines as the shop keeps them.

mod account;
mod body;
mod column;
mod day;
pub mod import;
mod number;
mod read;
mod row;
mod side;
#[cfg(test)]
mod tests;
pub mod withdraw;

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

pub use account::account_key;
pub use day::day_in_the_shop;
pub use read::{Problem, Reading, Shape, Unreadable, read};

use crate::policy::{Authority, counts};
use crate::record::{Noun, Record};

/// Of a description, what is kept.
const TEXT: usize = 200;

/// One line as the bank's export says it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// Where it stands in the file.
    pub row: u32,
    /// Nothing while the bank has not posted it (`PEND`).
    pub date: Option<NaiveDate>,
    pub text: String,
    /// Rupiah; below zero when it left the account.
    pub amount: i64,
    /// What the account held behind it, in sen.
    pub balance: Option<i64>,
}

impl Reading {
    /// For each line what makes it that line, on whichever device and however often it is imported. Where BCA says the
    /// balance behind a line, that tells it apart and its date does not: today the date is `PEND`, tomorrow a day.
    fn identities(&self, account: &str) -> Vec<String> {
        let mut equals: BTreeMap<String, u32> = BTreeMap::new();
        let identity = |line: &Line| {
            let key = self.identity(line, account);
            let nth = equals.entry(key.clone()).or_default();
            *nth += 1;
            format!("{key}|{nth}")
        };
        self.lines.iter().map(identity).collect()
    }

    /// The lines as the shop keeps them; `id_of` makes an id from an identity.
    pub fn kept(&self, account: &str, id_of: &dyn Fn(&str) -> Uuid) -> Vec<BankLine> {
        let ids = self.identities(account).into_iter().map(|identity| id_of(&identity));
        self.lines.iter().zip(ids).map(|(line, id)| BankLine::new(line, id)).collect()
    }

    fn identity(&self, line: &Line, account: &str) -> String {
        let date = line.date.filter(|_| !(self.shape.is_bca() && line.balance.is_some()));
        let date = date.map(|date| date.to_string()).unwrap_or_default();
        let balance = line.balance.map(|balance| balance.to_string()).unwrap_or_default();
        format!("{}|{date}|{}|{balance}|{}", account_key(account), line.amount, line.text)
    }
}

/// A line as the shop keeps it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct BankLine {
    /// From what it says, so that two devices that import it apart import the same line.
    pub id: Uuid,
    pub date: Option<NaiveDate>,
    pub text: String,
    pub amount: i64,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub balance: Option<i64>,
}

impl BankLine {
    fn new(line: &Line, id: Uuid) -> Self {
        let text: String = line.text.chars().take(TEXT).collect();
        Self { id, date: line.date, text: text.trim_end().to_owned(), amount: line.amount, balance: line.balance }
    }
}

/// Some lines of one import. They stand in the fact that states them, so nobody can change them afterwards.
#[derive(Debug, Clone, PartialEq)]
pub struct Statement {
    /// A long file becomes several records; they are one import.
    pub import: Uuid,
    pub account: String,
    /// The file's name as the person saw it.
    pub file: String,
    pub shape: String,
    pub lines: Vec<BankLine>,
    pub withdrawn: bool,
}

impl Statement {
    /// Only what somebody stated who may counts; the first import is the record's.
    pub fn new(record: &Record, authority: &dyn Authority) -> Self {
        let counted = |kind| record.facts_of(kind).find(|fact| counts(authority, Noun::Statement, fact));
        let Some(imported) = counted("imported") else { return Self::nothing(record.id) };
        let lines = imported.data.get("lines").and_then(|lines| Vec::deserialize(lines).ok());
        Self {
            import: Uuid::parse_str(imported.text("import")).unwrap_or(record.id),
            account: imported.text("account").to_owned(),
            file: imported.text("file").to_owned(),
            shape: imported.text("shape").to_owned(),
            lines: lines.unwrap_or_default(),
            withdrawn: counted("withdrawn").is_some(),
        }
    }

    fn nothing(import: Uuid) -> Self {
        let empty = String::new;
        Self { import, account: empty(), file: empty(), shape: empty(), lines: Vec::new(), withdrawn: false }
    }
}
