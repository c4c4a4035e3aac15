//! Gudang: what is to print, to pack and to ship, what is in hand at the desk, and what a scan was.

use serde::Serialize;
use uuid::Uuid;

use super::order::OrderRow;

/// The queues, oldest first.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct WarehouseView {
    pub to_print: Vec<OrderRow>,
    pub to_pack: Vec<OrderRow>,
    pub to_ship: Vec<OrderRow>,
    /// Latest first, at most twenty.
    pub shipped: Vec<OrderRow>,
}

/// One order at the desk.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct DeskView {
    pub row: OrderRow,
    pub lines: Vec<DeskLine>,
    pub note: String,
    /// A courier's code, without the service.
    pub courier_code: String,
}

/// What goes into the box: so many of one thing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct DeskLine {
    pub id: Uuid,
    /// Such as `Trekker X hitam 39`.
    pub what: String,
    pub quantity: u32,
}

/// What was scanned or typed at the desk.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct ScanView {
    pub what: Scanned,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(tag = "is", rename_all = "snake_case")]
pub enum Scanned {
    Nothing,
    /// One of our orders, wherever it stands.
    Order {
        row: Box<OrderRow>,
    },
    /// Made as our numbers are, and not on this device.
    UnknownOrder {
        number: String,
    },
    /// A thing that belongs into the box of the order in hand.
    Item {
        line: Uuid,
    },
    /// A thing from the shelf that does not.
    OtherItem {
        code: String,
    },
    TrackingNumber {
        /// As it is kept: in capitals, without spaces.
        number: String,
        /// Couriers whose numbers look like this, if the order in hand goes with another: a warning, not a refusal.
        looks_like: Vec<String>,
        /// The number of an order that has it already, or empty.
        used_by: String,
    },
    /// No tracking number, by the stable code of why.
    Unreadable {
        code: String,
    },
}

/// What left today, to be handed over: one sheet for each courier.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct HandoverView {
    pub shop: String,
    /// Who asks, and so who hands over.
    pub person: String,
    pub couriers: Vec<HandoverSheet>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct HandoverSheet {
    /// A courier's code.
    pub courier: String,
    /// In the sequence they were shipped in.
    pub parcels: Vec<HandoverParcel>,
    pub pairs: u32,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct HandoverParcel {
    pub id: Uuid,
    pub number: String,
    pub tracking_number: String,
    pub recipient: String,
    pub regency: String,
    pub pairs: u32,
    pub weight_grams: Option<u32>,
}
