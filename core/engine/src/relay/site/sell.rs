//! An order from the site: once for each key, at the catalogue's prices and the tables' fees. Where data vouches for the
//! address and the fee, the buyer has the total at once; where not, CS finds the order among the drafts.

use tapak_domain::contact::add;
use tapak_domain::order::total::{self, Said, Terms};
use tapak_domain::order::{
    Channel, CodeBlock, Conflict, Course, LineDraft, Order, OrderDraft, OrderNumber, fill, take,
};
use tapak_domain::values::Phone;
use tapak_domain::{Noun, Refusal};
use tapak_store::product::ProductRow;
use uuid::Uuid;

use crate::buyer;
use crate::command::RefusalView;
use crate::fault::Fault;
use crate::fee::Fees;
use crate::relay::Relay;
use crate::relay::site::{counter, invoice};
use crate::site::{Answer, FormLine, OrderForm};

/// Numbers of the site begin with a letter no device is given.
const PREFIX: &str = "W";

impl Relay {
    pub(super) fn sell(&mut self, key: Uuid, form: &OrderForm, now: u64) -> Result<Answer, Fault> {
        if let Some(order) = self.store.performed(key)? {
            return self.invoice(order);
        }
        let draft = match self.fill_in(form)? {
            Ok(draft) => draft,
            Err(refusals) => return Ok(refused(refusals)),
        };
        match self.take_in(&draft, now)? {
            Ok(order) => {
                self.store.remember_performed(key, order)?;
                self.total(order, now)?;
                self.invoice(order)
            }
            Err(refusals) => Ok(refused(refusals)),
        }
    }

    /// The form as CS would have filled it in.
    fn fill_in(&self, form: &OrderForm) -> Result<Result<OrderDraft, Vec<Refusal>>, Fault> {
        let (mut lines, mut refusals) = (Vec::new(), Vec::new());
        for (at, line) in form.lines.iter().enumerate() {
            let product = self.store.product(line.product)?;
            refusals.extend(doubt(product.as_ref(), line).map(|(field, code)| Refusal::at(place(at, field), code)));
            lines.extend(product.map(|product| written(&product, line)));
        }
        let mut draft = OrderDraft {
            buyer_name: form.buyer_name.clone(),
            buyer_phone: form.buyer_phone.clone(),
            address: form.address.clone(),
            lines,
            courier: form.courier.clone(),
            service: form.service.clone(),
            note: form.note.clone(),
            channel: Channel::Site.code().to_owned(),
            ..OrderDraft::default()
        };
        if Phone::parse(&form.buyer_phone).is_err() {
            refusals.push(Refusal::at("buyer_phone", "site.phone_needed"));
        }
        draft.shipping_fee = self.fee_asked(&draft)?;
        Ok(if refusals.is_empty() { Ok(draft) } else { Err(refusals) })
    }

    /// What the tables ask for sending it; empty where they do not say.
    fn fee_asked(&self, draft: &OrderDraft) -> Result<String, Fault> {
        let (filled, _) = fill(draft);
        let fees = self.fees();
        let parcel = fees.parcel(filled.lines.iter().map(|(_, line)| line), filled.parcel_size)?;
        let asked = fees.asked(&filled.address, &parcel, filled.courier.as_ref())?;
        Ok(asked.map_or_else(String::new, |fee| fee.to_string()))
    }

    fn fees(&self) -> Fees<'_> {
        Fees { store: &self.store, places: &self.places }
    }

    fn take_in(&mut self, draft: &OrderDraft, now: u64) -> Result<Result<Uuid, Vec<Refusal>>, Fault> {
        let id = self.dice.id(now);
        let number = OrderNumber {
            prefix: PREFIX.to_owned(),
            count: counter::last(&self.store, counter::ORDERS)?.saturating_add(1),
        };
        let known = buyer::known(&self.store, draft)?;
        let contact = known.unwrap_or_else(|| self.dice.id(now));
        let decided = self.decide(id, now, |context| take::decide(draft, &number, Some(contact), context))?;
        let edits = match decided {
            Ok(edits) => edits,
            Err(refusals) => return Ok(Err(refusals.into_iter().map(Refusal::from).collect())),
        };
        if known.is_none() {
            self.add_buyer(contact, draft, now)?;
        }
        self.write_to(id, Noun::Order, &edits, now)?;
        counter::set(&self.store, counter::ORDERS, number.count)?;
        Ok(Ok(id))
    }

    fn add_buyer(&mut self, id: Uuid, draft: &OrderDraft, now: u64) -> Result<(), Fault> {
        let contact = buyer::as_contact(draft);
        match self.decide(id, now, |context| add::decide(&contact, context))? {
            Ok(edits) => self.write_to(id, Noun::Contact, &edits, now),
            Err(_) => Ok(()),
        }
    }

    /// As far as it can be said without a person. What stands in the way is no failure: CS says it.
    fn total(&mut self, id: Uuid, now: u64) -> Result<(), Fault> {
        let Some((order, course)) = self.order_course(id)? else { return Ok(()) };
        let settings = self.shop()?.settings;
        let account = settings.account("");
        let held = format!("{}:", account.map_or("", |account| &account.number));
        let nominals = self.store.keys_held(Conflict::Nominal, &held, id)?;
        let used = counter::last(&self.store, counter::CODES)?;
        let terms = Terms {
            account,
            hours: settings.deadline_hours,
            located: self.fees().is_located(&order),
            tariff: self.fees().is_by_tariff(&order)?,
            codes: CodeBlock::SITE,
            used,
            taken: &|key| nominals.iter().any(|held| held == key),
        };
        let said = Said::default();
        let decided = self.decide(id, now, |context| total::decide(&order, &course, &said, &terms, context))?;
        let Ok(edits) = decided else { return Ok(()) };
        counter::set(&self.store, counter::CODES, used.wrapping_add(1))?;
        self.write_to(id, Noun::Order, &edits, now)
    }

    pub(super) fn invoice(&mut self, id: Uuid) -> Result<Answer, Fault> {
        // The buyer may have been erased since, and the order with them.
        let Some((order, course)) = self.order_course(id)? else { return Ok(Answer::NotFound) };
        let located = self.fees().is_located(&order) || !order.address_reason.is_empty();
        Ok(Answer::Invoice(invoice::of(&order, &course, located)))
    }

    pub(super) fn order_course(&mut self, id: Uuid) -> Result<Option<(Order, Course)>, Fault> {
        self.documents.order_course(&self.store, &self.crew, id)
    }
}

fn place(line: usize, field: &str) -> String {
    format!("lines.{line}.{field}")
}

/// What cannot be bought.
fn doubt(product: Option<&ProductRow>, line: &FormLine) -> Option<(&'static str, &'static str)> {
    let Some(product) = product.filter(|product| !product.retired) else {
        return Some(("product", "site.product_unknown"));
    };
    let colour = product.colours.is_empty() || product.colours.contains(&line.colour);
    let size = product.sizes.is_empty() || product.sizes.iter().any(|size| u32::from(*size) == line.size);
    let doubts = [(colour, ("colour", "site.colour_unknown")), (size, ("size", "site.size_unknown"))];
    doubts.into_iter().find(|(fits, _)| !fits).map(|(_, doubt)| doubt)
}

fn written(product: &ProductRow, line: &FormLine) -> LineDraft {
    LineDraft {
        id: None,
        product: Some(product.id),
        name: product.name.clone(),
        colour: line.colour.clone(),
        size: line.size.to_string(),
        quantity: line.quantity.to_string(),
        price: product.price.to_string(),
    }
}

fn refused(refusals: Vec<Refusal>) -> Answer {
    Answer::Refused(refusals.into_iter().map(RefusalView::from).collect())
}
