//! What the shop's record says that every replica keeps to: how long orders stay, and what was erased.

use tapak_domain::Record;
use tapak_domain::shop::Shop;
use tapak_store::{Store, StoreError};

use crate::documents;

/// Answers with the record's title. What was erased goes from this disk now.
pub(super) fn draw(store: &Store, record: &Record) -> Result<String, StoreError> {
    let shop = Shop::new(record);
    if let Some(days) = shop.window_days {
        store.set_window_days(days)?;
    }
    let at = record.facts.last().map_or(0, |fact| fact.at.millis);
    let mut gone = false;
    for id in &shop.purged {
        gone |= store.purge(documents::wire(*id), at)?;
    }
    if gone {
        store.scour()?;
    }
    // Their orders are gone, and the pairs they took off the shelf still are.
    store.put_stock_moves(record.id, &shop.sold)?;
    Ok(shop.name)
}
