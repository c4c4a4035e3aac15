//! Refunding: money goes back to the buyer, and only money that finance found on the account.

use serde_json::json;
use uuid::Uuid;

use super::course::Course;
use super::verify::Evidence;
use crate::context::Context;
use crate::form::{REASON, text};
use crate::policy::may;
use crate::record::{Edit, Noun};
use crate::refusal::{Refusal, note};
use crate::values::Rupiah;

#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum RefundRefusal {
    #[error("{0:?}")]
    Field(Refusal),
    #[error("a refund says why")]
    ReasonMissing,
    #[error("more than came, or nothing")]
    AmountWrong,
    #[error("that line belongs to an order already")]
    BankLineUsed,
    #[error("no statement here has that line")]
    BankLineMissing,
    #[error("the line says another amount, or that it came in")]
    AmountDiffers,
    #[error("this role refunds nothing")]
    NotYourRole,
}

impl From<RefundRefusal> for Refusal {
    fn from(refusal: RefundRefusal) -> Self {
        match refusal {
            RefundRefusal::Field(refusal) => refusal,
            RefundRefusal::ReasonMissing => Self::at("reason", "order.reason_missing"),
            RefundRefusal::AmountWrong => Self::at("amount", "payment.refund_wrong"),
            RefundRefusal::BankLineUsed => Self::at("bank_line", "payment.bank_line_used"),
            RefundRefusal::BankLineMissing => Self::at("bank_line", "payment.bank_line_missing"),
            RefundRefusal::AmountDiffers => Self::at("amount", "payment.amount_differs"),
            RefundRefusal::NotYourRole => Self::whole("not_your_role"),
        }
    }
}

/// `line` is the line of the statement that shows it going out, if there is one yet, with what is known of it.
pub fn decide(
    course: &Course,
    (amount, reason): (&str, &str),
    line: Option<Uuid>,
    evidence: Evidence,
    context: &mut Context,
) -> Result<Vec<Edit>, Vec<RefundRefusal>> {
    let mut problems = Vec::new();
    let amount = note(&mut problems, "amount", Rupiah::parse(amount).map_err(|e| e.code())).unwrap_or_default();
    let reason = text(&mut problems, "reason", reason, REASON);
    let mut refusals: Vec<_> = problems.into_iter().map(RefundRefusal::Field).collect();
    if refusals.is_empty() && reason.is_empty() {
        refusals.push(RefundRefusal::ReasonMissing);
    }
    if refusals.is_empty() && (amount == Rupiah::ZERO || amount.get() > course.money.net()) {
        refusals.push(RefundRefusal::AmountWrong);
    }
    refusals.extend(line.and_then(|_| doubt(evidence, amount)));
    if !may(context.actor.role, Noun::Order, "refunded") {
        refusals.push(RefundRefusal::NotYourRole);
    }
    if !refusals.is_empty() {
        return Err(refusals);
    }
    let line = line.map(|line| line.to_string()).unwrap_or_default();
    let data = [("amount", json!(amount)), ("bank_line", json!(line)), ("reason", json!(reason))];
    Ok(vec![context.state("refunded", data)])
}

fn doubt(evidence: Evidence, amount: Rupiah) -> Option<RefundRefusal> {
    match evidence {
        Evidence { used: true, .. } => Some(RefundRefusal::BankLineUsed),
        Evidence { amount: None, .. } => Some(RefundRefusal::BankLineMissing),
        Evidence { amount: Some(said), .. } => (said != -amount.get()).then_some(RefundRefusal::AmountDiffers),
    }
}
