//! A product of the catalogue: its name, colours, price and parcel weight.

pub mod add;

use serde::{Deserialize, Serialize};

use crate::record::Record;
use crate::values::Rupiah;

/// The product form as typed.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(default)]
pub struct ProductDraft {
    pub name: String,
    pub colours: Vec<String>,
    /// Rupiah for one pair.
    pub price: String,
    pub weight_grams: String,
}

#[derive(Debug, Clone, PartialEq)]
pub struct Product {
    pub record: Record,
    pub name: String,
    pub colours: Vec<String>,
    pub price: Option<Rupiah>,
    pub weight_grams: u32,
}

impl Product {
    pub fn new(record: Record) -> Self {
        Self {
            name: record.get("name"),
            colours: record.get("colours"),
            price: record.get("price"),
            weight_grams: record.get("weight_grams"),
            record,
        }
    }
}
