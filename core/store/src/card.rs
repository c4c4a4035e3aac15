//! Cards: documents as the relay gives them to a device that is new or was long away.

use rusqlite::Row;
use tapak_sync::message::{BootMark, Card, ScopeCursor};
use tapak_sync::{DocumentId, Fingerprint, Sequence};

use crate::columns::{Blob, sequence, whole};
use crate::document::Held;
use crate::{Store, Stored};

/// The last rank there is: see the `record` table.
pub const LAST_RANK: u8 = 1;

/// A document that has to be sent, without what is in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Due {
    pub document: DocumentId,
    pub scope: u16,
    pub seq: Sequence,
    pub fingerprint: Fingerprint,
    pub rank: u8,
    /// Milliseconds since 1970 UTC.
    pub updated_at: i64,
    pub bytes: usize,
}

impl Store {
    /// The next documents of the mark's rank that changed since, newest first.
    pub fn cards_due(&self, since: &[ScopeCursor], mark: BootMark, limit: u32) -> Stored<Vec<Due>> {
        let sql = format!(
            "select d.id, d.scope, d.seq, d.fingerprint, r.rank, r.updated_at, \
             (select ifnull(sum(length(bytes)), 0) from change where document = d.id) \
             + ifnull((select length(bytes) from snapshot where document = d.id), 0) \
             from record r join document d on d.id = r.id where r.rank = ?1 and (?2 is null or r.id < ?2) \
             and ({}) order by r.id desc limit ?3",
            changed_since(since)
        );
        let mut statement = self.sql(&sql)?;
        let rows = statement.query_map((mark.rank, mark.after.map(Blob), limit), due)?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// One document that has to be sent.
    pub fn card_due(&self, document: DocumentId) -> Stored<Option<Due>> {
        let sql = "select d.id, d.scope, d.seq, d.fingerprint, r.rank, r.updated_at, 0 \
                   from record r join document d on d.id = r.id where r.id = ?1";
        let mut statement = self.sql(sql)?;
        let mut rows = statement.query_map([Blob(document)], due)?;
        Ok(rows.next().transpose()?)
    }

    /// How many there are from the mark on.
    pub fn count_cards_due(&self, since: &[ScopeCursor], mark: BootMark) -> Stored<u32> {
        let sql = format!(
            "select count(*) from record r join document d on d.id = r.id where (r.rank > ?1 or (r.rank = ?1 and \
             (?2 is null or r.id < ?2))) and ({})",
            changed_since(since)
        );
        Ok(self.sql(&sql)?.query_row((mark.rank, mark.after.map(Blob)), |row| row.get(0))?)
    }

    /// Takes the card in place of what was numbered of the document up to its `seq`. Changes that wait here stay.
    /// Answers whether all of the document is here now.
    pub fn put_card(&self, card: &Card) -> Stored<bool> {
        let old = self.held(card.document)?;
        match &card.body {
            Some(body) => self.put_snapshot(card.document, body)?,
            None => self.drop_body(card.document)?,
        }
        let known = Held {
            scope: card.scope,
            seq: card.seq,
            folded: card.seq,
            fingerprint: card.fingerprint,
            base: card.fingerprint,
            whole: card.body.is_some(),
        };
        self.change_total(card.scope, |total| {
            total.minus(old.map(|old| old.fingerprint).unwrap_or_default()).plus(card.fingerprint)
        })?;
        self.put_held(card.document, &known)?;
        if old.is_some_and(|old| old.seq > card.seq) {
            self.recount_document(card.document)?;
        }
        Ok(known.whole)
    }

    /// What is only on the relay from now on.
    fn drop_body(&self, document: DocumentId) -> Stored<()> {
        self.sql("delete from snapshot where document = ?1")?.execute([Blob(document)])?;
        self.sql("delete from change where document = ?1 and seq is not null")?.execute([Blob(document)])?;
        Ok(())
    }

    /// Leaves old closed documents to the relay: all that were not opened since `at`, that closed before `before`, and
    /// of which nothing waits here. Answers how many.
    pub fn leave_to_relay(&self, before: i64, at: u64, limit: u32) -> Stored<u32> {
        self.count()?;
        let sql = "select d.id from record r join document d on d.id = r.id where r.rank = 1 and r.noun = 'order' \
                   and r.updated_at < ?1 and d.whole = 1 and d.seq > 0 and ifnull(d.opened, 0) < ?2 \
                   and r.unsent = 0 and r.set_aside = 0 limit ?3";
        let mut statement = self.sql(sql)?;
        let rows = statement.query_map((before, whole(at), limit), |row| row.get::<_, Blob<DocumentId>>(0))?;
        let documents = rows.collect::<Result<Vec<_>, _>>()?;
        for Blob(document) in &documents {
            let Some(held) = self.held(*document)? else { continue };
            self.drop_body(*document)?;
            self.put_held(*document, &Held { whole: false, folded: held.seq, base: held.fingerprint, ..held })?;
        }
        Ok(u32::try_from(documents.len()).unwrap_or(u32::MAX))
    }
}

fn changed_since(since: &[ScopeCursor]) -> String {
    let scope = |scope: &ScopeCursor| format!("(d.scope = {} and d.seq > {})", scope.scope, scope.cursor.get());
    let all: Vec<_> = since.iter().map(scope).collect();
    if all.is_empty() { "false".to_owned() } else { all.join(" or ") }
}

fn due(row: &Row<'_>) -> rusqlite::Result<Due> {
    Ok(Due {
        document: row.get::<_, Blob<DocumentId>>(0)?.0,
        scope: row.get(1)?,
        seq: sequence(row.get(2)?),
        fingerprint: Fingerprint::from_bytes(row.get(3)?),
        rank: row.get(4)?,
        updated_at: row.get(5)?,
        bytes: row.get::<_, u32>(6)? as usize,
    })
}
