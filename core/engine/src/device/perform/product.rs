//! Commands about products.

use tapak_domain::product::retire::RetireRefusal;
use tapak_domain::product::{self, Product, ProductDraft};
use tapak_domain::{Context, Edit, Noun, Stamp};
use uuid::Uuid;

use super::{Decided, Writes, missing, on};
use crate::device::Device;

impl Device {
    pub(super) fn add_product(&mut self, draft: &ProductDraft, now: Stamp) -> Writes {
        let id = self.dice.id(now.millis);
        on(id, Noun::Product, self.ask(now, |context| product::add::decide(draft, context)))
    }

    pub(super) fn revise_product(&mut self, id: Uuid, draft: &ProductDraft, now: Stamp) -> Decided {
        let Some(product) = self.product(id)? else { return Ok(Err(missing())) };
        let now = behind(&product, now);
        Ok(on(id, Noun::Product, self.ask(now, |context| product::revise::decide(&product, draft, context))))
    }

    pub(super) fn photograph_product(&mut self, id: Uuid, file: &str, now: Stamp) -> Decided {
        let Some(product) = self.product(id)? else { return Ok(Err(missing())) };
        let length = self.length_of(file)?;
        let now = behind(&product, now);
        Ok(on(id, Noun::Product, self.ask(now, |context| product::photograph::decide(file, length, context))))
    }

    pub(super) fn retire_product(&mut self, id: Uuid, now: Stamp) -> Decided {
        self.retire(id, now, product::retire::retire)
    }

    pub(super) fn restore_product(&mut self, id: Uuid, now: Stamp) -> Decided {
        self.retire(id, now, product::retire::restore)
    }

    fn retire(
        &mut self,
        id: Uuid,
        now: Stamp,
        verb: impl FnOnce(bool, &mut Context) -> Result<Vec<Edit>, Vec<RetireRefusal>>,
    ) -> Decided {
        let Some(product) = self.product(id)? else { return Ok(Err(missing())) };
        let is_retired = product.is_retired(&self.crew);
        Ok(on(id, Noun::Product, self.ask(behind(&product, now), |context| verb(is_retired, context))))
    }
}

/// What is said now follows all that was said of the product before, also by a device whose clock runs ahead: a wrong
/// count can always be counted again.
pub(super) fn behind(product: &Product, now: Stamp) -> Stamp {
    product.record.facts.last().map_or(now, |fact| now.after(fact.at))
}
