//! The owner's page: how the shop is set up, who is invited, and what waits for a decision.

use serde::Serialize;
use uuid::Uuid;

use super::said::SaidRow;

/// An invite nobody has used yet.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct InviteRow {
    pub role: String,
    /// Milliseconds since 1970 UTC.
    #[cfg_attr(feature = "typescript", ts(type = "number"))]
    pub expires: u64,
    pub recovery: bool,
}

/// A change of a revoked device that waits for the owner.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct HeldRow {
    /// Its hash, to decide about it.
    pub change: String,
    pub person: String,
    pub device_name: String,
    pub record: Uuid,
    pub noun: String,
    pub title: String,
    pub said: Vec<SaidRow>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct ShopView {
    pub name: String,
    /// Days a closed order stays whole on every device.
    pub window_days: u32,
    pub invites: Vec<InviteRow>,
    pub held: Vec<HeldRow>,
    /// How many records were erased for good.
    pub erased: u32,
    /// This device may change any of it.
    pub manages: bool,
}
