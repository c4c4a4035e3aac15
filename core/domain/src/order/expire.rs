//! Expiring a totalan: its deadline has passed and nothing was heard. A claim that comes after all wins.

use serde_json::json;

use super::course::Course;
use super::standing::Standing;
use crate::context::Context;
use crate::policy::may;
use crate::record::{Edit, Noun};
use crate::refusal::Refusal;

#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ExpireRefusal {
    #[error("no total waits for a transfer")]
    NotWaiting,
    #[error("the buyer has time still")]
    NotOverdue,
    #[error("this role lets nothing expire")]
    NotYourRole,
}

impl From<ExpireRefusal> for Refusal {
    fn from(refusal: ExpireRefusal) -> Self {
        match refusal {
            ExpireRefusal::NotWaiting => Self::whole("order.not_waiting"),
            ExpireRefusal::NotOverdue => Self::whole("order.not_overdue"),
            ExpireRefusal::NotYourRole => Self::whole("not_your_role"),
        }
    }
}

pub fn decide(course: &Course, context: &mut Context) -> Result<Vec<Edit>, Vec<ExpireRefusal>> {
    if !may(context.actor.role, Noun::Order, "expired") {
        return Err(vec![ExpireRefusal::NotYourRole]);
    }
    let totalan = course.valid_totalan().filter(|_| course.standing == Standing::Totalled);
    let Some(totalan) = totalan else { return Err(vec![ExpireRefusal::NotWaiting]) };
    if context.now.millis <= totalan.deadline {
        return Err(vec![ExpireRefusal::NotOverdue]);
    }
    Ok(vec![context.state("expired", [("version", json!(totalan.version))])])
}
