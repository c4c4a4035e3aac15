//! Gudang: what is to print, to pack and to ship, and what was shipped last. Only what is paid gets there.

use serde::Serialize;

use super::order::OrderRow;

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct WarehouseView {
    /// Paid, with no label that holds; oldest first, as the others.
    pub to_print: Vec<OrderRow>,
    pub to_pack: Vec<OrderRow>,
    pub to_ship: Vec<OrderRow>,
    /// Latest first, at most twenty.
    pub shipped: Vec<OrderRow>,
}
