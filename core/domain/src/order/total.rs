//! The totalan: what the buyer is to transfer, where to and by when. Sent before anything is paid, and only when it is
//! known where the parcel goes and what that costs.

use serde_json::json;

use super::conflict::nominal_key;
use super::course::Course;
use super::read::Order;
use super::revise::FieldChange;
use super::standing::{Stage, Standing};
use super::unique_code::CodeBlock;
use crate::context::Context;
use crate::form::{REASON, optional, text};
use crate::policy::may;
use crate::record::{Edit, Noun, plain};
use crate::refusal::Refusal;
use crate::shop::BankAccount;
use crate::values::Rupiah;

const HOUR: u64 = 60 * 60 * 1000;

#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum TotalRefusal {
    #[error("{0:?}")]
    Field(Refusal),
    #[error("this is still missing: {0}")]
    Missing(String),
    #[error("nobody knows that kecamatan with that postal code, and nobody said why it is right")]
    AddressReasonMissing,
    #[error("no tariff says the fee, and nobody said why it is that")]
    FeeReasonMissing,
    #[error("the discount is more than the goods cost")]
    DiscountTooLarge,
    #[error("the shop has no account to transfer to")]
    AccountMissing,
    #[error("the buyer's claim is not answered yet")]
    ClaimWaits,
    #[error("it is paid")]
    Paid,
    #[error("the order has left or is cancelled")]
    Closed,
    #[error("this role sends no totalan")]
    NotYourRole,
}

impl From<TotalRefusal> for Refusal {
    fn from(refusal: TotalRefusal) -> Self {
        match refusal {
            TotalRefusal::Field(refusal) => refusal,
            TotalRefusal::Missing(field) => Self::at(field, "order.incomplete"),
            TotalRefusal::AddressReasonMissing => Self::at("address_reason", "order.address_reason_missing"),
            TotalRefusal::FeeReasonMissing => Self::at("fee_reason", "order.fee_reason_missing"),
            TotalRefusal::DiscountTooLarge => Self::at("discount", "order.discount_too_large"),
            TotalRefusal::AccountMissing => Self::at("account", "shop.account_missing"),
            TotalRefusal::ClaimWaits => Self::whole("order.claim_waits"),
            TotalRefusal::Paid => Self::whole("order.paid"),
            TotalRefusal::Closed => Self::whole("order.closed"),
            TotalRefusal::NotYourRole => Self::whole("not_your_role"),
        }
    }
}

/// What is said along with it; what is not said stays as the order has it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Said<'a> {
    pub discount: Option<&'a str>,
    pub fee_reason: Option<&'a str>,
    pub address_reason: Option<&'a str>,
}

/// What the shop and this device have to say to it.
pub struct Terms<'a> {
    pub account: Option<&'a BankAccount>,
    /// How long the buyer has.
    pub hours: u32,
    /// The address's kecamatan is known, and its postal code lies in it.
    pub located: bool,
    /// A tariff says what this parcel costs, and the order's fee is that.
    pub tariff: bool,
    /// This device's codes, and how many it used.
    pub codes: CodeBlock,
    pub used: u32,
    /// Whether another order known here holds a nominal's key.
    pub taken: &'a dyn Fn(&str) -> bool,
}

impl std::fmt::Debug for Terms<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Terms").field("account", &self.account).field("tariff", &self.tariff).finish_non_exhaustive()
    }
}

pub fn decide(
    order: &Order,
    course: &Course,
    said: &Said<'_>,
    terms: &Terms<'_>,
    context: &mut Context,
) -> Result<Vec<Edit>, Vec<TotalRefusal>> {
    let (order, edits, problems) = along(order, said, context);
    let mut refusals: Vec<_> = problems.into_iter().map(TotalRefusal::Field).collect();
    refusals.extend(blocked(&order, course, terms));
    if !may(context.actor.role, Noun::Order, "totalled") {
        refusals.push(TotalRefusal::NotYourRole);
    }
    match terms.account {
        Some(account) if refusals.is_empty() => {
            let stated = context.state("totalled", added_up(&order, course, account, terms, context.now.millis));
            Ok(edits.into_iter().chain([stated]).collect())
        }
        Some(_) => Err(refusals),
        None => Err(refusals.into_iter().chain([TotalRefusal::AccountMissing]).collect()),
    }
}

/// The order with what is said along, and the edits that make it so.
fn along(order: &Order, said: &Said<'_>, context: &mut Context) -> (Order, Vec<Edit>, Vec<Refusal>) {
    let (mut order, mut edits, mut changes, mut problems) = (order.clone(), Vec::new(), Vec::new(), Vec::new());
    let change = |field: &str, from: String, to: String| FieldChange { field: field.to_owned(), from, to };
    if let Some(typed) = said.discount {
        let parse = |text: &str| Rupiah::parse(text).map_err(|e| e.code());
        let discount = optional(&mut problems, "discount", typed, parse).unwrap_or_default();
        if discount != order.discount {
            changes.push(change("discount", order.discount.to_string(), discount.to_string()));
            edits.push(Edit::set("discount", discount));
            order.discount = discount;
        }
    }
    let reasons = [
        ("fee_reason", said.fee_reason, &mut order.fee_reason),
        ("address_reason", said.address_reason, &mut order.address_reason),
    ];
    for (field, typed, kept) in reasons {
        let Some(typed) = typed else { continue };
        let reason = text(&mut problems, field, typed, REASON);
        if reason != *kept {
            changes.push(change(field, kept.clone(), reason.clone()));
            edits.push(Edit::set(field, &reason));
            *kept = reason;
        }
    }
    if !changes.is_empty() {
        edits.push(context.state("revised", [("changes", plain(&changes))]));
    }
    (order, edits, problems)
}

fn blocked(order: &Order, course: &Course, terms: &Terms<'_>) -> Vec<TotalRefusal> {
    let mut refusals: Vec<_> = order.missing().into_iter().map(TotalRefusal::Missing).collect();
    refusals.extend(unexplained(order, terms));
    if order.discount.get() > order.subtotal() {
        refusals.push(TotalRefusal::DiscountTooLarge);
    }
    if let Err(problem) = Rupiah::new(order.total().saturating_add(1_000)) {
        refusals.push(TotalRefusal::Field(Refusal::at("lines", problem.code())));
    }
    refusals.extend(match course.standing.stage() {
        Stage::Unpaid => (course.standing == Standing::Claimed).then_some(TotalRefusal::ClaimWaits),
        Stage::Paid | Stage::Printed | Stage::Packed => Some(TotalRefusal::Paid),
        Stage::Left | Stage::Cancelled => Some(TotalRefusal::Closed),
    });
    refusals
}

/// What no data vouches for, and no person either.
fn unexplained(order: &Order, terms: &Terms<'_>) -> impl Iterator<Item = TotalRefusal> {
    // What is not written yet nobody can vouch for.
    let whole = !order.is_picked_up() && order.address.missing().is_empty();
    let lost = whole && !terms.located && order.address_reason.is_empty();
    let free = order.is_picked_up() && order.shipping_fee == Some(Rupiah::ZERO);
    let unpriced = !terms.tariff && !free && order.fee_reason.is_empty();
    let checks = [(lost, TotalRefusal::AddressReasonMissing), (unpriced, TotalRefusal::FeeReasonMissing)];
    checks.into_iter().filter(|(is, _)| *is).map(|(_, refusal)| refusal)
}

type Data = [(&'static str, serde_json::Value); 11];

fn added_up(order: &Order, course: &Course, account: &BankAccount, terms: &Terms<'_>, now: u64) -> Data {
    let (base, paid) = (order.total(), course.money.net().max(0));
    let owed = base.saturating_sub(paid);
    let taken = |code: u32| (terms.taken)(&nominal_key(&account.number, owed.saturating_add(i64::from(code))));
    // Who has paid more than enough is asked for nothing.
    let code = if owed > 0 { terms.codes.next(terms.used, &taken) } else { 0 };
    [
        ("version", json!(course.totalan.as_ref().map_or(0, |totalan| totalan.version).saturating_add(1))),
        ("subtotal", json!(order.subtotal())),
        ("discount", json!(order.discount.get())),
        ("shipping_fee", json!(order.shipping_fee.map_or(0, Rupiah::get))),
        ("unique_code", json!(code)),
        ("total", json!(base.saturating_add(i64::from(code)))),
        ("paid_before", json!(paid)),
        ("bank", json!(account.bank)),
        ("account", json!(account.number)),
        ("holder", json!(account.holder)),
        ("deadline", json!(now.saturating_add(u64::from(terms.hours).saturating_mul(HOUR)))),
    ]
}
