//! Full-text search: every word typed must begin a word of the row.

use rusqlite::OptionalExtension;
use uuid::Uuid;

use crate::columns::Blob;
use crate::{Store, Stored};

/// Typed words as FTS5 wants them; empty when nothing searchable was typed.
pub(crate) fn phrase(typed: &str) -> String {
    let words = typed.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    words.map(|word| format!("\"{word}\"*")).collect::<Vec<_>>().join(" ")
}

impl Store {
    /// Puts a row with `put`, and what it is found by into `search` when that is new.
    pub(crate) fn put_found_by(
        &self,
        (table, search): (&str, &str),
        (id, words): (Uuid, &str),
        put: impl FnOnce() -> Stored<()>,
    ) -> Stored<()> {
        let mut statement = self.sql(&format!("select rowid, words from {table} where id = ?1"))?;
        let old: Option<(i64, String)> =
            statement.query_row([Blob(id)], |row| Ok((row.get(0)?, row.get(1)?))).optional()?;
        put()?;
        match old {
            Some((_, known)) if known == words => Ok(()),
            Some((rowid, _)) => self.index_words(search, rowid, words),
            None => self.index_words(search, self.last_row(), words),
        }
    }

    fn index_words(&self, table: &str, row: i64, words: &str) -> Stored<()> {
        self.sql(&format!("delete from {table} where rowid = ?1"))?.execute([row])?;
        self.sql(&format!("insert into {table} (rowid, words) values (?1, ?2)"))?.execute((row, words))?;
        Ok(())
    }
}
