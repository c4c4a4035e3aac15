//! The catalogue, and one product of it with its prices.

use tapak_domain::policy::may;
use tapak_domain::product::{Priced, Product, prices};
use tapak_domain::values::Rupiah;
use tapak_domain::{Noun, Role};
use tapak_store::product::ProductRow as Stored;
use uuid::Uuid;

use crate::device::Device;
use crate::fault::Fault;
use crate::view::View;
use crate::view::product::{PriceRow, ProductAction, ProductRow, ProductView, ProductsView};

impl Device {
    pub(super) fn show_products(&self) -> Result<ProductsView, Fault> {
        Ok(ProductsView { rows: self.store.products()?.into_iter().map(row).collect() })
    }

    pub(super) fn show_product(&mut self, id: Uuid) -> Result<View, Fault> {
        let Some(stored) = self.store.product(id)? else { return Ok(View::Missing) };
        let Some(product) = self.product(id)? else { return Ok(View::Missing) };
        let prices = prices(&product, &self.crew).into_iter().rev().map(|priced| self.price_row(&priced));
        Ok(View::Product(ProductView {
            draft: product.draft(),
            prices: prices.collect(),
            actions: self.role().map(|role| actions(role, stored.retired)).unwrap_or_default(),
            picture: self.files_of(id)?.pop(),
            row: row(stored),
        }))
    }

    fn price_row(&self, priced: &Priced<'_>) -> PriceRow {
        PriceRow {
            price: priced.price.map_or(0, Rupiah::get),
            at: i64::try_from(priced.fact.at.millis).unwrap_or(i64::MAX),
            person: self.crew.find(priced.fact.by).map(|entry| entry.person.clone()).unwrap_or_default(),
        }
    }

    pub(in crate::device) fn product(&mut self, id: Uuid) -> Result<Option<Product>, Fault> {
        let record = self.documents.open(&self.store, id)?.record()?;
        Ok(record.filter(|record| record.noun == Noun::Product).cloned().map(Product::new))
    }
}

fn actions(role: Role, retired: bool) -> Vec<ProductAction> {
    use ProductAction::{Photograph, Price, Restore, Retire, Revise};
    let possible = [
        (Revise, "revised", true),
        (Photograph, "attached", true),
        (Price, "priced", true),
        (Retire, "retired", !retired),
        (Restore, "restored", retired),
    ];
    let allowed = possible.into_iter().filter(|(_, deed, fits)| *fits && may(role, Noun::Product, deed));
    allowed.map(|(action, ..)| action).collect()
}

fn row(row: Stored) -> ProductRow {
    ProductRow {
        id: row.id,
        name: row.name,
        colours: row.colours,
        price: row.price,
        weight_grams: row.weight_grams,
        sizes: row.sizes,
        retired: row.retired,
    }
}
