//! The parcel of an order: its label, what is in the box, its way to the buyer, and back.

use super::super::conflict::Conflict;
use super::super::read::Order;
use super::super::standing::Standing;
use super::settlements::Settlements;
use super::stated::Stated;
use crate::record::{DeviceId, Fact};
use crate::stamp::Stamp;

/// The label printed last.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Label {
    pub address: String,
    pub paper: String,
    pub at: Stamp,
    /// The parcel goes to another address now.
    pub void: bool,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shipment {
    pub tracking_number: String,
    /// A courier's code.
    pub courier: String,
    /// What the courier took, in rupiah.
    pub fee: Option<i64>,
    pub weight_grams: Option<u32>,
    pub at: Stamp,
    pub by: DeviceId,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Return {
    pub reason: String,
    /// `exchange` or `refund`.
    pub wanted: String,
    pub received: bool,
    pub exchanged: bool,
}

/// The number the buyer is to be told.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Tracking {
    /// Empty before the parcel is shipped.
    pub number: String,
    /// Somebody chose it among several.
    pub chosen: bool,
    /// The buyer was told it.
    pub told: bool,
}

#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Parcel {
    /// How many labels were printed.
    pub copies: u32,
    pub label: Option<Label>,
    /// What is ordered now is in the box.
    pub packed: bool,
    pub shipments: Vec<Shipment>,
    pub tracking: Tracking,
    pub delivered: bool,
    pub closed: bool,
    pub returned: Option<Return>,
}

impl Parcel {
    pub(super) fn of(stated: &Stated<'_>, settlements: &Settlements, order: &Order) -> Self {
        let given_up = |number: &str| settlements.choice(Conflict::TrackingNumber, number).is_some();
        let mut shipments: Vec<_> = stated.all_of("shipped").map(shipment).collect();
        shipments.retain(|shipment| !given_up(&shipment.tracking_number));
        let mut chosen = stated.all_of("tracking_chosen").map(|fact| fact.text("tracking_number"));
        let chosen = chosen.rfind(|number| shipments.iter().any(|shipment| shipment.tracking_number == *number));
        let latest = shipments.last().map(|shipment| shipment.tracking_number.as_str());
        let number = chosen.or(latest).unwrap_or_default().to_owned();
        let told = stated.all_of("tracking_sent").any(|fact| fact.text("tracking_number") == number);
        Self {
            copies: u32::try_from(stated.all_of("printed").count()).unwrap_or(u32::MAX),
            label: stated.last("printed").map(|fact| label(fact, order)),
            packed: stated.all_of("packed").any(|fact| packed_lines(fact) == Some(order.said_lines())),
            tracking: Tracking { chosen: chosen.is_some(), told, number },
            shipments,
            delivered: stated.any("delivered"),
            closed: stated.any("closed"),
            returned: stated.last("returned").map(|fact| took_back(fact, stated)),
        }
    }

    pub fn has_left(&self) -> bool {
        !self.shipments.is_empty() || self.delivered
    }

    /// Several numbers, and nobody chose.
    pub fn is_undecided(&self) -> bool {
        let other = |shipment: &Shipment| shipment.tracking_number != self.tracking.number;
        !self.tracking.chosen && self.shipments.iter().any(other)
    }

    /// The numbers that are this order's own: all of them until somebody chooses.
    pub(super) fn claimed_numbers(&self) -> impl Iterator<Item = &str> {
        let all = self.shipments.iter().map(|shipment| shipment.tracking_number.as_str());
        all.filter(|number| !self.tracking.chosen || *number == self.tracking.number)
    }

    /// Where a parcel stands that has left.
    pub(super) fn stands(&self, refunded: bool) -> Standing {
        match &self.returned {
            Some(back) if !(self.closed && back.is_done(refunded)) => Standing::Returned,
            _ if self.closed => Standing::Closed,
            _ if self.delivered => Standing::Delivered,
            _ => Standing::Shipped,
        }
    }

    /// Where a paid parcel stands that is in the house.
    pub(super) fn stands_packed(&self) -> Standing {
        match &self.label {
            Some(label) if !label.void && self.packed => Standing::Packed,
            Some(label) if !label.void => Standing::Printed,
            _ => Standing::Paid,
        }
    }
}

impl Return {
    pub fn is_done(&self, refunded: bool) -> bool {
        self.received && (self.exchanged || refunded)
    }
}

fn label(fact: &Fact, order: &Order) -> Label {
    let address = fact.text("address").to_owned();
    let void = address != order.address.one_line();
    Label { address, paper: fact.text("paper").to_owned(), at: fact.at, void }
}

fn packed_lines(fact: &Fact) -> Option<Vec<String>> {
    let lines = fact.data.get("lines")?.as_array()?;
    Some(lines.iter().map(|line| line.as_str().unwrap_or_default().to_owned()).collect())
}

fn shipment(fact: &Fact) -> Shipment {
    let given = |key: &str| fact.data.get(key).and_then(serde_json::Value::as_i64);
    Shipment {
        tracking_number: fact.text("tracking_number").to_owned(),
        courier: fact.text("courier").to_owned(),
        fee: given("fee"),
        weight_grams: given("weight_grams").and_then(|grams| u32::try_from(grams).ok()),
        at: fact.at,
        by: fact.by,
    }
}

fn took_back(fact: &Fact, stated: &Stated<'_>) -> Return {
    Return {
        reason: fact.text("reason").to_owned(),
        wanted: fact.text("wanted").to_owned(),
        received: stated.any("return_received"),
        exchanged: stated.any("exchanged"),
    }
}
