//! A catalogue for tests: the Trekker X, and what was written about it.

use uuid::Uuid;

use super::{Product, ProductDraft, add};
use crate::order::testing::{Shop, write};
use crate::policy::{Authority, Role};
use crate::record::{DeviceId, Edit, Noun, Record};
use crate::stock::CellDraft;

/// Every device holds this role.
pub(crate) struct All(pub(crate) Role);

impl Authority for All {
    fn role_of(&self, _device: DeviceId) -> Option<Role> {
        Some(self.0)
    }
}

pub(crate) fn trekker() -> ProductDraft {
    ProductDraft {
        name: "Trekker X".into(),
        colours: vec!["hitam".into(), "army".into()],
        price: "189rb".into(),
        weight_grams: "850".into(),
        ..ProductDraft::default()
    }
}

pub(crate) fn added(draft: &ProductDraft) -> Product {
    let edits = Shop::default().acting(Role::Cs, |context| add::decide(draft, context)).unwrap();
    written(&Product::new(Record::empty(Uuid::from_u128(40), Noun::Product)), edits)
}

pub(crate) fn written(product: &Product, edits: Vec<Edit>) -> Product {
    let mut record = product.record.clone();
    for edit in edits {
        write(&mut record, edit);
    }
    Product::new(record)
}

pub(crate) fn cell(colour: &str, size: &str, count: &str) -> CellDraft {
    CellDraft { colour: colour.into(), size: size.into(), count: count.into() }
}
