//! The catalogue on a screen.

use serde::Serialize;
use tapak_domain::product::ProductDraft;
use uuid::Uuid;

use crate::view::order::FileRow;

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct ProductRow {
    pub id: Uuid,
    pub name: String,
    pub colours: Vec<String>,
    #[cfg_attr(feature = "typescript", ts(type = "number"))]
    pub price: i64,
    pub weight_grams: u32,
    /// Smallest first.
    pub sizes: Vec<u8>,
    /// Sold no more: it is offered for no new order.
    pub retired: bool,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct ProductsView {
    pub rows: Vec<ProductRow>,
}

/// One product: its form, what it cost when, and what this role may do.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct ProductView {
    pub row: ProductRow,
    pub draft: ProductDraft,
    /// What it looks like.
    pub picture: Option<FileRow>,
    /// Latest first.
    pub prices: Vec<PriceRow>,
    pub actions: Vec<ProductAction>,
}

/// From when on a pair cost so much.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct PriceRow {
    #[cfg_attr(feature = "typescript", ts(type = "number"))]
    pub price: i64,
    #[cfg_attr(feature = "typescript", ts(type = "number"))]
    pub at: i64,
    pub person: String,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum ProductAction {
    Revise,
    Photograph,
    Price,
    Retire,
    Restore,
}
