//! Shipping: the parcel is with the courier, and this is its tracking number (resi).

use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use super::course::Course;
use super::read::Order;
use super::standing::Stage;
use crate::context::Context;
use crate::form::optional;
use crate::policy::may;
use crate::record::{Edit, Noun};
use crate::refusal::Refusal;
use crate::values::{Rupiah, TrackingNumber};

/// Heaviest parcel we would believe.
const WEIGHT_GRAMS: u32 = 200_000;

/// What is said when the parcel is handed over, as scanned and typed.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(default)]
pub struct ShipmentDraft {
    pub tracking_number: String,
    /// What the courier took for it; empty when nobody knows yet.
    pub fee: String,
    pub weight_grams: String,
}

#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ShipRefusal {
    #[error("{0:?}")]
    Field(Refusal),
    #[error("it is not paid, as far as this device knows")]
    NotPaid,
    #[error("it has no label with today's address")]
    NotPrinted,
    #[error("it is not packed")]
    NotPacked,
    #[error("a conflict holds the order")]
    Held,
    #[error("the order is cancelled")]
    Cancelled,
    #[error("the order has left already")]
    AlreadyShipped,
    #[error("an order on this device has that tracking number")]
    TrackingNumberUsed,
    #[error("this role ships nothing")]
    NotYourRole,
}

impl From<ShipRefusal> for Refusal {
    fn from(refusal: ShipRefusal) -> Self {
        match refusal {
            ShipRefusal::Field(refusal) => refusal,
            ShipRefusal::NotPaid => Self::whole("order.not_paid"),
            ShipRefusal::NotPrinted => Self::whole("order.not_printed"),
            ShipRefusal::NotPacked => Self::whole("order.not_packed"),
            ShipRefusal::Held => Self::whole("order.held"),
            ShipRefusal::Cancelled => Self::whole("order.cancelled"),
            ShipRefusal::AlreadyShipped => Self::whole("order.already_shipped"),
            ShipRefusal::TrackingNumberUsed => Self::at("tracking_number", "order.tracking_number_used"),
            ShipRefusal::NotYourRole => Self::whole("not_your_role"),
        }
    }
}

/// What other orders known here have to do with this one; what two devices do apart is found at merge.
pub struct Others<'a> {
    /// Another order has this tracking number, or this one gave it up.
    pub used: &'a dyn Fn(&TrackingNumber) -> bool,
    /// Another order holds what this one does too.
    pub held: bool,
}

impl std::fmt::Debug for Others<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Others").field("held", &self.held).finish_non_exhaustive()
    }
}

pub fn decide(
    order: &Order,
    course: &Course,
    draft: &ShipmentDraft,
    others: &Others<'_>,
    context: &mut Context,
) -> Result<Vec<Edit>, Vec<ShipRefusal>> {
    let mut refusals = Vec::from_iter(blocked(course.standing.stage()));
    if others.held || course.is_held() {
        refusals.push(ShipRefusal::Held);
    }
    if !may(context.actor.role, Noun::Order, "shipped") {
        refusals.push(ShipRefusal::NotYourRole);
    }
    let number = TrackingNumber::parse(&draft.tracking_number);
    match &number {
        Err(e) => refusals.push(ShipRefusal::Field(Refusal::at("tracking_number", e.code()))),
        Ok(number) if (others.used)(number) => refusals.push(ShipRefusal::TrackingNumberUsed),
        Ok(_) => {}
    }
    let mut problems = Vec::new();
    let fee = optional(&mut problems, "fee", &draft.fee, |text| Rupiah::parse(text).map_err(|e| e.code()));
    let weight = optional(&mut problems, "weight_grams", &draft.weight_grams, grams);
    refusals.extend(problems.into_iter().map(ShipRefusal::Field));
    match number {
        Ok(number) if refusals.is_empty() => Ok(vec![context.state("shipped", shipped(order, &number, fee, weight))]),
        _ => Err(refusals),
    }
}

fn grams(text: &str) -> Result<u32, &'static str> {
    text.trim().parse().ok().filter(|grams| (1..=WEIGHT_GRAMS).contains(grams)).ok_or("order.weight_out_of_range")
}

fn blocked(stage: Stage) -> Option<ShipRefusal> {
    match stage {
        Stage::Packed => None,
        Stage::Unpaid => Some(ShipRefusal::NotPaid),
        Stage::Paid => Some(ShipRefusal::NotPrinted),
        Stage::Printed => Some(ShipRefusal::NotPacked),
        Stage::Left => Some(ShipRefusal::AlreadyShipped),
        Stage::Cancelled => Some(ShipRefusal::Cancelled),
    }
}

/// What nobody knows is not said.
fn shipped(
    order: &Order,
    number: &TrackingNumber,
    fee: Option<Rupiah>,
    weight: Option<u32>,
) -> impl Iterator<Item = (&'static str, Value)> {
    let courier = order.courier.as_ref().map(|c| c.courier.code()).unwrap_or_default();
    let said = [("tracking_number", json!(number)), ("courier", json!(courier))];
    let known = [fee.map(|fee| ("fee", json!(fee))), weight.map(|grams| ("weight_grams", json!(grams)))];
    said.into_iter().chain(known.into_iter().flatten())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::order::testing::{Shop, complete};
    use crate::policy::Role;

    fn ship(shop: &Shop, order: &Order, role: Role, number: &str, used: bool) -> Result<Vec<Edit>, Vec<ShipRefusal>> {
        let draft = ShipmentDraft { tracking_number: number.into(), ..ShipmentDraft::default() };
        let others = Others { used: &|_| used, held: false };
        shop.acting(role, |context| decide(order, &shop.course(order), &draft, &others, context))
    }

    #[test]
    fn a_number_typed_with_spaces_and_in_lower_case_is_the_same_number() {
        let shop = Shop::default();
        let edits = ship(&shop, &shop.ready(), Role::Warehouse, " jx33 0011 2233 ", false).unwrap();
        let [Edit::State(fact)] = &edits[..] else { panic!("one fact") };
        assert_eq!(fact.text("tracking_number"), "JX3300112233");
        assert!(!fact.data.contains_key("fee"), "nobody said what it cost");
    }

    #[test]
    fn what_cannot_leave_says_why() {
        let shop = Shop::default();
        let refused = |order: &Order| ship(&shop, order, Role::Warehouse, "JX3300112233", false).unwrap_err();
        let taken = shop.taken(&complete());
        assert_eq!(refused(&taken), [ShipRefusal::NotPaid]);
        let paid = shop.paid(&shop.totalled(&taken));
        assert_eq!(refused(&paid), [ShipRefusal::NotPrinted]);
        assert_eq!(refused(&shop.printed(&paid)), [ShipRefusal::NotPacked]);
        assert_eq!(refused(&shop.shipped(&shop.ready(), "JX3300112244")), [ShipRefusal::AlreadyShipped]);
        assert_eq!(refused(&shop.cancelled(&taken, "batal")), [ShipRefusal::Cancelled]);
    }

    #[test]
    fn one_tracking_number_is_one_parcel() {
        let shop = Shop::default();
        let refused = ship(&shop, &shop.ready(), Role::Warehouse, "JX3300112233", true).unwrap_err();
        assert_eq!(refused, [ShipRefusal::TrackingNumberUsed]);
    }

    #[test]
    fn what_the_courier_took_is_kept_and_an_absurd_weight_is_refused() {
        let shop = Shop::default();
        let order = shop.ready();
        let others = Others { used: &|_| false, held: false };
        let mut draft =
            ShipmentDraft { tracking_number: "JX3300112233".into(), fee: "21rb".into(), weight_grams: "1150".into() };
        let hand_over = |draft: &ShipmentDraft| {
            shop.acting(Role::Warehouse, |context| decide(&order, &shop.course(&order), draft, &others, context))
        };
        let shipped = Shop::apply(order.clone(), hand_over(&draft).unwrap());
        let parcel = shop.course(&shipped).parcel;
        assert_eq!((parcel.shipments[0].fee, parcel.shipments[0].weight_grams), (Some(21_000), Some(1_150)));
        draft.weight_grams = "9000000".into();
        let refused = hand_over(&draft).unwrap_err();
        assert!(matches!(&refused[..], [ShipRefusal::Field(refusal)] if refusal.field == "weight_grams"));
    }

    #[test]
    fn cs_does_not_ship_and_an_empty_scan_is_no_number() {
        let shop = Shop::default();
        let order = shop.ready();
        assert_eq!(ship(&shop, &order, Role::Cs, "JX3300112233", false).unwrap_err(), [ShipRefusal::NotYourRole]);
        let refused = ship(&shop, &order, Role::Warehouse, "  ", false).unwrap_err();
        assert!(matches!(&refused[..], [ShipRefusal::Field(refusal)] if refusal.field == "tracking_number"));
    }
}
