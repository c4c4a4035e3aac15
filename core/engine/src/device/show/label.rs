//! Labels of the orders that were picked, and why some of them may not have one.

use tapak_domain::order::{Order, print};
use tapak_domain::values::Phone;
use tapak_domain::{Refusal, shop::Shop};
use uuid::Uuid;

use crate::device::Device;
use crate::documents;
use crate::fault::Fault;
use crate::label::{self, Beside};
use crate::view::label::{LabelParty, LabelRefused, LabelsView, ParcelLabel};

/// More than a printer's roll is asked for by mistake.
const MOST: usize = 200;

impl Device {
    pub(super) fn show_labels(&mut self, ids: &[Uuid]) -> Result<LabelsView, Fault> {
        let sender = sender(self.shop()?);
        let mut view = LabelsView::default();
        for id in ids.iter().take(MOST) {
            match self.label_of(*id, &sender)? {
                Ok(label) => view.labels.push(label),
                Err(refused) => view.refused.push(refused),
            }
        }
        Ok(view)
    }

    fn label_of(&mut self, id: Uuid, shop: &LabelParty) -> Result<Result<ParcelLabel, LabelRefused>, Fault> {
        let refused = |number: &str, code: &str| LabelRefused { id, number: number.to_owned(), code: code.to_owned() };
        if !self.store.is_whole(documents::wire(id))? {
            return Ok(Err(refused("", Fault::Away.code())));
        }
        let held = self.store.is_held(id)?;
        let Some((order, course)) = self.order_course(id)? else {
            return Ok(Err(refused("", "record_missing")));
        };
        if let Some(refusal) = print::refusals(&order, &course, held).into_iter().next() {
            return Ok(Err(refused(&order.number, Refusal::from(refusal).code)));
        }
        let weight_grams = self.weight_of(&order)?;
        let beside = Beside { printed: course.parcel.copies, weight_grams, shop: shop.clone() };
        Ok(Ok(label::draw(&order, beside)))
    }

    /// Of everything in the box, as the catalogue has it; nothing as soon as one weight is not known.
    pub(super) fn weight_of(&self, order: &Order) -> Result<Option<u32>, Fault> {
        let mut sum = Some(0_u32);
        for line in order.lines.values() {
            let product = line.product.map(|id| self.store.product(id)).transpose()?.flatten();
            let one = product.map(|product| product.weight_grams).filter(|grams| *grams > 0);
            let all = one.map(|grams| grams.saturating_mul(u32::from(line.quantity.get())));
            sum = sum.zip(all).map(|(sum, all)| sum.saturating_add(all));
        }
        Ok(sum.filter(|_| !order.lines.is_empty()))
    }
}

/// The shop as it says it is on its parcels; by its name alone until the owner has said so.
fn sender(shop: Shop) -> LabelParty {
    let said = shop.settings.sender;
    LabelParty {
        name: if said.name.is_empty() { shop.name } else { said.name },
        phone: Phone::parse(&said.phone).map_or(said.phone, |phone| phone.national()),
        address: Some(said.address).filter(|address| !address.is_empty()).into_iter().collect(),
    }
}
