//! Closing: the buyer has what was ordered, and nothing more is expected.

use super::course::Course;
use super::standing::Standing;
use crate::context::Context;
use crate::policy::may;
use crate::record::{Edit, Noun};
use crate::refusal::Refusal;

#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum CloseRefusal {
    #[error("it is not delivered")]
    NotDelivered,
    #[error("what comes back is not here, or neither exchanged nor refunded")]
    ReturnOpen,
    #[error("it is closed")]
    AlreadyClosed,
    #[error("this role closes no orders")]
    NotYourRole,
}

impl From<CloseRefusal> for Refusal {
    fn from(refusal: CloseRefusal) -> Self {
        match refusal {
            CloseRefusal::NotDelivered => Self::whole("order.not_delivered"),
            CloseRefusal::ReturnOpen => Self::whole("order.return_open"),
            CloseRefusal::AlreadyClosed => Self::whole("order.already_closed"),
            CloseRefusal::NotYourRole => Self::whole("not_your_role"),
        }
    }
}

pub fn decide(course: &Course, context: &mut Context) -> Result<Vec<Edit>, Vec<CloseRefusal>> {
    if !may(context.actor.role, Noun::Order, "closed") {
        return Err(vec![CloseRefusal::NotYourRole]);
    }
    let back = course.parcel.returned.as_ref();
    let open = back.is_some_and(|back| !back.is_done(course.money.refunded > 0));
    let refusal = match course.standing {
        Standing::Returned if open => Some(CloseRefusal::ReturnOpen),
        Standing::Delivered | Standing::Returned => None,
        Standing::Closed => Some(CloseRefusal::AlreadyClosed),
        Standing::Draft
        | Standing::Checked
        | Standing::Totalled
        | Standing::Claimed
        | Standing::Short
        | Standing::Paid
        | Standing::Expired
        | Standing::Printed
        | Standing::Packed
        | Standing::Shipped
        | Standing::Cancelled
        | Standing::CancelledAndShipped => Some(CloseRefusal::NotDelivered),
    };
    refusal.map_or_else(|| Ok(vec![context.state("closed", [])]), |refusal| Err(vec![refusal]))
}
