//! A statement's row and its lines.

use tapak_domain::Record;
use tapak_domain::statement::Statement;
use tapak_store::statement::StatementRow;
use tapak_store::{Store, StoreError};

use super::millis;
use crate::crew::Crew;

/// Answers with the record's title.
pub(super) fn draw(store: &Store, record: &Record, crew: &Crew) -> Result<String, StoreError> {
    let statement = Statement::new(record, crew);
    let imported = record.facts_of("imported").next();
    let row = StatementRow {
        id: record.id,
        import: statement.import,
        account: statement.account,
        file: statement.file,
        shape: statement.shape,
        imported_at: imported.map_or(0, |fact| millis(fact.at)),
        imported_by: imported.map(|fact| fact.by.0).unwrap_or_default(),
        withdrawn: statement.withdrawn,
    };
    store.put_statement(&row, &statement.lines)?;
    Ok(row.file)
}
