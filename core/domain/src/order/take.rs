//! Taking an order: from a chat, over the counter, or by hand.

use serde_json::json;
use uuid::Uuid;

use super::channel::Channel;
use super::draft::OrderDraft;
use super::fill::{Filled, fill};
use super::number::OrderNumber;
use super::read::Line;
use crate::context::Context;
use crate::policy::may;
use crate::record::{Edit, Noun};
use crate::refusal::Refusal;
use crate::values::Rupiah;

#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum TakeRefusal {
    #[error("{0:?}")]
    Field(Refusal),
    #[error("an order needs a buyer's name")]
    BuyerNameMissing,
    #[error("an order needs at least one line")]
    LinesMissing,
    #[error("this role takes no orders")]
    NotYourRole,
}

impl From<TakeRefusal> for Refusal {
    fn from(refusal: TakeRefusal) -> Self {
        match refusal {
            TakeRefusal::Field(refusal) => refusal,
            TakeRefusal::BuyerNameMissing => Self::at("buyer_name", "order.buyer_name_missing"),
            TakeRefusal::LinesMissing => Self::at("lines", "order.lines_missing"),
            TakeRefusal::NotYourRole => Self::whole("not_your_role"),
        }
    }
}

/// An order may be saved incomplete (it stands as a draft), but never with a value that cannot be.
pub fn decide(
    draft: &OrderDraft,
    number: &OrderNumber,
    contact: Option<Uuid>,
    context: &mut Context,
) -> Result<Vec<Edit>, Vec<TakeRefusal>> {
    let filled = check(draft, context)?;
    let from_chat = !filled.source.is_empty();
    let mut edits = vec![Edit::set("number", number.to_string())];
    edits.extend(contact.map(|contact| Edit::set("contact", contact)));
    edits.extend(registers(&filled));
    for (_, line) in &filled.lines {
        edits.extend(put_line((context.ids)(), line));
    }
    let data = json!({ "from_chat": from_chat });
    edits.push(Edit::State(context.fact("taken", data.as_object().cloned().unwrap_or_default())));
    Ok(edits)
}

fn check(draft: &OrderDraft, context: &Context) -> Result<Filled, Vec<TakeRefusal>> {
    let (filled, problems) = fill(draft);
    let mut refusals: Vec<_> = problems.into_iter().map(TakeRefusal::Field).collect();
    if !may(context.actor.role, Noun::Order, "taken") {
        refusals.push(TakeRefusal::NotYourRole);
    }
    if draft.buyer_name.trim().is_empty() {
        refusals.push(TakeRefusal::BuyerNameMissing);
    }
    if filled.lines.is_empty() {
        refusals.push(TakeRefusal::LinesMissing);
    }
    if refusals.is_empty() { Ok(filled) } else { Err(refusals) }
}

/// The form's registers; what is empty is not written.
fn registers(filled: &Filled) -> impl Iterator<Item = Edit> {
    use crate::record::plain;
    let courier = filled.courier.as_ref();
    [
        ("buyer_name", plain(&filled.buyer_name)),
        ("buyer_phone", plain(&filled.buyer_phone)),
        ("address", plain(&filled.address)),
        ("courier", plain(courier.map(|c| c.courier))),
        ("service", plain(courier.map_or("", |c| &c.service))),
        ("shipping_fee", plain(filled.shipping_fee)),
        ("note", plain(&filled.note)),
        ("source", plain(&filled.source)),
        ("sender_name", plain(&filled.sender_name)),
        ("sender_phone", plain(&filled.sender_phone)),
        ("hide_price", plain(filled.hide_price.then_some(true))),
        ("discount", plain(Some(filled.discount).filter(|discount| *discount != Rupiah::ZERO))),
        ("fee_reason", plain(&filled.fee_reason)),
        ("address_reason", plain(&filled.address_reason)),
        ("parcel_size", plain(filled.parcel_size)),
        ("channel", plain(Some(filled.channel).filter(|channel| *channel != Channel::Chat))),
    ]
    .into_iter()
    .filter(|(_, value)| !value.is_null() && value.as_str() != Some(""))
    .map(|(field, value)| Edit::Set { field, value })
}

pub(super) fn put_line(id: Uuid, line: &Line) -> impl Iterator<Item = Edit> {
    use crate::record::plain;
    [
        ("product", plain(line.product)),
        ("name", plain(&line.name)),
        ("colour", plain(&line.colour)),
        ("size", plain(line.size)),
        ("quantity", plain(line.quantity)),
        ("price", plain(line.price)),
    ]
    .into_iter()
    .filter(|(_, value)| !value.is_null() && value.as_str() != Some(""))
    .map(move |(field, value)| Edit::Put { collection: "lines", item: id, field, value })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::order::testing::{Shop, complete};
    use crate::policy::Role;

    #[test]
    fn rina_takes_a_complete_order() {
        let shop = Shop::default();
        let order = shop.taken(&complete());
        assert_eq!(order.number, "B3-0142");
        assert_eq!(order.pairs(), 1);
        assert_eq!(order.total(), 189_000 + 18_000);
        assert_eq!(order.record.facts.len(), 1);
    }

    #[test]
    fn a_reseller_sends_in_her_own_name_and_hides_the_price() {
        let shop = Shop::default();
        let mut draft = complete();
        draft.sender_name = "Toko Sepatu Ayu".into();
        draft.sender_phone = "0857-1111-2222".into();
        draft.hide_price = true;
        let order = shop.taken(&draft);
        assert_eq!((order.sender_name.as_str(), order.hide_price), ("Toko Sepatu Ayu", true));
        assert_eq!(order.draft().sender_phone, "0857-1111-2222");
        assert!(!shop.taken(&complete()).record.fields.keys().any(|field| field.starts_with("sender")));
        draft.sender_phone = "12".into();
        assert_eq!(refused(&draft, Role::Cs)[0].field, "sender_phone");
    }

    #[test]
    fn each_impossible_value_is_refused_by_its_field() {
        let mut draft = complete();
        draft.buyer_phone = "12".into();
        draft.lines[0].size = "99".into();
        draft.lines[0].quantity = "0".into();
        draft.lines[0].price = "-5".into();
        let fields: Vec<_> = refused(&draft, Role::Cs).into_iter().map(|refusal| refusal.field).collect();
        assert_eq!(fields, ["buyer_phone", "lines.0.size", "lines.0.quantity", "lines.0.price"]);
    }

    #[test]
    fn nothing_typed_says_what_is_missing() {
        let codes: Vec<_> = refused(&OrderDraft::default(), Role::Cs).into_iter().map(|r| r.code).collect();
        assert_eq!(codes, ["order.buyer_name_missing", "order.lines_missing"]);
    }

    #[test]
    fn the_warehouse_takes_no_orders() {
        assert_eq!(refused(&complete(), Role::Warehouse), [Refusal::whole("not_your_role")]);
    }

    fn refused(draft: &OrderDraft, role: Role) -> Vec<Refusal> {
        let number = OrderNumber { prefix: "B3".into(), count: 1 };
        let refusals = Shop::default().acting(role, |context| decide(draft, &number, None, context)).unwrap_err();
        refusals.into_iter().map(Refusal::from).collect()
    }
}
