//! What a message may want and the fields it may fill, by their codes.

use serde::{Deserialize, Serialize};

/// What the message wants.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    Order,
    /// An order that goes out in somebody else's name.
    Dropship,
    /// Something the catalogue does not have.
    Custom,
    /// An order was paid, says the buyer.
    Claim,
    /// Something about an order that is there shall be otherwise.
    Change,
    Cancel,
    Complaint,
    /// Is it there, what does it cost, where is it.
    Question,
    #[default]
    Unclear,
}

impl Kind {
    pub const fn code(self) -> &'static str {
        match self {
            Self::Order => "order",
            Self::Dropship => "dropship",
            Self::Custom => "custom",
            Self::Claim => "claim",
            Self::Change => "change",
            Self::Cancel => "cancel",
            Self::Complaint => "complaint",
            Self::Question => "question",
            Self::Unclear => "unclear",
        }
    }

    pub const fn is_order(self) -> bool {
        matches!(self, Self::Order | Self::Dropship)
    }

    /// Whether the message speaks of an order that was taken before.
    pub const fn is_about_an_order(self) -> bool {
        matches!(self, Self::Claim | Self::Change | Self::Cancel | Self::Complaint)
    }
}

/// A field that a chat can fill.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Field {
    BuyerName,
    Phone,
    Address,
    Lines,
    Courier,
    Note,
    SenderName,
    SenderPhone,
    HidePrice,
    OrderNumber,
    Amount,
    Bank,
    Payer,
    PaidAt,
    /// Colours of the parts of a custom sandal.
    Parts,
    /// Sizes of a left and a right foot.
    Sizes,
    Deadline,
}

impl Field {
    pub const fn code(self) -> &'static str {
        match self {
            Self::BuyerName => "buyer_name",
            Self::Phone => "phone",
            Self::Address => "address",
            Self::Lines => "lines",
            Self::Courier => "courier",
            Self::Note => "note",
            Self::SenderName => "sender_name",
            Self::SenderPhone => "sender_phone",
            Self::HidePrice => "hide_price",
            Self::OrderNumber => "order_number",
            Self::Amount => "amount",
            Self::Bank => "bank",
            Self::Payer => "payer",
            Self::PaidAt => "paid_at",
            Self::Parts => "parts",
            Self::Sizes => "sizes",
            Self::Deadline => "deadline",
        }
    }

    /// Whether a message may fill it more than once.
    pub const fn is_many(self) -> bool {
        matches!(self, Self::Lines | Self::Parts | Self::Sizes)
    }
}

/// How far a guess may be trusted; the weakest comes first so that the minimum of two is the honest one.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Confidence {
    #[default]
    Guess,
    Likely,
    Sure,
}

impl Confidence {
    pub const fn code(self) -> &'static str {
        match self {
            Self::Guess => "guess",
            Self::Likely => "likely",
            Self::Sure => "sure",
        }
    }
}
