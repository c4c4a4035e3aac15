//! What this replica knows about itself, by key.

use rusqlite::OptionalExtension;

use crate::{Store, Stored};

impl Store {
    pub fn meta(&self, key: &str) -> Stored<Option<Vec<u8>>> {
        let mut statement = self.sql("select value from meta where key = ?1")?;
        Ok(statement.query_row([key], |row| row.get(0)).optional()?)
    }

    pub fn set_meta(&self, key: &str, value: &[u8]) -> Stored<()> {
        let sql = "insert into meta (key, value) values (?1, ?2) on conflict do update set value = excluded.value";
        Ok(self.sql(sql)?.execute((key, value)).map(drop)?)
    }
}
