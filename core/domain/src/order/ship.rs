//! Shipping: the parcel is with the courier, and this is its tracking number (resi).

use serde_json::{Map, Value};

use super::read::Order;
use super::standing::Standing;
use crate::context::Context;
use crate::policy::may;
use crate::record::{Edit, Noun};
use crate::refusal::Refusal;
use crate::values::TrackingNumber;

#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ShipRefusal {
    #[error("{0:?}")]
    Field(Refusal),
    #[error("the order is not complete")]
    Incomplete,
    #[error("the order is cancelled")]
    Cancelled,
    #[error("the order has left already")]
    AlreadyShipped,
    #[error("another order on this device has that tracking number")]
    TrackingNumberUsed,
    #[error("this role ships nothing")]
    NotYourRole,
}

impl From<ShipRefusal> for Refusal {
    fn from(refusal: ShipRefusal) -> Self {
        match refusal {
            ShipRefusal::Field(refusal) => refusal,
            ShipRefusal::Incomplete => Self::whole("order.incomplete"),
            ShipRefusal::Cancelled => Self::whole("order.cancelled"),
            ShipRefusal::AlreadyShipped => Self::whole("order.already_shipped"),
            ShipRefusal::TrackingNumberUsed => Self::at("tracking_number", "order.tracking_number_used"),
            ShipRefusal::NotYourRole => Self::whole("not_your_role"),
        }
    }
}

/// `used` tells whether another order known here carries a tracking number; what two devices do apart is found at merge.
pub fn decide(
    order: &Order,
    standing: Standing,
    tracking_number: &str,
    used: &dyn Fn(&TrackingNumber) -> bool,
    context: &mut Context,
) -> Result<Vec<Edit>, Vec<ShipRefusal>> {
    let mut refusals = Vec::from_iter(blocked(standing));
    if !may(context.actor.role, Noun::Order, "shipped") {
        refusals.push(ShipRefusal::NotYourRole);
    }
    let parsed = TrackingNumber::parse(tracking_number);
    match &parsed {
        Err(e) => refusals.push(ShipRefusal::Field(Refusal::at("tracking_number", e.code()))),
        Ok(number) if used(number) => refusals.push(ShipRefusal::TrackingNumberUsed),
        Ok(_) => {}
    }
    match parsed {
        Ok(number) if refusals.is_empty() => Ok(vec![Edit::State(context.fact("shipped", shipped(order, &number)))]),
        _ => Err(refusals),
    }
}

fn blocked(standing: Standing) -> Option<ShipRefusal> {
    match standing {
        Standing::Checked => None,
        Standing::Draft => Some(ShipRefusal::Incomplete),
        Standing::Shipped => Some(ShipRefusal::AlreadyShipped),
        Standing::Cancelled | Standing::CancelledAndShipped => Some(ShipRefusal::Cancelled),
    }
}

fn shipped(order: &Order, number: &TrackingNumber) -> Map<String, Value> {
    let courier = order.courier.as_ref().map(|c| c.courier.code()).unwrap_or_default();
    Map::from_iter([
        ("tracking_number".to_owned(), Value::from(number.as_str())),
        ("courier".to_owned(), Value::from(courier)),
    ])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::order::testing::{Shop, complete};
    use crate::policy::Role;

    fn ship(role: Role, standing: Standing, number: &str, used: bool) -> Result<Vec<Edit>, Vec<ShipRefusal>> {
        let shop = Shop::default();
        let order = shop.taken(&complete());
        shop.acting(role, |context| decide(&order, standing, number, &|_| used, context))
    }

    #[test]
    fn a_number_typed_with_spaces_and_in_lower_case_is_the_same_number() {
        let edits = ship(Role::Warehouse, Standing::Checked, " jx33 0011 2233 ", false).unwrap();
        let [Edit::State(fact)] = &edits[..] else { panic!("one fact") };
        assert_eq!(fact.text("tracking_number"), "JX3300112233");
    }

    #[test]
    fn what_cannot_leave_says_why() {
        let refused = |standing| ship(Role::Warehouse, standing, "JX3300112233", false).unwrap_err();
        assert_eq!(refused(Standing::Draft), [ShipRefusal::Incomplete]);
        assert_eq!(refused(Standing::Shipped), [ShipRefusal::AlreadyShipped]);
        assert_eq!(refused(Standing::Cancelled), [ShipRefusal::Cancelled]);
    }

    #[test]
    fn one_tracking_number_is_one_parcel() {
        let refused = ship(Role::Warehouse, Standing::Checked, "JX3300112233", true).unwrap_err();
        assert_eq!(refused, [ShipRefusal::TrackingNumberUsed]);
    }

    #[test]
    fn cs_does_not_ship_and_an_empty_scan_is_no_number() {
        assert_eq!(ship(Role::Cs, Standing::Checked, "JX3300112233", false).unwrap_err(), [ShipRefusal::NotYourRole]);
        let refused = ship(Role::Warehouse, Standing::Checked, "  ", false).unwrap_err();
        assert!(matches!(&refused[..], [ShipRefusal::Field(refusal)] if refusal.field == "tracking_number"));
    }
}
