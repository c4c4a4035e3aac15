//! Gudang: what is to ship, and what was shipped last.

use serde::Serialize;

use super::order::OrderRow;

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct WarehouseView {
    /// Oldest first.
    pub to_ship: Vec<OrderRow>,
    /// Latest first, at most twenty.
    pub shipped: Vec<OrderRow>,
}
