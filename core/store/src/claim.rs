//! Claims to have paid, one row each: what a batch freezes, and what came of it.

use rusqlite::{Row, named_params};
use serde::{Deserialize, Serialize};
use tapak_domain::Stamp;
use uuid::Uuid;

use crate::columns::Blob;
use crate::{Store, Stored};

/// Money is whole rupiah.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ClaimRow {
    pub claim: Uuid,
    pub at: Stamp,
    pub amount: i64,
    /// What the order came to when it was claimed.
    pub total: i64,
    pub bank: String,
    pub payer: String,
    pub paid_at: String,
    /// What finance found; empty before anybody looked.
    pub outcome: String,
    pub received: i64,
}

/// A claim that no batch has.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Waiting {
    pub row: ClaimRow,
    pub order: Uuid,
    pub number: String,
}

const PUT: &str = "insert or replace into claim_row (claim, record, at, number, amount, total, bank, payer, paid_at, \
                   outcome, received) values (:claim, :record, :at, :number, :amount, :total, :bank, :payer, \
                   :paid_at, :outcome, :received)";
pub(crate) const COLUMNS: &str = "c.claim, c.at, c.amount, c.total, c.bank, c.payer, c.paid_at, c.outcome, c.received";
pub(crate) const COLUMN_COUNT: usize = 9;

impl Store {
    /// The claims of an order as they are now.
    pub fn put_claims(&self, record: Uuid, number: &str, rows: &[ClaimRow]) -> Stored<()> {
        self.sql("delete from claim_row where record = ?1")?.execute([Blob(record)])?;
        let mut statement = self.sql(PUT)?;
        rows.iter().try_for_each(|row| {
            let put = statement.execute(named_params! {
                ":claim": Blob(row.claim), ":record": Blob(record), ":at": row.at.to_string(), ":number": number,
                ":amount": row.amount, ":total": row.total, ":bank": row.bank, ":payer": row.payer,
                ":paid_at": row.paid_at, ":outcome": row.outcome, ":received": row.received,
            });
            put.map(drop)
        })?;
        Ok(())
    }

    /// In the sequence they were claimed in.
    pub fn claims_of(&self, record: Uuid) -> Stored<Vec<ClaimRow>> {
        let mut statement =
            self.sql(&format!("select {COLUMNS} from claim_row c where c.record = ?1 order by c.at, c.claim"))?;
        let rows = statement.query_map([Blob(record)], |row| claim_row(row, 0))?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// Every claim that no batch has, the oldest first.
    pub fn claims_waiting(&self) -> Stored<Vec<Waiting>> {
        let sql = format!(
            "select {COLUMNS}, c.record, c.number from claim_row c \
             where not exists (select 1 from recap_entry e where e.claim = c.claim) order by c.at, c.claim"
        );
        let mut statement = self.sql(&sql)?;
        let rows = statement.query_map([], waiting)?;
        Ok(rows.collect::<Result<_, _>>()?)
    }
}

fn waiting(row: &Row<'_>) -> rusqlite::Result<Waiting> {
    let order = row.get::<_, Blob<Uuid>>(COLUMN_COUNT)?.0;
    Ok(Waiting { row: claim_row(row, 0)?, order, number: row.get(COLUMN_COUNT + 1)? })
}

pub(crate) fn claim_row(row: &Row<'_>, from: usize) -> rusqlite::Result<ClaimRow> {
    let at: String = row.get(from + 1)?;
    Ok(ClaimRow {
        claim: row.get::<_, Blob<Uuid>>(from)?.0,
        at: at.parse().unwrap_or_default(),
        amount: row.get(from + 2)?,
        total: row.get(from + 3)?,
        bank: row.get(from + 4)?,
        payer: row.get(from + 5)?,
        paid_at: row.get(from + 6)?,
        outcome: row.get(from + 7)?,
        received: row.get(from + 8)?,
    })
}
