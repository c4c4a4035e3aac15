//! A product's row, its picture, and what its record says of its stock.

use tapak_domain::Record;
use tapak_domain::order::FileKind;
use tapak_domain::product::Product;
use tapak_domain::stock::of_product;
use tapak_domain::values::Rupiah;
use tapak_store::product::ProductRow;
use tapak_store::{Store, StoreError};
use tapak_sync::FileHash;

use crate::crew::Crew;
use crate::hex;

/// Answers with the record's title.
pub(super) fn draw(store: &Store, record: &Record, crew: &Crew) -> Result<String, StoreError> {
    let product = Product::new(record.clone());
    store.put_stock_moves(record.id, &of_product(&product, crew))?;
    let picture = product.picture(crew).and_then(hex::read).map(FileHash::new);
    let picture = picture.map(|file| (file, FileKind::Catalogue.code().to_owned()));
    store.put_file_uses(record.id, picture.as_slice())?;
    store.put_product(&ProductRow {
        id: record.id,
        name: product.name.clone(),
        sizes: product.sizes.iter().map(|size| size.get()).collect(),
        retired: product.is_retired(crew),
        colours: product.colours,
        price: product.price.map_or(0, Rupiah::get),
        weight_grams: product.weight_grams,
    })?;
    Ok(product.name)
}
