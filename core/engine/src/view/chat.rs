//! What was read out of a pasted chat, and which words it came from.

use serde::Serialize;
use tapak_domain::order::OrderDraft;

/// A stretch of the pasted text; the stretches together are the whole text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct SegmentView {
    pub text: String,
    /// A field as in [`FieldReading`] without its number, or empty for plain text.
    pub field: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct FieldReading {
    /// `buyer_name`, `phone`, `address`, `lines`, `courier`, `note`, `sender_name`, `sender_phone`, `hide_price`,
    /// `order_number`, `amount`, `bank`, `payer`, `paid_at`, `parts`, `sizes` or `deadline`; what there may be more of is
    /// numbered: `lines.0`.
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

/// What the buyer says of a payment, as it would be typed. Empty was not said.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct ClaimReading {
    /// Rupiah.
    pub amount: String,
    pub bank: String,
    pub payer: String,
    /// As it was said: `jam 20.15`.
    pub paid_at: String,
}

/// A sandal the catalogue does not have. Empty was not said.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct CustomReading {
    pub parts: Vec<PartReading>,
    pub left: String,
    pub right: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct PartReading {
    /// `sole`, `strap`, `stitching`, `insole` or `buckle`.
    pub part: String,
    pub colour: String,
}

/// Something to ask the buyer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct QuestionView {
    /// The path of a field, such as `address.regency`.
    pub about: String,
    /// The answers to choose from, where there are some.
    pub options: Vec<String>,
}

/// One order of a message that holds several.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct ChatOrder {
    pub kind: String,
    pub fields: Vec<FieldReading>,
    /// Its source is only its own part of the message: other buyers' addresses are not its business.
    pub draft: OrderDraft,
    pub missing: Vec<String>,
    pub questions: Vec<QuestionView>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct ChatView {
    /// `order`, `dropship`, `custom`, `claim`, `change`, `cancel`, `complaint`, `question` or `unclear`.
    pub kind: String,
    /// As in [`FieldReading`].
    pub kind_confidence: String,
    pub segments: Vec<SegmentView>,
    pub fields: Vec<FieldReading>,
    /// Ready to be shown in the form; nothing is saved by reading. Of several orders it is the first.
    pub draft: OrderDraft,
    pub missing: Vec<String>,
    pub questions: Vec<QuestionView>,
    /// The number of the order the message is about, such as `B3-0142`, or empty.
    pub order_number: String,
    /// The fields that shall be otherwise in that order.
    pub changes: Vec<String>,
    pub claim: Option<ClaimReading>,
    pub custom: Option<CustomReading>,
    /// When it is needed, as it was said.
    pub deadline: String,
    /// `wib`, `wita` or `wit` where the parcel goes, or empty.
    pub time_zone: String,
    /// All orders of the message, when it holds more than one.
    pub orders: Vec<ChatOrder>,
}
