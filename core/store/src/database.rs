//! Opening the database, and the one transaction that a call of the engine is.

use std::cell::Cell;
use std::ffi::CString;
use std::path::Path;

use rusqlite::backup::Backup;
use rusqlite::config::DbConfig;
use rusqlite::{CachedStatement, Connection, OpenFlags, Params};
use uuid::Uuid;

use crate::columns::Blob;
use crate::migrate::migrate;
use crate::tally::Tally;
use crate::{StoreError, Stored};

/// Every statement of this room stays prepared.
const STATEMENTS: usize = 128;
/// The version of a database that knows changes, but not yet what documents are made of.
const BEFORE_DOCUMENTS: u32 = 1;
/// How long to wait for the other process of a relay's folder, such as `tapak invite`.
const BUSY_MILLIS: u32 = 5_000;
/// Of a database that is copied, in one step.
const ALL_PAGES: i32 = -1;

#[derive(Debug)]
pub struct Store {
    connection: Connection,
    broken: bool,
    /// What was deleted since `begin` must not be readable anywhere after the commit.
    overwritten: Cell<bool>,
    pub(crate) tally: Tally,
}

impl Store {
    /// A file of its own, with a write-ahead log.
    pub fn open(path: &Path) -> Stored<Self> {
        let connection = Connection::open(path)?;
        connection.pragma_update(None, "busy_timeout", BUSY_MILLIS)?;
        connection.pragma_update(None, "journal_mode", "wal")?;
        Self::prepare(connection)
    }

    /// In the browser's private files. The VFS must be installed: SQLite would otherwise keep everything in memory.
    pub fn open_vfs(file: &str, vfs: &str) -> Stored<Self> {
        let vfs = CString::new(vfs).map_err(|e| StoreError::Failed(e.to_string()))?;
        let connection = Connection::open_with_flags_and_vfs(file, OpenFlags::default(), vfs.as_c_str())?;
        // A log would be one flush a commit and not three, but keeps what it has of the disk, and a full one is noticed late.
        connection.pragma_update(None, "journal_mode", "truncate")?;
        Self::prepare(connection)
    }

    /// Gone with the process; for tests and demo devices.
    pub fn in_memory() -> Stored<Self> {
        Self::prepare(Connection::open_in_memory()?)
    }

    fn prepare(connection: Connection) -> Stored<Self> {
        connection.pragma_update(None, "synchronous", "full")?;
        connection.pragma_update(None, "temp_store", "memory")?;
        // A plan does not depend on what is bound: nothing is prepared twice.
        connection.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_QPSG, true)?;
        connection.set_prepared_statement_cache_capacity(STATEMENTS);
        let version = migrate(&connection)?;
        let store = Self { connection, broken: false, overwritten: Cell::new(false), tally: Tally::default() };
        if version == Some(BEFORE_DOCUMENTS) {
            store.begin()?;
            store.recount()?;
            store.commit()?;
        }
        Ok(store)
    }

    pub fn begin(&self) -> Stored<()> {
        Ok(self.sql("begin immediate")?.execute([]).map(drop)?)
    }

    pub fn commit(&self) -> Stored<()> {
        if self.broken {
            return Err(StoreError::DiskFull);
        }
        self.count()?;
        self.keep_totals()?;
        self.sql("commit")?.execute([])?;
        self.empty_log();
        Ok(())
    }

    /// The write-ahead log still has the pages as they were before they were overwritten. That somebody reads them just
    /// now is no fault of the commit: the log is written over sooner or later.
    fn empty_log(&self) {
        if self.overwritten.take() {
            let _ = self.connection.query_row("pragma wal_checkpoint(truncate)", [], |_| Ok(()));
        }
    }

    /// What was written since `begin` is gone. SQLite may have rolled back by itself: that is no error.
    pub fn rollback(&self) {
        self.forget_count();
        self.overwritten.set(false);
        if !self.connection.is_autocommit() {
            let _ = self.connection.execute_batch("rollback");
        }
    }

    /// Writes a copy of the database, as it was last committed, into a file that does not exist yet.
    pub fn back_up(&self, to: &Path) -> Stored<()> {
        let to = to.to_string_lossy();
        Ok(self.connection.execute("vacuum into ?1", [to]).map(drop)?)
    }

    /// A test double: the database as it was last committed, once more in memory.
    pub fn copy(&self) -> Stored<Self> {
        let mut copy = Connection::open_in_memory()?;
        Backup::new(&self.connection, &mut copy)?.step(ALL_PAGES)?;
        Self::prepare(copy)
    }

    /// Empties every table: nothing of the shop stays, and what is free in the file is overwritten.
    pub fn wipe(&self) -> Stored<()> {
        self.forget_count();
        self.overwrite_deleted(true)?;
        let sql = "select name from sqlite_master where type = 'table' and name not like 'sqlite_%' \
                   and name not glob '*_search_*'";
        let mut statement = self.sql(sql)?;
        let tables = statement.query_map([], |row| row.get::<_, String>(0))?.collect::<Result<Vec<_>, _>>()?;
        tables.iter().try_for_each(|table| Ok(self.connection.execute_batch(&format!("delete from \"{table}\""))?))
    }

    pub(crate) fn overwrite_deleted(&self, always: bool) -> Stored<()> {
        self.overwritten.set(true);
        Ok(self.connection.pragma_update(None, "secure_delete", always)?)
    }

    /// A test double: while broken, every commit is refused as by a full disk.
    pub fn break_disk(&mut self, broken: bool) {
        self.broken = broken;
    }

    pub(crate) fn sql(&self, sql: &str) -> Stored<CachedStatement<'_>> {
        Ok(self.connection.prepare_cached(sql)?)
    }

    /// The first column of every row.
    pub(crate) fn ids(&self, sql: &str, named: impl Params) -> Stored<Vec<Uuid>> {
        let mut statement = self.sql(sql)?;
        let ids = statement.query_map(named, |row| row.get::<_, Blob<Uuid>>(0))?;
        Ok(ids.map(|id| id.map(|id| id.0)).collect::<Result<_, _>>()?)
    }

    /// The row id of the latest insert.
    pub(crate) fn last_row(&self) -> i64 {
        self.connection.last_insert_rowid()
    }
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::Store;

    const SECRET: &[u8] = b"Rina Marlina, 0812-3456-7890";

    #[test]
    fn what_was_wiped_is_in_none_of_the_files() {
        let home = tempfile::tempdir().unwrap();
        let written = || {
            let files = fs::read_dir(home.path()).unwrap().map(|file| fs::read(file.unwrap().path()).unwrap());
            files.into_iter().any(|bytes| bytes.windows(SECRET.len()).any(|part| part == SECRET))
        };
        let store = Store::open(&home.path().join("shop.sqlite")).unwrap();
        store.begin().unwrap();
        store.set_meta("buyer", SECRET).unwrap();
        store.commit().unwrap();
        assert!(written());
        store.begin().unwrap();
        store.wipe().unwrap();
        store.commit().unwrap();
        assert!(!written());
    }
}
