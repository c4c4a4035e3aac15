//! What the public site asks of the relay, and what it is told: the catalogue, an order with its invoice, where an order
//! stands. Nothing of it names another buyer, and no answer has an address in it.

use serde::{Deserialize, Serialize};
use tapak_domain::order::{AddressDraft, Standing};
use uuid::Uuid;

use crate::command::RefusalView;

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Question {
    Catalogue,
    /// `key` is the buyer's: the same one again is answered with the same order, and takes none.
    Order {
        key: Uuid,
        form: Box<OrderForm>,
    },
    /// With the code of the invoice, or the last four digits of the buyer's phone number.
    Track {
        number: String,
        code: String,
    },
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Answer {
    Catalogue(Catalogue),
    Invoice(Invoice),
    Tracked(Tracked),
    Refused(Vec<RefusalView>),
    /// No such order, or not with this code: the answer is the same.
    NotFound,
}

/// What a buyer fills in. Prices and fees are the shop's to say.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct OrderForm {
    pub buyer_name: String,
    pub buyer_phone: String,
    pub address: AddressDraft,
    pub lines: Vec<FormLine>,
    /// A courier's code, such as `jne`.
    pub courier: String,
    /// The courier's service, such as `REG`; may be empty where the courier has one.
    pub service: String,
    pub note: String,
}

#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct FormLine {
    pub product: Uuid,
    pub colour: String,
    pub size: u32,
    pub quantity: u32,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Catalogue {
    pub shop: String,
    pub products: Vec<CatalogueProduct>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct CatalogueProduct {
    pub id: Uuid,
    pub name: String,
    pub colours: Vec<String>,
    /// That it is made in; empty where the shop has not said.
    pub sizes: Vec<u8>,
    /// Rupiah for one pair.
    pub price: i64,
    pub weight_grams: u32,
}

/// What is owed, and how the order is followed. Amounts are in rupiah.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Invoice {
    pub number: String,
    /// With the number it shows where the order stands; nobody can guess it.
    pub tracking_code: String,
    pub standing: Standing,
    pub lines: Vec<InvoiceLine>,
    pub subtotal: i64,
    pub shipping_fee: Option<i64>,
    /// What is to be transferred, to the rupiah; none while the shop still has to look at something.
    pub payment: Option<Payment>,
    /// What the shop has to look at before it says the total: field names, such as `address`.
    pub waits_for: Vec<String>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct InvoiceLine {
    pub name: String,
    pub colour: String,
    pub size: Option<u8>,
    pub quantity: u16,
    pub price: Option<i64>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Payment {
    pub nominal: i64,
    pub unique_code: u32,
    pub bank: String,
    pub account: String,
    pub holder: String,
    /// Milliseconds since 1970 UTC.
    pub deadline: u64,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Tracked {
    pub number: String,
    pub standing: Standing,
    /// Milliseconds since 1970 UTC.
    pub taken_at: i64,
    pub shipped_at: Option<i64>,
    /// A courier's code and its number, once the parcel has left.
    pub courier: String,
    pub tracking_number: String,
}
