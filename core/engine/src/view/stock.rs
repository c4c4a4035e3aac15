//! Stok on a screen: the grid of a product, who goes without, and what was counted and moved.

use serde::Serialize;
use tapak_domain::stock::Pool;
use uuid::Uuid;

use super::badge::SyncMark;
use super::order::OrderRow;

/// What the shop has, and for one product the grid.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct StockView {
    pub products: Vec<StockProduct>,
    /// Cells of which more was sold than there is: of all products, or of the one asked for.
    pub shortages: Vec<ShortageRow>,
    pub grid: Option<StockGrid>,
    /// This role counts, receives and moves.
    pub counts: bool,
}

/// A product with the pairs that can still be sold, by pool; nothing where nobody ever counted.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct StockProduct {
    pub id: Uuid,
    pub name: String,
    pub retired: bool,
    pub toko: Option<i32>,
    pub online: Option<i32>,
    /// Cells of which more was sold than there is.
    pub short: u32,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct StockGrid {
    pub product: Uuid,
    pub name: String,
    pub retired: bool,
    /// As the catalogue says them, and then those it says no more of which something is left.
    pub colours: Vec<String>,
    pub sizes: Vec<u8>,
    /// Only what was ever counted or filled.
    pub cells: Vec<StockCell>,
    /// What was counted, received and moved, latest first.
    pub log: Vec<StockEntry>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct StockCell {
    pub pool: Pool,
    /// The place of its colour among the grid's.
    pub colour: u32,
    pub size: u8,
    /// Pairs on the shelf, those that open orders hold among them.
    pub on_hand: i32,
    pub reserved: i32,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct ShortageRow {
    pub product: Uuid,
    pub name: String,
    pub pool: Pool,
    pub colour: String,
    pub size: u8,
    pub on_hand: i32,
    pub reserved: i32,
    /// In the sequence in which they are served: who paid first, then who was first.
    pub orders: Vec<ShortOrder>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct ShortOrder {
    pub row: OrderRow,
    pub pairs: i32,
    /// Pairs it goes without.
    pub lacks: i32,
    pub paid: bool,
    /// The buyer was asked and waits for the next pair.
    pub waits: bool,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct StockEntry {
    pub id: Uuid,
    pub what: StockHappening,
    #[cfg_attr(feature = "typescript", ts(type = "number"))]
    pub at: i64,
    pub person: String,
    pub mark: SyncMark,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum StockHappening {
    /// `apart`: by how much the shelf differed from what was known where it was counted.
    Counted {
        pool: Pool,
        cells: u32,
        apart: Vec<PairsOf>,
    },
    Received {
        pool: Pool,
        cells: Vec<PairsOf>,
    },
    Moved {
        from: Pool,
        to: Pool,
        cells: Vec<PairsOf>,
    },
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct PairsOf {
    pub colour: String,
    pub size: u8,
    pub pairs: i32,
}

/// What is left for one line of an order.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct LineStock {
    /// Pairs that can be sold, beside what this order holds itself; nothing when nobody counts them.
    pub left: Option<i32>,
    /// Without signal: how many of the last ones this device may sell.
    pub share: Option<i32>,
    /// More is asked for than there is: it has to be made first.
    pub indent: bool,
}
