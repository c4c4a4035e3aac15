//! What was read out of a pasted chat, and which words it came from.

use serde::Serialize;
use tapak_domain::order::OrderDraft;

/// A stretch of the pasted text; the stretches together are the whole text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct SegmentView {
    pub text: String,
    /// `buyer_name`, `phone`, `address`, `lines`, `courier`, `note`, or empty for plain text.
    pub field: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct FieldReading {
    /// As in [`SegmentView`]; lines are numbered: `lines.0`.
    pub field: String,
    /// `sure`, `likely` or `guess`.
    pub confidence: String,
    /// A stable code such as `product_carried_over`, or empty.
    pub hint: String,
    /// The word the hint is about.
    pub hint_word: String,
    /// The words of the chat this was read from.
    pub source: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct ChatView {
    /// `order`, `custom`, `claim` or `unclear`.
    pub kind: String,
    pub segments: Vec<SegmentView>,
    pub fields: Vec<FieldReading>,
    /// Ready to be shown in the form; nothing is saved by reading.
    pub draft: OrderDraft,
    pub missing: Vec<String>,
}
