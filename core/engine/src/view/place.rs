//! Places on a screen: kecamatan offered while one types, and what is doubtful about an address.

use serde::Serialize;

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct PlaceRow {
    /// The ministry's code, such as `34.04.07`.
    pub code: String,
    pub district: String,
    /// `Kab. Sleman`.
    pub regency: String,
    pub province: String,
    pub postal_codes: Vec<String>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct PlacesView {
    pub rows: Vec<PlaceRow>,
    /// Which state of the data it is; empty while the kecamatan are not here.
    pub version: String,
}

/// What the words of an address mean. Nothing is doubted before a kecamatan was written.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct PlaceView {
    /// The kecamatan that is meant, if it is known.
    pub known: Option<PlaceRow>,
    /// A stable code such as `district_unknown`, or empty.
    pub doubt: String,
    /// What may be meant instead, the likeliest first.
    pub near: Vec<PlaceRow>,
}
