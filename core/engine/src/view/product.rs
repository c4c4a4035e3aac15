//! The catalogue on a screen.

use serde::Serialize;
use uuid::Uuid;

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct ProductRow {
    pub id: Uuid,
    pub name: String,
    pub colours: Vec<String>,
    #[cfg_attr(feature = "typescript", ts(type = "number"))]
    pub price: i64,
    pub weight_grams: u32,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct ProductsView {
    pub rows: Vec<ProductRow>,
}
