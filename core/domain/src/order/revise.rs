//! Revising an order before it leaves: every field's old and new value goes into the history.

use serde::{Deserialize, Serialize};
use serde_json::Value;
use uuid::Uuid;

use super::course::Course;
use super::draft::OrderDraft;
use super::fill::{Filled, fill};
use super::read::{Line, Order};
use super::take::put_line;
use crate::context::Context;
use crate::form::{REASON, text};
use crate::policy::may;
use crate::record::{Edit, Noun, plain};
use crate::refusal::Refusal;
use crate::tariff::ParcelSize;
use crate::values::{CourierService, Phone, Rupiah};

#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ReviseRefusal {
    #[error("{0:?}")]
    Field(Refusal),
    #[error("a shipped or cancelled order is not revised")]
    Closed,
    #[error("this role revises no orders")]
    NotYourRole,
    #[error("money came or a label is printed: another address needs a reason")]
    ReasonMissing,
    #[error("nothing was changed")]
    NothingChanged,
}

impl From<ReviseRefusal> for Refusal {
    fn from(refusal: ReviseRefusal) -> Self {
        match refusal {
            ReviseRefusal::Field(refusal) => refusal,
            ReviseRefusal::Closed => Self::whole("order.closed"),
            ReviseRefusal::NotYourRole => Self::whole("not_your_role"),
            ReviseRefusal::ReasonMissing => Self::at("reason", "order.reason_missing"),
            ReviseRefusal::NothingChanged => Self::whole("order.nothing_changed"),
        }
    }
}

/// One field's change as the timeline shows it, both sides as a person reads them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct FieldChange {
    pub field: String,
    pub from: String,
    pub to: String,
}

/// `reason` is only asked for where money or a label hangs on what was said before.
pub fn decide(
    order: &Order,
    course: &Course,
    draft: &OrderDraft,
    reason: &str,
    context: &mut Context,
) -> Result<Vec<Edit>, Vec<ReviseRefusal>> {
    let (filled, reason) = check(course, draft, reason, context)?;
    let mut changes = Vec::new();
    let mut edits = revise_registers(order, &filled, &mut changes);
    edits.extend(revise_lines(order, &filled, &mut changes, context));
    if edits.is_empty() {
        return Err(vec![ReviseRefusal::NothingChanged]);
    }
    if reason.is_empty() && asks_why(course) && changes.iter().any(|change| change.field == "address") {
        return Err(vec![ReviseRefusal::ReasonMissing]);
    }
    let said = Some(reason).filter(|reason| !reason.is_empty()).map(|reason| ("reason", plain(reason)));
    edits.push(context.state("revised", [("changes", plain(&changes))].into_iter().chain(said)));
    Ok(edits)
}

/// Nobody confirms the address again between payment and label, so that whoever changes it then says why.
fn asks_why(course: &Course) -> bool {
    course.money.received > 0 || course.parcel.label.is_some()
}

fn check(
    course: &Course,
    draft: &OrderDraft,
    reason: &str,
    context: &Context,
) -> Result<(Filled, String), Vec<ReviseRefusal>> {
    let (filled, mut problems) = fill(draft);
    let reason = text(&mut problems, "reason", reason, REASON);
    let mut refusals: Vec<_> = problems.into_iter().map(ReviseRefusal::Field).collect();
    if !may(context.actor.role, Noun::Order, "revised") {
        refusals.push(ReviseRefusal::NotYourRole);
    }
    if course.standing.is_closed() {
        refusals.push(ReviseRefusal::Closed);
    }
    if filled.buyer_name.is_empty() {
        refusals.push(ReviseRefusal::Field(Refusal::at("buyer_name", "order.buyer_name_missing")));
    }
    if filled.lines.is_empty() {
        refusals.push(ReviseRefusal::Field(Refusal::at("lines", "order.lines_missing")));
    }
    if refusals.is_empty() { Ok((filled, reason)) } else { Err(refusals) }
}

/// Each register: its name, what it holds now, what the form says, and both in a person's words.
fn revise_registers(order: &Order, filled: &Filled, changes: &mut Vec<FieldChange>) -> Vec<Edit> {
    let (old, new) = (order.courier.as_ref(), filled.courier.as_ref());
    let fee = |fee: Option<Rupiah>| fee.map(|f| f.to_string()).unwrap_or_default();
    let size = |size: Option<ParcelSize>| size.map(|size| size.to_string()).unwrap_or_default();
    let phone = |phone: &Option<Phone>| phone.as_ref().map(Phone::national).unwrap_or_default();
    let compared = [
        ("buyer_name", plain(&filled.buyer_name), order.buyer_name.clone(), filled.buyer_name.clone()),
        ("buyer_phone", plain(&filled.buyer_phone), phone(&order.buyer_phone), phone(&filled.buyer_phone)),
        ("address", plain(&filled.address), order.address.one_line(), filled.address.one_line()),
        ("courier", plain(new.map(|c| c.courier)), courier_name(old), courier_name(new)),
        ("service", plain(service(new)), service(old), service(new)),
        ("shipping_fee", plain(filled.shipping_fee), fee(order.shipping_fee), fee(filled.shipping_fee)),
        ("note", plain(&filled.note), order.note.clone(), filled.note.clone()),
        ("sender_name", plain(&filled.sender_name), order.sender_name.clone(), filled.sender_name.clone()),
        ("sender_phone", plain(&filled.sender_phone), phone(&order.sender_phone), phone(&filled.sender_phone)),
        ("hide_price", plain(filled.hide_price), tick(order.hide_price), tick(filled.hide_price)),
        ("discount", plain(filled.discount), order.discount.to_string(), filled.discount.to_string()),
        ("fee_reason", plain(&filled.fee_reason), order.fee_reason.clone(), filled.fee_reason.clone()),
        ("address_reason", plain(&filled.address_reason), order.address_reason.clone(), filled.address_reason.clone()),
        ("parcel_size", plain(filled.parcel_size), size(order.parcel_size), size(filled.parcel_size)),
        ("channel", plain(filled.channel), order.channel.code().to_owned(), filled.channel.code().to_owned()),
    ];
    compared.into_iter().filter(|(_, _, from, to)| from != to).map(|change| set_register(change, changes)).collect()
}

fn set_register(
    (field, value, from, to): (&'static str, Value, String, String),
    changes: &mut Vec<FieldChange>,
) -> Edit {
    changes.push(FieldChange { field: field.to_owned(), from, to });
    Edit::Set { field, value }
}

fn tick(yes: bool) -> String {
    if yes { "✓".to_owned() } else { String::new() }
}

fn courier_name(courier: Option<&CourierService>) -> String {
    courier.map(|c| c.courier.name().to_owned()).unwrap_or_default()
}

fn service(courier: Option<&CourierService>) -> String {
    courier.map(|c| c.service.clone()).unwrap_or_default()
}

fn revise_lines(order: &Order, filled: &Filled, changes: &mut Vec<FieldChange>, context: &mut Context) -> Vec<Edit> {
    let mut edits = Vec::new();
    for (id, line) in &filled.lines {
        let old = id.and_then(|id| order.lines.get(&id));
        if old != Some(line) {
            changes.push(line_change(old, Some(line)));
            let id = id.filter(|_| old.is_some()).unwrap_or_else(|| (context.ids)());
            edits.extend(put_line(id, line));
        }
    }
    let stays = |id: &Uuid| filled.lines.iter().any(|(kept, _)| kept.as_ref() == Some(id));
    for (id, line) in order.lines.iter().filter(|(id, _)| !stays(id)) {
        changes.push(line_change(Some(line), None));
        edits.push(Edit::Remove { collection: "lines", item: *id });
    }
    edits
}

fn line_change(from: Option<&Line>, to: Option<&Line>) -> FieldChange {
    let said = |line: Option<&Line>| line.map(Line::one_line).unwrap_or_default();
    FieldChange { field: "lines".to_owned(), from: said(from), to: said(to) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::order::testing::{Shop, complete};
    use crate::order::{Conflict, Standing};
    use crate::policy::Role;

    fn revise(shop: &Shop, order: &Order, draft: &OrderDraft) -> Result<Vec<Edit>, Vec<ReviseRefusal>> {
        shop.acting(Role::Cs, |context| decide(order, &shop.course(order), draft, "", context))
    }

    #[test]
    fn a_new_address_is_one_edit_and_says_old_and_new() {
        let shop = Shop::default();
        let order = shop.taken(&complete());
        let mut draft = order.draft();
        draft.address.street = "Gd Wisma Asia Lt 3".into();
        let order = Shop::apply(order.clone(), revise(&shop, &order, &draft).unwrap());
        assert!(order.address.one_line().contains("Wisma Asia"));
        let fact = order.record.facts.last().unwrap();
        let changes: Vec<FieldChange> = serde_json::from_value(fact.data["changes"].clone()).unwrap();
        assert_eq!(changes.len(), 1);
        assert!(changes[0].from.contains("Kaliurang") && changes[0].to.contains("Wisma Asia"));
    }

    #[test]
    fn a_sender_comes_later_and_goes_again() {
        let shop = Shop::default();
        let order = shop.taken(&complete());
        let draft = OrderDraft { sender_name: "Ayu".into(), hide_price: true, ..order.draft() };
        let order = Shop::apply(order.clone(), revise(&shop, &order, &draft).unwrap());
        assert_eq!((order.sender_name.as_str(), order.hide_price), ("Ayu", true));
        let draft = OrderDraft { sender_name: String::new(), hide_price: false, ..order.draft() };
        let order = Shop::apply(order.clone(), revise(&shop, &order, &draft).unwrap());
        assert_eq!((order.sender_name.as_str(), order.hide_price), ("", false));
    }

    #[test]
    fn lines_are_added_changed_and_removed() {
        let shop = Shop::default();
        let order = shop.taken(&complete());
        let mut draft = order.draft();
        draft.lines[0].quantity = "3".into();
        draft.lines.push(super::super::LineDraft { id: None, size: "42".into(), ..draft.lines[0].clone() });
        let order = Shop::apply(order.clone(), revise(&shop, &order, &draft).unwrap());
        assert_eq!(order.pairs(), 6);
        let mut draft = order.draft();
        draft.lines.remove(0);
        let order = Shop::apply(order.clone(), revise(&shop, &order, &draft).unwrap());
        assert_eq!(order.lines.len(), 1);
    }

    #[test]
    fn saving_the_form_untouched_says_so() {
        let shop = Shop::default();
        let order = shop.taken(&complete());
        assert_eq!(revise(&shop, &order, &order.draft()), Err(vec![ReviseRefusal::NothingChanged]));
    }

    #[test]
    fn what_has_left_is_not_revised() {
        let shop = Shop::default();
        let order = shop.shipped(&shop.ready(), "JX3300112233");
        assert_eq!(revise(&shop, &order, &order.draft()).unwrap_err(), [ReviseRefusal::Closed]);
    }

    #[test]
    fn r06_an_address_changed_after_payment_needs_a_reason_and_voids_the_label() {
        let shop = Shop::default();
        let order = shop.printed(&shop.paid(&shop.totalled(&shop.taken(&complete()))));
        let mut draft = order.draft();
        draft.address.street = "Gd Wisma Asia Lt 3, Jl S Parman Kav 79".into();
        assert_eq!(revise(&shop, &order, &draft).unwrap_err(), [ReviseRefusal::ReasonMissing]);
        let decide = |context: &mut Context| decide(&order, &shop.course(&order), &draft, "pindah ke kantor", context);
        let moved = Shop::apply(order.clone(), shop.acting(Role::Cs, decide).unwrap());
        assert_eq!(moved.record.facts.last().unwrap().text("reason"), "pindah ke kantor");
        let course = shop.course(&moved);
        assert_eq!(course.standing, Standing::Paid, "paid as before, and to print again");
        assert!(course.parcel.label.as_ref().is_some_and(|label| label.void));
        assert_eq!(course.flags[0].conflict, Conflict::AddressChanged);
        let again = shop.course(&shop.printed(&moved));
        assert_eq!((again.standing, again.parcel.copies), (Standing::Printed, 2));
        assert!(again.flags.is_empty());
    }

    #[test]
    fn a_note_needs_no_reason_after_payment() {
        let shop = Shop::default();
        let order = shop.paid(&shop.totalled(&shop.taken(&complete())));
        let draft = OrderDraft { note: "titip satpam".into(), ..order.draft() };
        assert!(revise(&shop, &order, &draft).is_ok());
    }
}
