//! What a pasted chat was understood to say, and where each part of it was written.

use std::ops::Range;

use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::values::{Address, Courier, CourierService, Phone, Quantity, Rupiah, Size};

/// A product of the catalogue, as far as the parser needs to know it.
#[derive(Debug, Clone, Copy)]
pub struct Product<'a> {
    pub id: Uuid,
    pub name: &'a str,
    pub colours: &'a [String],
    pub price: Rupiah,
}

/// What the message wants.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    Order,
    Custom,
    Claim,
    #[default]
    Unclear,
}

impl Kind {
    pub const fn code(self) -> &'static str {
        match self {
            Self::Order => "order",
            Self::Custom => "custom",
            Self::Claim => "claim",
            Self::Unclear => "unclear",
        }
    }
}

/// A field of the order form that a chat can fill.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Field {
    BuyerName,
    Phone,
    Address,
    Lines,
    Courier,
    Note,
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
        }
    }
}

/// How far a guess may be trusted; the weakest comes first so that the minimum of two is the honest one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Confidence {
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

/// What a person should look at before trusting a value.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "code", rename_all = "snake_case")]
pub enum Hint {
    /// The line names no product; the one before it was taken on the strength of `word`.
    ProductCarriedOver { word: String },
    /// More than one product of the catalogue answers to `word`.
    ProductAmbiguous { word: String, products: Vec<String> },
    /// Nothing in the catalogue answers to `word`.
    ProductUnknown { word: String },
    /// The product was recognised through a misspelling or an abbreviation.
    ProductMisspelt { word: String },
    /// The product is not made in this colour.
    ColourNotOffered { word: String },
    /// The shop does not make this size.
    SizeRefused { word: String },
    /// Nobody said how many; one was assumed.
    QuantityAssumed,
    /// No line of an order holds this many; one was assumed.
    QuantityRefused { word: String },
    /// The name was taken from where it stands, not from a label.
    NameByPosition,
    /// Another number stands in the message as well.
    PhoneAmbiguous { others: Vec<Phone> },
    /// Several regencies or cities share what was written.
    RegencyAmbiguous { options: Vec<String> },
    /// No regency or city is called this.
    RegencyUnknown { word: String },
    /// The regency was recognised through a misspelling.
    RegencyMisspelt { word: String },
    /// The postal code lies outside the regency that was written.
    PostalCodeElsewhere { regency: String },
    /// Nobody wrote the regency; only this one has the postal code.
    RegencyFromPostalCode { regency: String },
    /// `word` may be the village or the district.
    DistrictUnclear { word: String },
    /// The courier was recognised through a misspelling.
    CourierMisspelt { word: String },
    /// Other couriers were named as well.
    CourierAmbiguous { others: Vec<Courier> },
}

impl Hint {
    pub const fn code(&self) -> &'static str {
        match self {
            Self::ProductCarriedOver { .. } => "product_carried_over",
            Self::ProductAmbiguous { .. } => "product_ambiguous",
            Self::ProductUnknown { .. } => "product_unknown",
            Self::ProductMisspelt { .. } => "product_misspelt",
            Self::ColourNotOffered { .. } => "colour_not_offered",
            Self::SizeRefused { .. } => "size_refused",
            Self::QuantityAssumed => "quantity_assumed",
            Self::QuantityRefused { .. } => "quantity_refused",
            Self::NameByPosition => "name_by_position",
            Self::PhoneAmbiguous { .. } => "phone_ambiguous",
            Self::RegencyAmbiguous { .. } => "regency_ambiguous",
            Self::RegencyUnknown { .. } => "regency_unknown",
            Self::RegencyMisspelt { .. } => "regency_misspelt",
            Self::PostalCodeElsewhere { .. } => "postal_code_elsewhere",
            Self::RegencyFromPostalCode { .. } => "regency_from_postal_code",
            Self::DistrictUnclear { .. } => "district_unclear",
            Self::CourierMisspelt { .. } => "courier_misspelt",
            Self::CourierAmbiguous { .. } => "courier_ambiguous",
        }
    }

    /// The word, or the choices, the hint is about; empty where there is none.
    pub fn word(&self) -> String {
        match self {
            Self::ProductCarriedOver { word }
            | Self::ProductAmbiguous { word, .. }
            | Self::ProductUnknown { word }
            | Self::ProductMisspelt { word }
            | Self::ColourNotOffered { word }
            | Self::SizeRefused { word }
            | Self::QuantityRefused { word }
            | Self::RegencyUnknown { word }
            | Self::RegencyMisspelt { word }
            | Self::DistrictUnclear { word }
            | Self::CourierMisspelt { word } => word.clone(),
            Self::PostalCodeElsewhere { regency } | Self::RegencyFromPostalCode { regency } => regency.clone(),
            Self::PhoneAmbiguous { others } => list(others.iter().map(Phone::national)),
            Self::RegencyAmbiguous { options } => list(options.iter().cloned()),
            Self::CourierAmbiguous { others } => list(others.iter().map(ToString::to_string)),
            Self::QuantityAssumed | Self::NameByPosition => String::new(),
        }
    }
}

fn list(choices: impl Iterator<Item = String>) -> String {
    choices.collect::<Vec<_>>().join(" / ")
}

/// A value, the bytes of the message it came from, and how far to trust it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Found<T> {
    pub value: T,
    pub spans: Vec<Range<usize>>,
    pub confidence: Confidence,
    pub hint: Option<Hint>,
}

/// One line of the order as it was understood. An empty `colour` was not said.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LineGuess {
    pub product: Option<Uuid>,
    pub name: String,
    pub colour: String,
    pub size: Option<Size>,
    pub quantity: Quantity,
}

/// A whole message as it was understood. Nothing here is saved until a person says so.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reading {
    pub kind: Kind,
    pub buyer_name: Option<Found<String>>,
    pub phone: Option<Found<Phone>>,
    pub address: Option<Found<Address>>,
    pub lines: Vec<Found<LineGuess>>,
    pub courier: Option<Found<CourierService>>,
    pub note: Option<Found<String>>,
    /// What still has to be asked, in the sequence a person would ask it. An address counts until a courier would
    /// take it, and the lines count until each has a size.
    pub missing: Vec<Field>,
}
