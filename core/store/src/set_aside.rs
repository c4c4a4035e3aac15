//! Changes the relay did not accept: kept, shown, and never part of a document again.

use rusqlite::OptionalExtension;
use tapak_sync::{ChangeHash, DocumentId, SignedChange};
use uuid::Uuid;

use crate::columns::Blob;
use crate::{Store, Stored};

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SetAside {
    pub hash: ChangeHash,
    pub record: Uuid,
    /// The record's noun and title when it happened.
    pub noun: String,
    pub title: String,
    pub code: String,
    /// Milliseconds since 1970 UTC.
    pub at: i64,
    pub summary: String,
}

impl Store {
    /// False when it was set aside before.
    pub fn set_aside(&self, change: &SignedChange, why: &SetAside) -> Stored<bool> {
        let sql = "insert or ignore into set_aside (hash, document, noun, title, code, at, summary, bytes, signature) \
                   values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)";
        let kept = self.sql(sql)?.execute((
            Blob(why.hash),
            Blob(why.record),
            &why.noun,
            &why.title,
            &why.code,
            why.at,
            &why.summary,
            &change.change,
            &change.signature[..],
        ))?;
        Ok(kept > 0)
    }

    /// One of them as its author made it.
    pub fn set_aside_change(&self, hash: ChangeHash) -> Stored<Option<SignedChange>> {
        let mut statement = self.sql("select document, bytes, signature from set_aside where hash = ?1")?;
        let change = statement.query_row([Blob(hash)], |row| {
            let document: Blob<DocumentId> = row.get(0)?;
            Ok(SignedChange { document: document.0, change: row.get(1)?, signature: row.get(2)? })
        });
        Ok(change.optional()?)
    }

    /// It was taken in after all.
    pub fn take_back(&self, hash: ChangeHash) -> Stored<()> {
        Ok(self.sql("delete from set_aside where hash = ?1")?.execute([Blob(hash)]).map(drop)?)
    }

    /// Latest first.
    pub fn all_set_aside(&self) -> Stored<Vec<SetAside>> {
        let sql = "select hash, document, noun, title, code, at, summary from set_aside order by id desc";
        let mut statement = self.sql(sql)?;
        let rows = statement.query_map([], |row| {
            Ok(SetAside {
                hash: row.get::<_, Blob<ChangeHash>>(0)?.0,
                record: row.get::<_, Blob<Uuid>>(1)?.0,
                noun: row.get(2)?,
                title: row.get(3)?,
                code: row.get(4)?,
                at: row.get(5)?,
                summary: row.get(6)?,
            })
        })?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    pub fn count_set_aside(&self) -> Stored<u32> {
        Ok(self.sql("select count(*) from set_aside")?.query_row([], |row| row.get(0))?)
    }
}
