//! What each document is made of: a snapshot of its numbered changes, and the changes behind it.

use rusqlite::{OptionalExtension, Row};
use tapak_sync::{ChangeHash, DocumentId, Fingerprint, Sequence};

use crate::columns::{Blob, sequence, whole};
use crate::{Store, Stored};

/// A document as the change log holds it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Held {
    pub scope: u16,
    /// The relay's number of its latest change.
    pub seq: Sequence,
    /// Up to which number its snapshot goes.
    pub folded: Sequence,
    /// Of all its numbered changes.
    pub fingerprint: Fingerprint,
    /// Of those in its snapshot.
    pub base: Fingerprint,
    /// False when only what lists show of it is here.
    pub whole: bool,
}

const COLUMNS: &str = "scope, seq, folded, fingerprint, base, whole";

fn held(row: &Row<'_>, at: usize) -> rusqlite::Result<Held> {
    Ok(Held {
        scope: row.get(at)?,
        seq: sequence(row.get(at + 1)?),
        folded: sequence(row.get(at + 2)?),
        fingerprint: Fingerprint::from_bytes(row.get(at + 3)?),
        base: Fingerprint::from_bytes(row.get(at + 4)?),
        whole: row.get(at + 5)?,
    })
}

impl Store {
    pub fn held(&self, document: DocumentId) -> Stored<Option<Held>> {
        self.count()?;
        let mut statement = self.sql(&format!("select {COLUMNS} from document where id = ?1"))?;
        Ok(statement.query_row([Blob(document)], |row| held(row, 0)).optional()?)
    }

    /// Is all of it here? A document nobody has written is.
    pub fn is_whole(&self, document: DocumentId) -> Stored<bool> {
        let mut statement = self.sql("select whole from document where id = ?1")?;
        Ok(statement.query_row([Blob(document)], |row| row.get(0)).optional()?.unwrap_or(true))
    }

    pub(crate) fn put_held(&self, document: DocumentId, held: &Held) -> Stored<()> {
        let sql = "insert into document (id, scope, seq, folded, fingerprint, base, whole) \
                   values (?1, ?2, ?3, ?4, ?5, ?6, ?7) on conflict do update set \
                   scope = ?2, seq = ?3, folded = ?4, fingerprint = ?5, base = ?6, whole = ?7";
        self.sql(sql)?.execute((
            Blob(document),
            held.scope,
            whole(held.seq.get()),
            whole(held.folded.get()),
            &held.fingerprint.as_bytes()[..],
            &held.base.as_bytes()[..],
            held.whole,
        ))?;
        Ok(())
    }

    /// The document's chunks up to where it is folded; nothing when it never was.
    pub fn snapshot(&self, document: DocumentId) -> Stored<Option<Vec<u8>>> {
        let mut statement = self.sql("select bytes from snapshot where document = ?1")?;
        Ok(statement.query_row([Blob(document)], |row| row.get(0)).optional()?)
    }

    pub(crate) fn put_snapshot(&self, document: DocumentId, bytes: &[u8]) -> Stored<()> {
        let sql = "insert into snapshot (document, bytes) values (?1, ?2) on conflict do update set bytes = ?2";
        Ok(self.sql(sql)?.execute((Blob(document), bytes)).map(drop)?)
    }

    /// The chunks of all its numbered changes, one behind the other, with the number of the latest.
    pub fn body(&self, document: DocumentId) -> Stored<Vec<u8>> {
        let mut body = self.snapshot(document)?.unwrap_or_default();
        let sql = "select bytes from change where document = ?1 and seq is not null and length(bytes) > 0 order by seq";
        let mut statement = self.sql(sql)?;
        let mut rows = statement.query([Blob(document)])?;
        while let Some(row) = rows.next()? {
            body.extend_from_slice(row.get_ref(0)?.as_blob().unwrap_or_default());
        }
        Ok(body)
    }

    /// `snapshot` holds all numbered changes of the document: their rows keep hash and signature only.
    pub fn fold(&self, document: DocumentId, snapshot: &[u8]) -> Stored<()> {
        self.count()?;
        self.put_snapshot(document, snapshot)?;
        self.sql("update document set folded = seq, base = fingerprint where id = ?1")?.execute([Blob(document)])?;
        let sql = "update change set bytes = x'' where document = ?1 and seq is not null and length(bytes) > 0";
        Ok(self.sql(sql)?.execute([Blob(document)]).map(drop)?)
    }

    /// Documents with at least `least` changes to fold, none of them numbered behind `before`.
    pub fn to_fold(&self, least: u32, before: Sequence, limit: u32) -> Stored<Vec<DocumentId>> {
        let sql = "select document from change where length(bytes) > 0 and seq is not null \
                   group by document having count(*) >= ?1 and max(seq) <= ?2 limit ?3";
        let mut statement = self.sql(sql)?;
        let rows = statement.query_map((least, whole(before.get()), limit), |row| row.get::<_, Blob<DocumentId>>(0))?;
        Ok(rows.map(|row| row.map(|document| document.0)).collect::<Result<_, _>>()?)
    }

    /// Documents of which more is to be had from the relay and must be had: something here builds on it, or is newer.
    pub fn to_fetch(&self, limit: u32) -> Stored<Vec<DocumentId>> {
        self.count()?;
        let sql = "select id from document d where whole = 0 and (seq > folded or exists \
                   (select 1 from change where document = d.id and seq is null)) order by id limit ?1";
        let mut statement = self.sql(sql)?;
        let rows = statement.query_map([limit], |row| row.get::<_, Blob<DocumentId>>(0))?;
        Ok(rows.map(|row| row.map(|document| document.0)).collect::<Result<_, _>>()?)
    }

    /// What is here of the document cannot be trusted up to `seq`: it is to be fetched.
    pub fn doubt(&self, document: DocumentId, scope: u16, seq: Sequence) -> Stored<()> {
        let held = self.held(document)?.unwrap_or(Held::new(scope));
        self.put_held(document, &Held { whole: false, seq: held.seq.max(seq), ..held })
    }

    /// Of every document, what a comparison needs.
    pub fn all_held(&self, scopes: &[u16]) -> Stored<Vec<(DocumentId, Fingerprint)>> {
        self.count()?;
        let mut statement = self.sql("select id, fingerprint, scope from document where seq > 0")?;
        let rows = statement.query_map([], |row| {
            let id: Blob<DocumentId> = row.get(0)?;
            Ok((id.0, Fingerprint::from_bytes(row.get(1)?), row.get::<_, u16>(2)?))
        })?;
        let rows = rows.collect::<Result<Vec<_>, _>>()?;
        let wanted = rows.into_iter().filter(|(.., scope)| scopes.contains(scope));
        Ok(wanted.map(|(id, fingerprint, _)| (id, fingerprint)).collect())
    }

    /// Gives folded changes their bytes back, to be offered again.
    pub fn unfold(&self, changes: &[(ChangeHash, Vec<u8>)]) -> Stored<()> {
        let mut statement = self.sql("update change set bytes = ?2 where hash = ?1")?;
        changes.iter().try_for_each(|(hash, bytes)| statement.execute((Blob(*hash), bytes)).map(drop))?;
        Ok(())
    }

    /// Documents folded beyond this number.
    pub fn folded_behind(&self, seq: Sequence) -> Stored<Vec<DocumentId>> {
        let mut statement = self.sql("select id from document where folded > ?1")?;
        let rows = statement.query_map([whole(seq.get())], |row| row.get::<_, Blob<DocumentId>>(0))?;
        Ok(rows.map(|row| row.map(|document| document.0)).collect::<Result<_, _>>()?)
    }

    /// The relay may lack any of these: all changes here that carry their bytes wait in the outbox again. What the
    /// snapshot was counted for may be another log's numbers, so any card takes its place.
    pub fn offer_again(&self, document: DocumentId) -> Stored<u32> {
        let sql = "update change set seq = null where document = ?1 and seq is not null and length(bytes) > 0";
        let offered = self.sql(sql)?.execute([Blob(document)])?;
        if let Some(held) = self.held(document)? {
            self.put_held(document, &Held { folded: Sequence::ZERO, base: Fingerprint::EMPTY, ..held })?;
            self.recount_document(document)?;
        }
        Ok(u32::try_from(offered).unwrap_or(u32::MAX))
    }

    /// Nothing of the document stays here but what was set aside: not its changes, not its rows.
    pub fn forget_document(&self, document: DocumentId) -> Stored<()> {
        self.count()?;
        for sql in [
            "delete from change where document = ?1",
            "delete from snapshot where document = ?1",
            "delete from document where id = ?1",
        ] {
            self.sql(sql)?.execute([Blob(document)])?;
        }
        self.forget_totals()?;
        self.forget_files_of(uuid::Uuid::from_bytes(document.to_bytes()))?;
        self.drop_record(uuid::Uuid::from_bytes(document.to_bytes()))
    }

    /// Every document of these scopes.
    pub fn documents_in(&self, scopes: &[u16]) -> Stored<Vec<DocumentId>> {
        let held = self.all_scopes()?;
        Ok(held.into_iter().filter(|(_, scope)| scopes.contains(scope)).map(|(id, _)| id).collect())
    }

    fn all_scopes(&self) -> Stored<Vec<(DocumentId, u16)>> {
        self.count()?;
        let mut statement = self.sql("select id, scope from document order by id")?;
        let rows = statement.query_map([], |row| Ok((row.get::<_, Blob<DocumentId>>(0)?.0, row.get(1)?)))?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// A person opened it: what was fetched for that stays as long as it is among the last opened.
    pub fn open_document(&self, document: DocumentId, at: u64) -> Stored<()> {
        let mut statement = self.sql("update document set opened = ?2 where id = ?1")?;
        Ok(statement.execute((Blob(document), whole(at))).map(drop)?)
    }

    /// Numbers of changes in the log of one document with their hashes, for checking.
    pub fn numbers_of(&self, document: DocumentId) -> Stored<Vec<(ChangeHash, Option<Sequence>)>> {
        let mut statement = self.sql("select hash, seq from change where document = ?1 order by id")?;
        let rows = statement.query_map([Blob(document)], |row| {
            Ok((row.get::<_, Blob<ChangeHash>>(0)?.0, row.get::<_, Option<i64>>(1)?.map(sequence)))
        })?;
        Ok(rows.collect::<Result<_, _>>()?)
    }
}
