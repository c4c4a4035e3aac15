//! What the shop sells, as everybody may read it.

use tapak_store::product::ProductRow;

use crate::fault::Fault;
use crate::relay::Relay;
use crate::site::{Catalogue, CatalogueProduct};

impl Relay {
    pub(super) fn catalogue(&self) -> Result<Catalogue, Fault> {
        let on_sale = self.store.products()?.into_iter().filter(|row| !row.retired);
        let products = on_sale.map(product).collect();
        Ok(Catalogue { shop: self.shop.name.clone(), products })
    }
}

fn product(row: ProductRow) -> CatalogueProduct {
    let ProductRow { id, name, colours, sizes, price, weight_grams, .. } = row;
    CatalogueProduct { id, name, colours, sizes, price, weight_grams }
}
