//! Cancelling an order before it leaves, with a reason.

use serde_json::{Map, Value};

use super::standing::Standing;
use crate::context::Context;
use crate::form::text;
use crate::policy::may;
use crate::record::{Edit, Noun};
use crate::refusal::Refusal;

/// Longest reason, in characters.
const REASON: usize = 300;

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
            CancelRefusal::NotYourRole => Self::whole("not_your_role"),
        }
    }
}

pub fn decide(standing: Standing, reason: &str, context: &mut Context) -> Result<Vec<Edit>, Vec<CancelRefusal>> {
    let mut problems = Vec::new();
    let reason = text(&mut problems, "reason", reason, REASON);
    let mut refusals: Vec<_> = problems.into_iter().map(CancelRefusal::Field).collect();
    if reason.is_empty() && refusals.is_empty() {
        refusals.push(CancelRefusal::ReasonMissing);
    }
    refusals.extend(blocked(standing));
    if !may(context.actor.role, Noun::Order, "cancelled") {
        refusals.push(CancelRefusal::NotYourRole);
    }
    if !refusals.is_empty() {
        return Err(refusals);
    }
    let data = Map::from_iter([("reason".to_owned(), Value::from(reason))]);
    Ok(vec![Edit::State(context.fact("cancelled", data))])
}

fn blocked(standing: Standing) -> Option<CancelRefusal> {
    match standing {
        Standing::Draft | Standing::Checked => None,
        Standing::Shipped => Some(CancelRefusal::AlreadyShipped),
        Standing::Cancelled | Standing::CancelledAndShipped => Some(CancelRefusal::AlreadyCancelled),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::order::testing::Shop;
    use crate::policy::Role;

    fn cancel(role: Role, standing: Standing, reason: &str) -> Result<Vec<Edit>, Vec<CancelRefusal>> {
        Shop::default().acting(role, |context| decide(standing, reason, context))
    }

    #[test]
    fn rina_cancels_with_a_reason() {
        assert_eq!(cancel(Role::Cs, Standing::Checked, "salah ukuran").unwrap().len(), 1);
        assert_eq!(cancel(Role::Cs, Standing::Checked, " ").unwrap_err(), [CancelRefusal::ReasonMissing]);
    }

    #[test]
    fn what_has_left_or_is_cancelled_stays_so() {
        assert_eq!(cancel(Role::Cs, Standing::Shipped, "x").unwrap_err(), [CancelRefusal::AlreadyShipped]);
        assert_eq!(cancel(Role::Cs, Standing::Cancelled, "x").unwrap_err(), [CancelRefusal::AlreadyCancelled]);
    }

    #[test]
    fn the_warehouse_cancels_nothing() {
        assert_eq!(cancel(Role::Warehouse, Standing::Checked, "x").unwrap_err(), [CancelRefusal::NotYourRole]);
    }
}
