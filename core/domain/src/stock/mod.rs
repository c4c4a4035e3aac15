//! Stock: how many pairs lie in each pool, by product, colour and size. What is counted and moved is stated in the
//! product's record; what is sold is found in the orders.

mod cells;
pub mod count;
mod level;
mod moves;
mod orders;
mod packed;
pub mod receive;
mod share;
mod shortage;
pub mod transfer;

use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::values::Size;

pub use cells::{CellDraft, Cells};
pub use level::{Known, Level};
pub use moves::{Kind, Move, of_product};
pub use orders::of_order;
pub use packed::{Packed, pack, unpack};
pub use share::{Sellers, share};
pub use shortage::{Claim, Short, short};

/// Where pairs lie: in the shop's own shelves, or set aside for who orders from afar.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Pool {
    Toko,
    Online,
}

impl Pool {
    pub const ALL: [Self; 2] = [Self::Toko, Self::Online];

    pub const fn code(self) -> &'static str {
        match self {
            Self::Toko => "toko",
            Self::Online => "online",
        }
    }

    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|pool| pool.code() == code)
    }

    /// The one pairs are moved to from here.
    #[must_use]
    pub const fn other(self) -> Self {
        match self {
            Self::Toko => Self::Online,
            Self::Online => Self::Toko,
        }
    }
}

/// Pairs that can be told apart, as a conflict about them is called.
pub fn cell_key(product: Uuid, colour: &str, size: Size) -> String {
    format!("{product}:{}:{size}", colour_key(colour))
}

/// The colour as stock tells it from others: `Hitam` of a chat is the catalogue's `hitam`.
pub fn colour_key(colour: &str) -> String {
    colour.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase()
}
