//! The catalogue.

use crate::device::Device;
use crate::fault::Fault;
use crate::view::product::{ProductRow, ProductsView};

impl Device {
    pub(super) fn show_products(&self) -> Result<ProductsView, Fault> {
        let rows = self.store.products()?.into_iter().map(|row| ProductRow {
            id: row.id,
            name: row.name,
            colours: row.colours,
            price: row.price,
            weight_grams: row.weight_grams,
        });
        Ok(ProductsView { rows: rows.collect() })
    }
}
