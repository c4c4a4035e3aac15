//! Taking back (retur): the buyer sends it back, the warehouse has it again, another pair goes out.

use serde::{Deserialize, Serialize};
use serde_json::json;

use super::course::{Course, Return};
use super::standing::Stage;
use crate::context::Context;
use crate::form::{REASON, text};
use crate::policy::may;
use crate::record::{Edit, Noun};
use crate::refusal::Refusal;

/// What the buyer wants for it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum ReturnFor {
    Exchange,
    Refund,
}

#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum TakeBackRefusal {
    #[error("{0:?}")]
    Field(Refusal),
    #[error("a return says why")]
    ReasonMissing,
    #[error("it has not left")]
    NotShipped,
    #[error("it is on its way back already")]
    AlreadyReturned,
    #[error("nothing of it comes back")]
    NotReturned,
    #[error("it is back already")]
    AlreadyReceived,
    #[error("it is not back yet")]
    NotReceived,
    #[error("another pair went out already")]
    AlreadyExchanged,
    #[error("this role takes nothing back")]
    NotYourRole,
}

impl From<TakeBackRefusal> for Refusal {
    fn from(refusal: TakeBackRefusal) -> Self {
        match refusal {
            TakeBackRefusal::Field(refusal) => refusal,
            TakeBackRefusal::ReasonMissing => Self::at("reason", "order.reason_missing"),
            TakeBackRefusal::NotShipped => Self::whole("order.not_shipped"),
            TakeBackRefusal::AlreadyReturned => Self::whole("order.returned"),
            TakeBackRefusal::NotReturned => Self::whole("order.not_returned"),
            TakeBackRefusal::AlreadyReceived => Self::whole("order.return_received"),
            TakeBackRefusal::NotReceived => Self::whole("order.return_not_received"),
            TakeBackRefusal::AlreadyExchanged => Self::whole("order.exchanged"),
            TakeBackRefusal::NotYourRole => Self::whole("not_your_role"),
        }
    }
}

type Decided = Result<Vec<Edit>, Vec<TakeBackRefusal>>;

/// The buyer sends it back.
pub fn decide(course: &Course, reason: &str, wanted: ReturnFor, context: &mut Context) -> Decided {
    let mut problems = Vec::new();
    let reason = text(&mut problems, "reason", reason, REASON);
    let mut refusals: Vec<_> = problems.into_iter().map(TakeBackRefusal::Field).collect();
    if reason.is_empty() && refusals.is_empty() {
        refusals.push(TakeBackRefusal::ReasonMissing);
    }
    if course.standing.stage() != Stage::Left {
        refusals.push(TakeBackRefusal::NotShipped);
    } else if course.parcel.returned.is_some() {
        refusals.push(TakeBackRefusal::AlreadyReturned);
    }
    refusals.extend(role("returned", context));
    if !refusals.is_empty() {
        return Err(refusals);
    }
    Ok(vec![context.state("returned", [("reason", json!(reason)), ("wanted", json!(wanted))])])
}

/// It is in the warehouse again.
pub fn receive(course: &Course, context: &mut Context) -> Decided {
    let refusal = role("return_received", context).or(match &course.parcel.returned {
        None => Some(TakeBackRefusal::NotReturned),
        Some(Return { received: true, .. }) => Some(TakeBackRefusal::AlreadyReceived),
        Some(_) => None,
    });
    refusal.map_or_else(|| Ok(vec![context.state("return_received", [])]), |refusal| Err(vec![refusal]))
}

/// Another pair went out for it.
pub fn exchange(course: &Course, context: &mut Context) -> Decided {
    let refusal = role("exchanged", context).or(match &course.parcel.returned {
        None => Some(TakeBackRefusal::NotReturned),
        Some(Return { received: false, .. }) => Some(TakeBackRefusal::NotReceived),
        Some(Return { exchanged: true, .. }) => Some(TakeBackRefusal::AlreadyExchanged),
        Some(_) => None,
    });
    refusal.map_or_else(|| Ok(vec![context.state("exchanged", [])]), |refusal| Err(vec![refusal]))
}

fn role(deed: &str, context: &Context) -> Option<TakeBackRefusal> {
    (!may(context.actor.role, Noun::Order, deed)).then_some(TakeBackRefusal::NotYourRole)
}
