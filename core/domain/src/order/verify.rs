//! Verifying: finance found the money on the account, or did not. Never automatic, and never by anybody else.

use serde::{Deserialize, Serialize};
use serde_json::json;
use uuid::Uuid;

use super::course::{Course, Outcome};
use crate::context::Context;
use crate::form::{REASON, optional, text};
use crate::policy::may;
use crate::record::{Edit, Noun};
use crate::refusal::Refusal;
use crate::values::Rupiah;

/// What finance says, as typed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct VerdictDraft {
    pub outcome: Outcome,
    pub amount: String,
    /// The line of the bank's statement it was found on; none for cash.
    #[serde(default)]
    pub bank_line: Option<Uuid>,
    #[serde(default)]
    pub cash: bool,
    #[serde(default)]
    pub reason: String,
    /// The claim this answers; none for money nobody claimed.
    #[serde(default)]
    pub claim: Option<Uuid>,
}

#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum VerifyRefusal {
    #[error("{0:?}")]
    Field(Refusal),
    #[error("the buyer was not told a total yet")]
    NotTotalled,
    #[error("neither a line of a statement nor cash")]
    EvidenceMissing,
    #[error("that line pays an order already")]
    BankLineUsed,
    #[error("no statement here has that line")]
    BankLineMissing,
    #[error("the line says another amount")]
    AmountDiffers,
    #[error("this order has no such claim that waits")]
    ClaimMissing,
    #[error("what came is not what the outcome says")]
    OutcomeWrong,
    #[error("what is not as it was told needs a reason")]
    ReasonMissing,
    #[error("nothing came")]
    AmountMissing,
    #[error("this role verifies no payments")]
    NotYourRole,
}

impl From<VerifyRefusal> for Refusal {
    fn from(refusal: VerifyRefusal) -> Self {
        match refusal {
            VerifyRefusal::Field(refusal) => refusal,
            VerifyRefusal::NotTotalled => Self::whole("order.not_totalled"),
            VerifyRefusal::EvidenceMissing => Self::at("bank_line", "payment.evidence_missing"),
            VerifyRefusal::BankLineUsed => Self::at("bank_line", "payment.bank_line_used"),
            VerifyRefusal::BankLineMissing => Self::at("bank_line", "payment.bank_line_missing"),
            VerifyRefusal::AmountDiffers => Self::at("amount", "payment.amount_differs"),
            VerifyRefusal::ClaimMissing => Self::at("claim", "payment.claim_missing"),
            VerifyRefusal::OutcomeWrong => Self::at("outcome", "payment.outcome_wrong"),
            VerifyRefusal::ReasonMissing => Self::at("reason", "payment.reason_missing"),
            VerifyRefusal::AmountMissing => Self::at("amount", "payment.amount_missing"),
            VerifyRefusal::NotYourRole => Self::whole("not_your_role"),
        }
    }
}

/// What is known here of the line of the statement that somebody names.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Evidence {
    /// Rupiah, below zero when it left the account; nothing when no statement here has the line, or it was withdrawn.
    pub amount: Option<i64>,
    /// An order known here holds it, be it this one; what two devices do apart is found at merge.
    pub used: bool,
}

pub fn decide(
    course: &Course,
    draft: &VerdictDraft,
    evidence: Evidence,
    context: &mut Context,
) -> Result<Vec<Edit>, Vec<VerifyRefusal>> {
    let mut problems = Vec::new();
    let rejected = draft.outcome == Outcome::Rejected;
    let typed = if rejected { "" } else { draft.amount.as_str() };
    let amount = optional(&mut problems, "amount", typed, |text| Rupiah::parse(text).map_err(|e| e.code()));
    let reason = text(&mut problems, "reason", &draft.reason, REASON);
    let amount = amount.unwrap_or_default();
    let mut refusals: Vec<_> = problems.into_iter().map(VerifyRefusal::Field).collect();
    if refusals.is_empty() {
        let more = if rejected { rejecting(draft, &reason) } else { taking(course, draft, amount, &reason, evidence) };
        refusals.extend(more);
    }
    if draft.claim.is_some_and(|claim| !course.money.open_claims().any(|open| open.id == claim)) {
        refusals.push(VerifyRefusal::ClaimMissing);
    }
    if !may(context.actor.role, Noun::Order, "verified") {
        refusals.push(VerifyRefusal::NotYourRole);
    }
    let version = course.totalan.as_ref().map(|totalan| totalan.version);
    match version {
        Some(version) if refusals.is_empty() => Ok(vec![context.state(
            "verified",
            [
                ("outcome", json!(draft.outcome)),
                ("amount", json!(amount)),
                ("bank_line", json!(said(draft.bank_line.filter(|_| !rejected)))),
                ("cash", json!(draft.cash && !rejected)),
                ("reason", json!(reason)),
                ("claim", json!(said(draft.claim))),
                ("version", json!(version)),
            ],
        )]),
        Some(_) => Err(refusals),
        None => Err(refusals.into_iter().chain([VerifyRefusal::NotTotalled]).collect()),
    }
}

fn said(id: Option<Uuid>) -> String {
    id.map(|id| id.to_string()).unwrap_or_default()
}

fn rejecting(draft: &VerdictDraft, reason: &str) -> Vec<VerifyRefusal> {
    let mut refusals = Vec::new();
    if draft.claim.is_none() {
        refusals.push(VerifyRefusal::ClaimMissing);
    }
    if reason.is_empty() {
        refusals.push(VerifyRefusal::ReasonMissing);
    }
    refusals
}

fn doubt(evidence: Evidence, amount: Rupiah) -> Option<VerifyRefusal> {
    match evidence {
        Evidence { used: true, .. } => Some(VerifyRefusal::BankLineUsed),
        Evidence { amount: None, .. } => Some(VerifyRefusal::BankLineMissing),
        Evidence { amount: Some(said), .. } => (said != amount.get()).then_some(VerifyRefusal::AmountDiffers),
    }
}

fn taking(
    course: &Course,
    draft: &VerdictDraft,
    amount: Rupiah,
    reason: &str,
    evidence: Evidence,
) -> Vec<VerifyRefusal> {
    let mut refusals = Vec::new();
    if draft.bank_line.is_none() && !draft.cash {
        refusals.push(VerifyRefusal::EvidenceMissing);
    }
    refusals.extend(draft.bank_line.and_then(|_| doubt(evidence, amount)));
    if amount == Rupiah::ZERO {
        refusals.push(VerifyRefusal::AmountMissing);
    }
    let total = course.totalan.as_ref().map_or(0, |totalan| totalan.total);
    let beyond = course.money.net().saturating_add(amount.get()).saturating_sub(total);
    refusals.extend(match (draft.outcome, beyond) {
        (Outcome::Paid, 0) | (Outcome::Short, ..0) | (Outcome::Over, 1..) => None,
        // Buyers round the code off, and banks take a fee: finance may take it for all of it, and says why.
        (Outcome::Paid, ..0) if !reason.is_empty() => None,
        (Outcome::Paid, ..0) => Some(VerifyRefusal::ReasonMissing),
        (Outcome::Paid, 1..) | (Outcome::Short, 0..) | (Outcome::Over, ..=0) | (Outcome::Rejected, _) => {
            Some(VerifyRefusal::OutcomeWrong)
        }
    });
    refusals
}
