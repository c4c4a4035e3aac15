//! Files in parts: what is here of each, which records name it, and which still have to reach the relay.

use rusqlite::{OptionalExtension, Row};
use tapak_sync::FileHash;
use uuid::Uuid;

use crate::columns::{Blob, natural, whole};
use crate::{Store, Stored};

/// How much of a file is here.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct FileHeld {
    pub hash: FileHash,
    pub length: u64,
    pub have: u64,
    /// The relay may not have all of it yet.
    pub waiting: bool,
}

/// A record that names a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FileUse {
    pub record: Uuid,
    pub kind: String,
}

impl FileHeld {
    pub fn is_whole(&self) -> bool {
        self.have == self.length
    }
}

fn held(row: &Row<'_>) -> rusqlite::Result<FileHeld> {
    Ok(FileHeld {
        hash: row.get::<_, Blob<FileHash>>(0)?.0,
        length: natural(row.get(1)?),
        have: natural(row.get(2)?),
        waiting: row.get::<_, i64>(3)? == 1,
    })
}

impl Store {
    pub fn file(&self, hash: FileHash) -> Stored<Option<FileHeld>> {
        let mut statement = self.sql("select hash, length, have, waiting from file where hash = ?1")?;
        Ok(statement.query_row([Blob(hash)], held).optional()?)
    }

    /// Makes room for a file, unless it is known.
    pub fn expect_file(&self, hash: FileHash, length: u64, at: u64, waiting: bool) -> Stored<()> {
        let sql = "insert or ignore into file (hash, length, at, waiting) values (?1, ?2, ?3, ?4)";
        Ok(self.sql(sql)?.execute((Blob(hash), whole(length), whole(at), waiting)).map(drop)?)
    }

    /// The part right behind what is here. Answers how much is here now.
    pub fn add_file_part(&self, hash: FileHash, offset: u64, bytes: &[u8]) -> Stored<u64> {
        let sql = "insert or replace into file_part (hash, offset, bytes) values (?1, ?2, ?3)";
        self.sql(sql)?.execute((Blob(hash), whole(offset), bytes))?;
        let have = offset + bytes.len() as u64;
        self.sql("update file set have = ?2 where hash = ?1")?.execute((Blob(hash), whole(have)))?;
        Ok(have)
    }

    /// The bytes from `offset` on, at most `limit` of them.
    pub fn file_bytes(&self, hash: FileHash, offset: u64, limit: usize) -> Stored<Vec<u8>> {
        let sql = "select offset, bytes from file_part where hash = ?1 and offset + length(bytes) > ?2 order by offset";
        let mut statement = self.sql(sql)?;
        let mut rows = statement.query((Blob(hash), whole(offset)))?;
        let mut bytes = Vec::new();
        while let Some(row) = rows.next()?.filter(|_| bytes.len() < limit) {
            let part: Vec<u8> = row.get(1)?;
            let skip = usize::try_from(offset.saturating_sub(natural(row.get(0)?))).unwrap_or(usize::MAX);
            bytes.extend_from_slice(part.get(skip..).unwrap_or_default());
        }
        bytes.truncate(limit);
        Ok(bytes)
    }

    pub fn forget_file(&self, hash: FileHash) -> Stored<()> {
        self.sql("delete from file_part where hash = ?1")?.execute([Blob(hash)])?;
        Ok(self.sql("delete from file where hash = ?1")?.execute([Blob(hash)]).map(drop)?)
    }

    /// The oldest file the relay may not have all of.
    pub fn next_waiting_file(&self) -> Stored<Option<FileHeld>> {
        let sql =
            "select hash, length, have, waiting from file where waiting = 1 and have = length order by at limit 1";
        Ok(self.sql(sql)?.query_row([], held).optional()?)
    }

    pub fn count_waiting_files(&self) -> Stored<u32> {
        Ok(self.sql("select count(*) from file where waiting = 1")?.query_row([], |row| row.get(0))?)
    }

    /// The relay has it, or does not take it.
    pub fn file_is_through(&self, hash: FileHash, taken: bool) -> Stored<()> {
        let waiting = if taken { 0 } else { 2 };
        let mut statement = self.sql("update file set waiting = ?2 where hash = ?1")?;
        Ok(statement.execute((Blob(hash), waiting)).map(drop)?)
    }

    /// A record is about to name it, and the relay may have forgotten it with what named it before.
    pub fn offer_file_again(&self, hash: FileHash) -> Stored<()> {
        let mut statement =
            self.sql("update file set waiting = 1 where hash = ?1 and have = length and waiting = 0")?;
        Ok(statement.execute([Blob(hash)]).map(drop)?)
    }

    /// The relay may have lost any of them: all that is whole here, and came at `since` or later, is offered again.
    pub fn offer_files_again(&self, since: u64) -> Stored<()> {
        let mut statement = self.sql("update file set waiting = 1 where have = length and waiting = 0 and at >= ?1")?;
        Ok(statement.execute([whole(since)]).map(drop)?)
    }

    /// Files that no record names as any of these kinds, and that do not wait for the relay. What nobody names yet stays.
    pub fn files_other_than(&self, kinds: &[&str]) -> Stored<Vec<FileHash>> {
        let sql = "select hash from file f where waiting <> 1 and exists (select 1 from file_use where hash = f.hash) \
                   and not exists (select 1 from file_use where hash = f.hash and instr(?1, kind || ' ') > 0)";
        let mut statement = self.sql(sql)?;
        let kinds: String = kinds.iter().flat_map(|kind| [*kind, " "]).collect();
        let hashes = statement.query_map([kinds], |row| row.get::<_, Blob<FileHash>>(0))?;
        Ok(hashes.map(|hash| hash.map(|hash| hash.0)).collect::<Result<_, _>>()?)
    }

    /// The files a record names now.
    pub fn put_file_uses(&self, record: Uuid, files: &[(FileHash, String)]) -> Stored<()> {
        self.sql("delete from file_use where record = ?1")?.execute([Blob(record)])?;
        let mut statement = self.sql("insert or replace into file_use (hash, record, kind) values (?1, ?2, ?3)")?;
        files.iter().try_for_each(|(hash, kind)| statement.execute((Blob(*hash), Blob(record), kind)).map(drop))?;
        Ok(())
    }

    pub fn file_uses(&self, hash: FileHash) -> Stored<Vec<FileUse>> {
        let mut statement = self.sql("select record, kind from file_use where hash = ?1 order by record")?;
        let uses = statement
            .query_map([Blob(hash)], |row| Ok(FileUse { record: row.get::<_, Blob<Uuid>>(0)?.0, kind: row.get(1)? }))?;
        Ok(uses.collect::<Result<_, _>>()?)
    }

    pub fn files_of(&self, record: Uuid) -> Stored<Vec<(FileHash, String)>> {
        let mut statement = self.sql("select hash, kind from file_use where record = ?1 order by hash")?;
        let uses = statement.query_map([Blob(record)], |row| Ok((row.get::<_, Blob<FileHash>>(0)?.0, row.get(1)?)))?;
        Ok(uses.collect::<Result<_, _>>()?)
    }

    /// A record goes, and with it every file that no other record names. Of the rest the other end may not know yet that it
    /// is still named: a device offers it again.
    pub(crate) fn forget_files_of(&self, record: Uuid) -> Stored<()> {
        let files = self.files_of(record)?;
        self.put_file_uses(record, &[])?;
        for (hash, _) in files {
            if self.file_uses(hash)?.is_empty() {
                self.forget_file(hash)?;
            } else {
                self.offer_file_again(hash)?;
            }
        }
        Ok(())
    }

    /// Files that came before `before` and that no record names: nobody can ask for them any more.
    pub fn unnamed_files(&self, before: u64, limit: u32) -> Stored<Vec<FileHash>> {
        let sql = "select hash from file f where at < ?1 \
                   and not exists (select 1 from file_use where hash = f.hash) limit ?2";
        self.hashes(sql, (whole(before), limit))
    }

    /// What was fetched from the relay, beyond so many bytes, longest here first.
    pub fn files_beyond(&self, bytes: u64) -> Stored<Vec<FileHash>> {
        let sql = "select hash from (select hash, at, sum(have) over (order by at desc, hash) as total from file \
                   where waiting = 0) where total > ?1 and ?2 > 0 order by at";
        self.hashes(sql, (whole(bytes), 1))
    }

    fn hashes(&self, sql: &str, with: (i64, u32)) -> Stored<Vec<FileHash>> {
        let mut statement = self.sql(sql)?;
        let hashes = statement.query_map(with, |row| row.get::<_, Blob<FileHash>>(0))?;
        Ok(hashes.map(|hash| hash.map(|hash| hash.0)).collect::<Result<_, _>>()?)
    }
}
