//! The owner's page: how the shop is set up, who is invited, and what waits for a decision.

use std::collections::BTreeMap;

use serde::Serialize;
use tapak_domain::shop::{BankAccount, Sender};
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

/// What buyers and parcels are told in the shop's name.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct SettingsView {
    pub accounts: Vec<BankAccount>,
    pub sender: Sender,
    pub totalan_template: String,
    pub tracking_template: String,
    /// By courier's code; the others follow the common one.
    pub tracking_links: BTreeMap<String, String>,
    pub deadline_hours: u32,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct ShopView {
    pub name: String,
    /// Days a closed order stays whole on every device.
    pub window_days: u32,
    pub settings: SettingsView,
    pub invites: Vec<InviteRow>,
    pub held: Vec<HeldRow>,
    /// How many records were erased for good.
    pub erased: u32,
    /// This device may change any of it.
    pub manages: bool,
}
