//! Why a value should be looked at before it is trusted.

use serde::{Deserialize, Serialize};

use crate::values::{Courier, Phone, Rupiah};

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
    /// Said once for all orders of the message.
    SaidForAll,
    /// The amount was told in round thousands: the unique code is not in it.
    AmountRounded,
    /// Other amounts stand in the message as well.
    AmountAmbiguous { others: Vec<Rupiah> },
    /// Other banks were named as well.
    BankAmbiguous { others: Vec<String> },
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
            Self::SaidForAll => "said_for_all",
            Self::AmountRounded => "amount_rounded",
            Self::AmountAmbiguous { .. } => "amount_ambiguous",
            Self::BankAmbiguous { .. } => "bank_ambiguous",
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
            Self::AmountAmbiguous { others } => list(others.iter().map(ToString::to_string)),
            Self::BankAmbiguous { others } => list(others.iter().cloned()),
            Self::QuantityAssumed | Self::NameByPosition | Self::SaidForAll | Self::AmountRounded => String::new(),
        }
    }
}

fn list(choices: impl Iterator<Item = String>) -> String {
    choices.collect::<Vec<_>>().join(" / ")
}
