//! Asking the owner to call off an order that is paid. Until the owner answers nothing of it leaves.

use serde_json::json;

use super::course::Course;
use super::standing::Stage;
use crate::context::Context;
use crate::form::{REASON, text};
use crate::policy::may;
use crate::record::{Edit, Noun};
use crate::refusal::Refusal;

#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum AskRefusal {
    #[error("{0:?}")]
    Field(Refusal),
    #[error("who asks says why")]
    ReasonMissing,
    #[error("the owner was asked already")]
    AlreadyAsked,
    #[error("the order has left already")]
    AlreadyShipped,
    #[error("the order is cancelled already")]
    AlreadyCancelled,
    #[error("this role asks for nothing of the kind")]
    NotYourRole,
}

impl From<AskRefusal> for Refusal {
    fn from(refusal: AskRefusal) -> Self {
        match refusal {
            AskRefusal::Field(refusal) => refusal,
            AskRefusal::ReasonMissing => Self::at("reason", "order.reason_missing"),
            AskRefusal::AlreadyAsked => Self::whole("order.cancel_asked"),
            AskRefusal::AlreadyShipped => Self::whole("order.already_shipped"),
            AskRefusal::AlreadyCancelled => Self::whole("order.cancelled"),
            AskRefusal::NotYourRole => Self::whole("not_your_role"),
        }
    }
}

pub fn decide(course: &Course, reason: &str, context: &mut Context) -> Result<Vec<Edit>, Vec<AskRefusal>> {
    let mut problems = Vec::new();
    let reason = text(&mut problems, "reason", reason, REASON);
    let mut refusals: Vec<_> = problems.into_iter().map(AskRefusal::Field).collect();
    if reason.is_empty() && refusals.is_empty() {
        refusals.push(AskRefusal::ReasonMissing);
    }
    refusals.extend(match course.standing.stage() {
        Stage::Unpaid | Stage::Paid | Stage::Printed | Stage::Packed => {
            course.cancel_asked.is_some().then_some(AskRefusal::AlreadyAsked)
        }
        Stage::Left => Some(AskRefusal::AlreadyShipped),
        Stage::Cancelled => Some(AskRefusal::AlreadyCancelled),
    });
    if !may(context.actor.role, Noun::Order, "cancel_asked") {
        refusals.push(AskRefusal::NotYourRole);
    }
    if !refusals.is_empty() {
        return Err(refusals);
    }
    Ok(vec![context.state("cancel_asked", [("reason", json!(reason))])])
}
