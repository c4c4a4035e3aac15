//! What buyers say they transferred, as finance lists it.

use rusqlite::{Row, named_params};
use serde::{Deserialize, Serialize};
use tapak_domain::order::Outcome;
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
    /// What the order came to when it was claimed.
    #[serde(default)]
    pub total: i64,
    /// What finance made of it; nothing before anybody looked.
    #[serde(default)]
    pub outcome: Option<Outcome>,
    /// What was found for it, and what of that went back.
    #[serde(default)]
    pub received: i64,
    #[serde(default)]
    pub refunded: i64,
    /// The line of the bank's statement it was found on, or empty; or it was cash.
    #[serde(default)]
    pub bank_line: String,
    #[serde(default)]
    pub cash: bool,
}

pub(crate) const COLUMNS: &str = "id, record, at, device, amount, bank, payer, paid_at, file, answered, total, outcome, \
                                  received, refunded, bank_line, cash";
/// Where columns go on behind these.
pub(crate) const COLUMN_COUNT: usize = 16;

impl Store {
    /// The record's claims now.
    pub fn put_claims(&self, record: Uuid, claims: &[ClaimRow]) -> Stored<()> {
        self.sql("delete from claim_row where record = ?1")?.execute([Blob(record)])?;
        claims.iter().try_for_each(|claim| self.put_claim(claim))
    }

    fn put_claim(&self, claim: &ClaimRow) -> Stored<()> {
        let sql = format!(
            "insert or replace into claim_row ({COLUMNS}) values (:id, :record, :at, :device, :amount, :bank, :payer, \
             :paid_at, :file, :answered, :total, :outcome, :received, :refunded, :bank_line, :cash)"
        );
        self.sql(&sql)?.execute(named_params! {
            ":id": Blob(claim.id), ":record": Blob(claim.record), ":at": claim.at, ":device": Blob(claim.device),
            ":amount": claim.amount, ":bank": claim.bank, ":payer": claim.payer, ":paid_at": claim.paid_at,
            ":file": claim.file, ":answered": claim.answered,
            ":total": claim.total, ":outcome": claim.outcome.map(Outcome::code).unwrap_or_default(),
            ":received": claim.received, ":refunded": claim.refunded, ":bank_line": claim.bank_line,
            ":cash": claim.cash,
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

pub(crate) fn claim(row: &Row<'_>) -> rusqlite::Result<ClaimRow> {
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
        total: row.get(10)?,
        outcome: Outcome::from_code(&row.get::<_, String>(11)?),
        received: row.get(12)?,
        refunded: row.get(13)?,
        bank_line: row.get(14)?,
        cash: row.get(15)?,
    })
}
