//! A product of the catalogue: its name, colours, size run, price, parcel weight and picture.

pub mod add;
mod fill;
pub mod photograph;
mod price;
mod read;
pub mod retire;
pub mod revise;
#[cfg(test)]
pub(crate) mod testing;

use serde::{Deserialize, Serialize};

pub(crate) use fill::NAME;
pub use price::{Priced, prices};
pub use read::Product;

/// The product form as typed.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(default)]
pub struct ProductDraft {
    pub name: String,
    pub colours: Vec<String>,
    /// The sizes it is made in; none means all of them.
    pub sizes: Vec<String>,
    /// Rupiah for one pair.
    pub price: String,
    pub weight_grams: String,
}
