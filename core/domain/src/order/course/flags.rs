//! Conflicts within one order: facts that cannot all be meant, money that does not fit, fields set apart.

use super::super::conflict::Conflict;
use super::super::read::Order;
use super::super::standing::Standing;
use super::Course;
use crate::record::Fields;

#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Flag {
    pub conflict: Conflict,
    /// Which of its kind, to settle it by: a field, an amount; empty where there is only one.
    pub key: String,
    /// What a person has to know: an amount, the numbers, an address.
    pub detail: String,
}

pub(super) fn of(course: &Course, order: &Order) -> Vec<Flag> {
    let single = [torn(course), address_changed(course), two_numbers(course), money_back(course), asked(course)];
    let open = single.into_iter().flatten().chain(fields_apart(order));
    open.filter(|flag| course.settlements.choice(flag.conflict, &flag.key).is_none() || flag.conflict.reopens())
        .collect()
}

fn torn(course: &Course) -> Option<Flag> {
    let torn = course.standing == Standing::CancelledAndShipped;
    torn.then(|| Flag {
        conflict: Conflict::CancelledAndShipped,
        key: String::new(),
        detail: course.cancelled.clone().unwrap_or_default(),
    })
}

/// A label with an old address is on the table, or on a parcel that is under way.
fn address_changed(course: &Course) -> Option<Flag> {
    let label = course.parcel.label.as_ref().filter(|label| label.void)?;
    let matters = course.standing != Standing::Cancelled;
    matters.then(|| Flag {
        conflict: Conflict::AddressChanged,
        key: label.at.to_string(),
        detail: label.address.clone(),
    })
}

fn two_numbers(course: &Course) -> Option<Flag> {
    let mut numbers: Vec<_> = course.parcel.claimed_numbers().collect();
    numbers.sort_unstable();
    numbers.dedup();
    (numbers.len() > 1).then(|| Flag {
        conflict: Conflict::TwoTrackingNumbers,
        key: String::new(),
        detail: numbers.join(", "),
    })
}

/// The shop has more of the buyer's money than the order costs.
fn money_back(course: &Course) -> Option<Flag> {
    let net = course.money.net();
    let (conflict, amount) = if course.standing == Standing::Cancelled {
        (Conflict::CancelledPaid, net)
    } else {
        (Conflict::Overpaid, net.saturating_sub(course.valid_totalan()?.total))
    };
    (amount > 0).then(|| Flag { conflict, key: amount.to_string(), detail: amount.to_string() })
}

fn asked(course: &Course) -> Option<Flag> {
    course.cancel_asked.as_ref().map(|asked| Flag {
        conflict: Conflict::CancelAsked,
        key: asked.id.to_string(),
        detail: asked.reason.clone(),
    })
}

fn fields_apart(order: &Order) -> impl Iterator<Item = Flag> {
    let lines = order.record.collection("lines").flat_map(|(id, fields)| apart(fields, &format!("lines.{id}.")));
    apart(&order.record.fields, "").into_iter().chain(lines).map(|key| Flag {
        conflict: Conflict::FieldApart,
        detail: key.clone(),
        key,
    })
}

fn apart(fields: &Fields, of: &str) -> Vec<String> {
    fields.iter().filter(|(_, register)| !register.others.is_empty()).map(|(name, _)| format!("{of}{name}")).collect()
}
