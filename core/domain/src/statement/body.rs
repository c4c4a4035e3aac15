//! The rows under the header, one by one: a line, the rest of the line before, a sum of the bank's, or a problem.

use chrono::NaiveDate;

use super::column::Columns;
use super::day::{Day, Sequence, with_year};
use super::number;
use super::read::{Problem, Unreadable};
use super::row::{Draft, draft};
use super::{Line, account_key, day, side};
use crate::grid::Row;

/// Longest description that is read; what a line tells apart stands before that.
pub(super) const TEXT: usize = 1_000;
/// Of a row that is reported.
const SHOWN: usize = 160;
/// How the bank's own sums and carried balances begin.
const SUMS: &[&str] = &[
    "saldo awal",
    "saldo akhir",
    "mutasi debet",
    "mutasi debit",
    "mutasi kredit",
    "starting balance",
    "ending balance",
    "opening balance",
    "closing balance",
    "total",
    "credit",
    "debet",
    "debit",
    "kredit",
    "saldo",
];

type Finished = (String, Vec<Line>, Vec<Problem>);

/// What is known of the table before its first row.
#[derive(Debug)]
pub(super) struct Setting {
    pub(super) columns: Columns,
    /// Banks repeat it on every page.
    pub(super) header: Row,
    pub(super) sequence: Sequence,
    pub(super) period: Option<(NaiveDate, NaiveDate)>,
    pub(super) today: NaiveDate,
}

#[derive(Debug)]
pub(super) struct Body {
    setting: Setting,
    account: String,
    drafts: Vec<Draft>,
    problems: Vec<Problem>,
    /// The row before was a line, and its description may go on.
    goes_on: bool,
}

impl Body {
    pub(super) fn new(setting: Setting, account: String) -> Self {
        Self { setting, account, drafts: Vec::new(), problems: Vec::new(), goes_on: false }
    }

    pub(super) fn take(&mut self, row: &Row) {
        if row.is_blank() || row.cells == self.setting.header.cells {
            self.goes_on = false;
            return;
        }
        if self.goes_on && self.is_rest(row) {
            return self.go_on(row);
        }
        self.goes_on = false;
        match day::read(row.cell(self.setting.columns.date), self.setting.sequence) {
            None if self.is_aside(row) => {}
            None => self.report(row, "statement.date_unreadable"),
            Some(_) if self.is_carried(row) => {}
            Some(day) => match self.line(row, day) {
                Ok(draft) => {
                    self.drafts.push(draft);
                    self.goes_on = true;
                }
                Err(code) => self.report(row, code),
            },
        }
    }

    fn line(&mut self, row: &Row, day: Day) -> Result<Draft, &'static str> {
        let date = match day {
            Day::On(date) => Some(date),
            Day::Yearless { day, month } => Some(self.dated(day, month)?),
            Day::Pending => None,
        };
        let (draft, account) = draft(row, &self.setting.columns, date)?;
        if self.account.is_empty() {
            self.account.clone_from(&account);
        }
        let same = account.is_empty() || account_key(&account) == account_key(&self.account);
        if same { Ok(draft) } else { Err("statement.other_account") }
    }

    fn dated(&self, day: u32, month: u32) -> Result<NaiveDate, &'static str> {
        with_year(day, month, self.setting.period, self.setting.today).ok_or("statement.date_unreadable")
    }

    /// The description of the line before, gone on over more rows.
    fn is_rest(&self, row: &Row) -> bool {
        let text = &self.setting.columns.text;
        let elsewhere = (0..row.cells.len()).any(|at| !text.contains(&at) && !row.cell(at).is_empty());
        !elsewhere && !Self::is_sum(row)
    }

    fn go_on(&mut self, row: &Row) {
        if let Some(draft) = self.drafts.last_mut() {
            let whole = format!("{} {}", draft.line.text, row.said().collect::<Vec<_>>().join(" "));
            draft.line.text = whole.chars().take(TEXT).collect();
        }
    }

    /// What stands under the lines and is none: the bank's sums, and remarks in one cell.
    fn is_aside(&self, row: &Row) -> bool {
        let bare = self.setting.columns.amounts().all(|at| !matches!(number::read(row.cell(at)), Ok(Some(_))));
        Self::is_sum(row) || (bare && row.said().count() == 1)
    }

    fn is_sum(row: &Row) -> bool {
        row.said().next().is_some_and(|first| {
            let text = first.trim_start_matches('\'').to_lowercase();
            let behind = |word: &str| text.strip_prefix(word).map(str::trim_start);
            SUMS.iter().filter_map(|word| behind(word)).any(|rest| rest.is_empty() || rest.starts_with([':', '=']))
        })
    }

    /// A balance carried over stands among the lines, with a date.
    fn is_carried(&self, row: &Row) -> bool {
        self.setting.columns.text.first().is_some_and(|at| {
            let text = row.cell(*at).trim_start_matches('\'').to_lowercase();
            SUMS.contains(&text.as_str())
        })
    }

    fn report(&mut self, row: &Row, code: &'static str) {
        let text = row.line().chars().take(SHOWN).collect();
        self.problems.push(Problem { row: row.number, code, text });
    }

    /// The account, the lines and the problems.
    pub(super) fn finish(self) -> Result<Finished, Unreadable> {
        let Self { account, drafts, mut problems, .. } = self;
        let (lines, unclear) = side::settle(drafts).ok_or(Unreadable::NoDirection)?;
        problems.extend(unclear.into_iter().map(|line| Problem {
            row: line.row,
            code: "statement.direction_unclear",
            text: line.text.chars().take(SHOWN).collect(),
        }));
        problems.sort_by_key(|problem| problem.row);
        Ok((account, lines, problems))
    }
}
