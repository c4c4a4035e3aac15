//! The change log: what happened here and what came from others, in a sequence in which each follows what it builds on.

use rusqlite::{OptionalExtension, Row, Rows};
use tapak_sync::pack::Room;
use tapak_sync::relay::Skip;
use tapak_sync::{ChangeHash, DocumentId, Numbered, ReplicaId, Sequence, SignedChange, Span};

use crate::columns::{Blob, natural, sequence, whole};
use crate::{Store, Stored};

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
    /// Without a place the change waits in the outbox.
    pub fn append(&self, hash: ChangeHash, change: &SignedChange, place: Option<Place>) -> Stored<()> {
        let sql = "insert into change (hash, document, seq, replica, bytes, signature) values (?1, ?2, ?3, ?4, ?5, ?6)";
        self.sql(sql)?.execute((
            Blob(hash),
            Blob(change.document),
            place.map(|place| whole(place.seq.get())),
            place.and_then(|place| place.replica).map(Blob),
            &change.change,
            &change.signature[..],
        ))?;
        Ok(())
    }

    /// `None` for an unknown change, `Some(None)` for one still in the outbox.
    pub fn place_of(&self, hash: ChangeHash) -> Stored<Option<Option<Sequence>>> {
        let mut statement = self.sql("select seq from change where hash = ?1")?;
        let seq: Option<Option<i64>> = statement.query_row([Blob(hash)], |row| row.get(0)).optional()?;
        Ok(seq.map(|seq| seq.map(sequence)))
    }

    /// The relay has it on disk: it leaves the outbox. Answers with its document, if the change is here.
    pub fn number(&self, hash: ChangeHash, seq: Sequence) -> Stored<Option<DocumentId>> {
        let mut statement = self.sql("update change set seq = ?2 where hash = ?1 returning document")?;
        let document: Option<Blob<DocumentId>> =
            statement.query_row((Blob(hash), whole(seq.get())), |row| row.get(0)).optional()?;
        Ok(document.map(|document| document.0))
    }

    /// All numbers are forgotten: the relay's log is another one, and everything here is offered to it again.
    pub fn forget_numbers(&self) -> Stored<()> {
        Ok(self.sql("update change set seq = null where seq is not null")?.execute([]).map(drop)?)
    }

    pub fn changes_of(&self, document: DocumentId) -> Stored<Vec<(ChangeHash, SignedChange)>> {
        let sql = "select hash, document, bytes, signature from change where document = ?1 order by id";
        let mut statement = self.sql(sql)?;
        let changes = statement.query_map([Blob(document)], |row| hashed(row, 0))?;
        Ok(changes.collect::<Result<_, _>>()?)
    }

    pub fn change(&self, hash: ChangeHash) -> Stored<Option<SignedChange>> {
        let mut statement = self.sql("select document, bytes, signature from change where hash = ?1")?;
        Ok(statement.query_row([Blob(hash)], |row| signed(row, 0)).optional()?)
    }

    pub fn remove(&self, hash: ChangeHash) -> Stored<()> {
        Ok(self.sql("delete from change where hash = ?1")?.execute([Blob(hash)]).map(drop)?)
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

    /// The log from `after` on, without what `skip` covers, up to a frame's worth.
    pub fn page(&self, after: Sequence, skip: Skip, max_bytes: usize) -> Stored<(Span, Vec<Numbered>)> {
        let sql = "select seq, replica, document, bytes, signature from change where seq > ?1 order by seq";
        let mut statement = self.sql(sql)?;
        let rows = statement.query([whole(after.get())])?;
        fill_page(rows, after, skip, Room::new(max_bytes))
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

    /// Every document that has a change here.
    pub fn documents(&self) -> Stored<Vec<DocumentId>> {
        let mut statement = self.sql("select distinct document from change order by document")?;
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

fn fill_page(mut rows: Rows<'_>, after: Sequence, skip: Skip, mut room: Room) -> Stored<(Span, Vec<Numbered>)> {
    let (mut to, mut changes) = (after, Vec::new());
    while let Some(row) = rows.next()? {
        let seq = sequence(row.get(0)?);
        let replica: Option<Blob<ReplicaId>> = row.get(1)?;
        let skipped = replica.is_some_and(|replica| skip.covers(replica.0, seq));
        let change = if skipped { None } else { Some(Numbered { seq, change: signed(row, 2)? }) };
        if change.as_ref().is_some_and(|change| !room.take(change)) {
            break;
        }
        changes.extend(change);
        to = seq;
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
