//! Settling a conflict: who it belongs to chooses, and the choice is a fact like any other.

use serde_json::{Value, json};
use uuid::Uuid;

use super::conflict::Conflict;
use super::course::Course;
use super::read::Order;
use crate::context::Context;
use crate::record::{Edit, Fields};
use crate::refusal::Refusal;
use crate::stock::cell_key;

#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum SettleRefusal {
    #[error("this order has no such conflict")]
    Unknown,
    #[error("that is no way to settle it")]
    ChoiceUnknown,
    #[error("it is not for this role to settle")]
    NotYourRole,
}

impl From<SettleRefusal> for Refusal {
    fn from(refusal: SettleRefusal) -> Self {
        match refusal {
            SettleRefusal::Unknown => Self::at("conflict", "conflict.unknown"),
            SettleRefusal::ChoiceUnknown => Self::at("choice", "conflict.choice_unknown"),
            SettleRefusal::NotYourRole => Self::whole("not_your_role"),
        }
    }
}

/// Registers two devices may set apart; each may be set again to what one of them said.
const REGISTERS: &[&str] = &[
    "buyer_name",
    "buyer_phone",
    "address",
    "courier",
    "service",
    "shipping_fee",
    "note",
    "source",
    "sender_name",
    "sender_phone",
    "hide_price",
    "discount",
    "fee_reason",
    "address_reason",
    "parcel_size",
    "channel",
    "contact",
    "number",
];
const OF_A_LINE: &[&str] = &["product", "name", "colour", "size", "quantity", "price"];

/// `key` says which of its kind. For a field the choice is the number of a value: 0 is the one that shows.
pub fn decide(
    order: &Order,
    course: &Course,
    (conflict, key): (Conflict, &str),
    choice: &str,
    context: &mut Context,
) -> Result<Vec<Edit>, Vec<SettleRefusal>> {
    if !conflict.owners().contains(&context.actor.role) {
        return Err(vec![SettleRefusal::NotYourRole]);
    }
    let flagged = course.flags.iter().any(|flag| flag.conflict == conflict && flag.key == key);
    let held = course.keys.iter().any(|held| held.conflict == conflict && held.key == key);
    let short = conflict == Conflict::Shortage && wants(order, key);
    if !flagged && !held && !short {
        return Err(vec![SettleRefusal::Unknown]);
    }
    let mut edits = Vec::new();
    if conflict == Conflict::FieldApart {
        edits.push(set_again(order, key, choice).ok_or_else(|| vec![SettleRefusal::ChoiceUnknown])?);
    } else if !conflict.choices().contains(&choice) {
        return Err(vec![SettleRefusal::ChoiceUnknown]);
    }
    let data = [("conflict", json!(conflict)), ("key", json!(key)), ("choice", json!(choice))];
    edits.push(context.state("settled", data));
    Ok(edits)
}

/// Whether the order is about these pairs. Who goes without is found among orders, not in one.
fn wants(order: &Order, key: &str) -> bool {
    let mut lines = order.lines.values().filter_map(|line| Some((line, line.product?, line.size?)));
    lines.any(|(line, product, size)| cell_key(product, &line.colour, size) == key)
}

/// Writing a register again makes one of what was apart.
fn set_again(order: &Order, key: &str, choice: &str) -> Option<Edit> {
    let choice: usize = choice.parse().ok()?;
    let Some(rest) = key.strip_prefix("lines.") else {
        let field = REGISTERS.iter().find(|known| **known == key)?;
        return Some(Edit::Set { field, value: said(&order.record.fields, field, choice)? });
    };
    let (item, field) = rest.split_once('.')?;
    let (item, field) = (Uuid::parse_str(item).ok()?, OF_A_LINE.iter().find(|known| **known == field)?);
    let value = said(order.record.collections.get("lines")?.get(&item)?, field, choice)?;
    Some(Edit::Put { collection: "lines", item, field, value })
}

fn said(fields: &Fields, field: &str, choice: usize) -> Option<Value> {
    let register = fields.get(field)?;
    std::iter::once(&register.value).chain(&register.others).nth(choice).cloned()
}
