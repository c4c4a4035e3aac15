//! Bank statements: what would come of a file, and what was imported.

use tapak_domain::statement::import::{ImportRefusal, account_of};
use tapak_domain::statement::{BankLine, Problem, Reading, day_in_the_shop, read};
use tapak_domain::{DeviceId, Refusal};
use tapak_store::statement;

use crate::command::RefusalView;
use crate::device::Device;
use crate::fault::Fault;
use crate::statement::{fresh, kept};
use crate::view::statement::{BankLineRow, ImportRow, PreviewStatementView, ProblemRow, StatementsView};

/// Of lines and of problems, what a person looks through.
const SHOWN: usize = 200;
const IMPORTS: u32 = 30;

impl Device {
    pub(super) fn preview_statement(&self, account: &str, text: &str, now: u64) -> Result<PreviewStatementView, Fault> {
        let reading = match read(text, day_in_the_shop(now)) {
            Ok(reading) => reading,
            Err(unreadable) => return Ok(refused([Refusal::at("file", unreadable.code())])),
        };
        let told = account_of(account, &reading);
        let lines = fresh(&self.store, kept(told.as_deref().unwrap_or(account), &reading))?;
        let nothing = lines.is_empty().then_some(ImportRefusal::NothingNew);
        let refusals = told.err().or(nothing).into_iter().map(|refusal| Refusal::from(refusal).into()).collect();
        Ok(PreviewStatementView { refusals, ..preview(&reading, &lines) })
    }

    pub(super) fn show_statements(&self) -> Result<StatementsView, Fault> {
        let imports = self.store.imports(IMPORTS)?.into_iter().map(|row| self.import_row(row)).collect();
        Ok(StatementsView { imports })
    }

    fn import_row(&self, row: statement::ImportRow) -> ImportRow {
        let device = self.crew.find(DeviceId(row.imported_by));
        ImportRow {
            import: row.import,
            account: row.account,
            file: row.file,
            shape: row.shape,
            lines: row.lines,
            imported_at: row.imported_at,
            person: device.map(|device| device.person.clone()).unwrap_or_default(),
            device_name: device.map(|device| device.device_name.clone()).unwrap_or_default(),
            withdrawn: row.withdrawn,
        }
    }
}

fn refused(refusals: impl IntoIterator<Item = Refusal>) -> PreviewStatementView {
    PreviewStatementView {
        refusals: refusals.into_iter().map(RefusalView::from).collect(),
        ..PreviewStatementView::default()
    }
}

fn preview(reading: &Reading, lines: &[BankLine]) -> PreviewStatementView {
    let days = || reading.lines.iter().filter_map(|line| line.date);
    let credits = || lines.iter().map(|line| line.amount).filter(|amount| *amount > 0);
    PreviewStatementView {
        shape: reading.shape.code().to_owned(),
        account: reading.account.clone(),
        from: days().min().map(|day| day.to_string()).unwrap_or_default(),
        to: days().max().map(|day| day.to_string()).unwrap_or_default(),
        fresh: count(lines.len()),
        credits: count(credits().count()),
        credited: credits().fold(0, i64::saturating_add),
        known: count(reading.lines.len() - lines.len()),
        lines: lines.iter().take(SHOWN).map(line).collect(),
        problems: reading.problems.iter().take(SHOWN).map(problem).collect(),
        problem_count: count(reading.problems.len()),
        refusals: Vec::new(),
    }
}

fn line(line: &BankLine) -> BankLineRow {
    let date = line.date.map(|date| date.to_string()).unwrap_or_default();
    BankLineRow { id: line.id, date, text: line.text.clone(), amount: line.amount }
}

fn problem(problem: &Problem) -> ProblemRow {
    ProblemRow { row: problem.row, code: problem.code.to_owned(), text: problem.text.clone() }
}

fn count(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}
