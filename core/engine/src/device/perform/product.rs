//! Commands about products.

use tapak_domain::product::{self, ProductDraft};
use tapak_domain::{Noun, Stamp};

use super::{Writes, on};
use crate::device::Device;

impl Device {
    pub(super) fn add_product(&mut self, draft: &ProductDraft, now: Stamp) -> Writes {
        let id = self.dice.id(now.millis);
        on(id, Noun::Product, self.ask(now, |context| product::add::decide(draft, context)))
    }
}
