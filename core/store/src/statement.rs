//! Bank statements: what was imported when, and by whom.

use rusqlite::Row;
use tapak_domain::statement::{BankLine, account_key};
use uuid::Uuid;

use crate::columns::Blob;
use crate::{Store, Stored};

/// One record of an import. Times are milliseconds since 1970 UTC.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StatementRow {
    pub id: Uuid,
    pub import: Uuid,
    pub account: String,
    pub file: String,
    pub shape: String,
    pub imported_at: i64,
    /// The device.
    pub imported_by: Uuid,
    pub withdrawn: bool,
}

/// All records of one import together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ImportRow {
    pub import: Uuid,
    pub account: String,
    pub file: String,
    pub shape: String,
    pub lines: u32,
    pub imported_at: i64,
    pub imported_by: Uuid,
    pub withdrawn: bool,
}

impl Store {
    pub fn put_statement(&self, row: &StatementRow, lines: &[BankLine]) -> Stored<()> {
        let sql = "insert or replace into statement_row (id, import, account, file, shape, lines, imported_at, \
                   imported_by, withdrawn) values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)";
        self.sql(sql)?.execute((
            Blob(row.id),
            Blob(row.import),
            &row.account,
            &row.file,
            &row.shape,
            i64::try_from(lines.len()).unwrap_or(i64::MAX),
            row.imported_at,
            Blob(row.imported_by),
            row.withdrawn,
        ))?;
        self.sql("delete from bank_line where statement = ?1")?.execute([Blob(row.id)])?;
        let account = account_key(&row.account);
        (0_i64..).zip(lines).try_for_each(|(place, line)| self.put_line(row, &account, place, line))
    }

    fn put_line(&self, row: &StatementRow, account: &str, place: i64, line: &BankLine) -> Stored<()> {
        let sql = "insert or ignore into bank_line (id, statement, account, date, text, amount, balance, place, \
                   seen_at) values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)";
        let date = line.date.map(|date| date.to_string()).unwrap_or_default();
        let (id, text, balance) = (line.id.to_string(), &line.text, line.balance);
        let of = (id, Blob(row.id), account, date, text, line.amount, balance, place, row.imported_at);
        Ok(self.sql(sql)?.execute(of).map(drop)?)
    }

    /// Newest first.
    pub fn imports(&self, limit: u32) -> Stored<Vec<ImportRow>> {
        let sql = "select import, account, file, shape, sum(lines), min(imported_at), imported_by, max(withdrawn) \
                   from statement_row group by import order by min(imported_at) desc, import limit ?1";
        let mut statement = self.sql(sql)?;
        let rows = statement.query_map([limit], import_row)?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// The records of an import that are here, and whether one of them was withdrawn.
    pub fn records_of_import(&self, import: Uuid) -> Stored<(Vec<Uuid>, bool)> {
        let sql = "select id, withdrawn from statement_row where import = ?1 order by id";
        let mut statement = self.sql(sql)?;
        let row = |row: &Row<'_>| Ok((row.get::<_, Blob<Uuid>>(0)?.0, row.get::<_, bool>(1)?));
        let rows = statement.query_map([Blob(import)], row)?.collect::<Result<Vec<_>, _>>()?;
        let withdrawn = rows.iter().any(|(_, withdrawn)| *withdrawn);
        Ok((rows.into_iter().map(|(id, _)| id).collect(), withdrawn))
    }

    /// Does an order hold a line that stands in this import alone?
    pub fn is_import_used(&self, import: Uuid) -> Stored<bool> {
        let sql = "select exists (select 1 from bank_line l join statement_row s on s.id = l.statement \
                   join shared_key k on k.kind = 'bank_line' and k.key = l.id where s.import = ?1 and not exists \
                   (select 1 from bank_line other join statement_row of on of.id = other.statement \
                   where other.id = l.id and of.import <> ?1 and of.import not in \
                   (select import from statement_row where withdrawn = 1)))";
        Ok(self.sql(sql)?.query_row([Blob(import)], |row| row.get(0))?)
    }
}

fn import_row(row: &Row<'_>) -> rusqlite::Result<ImportRow> {
    Ok(ImportRow {
        import: row.get::<_, Blob<Uuid>>(0)?.0,
        account: row.get(1)?,
        file: row.get(2)?,
        shape: row.get(3)?,
        lines: row.get(4)?,
        imported_at: row.get(5)?,
        imported_by: row.get::<_, Blob<Uuid>>(6)?.0,
        withdrawn: row.get(7)?,
    })
}
