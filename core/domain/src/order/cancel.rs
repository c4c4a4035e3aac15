//! Cancelling an order before it leaves, with a reason. Once money came it is the owner who calls it off.

use serde_json::json;

use super::course::Course;
use super::standing::Stage;
use crate::context::Context;
use crate::form::{REASON, text};
use crate::policy::{Role, may};
use crate::record::{Edit, Noun};
use crate::refusal::Refusal;

#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum CancelRefusal {
    #[error("{0:?}")]
    Field(Refusal),
    #[error("a cancellation says why")]
    ReasonMissing,
    #[error("the order has left already")]
    AlreadyShipped,
    #[error("the order is cancelled already")]
    AlreadyCancelled,
    #[error("money came: the owner cancels it, when asked")]
    OwnerCancels,
    #[error("this role cancels no orders")]
    NotYourRole,
}

impl From<CancelRefusal> for Refusal {
    fn from(refusal: CancelRefusal) -> Self {
        match refusal {
            CancelRefusal::Field(refusal) => refusal,
            CancelRefusal::ReasonMissing => Self::at("reason", "order.reason_missing"),
            CancelRefusal::AlreadyShipped => Self::whole("order.already_shipped"),
            CancelRefusal::AlreadyCancelled => Self::whole("order.cancelled"),
            CancelRefusal::OwnerCancels => Self::whole("order.owner_cancels"),
            CancelRefusal::NotYourRole => Self::whole("not_your_role"),
        }
    }
}

pub fn decide(course: &Course, reason: &str, context: &mut Context) -> Result<Vec<Edit>, Vec<CancelRefusal>> {
    let mut problems = Vec::new();
    let reason = text(&mut problems, "reason", reason, REASON);
    let mut refusals: Vec<_> = problems.into_iter().map(CancelRefusal::Field).collect();
    if reason.is_empty() && refusals.is_empty() {
        refusals.push(CancelRefusal::ReasonMissing);
    }
    refusals.extend(blocked(course.standing.stage()));
    if !may(context.actor.role, Noun::Order, "cancelled") {
        refusals.push(CancelRefusal::NotYourRole);
    } else if course.money.received > 0 && context.actor.role != Role::Owner {
        refusals.push(CancelRefusal::OwnerCancels);
    }
    if !refusals.is_empty() {
        return Err(refusals);
    }
    Ok(vec![context.state("cancelled", [("reason", json!(reason))])])
}

fn blocked(stage: Stage) -> Option<CancelRefusal> {
    match stage {
        Stage::Unpaid | Stage::Paid | Stage::Printed | Stage::Packed => None,
        Stage::Left => Some(CancelRefusal::AlreadyShipped),
        Stage::Cancelled => Some(CancelRefusal::AlreadyCancelled),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::order::Order;
    use crate::order::testing::{Shop, complete};

    fn cancel(shop: &Shop, role: Role, order: &Order, reason: &str) -> Result<Vec<Edit>, Vec<CancelRefusal>> {
        shop.acting(role, |context| decide(&shop.course(order), reason, context))
    }

    #[test]
    fn rina_cancels_with_a_reason() {
        let shop = Shop::default();
        let order = shop.taken(&complete());
        assert_eq!(cancel(&shop, Role::Cs, &order, "salah ukuran").unwrap().len(), 1);
        assert_eq!(cancel(&shop, Role::Cs, &order, " ").unwrap_err(), [CancelRefusal::ReasonMissing]);
    }

    #[test]
    fn r11_what_is_paid_is_called_off_by_the_owner_when_cs_asks() {
        let shop = Shop::default();
        let paid = shop.paid(&shop.totalled(&shop.taken(&complete())));
        assert_eq!(cancel(&shop, Role::Cs, &paid, "batal").unwrap_err(), [CancelRefusal::OwnerCancels]);
        let cancelled = Shop::apply(paid.clone(), cancel(&shop, Role::Owner, &paid, "stok cacat").unwrap());
        let flags = shop.course(&cancelled).flags;
        assert_eq!(flags.len(), 1, "a refund is due");
        assert_eq!(flags[0].conflict.code(), "cancelled_paid");
    }

    #[test]
    fn what_has_left_or_is_cancelled_stays_so() {
        let shop = Shop::default();
        let shipped = shop.shipped(&shop.ready(), "JX3300112233");
        assert_eq!(cancel(&shop, Role::Owner, &shipped, "x").unwrap_err(), [CancelRefusal::AlreadyShipped]);
        let cancelled = shop.cancelled(&shop.taken(&complete()), "x");
        assert_eq!(cancel(&shop, Role::Cs, &cancelled, "x").unwrap_err(), [CancelRefusal::AlreadyCancelled]);
    }

    #[test]
    fn the_warehouse_cancels_nothing() {
        let shop = Shop::default();
        let order = shop.taken(&complete());
        assert_eq!(cancel(&shop, Role::Warehouse, &order, "x").unwrap_err(), [CancelRefusal::NotYourRole]);
    }
}
