//! Commands done here, so that one repeated after a lost answer is done once.

use rusqlite::OptionalExtension;
use uuid::Uuid;

use crate::columns::Blob;
use crate::{Store, Stored};

impl Store {
    /// The record an earlier performance of this command wrote.
    pub fn performed(&self, command: Uuid) -> Stored<Option<Uuid>> {
        let mut statement = self.sql("select record from command where id = ?1")?;
        let record: Option<Blob<Uuid>> = statement.query_row([Blob(command)], |row| row.get(0)).optional()?;
        Ok(record.map(|record| record.0))
    }

    pub fn remember_performed(&self, command: Uuid, record: Uuid) -> Stored<()> {
        let mut statement = self.sql("insert or ignore into command (id, record) values (?1, ?2)")?;
        Ok(statement.execute([Blob(command), Blob(record)]).map(drop)?)
    }
}
