//! A claim: the buyer says it was transferred, and shows a proof or tells how much. Finance decides what it is worth.

use serde::{Deserialize, Serialize};
use serde_json::json;

use super::attach::{self, FileKind};
use super::course::Course;
use super::standing::Stage;
use crate::context::Context;
use crate::form::{NAME, optional, text};
use crate::policy::may;
use crate::record::{Edit, Noun};
use crate::refusal::Refusal;
use crate::values::Rupiah;

/// The claim as typed.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(default)]
pub struct ClaimDraft {
    pub amount: String,
    pub bank: String,
    /// Whose account it came from: often not the buyer's.
    pub payer: String,
    /// As the buyer said it: `jam 20.15`.
    pub paid_at: String,
    /// Hash of the proof in hex, or empty.
    pub file: String,
}

#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ClaimRefusal {
    #[error("{0:?}")]
    Field(Refusal),
    #[error("neither a proof nor an amount")]
    Empty,
    #[error("the proof is not a file of this device")]
    FileMissing,
    #[error("the buyer was not told a total yet")]
    NotTotalled,
    #[error("it is paid")]
    Paid,
    #[error("the order has left or is cancelled")]
    Closed,
    #[error("this role takes no claims")]
    NotYourRole,
}

impl From<ClaimRefusal> for Refusal {
    fn from(refusal: ClaimRefusal) -> Self {
        match refusal {
            ClaimRefusal::Field(refusal) => refusal,
            ClaimRefusal::Empty => Self::at("amount", "claim.empty"),
            ClaimRefusal::FileMissing => Self::at("file", "file.missing"),
            ClaimRefusal::NotTotalled => Self::whole("order.not_totalled"),
            ClaimRefusal::Paid => Self::whole("order.paid"),
            ClaimRefusal::Closed => Self::whole("order.closed"),
            ClaimRefusal::NotYourRole => Self::whole("not_your_role"),
        }
    }
}

/// `length` is that of the proof, `None` when its bytes are not here.
pub fn decide(
    course: &Course,
    draft: &ClaimDraft,
    length: Option<u64>,
    context: &mut Context,
) -> Result<Vec<Edit>, Vec<ClaimRefusal>> {
    let mut problems = Vec::new();
    let p = &mut problems;
    let amount = optional(p, "amount", &draft.amount, |text| Rupiah::parse(text).map_err(|e| e.code()));
    let (bank, payer) = (text(p, "bank", &draft.bank, NAME), text(p, "payer", &draft.payer, NAME));
    let paid_at = text(p, "paid_at", &draft.paid_at, NAME);
    let amount = amount.unwrap_or_default();
    let mut refusals: Vec<_> = problems.into_iter().map(ClaimRefusal::Field).collect();
    refusals.extend(blocked(course));
    if draft.file.is_empty() && amount == Rupiah::ZERO && refusals.is_empty() {
        refusals.push(ClaimRefusal::Empty);
    }
    if !draft.file.is_empty() && length.is_none() {
        refusals.push(ClaimRefusal::FileMissing);
    }
    if !may(context.actor.role, Noun::Order, "claimed") {
        refusals.push(ClaimRefusal::NotYourRole);
    }
    if !refusals.is_empty() {
        return Err(refusals);
    }
    let mut edits = proof(&draft.file, length, context)?;
    let data = [
        ("amount", json!(amount)),
        ("bank", json!(bank)),
        ("payer", json!(payer)),
        ("paid_at", json!(paid_at)),
        ("file", json!(draft.file)),
    ];
    edits.push(context.state("claimed", data));
    Ok(edits)
}

/// The proof is a file of the order like any other.
fn proof(file: &str, length: Option<u64>, context: &mut Context) -> Result<Vec<Edit>, Vec<ClaimRefusal>> {
    if file.is_empty() {
        return Ok(Vec::new());
    }
    attach::decide(file, length, FileKind::PaymentProof, context).map_err(|_| vec![ClaimRefusal::FileMissing])
}

/// Money that comes late is claimed as any other.
fn blocked(course: &Course) -> Option<ClaimRefusal> {
    match course.standing.stage() {
        Stage::Unpaid => course.totalan.is_none().then_some(ClaimRefusal::NotTotalled),
        Stage::Paid | Stage::Printed | Stage::Packed => Some(ClaimRefusal::Paid),
        Stage::Left | Stage::Cancelled => Some(ClaimRefusal::Closed),
    }
}
