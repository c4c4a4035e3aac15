//! The sync badge: one honest sentence about what is where.

use serde::Serialize;

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum SyncMark {
    /// Not accepted by the relay; set aside, and can be copied out.
    Refused,
    /// On this device only.
    Local,
    /// On the relay's disk.
    Relay,
    /// On the relay and on the device of the role that needs it next.
    Seen,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum BadgeState {
    Unpaired,
    /// Connected, everything of mine is on the relay and everything of the relay's is here.
    Saved,
    /// Connected; something is still going up or coming down.
    Syncing,
    /// No contact with the relay.
    Offline,
    /// The relay refused this device (revoked, app too old).
    Rejected,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct BadgeView {
    pub state: BadgeState,
    /// Changes that only this device has.
    pub unsent: u32,
    /// Files the relay does not have yet.
    pub waiting_files: u32,
    /// Changes the relay did not accept.
    pub set_aside: u32,
    /// Milliseconds since 1970 UTC.
    #[cfg_attr(feature = "typescript", ts(type = "number | null"))]
    pub offline_since: Option<i64>,
    /// Changes still to come from the relay.
    pub behind: u32,
}
