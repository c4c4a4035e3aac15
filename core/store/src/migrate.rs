//! Bringing a database up to date: numbered files, each applied once, in one transaction with its number.

use rusqlite::Connection;

use crate::{StoreError, Stored};

/// In the sequence they were written; the position is the database's version.
const MIGRATIONS: &[&str] = &[
    include_str!("../../../migrations/0001_first_road.sql"),
    include_str!("../../../migrations/0002_cards.sql"),
    include_str!("../../../migrations/0003_files.sql"),
    include_str!("../../../migrations/0004_pipeline.sql"),
    include_str!("../../../migrations/0005_statements.sql"),
    include_str!("../../../migrations/0006_tariffs.sql"),
    include_str!("../../../migrations/0007_stock.sql"),
    include_str!("../../../migrations/0008_recaps.sql"),
    include_str!("../../../migrations/0009_contacts_alike.sql"),
    include_str!("../../../migrations/0010_orders_by_number.sql"),
];

/// Answers with the version the database had, if it had an older one.
pub(crate) fn migrate(connection: &Connection) -> Stored<Option<u32>> {
    let version: u32 = connection.pragma_query_value(None, "user_version", |row| row.get(0))?;
    let waiting = MIGRATIONS.get(version as usize..).ok_or(StoreError::TooNew)?;
    for (number, sql) in (version + 1..).zip(waiting) {
        connection.execute_batch(&format!("begin; {sql} ; pragma user_version = {number}; commit;"))?;
    }
    Ok((!waiting.is_empty()).then_some(version))
}
