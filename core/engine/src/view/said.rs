//! What a change said, piece by piece: for who has to decide about it or write it again.

use serde::Serialize;

use super::happening::Happening;

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(tag = "said", rename_all = "snake_case")]
pub enum SaidRow {
    /// Something happened to an order.
    Happened { what: Happening },
    /// Something happened to another record: a stable code such as `added`.
    Stated { kind: String },
    /// A field was filled in: its name, and a value as it is kept (`jne`, `18000`).
    Filled { field: String, value: String },
    /// In the words of an older app.
    Plain { text: String },
}
