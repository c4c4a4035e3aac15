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
    pub mark: SyncMark,
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
}
