//! Contacts on a screen: rows, and one contact with its orders.

use serde::Serialize;
use tapak_domain::contact::ContactDraft;
use uuid::Uuid;

use super::badge::SyncMark;
use super::order::OrderRow;

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct ContactRow {
    pub id: Uuid,
    pub name: String,
    /// As people write it: `0812-3456-7890`.
    pub phone: String,
    pub regency: String,
    pub orders: u32,
    /// Another contact has the same number, and nobody told the two apart.
    pub doubled: bool,
    pub mark: SyncMark,
}

/// Why two contacts may be one person.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Likeness {
    Phone,
    /// A name like it in the same kecamatan.
    Name,
}

/// Somebody the shop knows already.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct AlikeRow {
    pub contact: ContactRow,
    pub likeness: Likeness,
    /// When the latest order was taken, in milliseconds since 1970 UTC.
    #[cfg_attr(feature = "typescript", ts(type = "number | null"))]
    pub latest: Option<i64>,
}

/// The likeliest first.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct AlikeView {
    pub rows: Vec<AlikeRow>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct ContactsView {
    pub rows: Vec<ContactRow>,
    pub total: u32,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct ContactView {
    pub row: ContactRow,
    pub draft: ContactDraft,
    pub orders: Vec<OrderRow>,
    /// Others with the same number.
    pub doubles: Vec<AlikeRow>,
}
