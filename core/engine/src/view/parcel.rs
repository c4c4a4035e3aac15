//! A parcel on a screen: its label, its way, and what came back.

use serde::Serialize;

/// Times are milliseconds since 1970 UTC.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct LabelView {
    pub copies: u32,
    /// As it was printed last.
    pub address: String,
    pub paper: String,
    #[cfg_attr(feature = "typescript", ts(type = "number"))]
    pub at: i64,
    /// The parcel goes to another address now.
    pub void: bool,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct ShipmentView {
    pub tracking_number: String,
    /// A courier's code.
    pub courier: String,
    #[cfg_attr(feature = "typescript", ts(type = "number | null"))]
    pub fee: Option<i64>,
    pub weight_grams: Option<u32>,
    #[cfg_attr(feature = "typescript", ts(type = "number"))]
    pub at: i64,
    pub person: String,
}

/// What the buyer is to be told.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct TrackingView {
    pub tracking_number: String,
    /// It was told before.
    pub told: bool,
    pub message: String,
    /// Opens WhatsApp with it; empty without a mobile number.
    pub whatsapp: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct ReturnView {
    pub reason: String,
    /// `exchange` or `refund`.
    pub wanted: String,
    pub received: bool,
    pub exchanged: bool,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct ParcelView {
    pub label: Option<LabelView>,
    pub packed: bool,
    pub shipments: Vec<ShipmentView>,
    pub tracking: Option<TrackingView>,
    pub returned: Option<ReturnView>,
}
