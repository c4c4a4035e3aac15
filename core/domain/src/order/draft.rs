//! The order form as typed: every leaf a text, so that nothing a person wrote is lost before it is understood.

use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::values::Address;

#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(default)]
pub struct AddressDraft {
    pub street: String,
    pub village: String,
    pub district: String,
    pub regency: String,
    pub province: String,
    pub postal_code: String,
    pub landmark: String,
}

impl From<&Address> for AddressDraft {
    fn from(address: &Address) -> Self {
        Self {
            street: address.street.clone(),
            village: address.village.clone(),
            district: address.district.clone(),
            regency: address.regency.clone(),
            province: address.province.clone(),
            postal_code: address.postal_code.as_ref().map(ToString::to_string).unwrap_or_default(),
            landmark: address.landmark.clone(),
        }
    }
}

#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(default)]
pub struct LineDraft {
    /// The line being revised; none for a new one.
    pub id: Option<Uuid>,
    pub product: Option<Uuid>,
    pub name: String,
    pub colour: String,
    pub size: String,
    pub quantity: String,
    /// Rupiah for one pair.
    pub price: String,
}

#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(default)]
pub struct OrderDraft {
    pub contact: Option<Uuid>,
    /// Contacts that look like the buyer and are other people.
    pub apart: Vec<Uuid>,
    pub buyer_name: String,
    pub buyer_phone: String,
    pub address: AddressDraft,
    pub lines: Vec<LineDraft>,
    /// A courier's code, such as `jne`.
    pub courier: String,
    /// The courier's service, such as `REG`.
    pub service: String,
    pub shipping_fee: String,
    pub note: String,
    /// The chat the order was read from.
    pub source: String,
    /// A reseller in whose name the parcel goes out (dropship); empty for the shop's own.
    pub sender_name: String,
    pub sender_phone: String,
    /// Nothing in the parcel says what it cost.
    pub hide_price: bool,
    pub discount: String,
    /// Why the shipping fee is what no tariff says.
    pub fee_reason: String,
    /// Why the address is right though no kecamatan of it is known, or not with that postal code.
    pub address_reason: String,
    /// Length × width × height of the box in centimetres, when bulk may count as weight.
    pub parcel_size: String,
    /// `chat`, `counter` or `site`; empty is a chat.
    pub channel: String,
}
