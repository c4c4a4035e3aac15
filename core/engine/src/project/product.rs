//! A product's row.

use tapak_domain::Record;
use tapak_domain::product::Product;
use tapak_domain::values::Rupiah;
use tapak_store::product::ProductRow;
use tapak_store::{Store, StoreError};

/// Answers with the record's title.
pub(super) fn draw(store: &Store, record: &Record) -> Result<String, StoreError> {
    let product = Product::new(record.clone());
    store.put_product(&ProductRow {
        id: record.id,
        name: product.name.clone(),
        colours: product.colours,
        price: product.price.map_or(0, Rupiah::get),
        weight_grams: product.weight_grams,
    })?;
    Ok(product.name)
}
