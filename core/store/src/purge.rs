//! Documents that were erased for good: nothing of them is kept, and nothing of them is taken again.

use tapak_sync::DocumentId;

use crate::columns::{Blob, whole};
use crate::{Store, Stored};

impl Store {
    pub fn is_purged(&self, document: DocumentId) -> Stored<bool> {
        let mut statement = self.sql("select exists (select 1 from purged where document = ?1)")?;
        Ok(statement.query_row([Blob(document)], |row| row.get(0))?)
    }

    /// Everything of the document goes, what was set aside of it too; the tombstone stays. `at` is in milliseconds since
    /// 1970 UTC. False when it was done before. The caller then calls [`Store::scour`].
    pub fn purge(&self, document: DocumentId, at: u64) -> Stored<bool> {
        let sql = "insert or ignore into purged (document, at) values (?1, ?2)";
        if self.sql(sql)?.execute((Blob(document), whole(at)))? == 0 {
            return Ok(false);
        }
        // What is deleted is overwritten, not only unlinked.
        self.overwrite_deleted(true)?;
        self.forget_document(document)?;
        self.sql("delete from set_aside where document = ?1")?.execute([Blob(document)])?;
        self.overwrite_deleted(false)?;
        Ok(true)
    }

    /// A search index keeps the words of deleted rows until it is merged: that is done now.
    pub fn scour(&self) -> Stored<()> {
        self.overwrite_deleted(true)?;
        for table in ["order_search", "contact_search"] {
            self.sql(&format!("insert into {table} ({table}) values ('optimize')"))?.execute([])?;
        }
        self.overwrite_deleted(false)
    }
}
