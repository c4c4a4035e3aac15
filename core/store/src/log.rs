//! The change log: what happened here and what came from others, in a sequence in which each follows what it builds on.

use rusqlite::{OptionalExtension, Row, Rows};
use tapak_sync::pack::Room;
use tapak_sync::relay::Skip;
use tapak_sync::{ChangeHash, DocumentId, Numbered, ReplicaId, Sequence, SignedChange, Span};

use crate::columns::{Blob, natural, sequence, whole};
use crate::{Store, Stored};

/// A page looks at so many changes that are not for this device before it comes to an end.
const MOST_SKIPPED: u32 = 20_000;

/// Whose numbered change this is: the relay's place for it, and the replica that pushed it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Place {
    pub seq: Sequence,
    pub replica: Option<ReplicaId>,
}

/// The next stretch of the outbox. `through` is the position of its last change.
#[derive(Debug, Clone, Default)]
pub struct Waiting {
    pub changes: Vec<(ChangeHash, SignedChange)>,
    pub through: u64,
}

impl Store {
    /// Without a place the change waits in the outbox. False when it is here already.
    pub fn append(&self, hash: ChangeHash, change: &SignedChange, scope: u16, place: Option<Place>) -> Stored<bool> {
        let sql = "insert into change (hash, document, seq, replica, bytes, signature, scope) \
                   values (?1, ?2, ?3, ?4, ?5, ?6, ?7) on conflict (hash) do nothing";
        let added = self.sql(sql)?.execute((
            Blob(hash),
            Blob(change.document),
            place.map(|place| whole(place.seq.get())),
            place.and_then(|place| place.replica).map(Blob),
            &change.change,
            &change.signature[..],
            scope,
        ))?;
        if added == 1 {
            self.count_in(change.document, scope, place.map(|place| (place.seq, hash)));
        }
        Ok(added == 1)
    }

    /// `None` for an unknown change, `Some(None)` for one still in the outbox.
    pub fn place_of(&self, hash: ChangeHash) -> Stored<Option<Option<Sequence>>> {
        let mut statement = self.sql("select seq from change where hash = ?1")?;
        let seq: Option<Option<i64>> = statement.query_row([Blob(hash)], |row| row.get(0)).optional()?;
        Ok(seq.map(|seq| seq.map(sequence)))
    }

    /// The relay has it on disk: it leaves the outbox. Answers with its document, if the change is here.
    pub fn number(&self, hash: ChangeHash, seq: Sequence) -> Stored<Option<DocumentId>> {
        let mut statement = self.sql("select document, scope, seq from change where hash = ?1")?;
        let found = statement.query_row([Blob(hash)], |row| {
            Ok((row.get::<_, Blob<DocumentId>>(0)?.0, row.get::<_, u16>(1)?, row.get::<_, Option<i64>>(2)?))
        });
        let Some((document, scope, old)) = found.optional()? else { return Ok(None) };
        if old != Some(whole(seq.get())) {
            self.sql("update change set seq = ?2 where hash = ?1")?.execute((Blob(hash), whole(seq.get())))?;
        }
        if old.is_none() {
            self.count_in(document, scope, Some((seq, hash)));
        }
        Ok(Some(document))
    }

    /// The changes with bytes of their own: all of them, or those behind the snapshot.
    pub fn changes_of(&self, document: DocumentId) -> Stored<Vec<(ChangeHash, SignedChange)>> {
        let sql = "select hash, document, bytes, signature from change where document = ?1 and length(bytes) > 0 \
                   order by id";
        let mut statement = self.sql(sql)?;
        let changes = statement.query_map([Blob(document)], |row| hashed(row, 0))?;
        Ok(changes.collect::<Result<_, _>>()?)
    }

    pub fn count_unsent_of(&self, document: DocumentId) -> Stored<u32> {
        let sql = "select count(*) from change where document = ?1 and seq is null";
        Ok(self.sql(sql)?.query_row([Blob(document)], |row| row.get(0))?)
    }

    pub fn unsent_of(&self, document: DocumentId) -> Stored<Vec<(ChangeHash, SignedChange)>> {
        let sql = "select hash, document, bytes, signature from change where document = ?1 and seq is null order by id";
        let mut statement = self.sql(sql)?;
        let changes = statement.query_map([Blob(document)], |row| hashed(row, 0))?;
        Ok(changes.collect::<Result<_, _>>()?)
    }

    pub fn change(&self, hash: ChangeHash) -> Stored<Option<SignedChange>> {
        let mut statement = self.sql("select document, bytes, signature from change where hash = ?1")?;
        Ok(statement.query_row([Blob(hash)], |row| signed(row, 0)).optional()?)
    }

    /// A change that has no number. A document of which nothing is left is none.
    pub fn remove(&self, hash: ChangeHash) -> Stored<()> {
        self.count()?;
        let Some(change) = self.change(hash)? else { return Ok(()) };
        self.sql("delete from change where hash = ?1")?.execute([Blob(hash)])?;
        let sql = "delete from document where id = ?1 and seq = 0 \
                   and not exists (select 1 from change where document = ?1)";
        Ok(self.sql(sql)?.execute([Blob(change.document)]).map(drop)?)
    }

    pub fn outbox(&self, after: u64, max_bytes: usize, max_changes: usize) -> Stored<Waiting> {
        let sql = "select id, hash, document, bytes, signature from change where seq is null and id > ?1 \
                   order by id limit ?2";
        let mut statement = self.sql(sql)?;
        let rows = statement.query((whole(after), whole(max_changes as u64)))?;
        fill_outbox(rows, after, Room::new(max_bytes))
    }

    pub fn count_outbox(&self) -> Stored<u32> {
        Ok(self.sql("select count(*) from change where seq is null")?.query_row([], |row| row.get(0))?)
    }

    /// The relay's highest number.
    pub fn head(&self) -> Stored<Sequence> {
        let head: Option<i64> = self.sql("select max(seq) from change")?.query_row([], |row| row.get(0))?;
        Ok(sequence(head.unwrap_or_default()))
    }

    /// The numbered change with the highest number.
    pub fn latest(&self) -> Stored<Option<(Sequence, ChangeHash)>> {
        let mut statement = self.sql("select seq, hash from change where seq is not null order by seq desc limit 1")?;
        let latest = statement.query_row([], |row| Ok((sequence(row.get(0)?), row.get::<_, Blob<ChangeHash>>(1)?.0)));
        Ok(latest.optional()?)
    }

    pub fn change_at(&self, seq: Sequence) -> Stored<Option<ChangeHash>> {
        let mut statement = self.sql("select hash from change where seq = ?1")?;
        let hash = statement.query_row([whole(seq.get())], |row| row.get::<_, Blob<ChangeHash>>(0)).optional()?;
        Ok(hash.map(|hash| hash.0))
    }

    /// The outbox again: everything numbered behind `kept` is unnumbered, because the relay's log ends or parts there.
    pub fn forget_numbers(&self, kept: Sequence) -> Stored<()> {
        let sql = "update change set seq = null where seq > ?1 and length(bytes) > 0";
        self.unfold_numbers(kept)?;
        self.sql(sql)?.execute([whole(kept.get())])?;
        self.recount()?;
        self.refresh_all_whereabouts()
    }

    /// The log from `after` on, without what `skip` covers or lies outside `scopes`, up to a frame's worth. A change
    /// that was folded comes without bytes.
    pub fn page(
        &self,
        after: Sequence,
        skip: Skip,
        scopes: &[u16],
        max_bytes: usize,
    ) -> Stored<(Span, Vec<(ChangeHash, Numbered)>)> {
        let sql =
            "select seq, replica, scope, hash, document, bytes, signature from change where seq > ?1 order by seq";
        let mut statement = self.sql(sql)?;
        let rows = statement.query([whole(after.get())])?;
        fill_page(
            rows,
            after,
            &|replica, scope, seq| scopes.contains(&scope) && !replica.is_some_and(|replica| skip.covers(replica, seq)),
            Room::new(max_bytes),
        )
    }

    /// Every change here, to compare replicas: by document, then hash.
    pub fn inventory(&self) -> Stored<Vec<(DocumentId, ChangeHash, Option<Sequence>)>> {
        let mut statement = self.sql("select document, hash, seq from change order by document, hash")?;
        let rows = statement.query_map([], |row| {
            let (document, hash): (Blob<DocumentId>, Blob<ChangeHash>) = (row.get(0)?, row.get(1)?);
            Ok((document.0, hash.0, row.get::<_, Option<i64>>(2)?.map(sequence)))
        })?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// Every document that is all here.
    pub fn documents(&self) -> Stored<Vec<DocumentId>> {
        self.count()?;
        let mut statement = self.sql("select id from document where whole = 1 order by id")?;
        let documents = statement.query_map([], |row| row.get::<_, Blob<DocumentId>>(0))?;
        Ok(documents.map(|document| document.map(|document| document.0)).collect::<Result<_, _>>()?)
    }
}

fn fill_outbox(mut rows: Rows<'_>, after: u64, mut room: Room) -> Stored<Waiting> {
    let mut waiting = Waiting { through: after, ..Waiting::default() };
    while let Some(row) = rows.next()? {
        let change = hashed(row, 1)?;
        if !room.take(&change) {
            break;
        }
        waiting.changes.push(change);
        waiting.through = natural(row.get(0)?);
    }
    Ok(waiting)
}

fn fill_page(
    mut rows: Rows<'_>,
    after: Sequence,
    wanted: &dyn Fn(Option<ReplicaId>, u16, Sequence) -> bool,
    mut room: Room,
) -> Stored<(Span, Vec<(ChangeHash, Numbered)>)> {
    let (mut to, mut changes) = (after, Vec::new());
    let mut skipped = 0;
    while let Some(row) = rows.next()? {
        let seq = sequence(row.get(0)?);
        let replica: Option<Blob<ReplicaId>> = row.get(1)?;
        let scope: u16 = row.get(2)?;
        if wanted(replica.map(|replica| replica.0), scope, seq) {
            let (hash, change) = hashed(row, 3)?;
            let numbered = Numbered { seq, change, scope: Some(scope) };
            if !room.take(&numbered) {
                break;
            }
            changes.push((hash, numbered));
        } else {
            skipped += 1;
        }
        to = seq;
        if skipped == MOST_SKIPPED {
            break;
        }
    }
    Ok((Span { from: after, to }, changes))
}

/// From column `at` on: hash, document, bytes, signature.
fn hashed(row: &Row<'_>, at: usize) -> rusqlite::Result<(ChangeHash, SignedChange)> {
    let hash: Blob<ChangeHash> = row.get(at)?;
    Ok((hash.0, signed(row, at + 1)?))
}

fn signed(row: &Row<'_>, at: usize) -> rusqlite::Result<SignedChange> {
    let document: Blob<DocumentId> = row.get(at)?;
    Ok(SignedChange { document: document.0, change: row.get(at + 1)?, signature: row.get(at + 2)? })
}
