//! Full-text search: every word typed must begin a word of the row.

use crate::{Store, Stored};

/// Typed words as FTS5 wants them; empty when nothing searchable was typed.
pub(crate) fn phrase(typed: &str) -> String {
    let words = typed.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    words.map(|word| format!("\"{word}\"*")).collect::<Vec<_>>().join(" ")
}

impl Store {
    /// Replaces what a row is found by.
    pub(crate) fn index_words(&self, table: &str, row: i64, words: &str) -> Stored<()> {
        self.sql(&format!("delete from {table} where rowid = ?1"))?.execute([row])?;
        self.sql(&format!("insert into {table} (rowid, words) values (?1, ?2)"))?.execute((row, words))?;
        Ok(())
    }
}
