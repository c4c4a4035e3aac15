//! What buyers say they transferred, as finance lists it.

use rusqlite::{Row, named_params};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::columns::Blob;
use crate::{Store, Stored};

/// Times are milliseconds since 1970 UTC, money whole rupiah.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ClaimRow {
    /// The fact's.
    pub id: Uuid,
    pub record: Uuid,
    pub at: i64,
    /// Who took it.
    pub device: Uuid,
    pub amount: i64,
    pub bank: String,
    pub payer: String,
    pub paid_at: String,
    pub file: String,
    pub answered: bool,
}

const COLUMNS: &str = "id, record, at, device, amount, bank, payer, paid_at, file, answered";

impl Store {
    /// The record's claims now.
    pub fn put_claims(&self, record: Uuid, claims: &[ClaimRow]) -> Stored<()> {
        self.sql("delete from claim_row where record = ?1")?.execute([Blob(record)])?;
        claims.iter().try_for_each(|claim| self.put_claim(claim))
    }

    fn put_claim(&self, claim: &ClaimRow) -> Stored<()> {
        let sql = format!(
            "insert or replace into claim_row ({COLUMNS}) values (:id, :record, :at, :device, :amount, :bank, :payer, \
             :paid_at, :file, :answered)"
        );
        self.sql(&sql)?.execute(named_params! {
            ":id": Blob(claim.id), ":record": Blob(claim.record), ":at": claim.at, ":device": Blob(claim.device),
            ":amount": claim.amount, ":bank": claim.bank, ":payer": claim.payer, ":paid_at": claim.paid_at,
            ":file": claim.file, ":answered": claim.answered,
        })?;
        Ok(())
    }

    pub fn claims_of(&self, record: Uuid) -> Stored<Vec<ClaimRow>> {
        let sql = format!("select {COLUMNS} from claim_row where record = ?1 order by at, id");
        let mut statement = self.sql(&sql)?;
        let rows = statement.query_map([Blob(record)], claim)?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// What finance has not answered, the longest waiting first.
    pub fn open_claims(&self, limit: u32) -> Stored<Vec<ClaimRow>> {
        let sql = format!("select {COLUMNS} from claim_row where answered = 0 order by at, id limit ?1");
        let mut statement = self.sql(&sql)?;
        let rows = statement.query_map([limit], claim)?;
        Ok(rows.collect::<Result<_, _>>()?)
    }
}

fn claim(row: &Row<'_>) -> rusqlite::Result<ClaimRow> {
    Ok(ClaimRow {
        id: row.get::<_, Blob<Uuid>>(0)?.0,
        record: row.get::<_, Blob<Uuid>>(1)?.0,
        at: row.get(2)?,
        device: row.get::<_, Blob<Uuid>>(3)?.0,
        amount: row.get(4)?,
        bank: row.get(5)?,
        payer: row.get(6)?,
        paid_at: row.get(7)?,
        file: row.get(8)?,
        answered: row.get(9)?,
    })
}
