//! Delivered: the buyer has it, or fetched it at the shop.

use super::course::Course;
use super::read::Order;
use super::standing::{Stage, Standing};
use crate::context::Context;
use crate::policy::may;
use crate::record::{Edit, Noun};
use crate::refusal::Refusal;

#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum DeliverRefusal {
    #[error("it has not left")]
    NotShipped,
    #[error("it arrived before")]
    AlreadyDelivered,
    #[error("a conflict holds the order")]
    Held,
    #[error("this role delivers nothing")]
    NotYourRole,
}

impl From<DeliverRefusal> for Refusal {
    fn from(refusal: DeliverRefusal) -> Self {
        match refusal {
            DeliverRefusal::NotShipped => Self::whole("order.not_shipped"),
            DeliverRefusal::AlreadyDelivered => Self::whole("order.delivered"),
            DeliverRefusal::Held => Self::whole("order.held"),
            DeliverRefusal::NotYourRole => Self::whole("not_your_role"),
        }
    }
}

/// What the buyer fetches is handed over the counter once it is paid. `held` as in printing.
pub fn decide(
    order: &Order,
    course: &Course,
    held: bool,
    context: &mut Context,
) -> Result<Vec<Edit>, Vec<DeliverRefusal>> {
    if !may(context.actor.role, Noun::Order, "delivered") {
        return Err(vec![DeliverRefusal::NotYourRole]);
    }
    if course.parcel.delivered {
        return Err(vec![DeliverRefusal::AlreadyDelivered]);
    }
    let in_the_house = matches!(course.standing.stage(), Stage::Paid | Stage::Printed | Stage::Packed);
    let fetched = order.is_picked_up() && in_the_house;
    if fetched && (held || course.is_held()) {
        return Err(vec![DeliverRefusal::Held]);
    }
    if course.standing != Standing::Shipped && !fetched {
        return Err(vec![DeliverRefusal::NotShipped]);
    }
    Ok(vec![context.state("delivered", [])])
}
