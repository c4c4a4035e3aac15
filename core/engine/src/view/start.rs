//! Where this device stands: paired or not, as whom, and why not.

use serde::Serialize;

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Pairing {
    Unpaired,
    Pairing,
    Paired,
    /// The relay no longer takes this device; `problem` says why.
    Rejected,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct StartView {
    pub pairing: Pairing,
    pub shop_name: String,
    /// `owner`, `cs`, `finance` or `warehouse`.
    pub role: String,
    pub person: String,
    pub device_name: String,
    /// First half of every order number made here, such as `B3`.
    pub prefix: String,
    /// A stable code such as `invite_used`, `invite_expired`, `update_the_app`; empty when nothing is wrong.
    pub problem: String,
}
