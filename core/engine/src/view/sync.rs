//! The sync page: what is where, per record and in total, and what was not accepted.

use serde::Serialize;
use uuid::Uuid;

use super::badge::BadgeView;
use super::said::SaidRow;

/// A record with changes only this device has.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct UnsentRow {
    pub record: Uuid,
    /// `order`, `contact`, `product`.
    pub noun: String,
    pub title: String,
    pub changes: u32,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct SetAsideRow {
    pub record: Uuid,
    pub noun: String,
    pub title: String,
    /// Why: a stable code such as `not_your_role`.
    pub code: String,
    #[cfg_attr(feature = "typescript", ts(type = "number"))]
    pub at: i64,
    /// What the change said, to copy out.
    pub said: Vec<SaidRow>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct DeviceRow {
    pub device: Uuid,
    pub person: String,
    pub device_name: String,
    pub role: String,
    pub prefix: String,
    pub this_device: bool,
    pub revoked: bool,
    /// Changes on the relay this device does not have yet, as far as we know.
    pub behind: u32,
    /// Connected to the relay now. Only who runs the shop is told of other devices.
    pub here: bool,
    /// When it last was, if it is known: milliseconds since 1970 UTC.
    #[cfg_attr(feature = "typescript", ts(type = "number | null"))]
    pub left_at: Option<i64>,
}

/// This device and the relay were compared: all changes, not only their number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct ProofView {
    /// Milliseconds since 1970 UTC.
    #[cfg_attr(feature = "typescript", ts(type = "number"))]
    pub at: i64,
    /// Both have the same. If not, what differs is being exchanged.
    pub equal: bool,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct SyncView {
    pub badge: BadgeView,
    /// How the last comparison with the relay ended; nothing before the first.
    pub proof: Option<ProofView>,
    /// Documents still to come while this device is being brought up to date.
    pub arriving: Option<u32>,
    #[cfg_attr(feature = "typescript", ts(type = "number | null"))]
    pub last_contact: Option<i64>,
    #[cfg_attr(feature = "typescript", ts(type = "number"))]
    pub cursor: u64,
    #[cfg_attr(feature = "typescript", ts(type = "number"))]
    pub head: u64,
    pub records: u32,
    pub unsent: Vec<UnsentRow>,
    pub set_aside: Vec<SetAsideRow>,
    pub devices: Vec<DeviceRow>,
}
