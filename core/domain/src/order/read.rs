//! An order read from its record. Reading never fails: what is absent or from a newer app is a default.

use std::collections::BTreeMap;

use uuid::Uuid;

use super::channel::Channel;
use super::draft::{LineDraft, OrderDraft};
use super::item_code::item_code;
use crate::record::{Fields, Noun, Record, read};
use crate::tariff::ParcelSize;
use crate::values::{Address, Courier, CourierService, Phone, Quantity, Rupiah, Size};

#[derive(Debug, Clone, PartialEq, Default)]
pub struct Line {
    pub product: Option<Uuid>,
    pub name: String,
    pub colour: String,
    pub size: Option<Size>,
    pub quantity: Quantity,
    pub price: Option<Rupiah>,
}

impl Line {
    fn from_fields(fields: &Fields) -> Self {
        Self {
            product: read(fields, "product"),
            name: read(fields, "name"),
            colour: read(fields, "colour"),
            size: read(fields, "size"),
            quantity: read(fields, "quantity"),
            price: read(fields, "price"),
        }
    }

    /// Rupiah for the whole line; a line without a price adds nothing yet.
    pub fn amount(&self) -> i64 {
        self.price.map_or(0, Rupiah::get).saturating_mul(i64::from(self.quantity.get()))
    }

    /// As a person would say it: `Trekker X hitam 39`.
    pub fn what(&self) -> String {
        let size = self.size.map(|size| size.to_string()).unwrap_or_default();
        let words = [self.name.as_str(), &self.colour, &size];
        words.iter().filter(|word| !word.is_empty()).copied().collect::<Vec<_>>().join(" ")
    }

    /// And how many of it: `Trekker X hitam 39 × 1`.
    pub fn one_line(&self) -> String {
        format!("{} × {}", self.what(), self.quantity.get())
    }

    /// What stands on its box on the shelf.
    pub fn item_code(&self) -> String {
        item_code(&self.name, &self.colour, self.size)
    }

    pub(super) fn is_complete(&self) -> bool {
        !self.name.is_empty() && self.size.is_some() && self.price.is_some()
    }
}

#[derive(Debug, Clone, PartialEq)]
pub struct Order {
    pub record: Record,
    pub number: String,
    pub contact: Option<Uuid>,
    pub buyer_name: String,
    pub buyer_phone: Option<Phone>,
    pub address: Address,
    pub lines: BTreeMap<Uuid, Line>,
    pub courier: Option<CourierService>,
    pub shipping_fee: Option<Rupiah>,
    pub note: String,
    pub source: String,
    pub sender_name: String,
    pub sender_phone: Option<Phone>,
    pub hide_price: bool,
    pub discount: Rupiah,
    /// Why the fee is what no tariff says.
    pub fee_reason: String,
    /// Why the address is right though nobody knows such a kecamatan.
    pub address_reason: String,
    pub parcel_size: Option<ParcelSize>,
    pub channel: Channel,
}

impl Order {
    pub fn new(record: Record) -> Self {
        Self {
            number: record.get("number"),
            contact: record.get("contact"),
            buyer_name: record.get("buyer_name"),
            buyer_phone: record.get("buyer_phone"),
            address: record.get("address"),
            lines: record.collection("lines").map(|(id, fields)| (*id, Line::from_fields(fields))).collect(),
            courier: read_courier(&record),
            shipping_fee: record.get("shipping_fee"),
            note: record.get("note"),
            source: record.get("source"),
            sender_name: record.get("sender_name"),
            sender_phone: record.get("sender_phone"),
            hide_price: record.get("hide_price"),
            discount: record.get("discount"),
            fee_reason: record.get("fee_reason"),
            address_reason: record.get("address_reason"),
            parcel_size: record.get("parcel_size"),
            channel: record.get("channel"),
            record,
        }
    }

    pub fn empty(id: Uuid) -> Self {
        Self::new(Record::empty(id, Noun::Order))
    }

    pub fn pairs(&self) -> u32 {
        self.lines.values().map(|line| u32::from(line.quantity.get())).sum()
    }

    /// Rupiah for the goods.
    pub fn subtotal(&self) -> i64 {
        self.lines.values().map(Line::amount).fold(0, i64::saturating_add)
    }

    /// Rupiah for goods and shipping, less the discount.
    pub fn total(&self) -> i64 {
        let goods = self.subtotal().saturating_sub(self.discount.get()).max(0);
        goods.saturating_add(self.shipping_fee.map_or(0, Rupiah::get))
    }

    pub fn said_lines(&self) -> Vec<String> {
        self.lines.values().map(Line::one_line).collect()
    }

    pub fn contents(&self) -> String {
        self.said_lines().join(", ")
    }

    /// The buyer comes for it: it goes nowhere.
    pub fn is_picked_up(&self) -> bool {
        self.courier.as_ref().is_some_and(|courier| courier.courier == Courier::Pickup)
    }

    /// What keeps the order from being checked, by field.
    pub fn missing(&self) -> Vec<String> {
        let absent = [
            ("buyer_name", self.buyer_name.is_empty()),
            ("buyer_phone", self.buyer_phone.is_none() && self.channel != Channel::Counter),
            ("lines", self.lines.is_empty() || !self.lines.values().all(Line::is_complete)),
            ("courier", self.courier.is_none()),
            ("shipping_fee", self.shipping_fee.is_none()),
        ];
        let own = absent.into_iter().filter(|(_, missing)| *missing).map(|(field, _)| field.to_owned());
        let address = if self.is_picked_up() { Vec::new() } else { self.address.missing() };
        own.chain(address.into_iter().map(|part| format!("address.{part}"))).collect()
    }

    /// The order as a form to revise.
    pub fn draft(&self) -> OrderDraft {
        OrderDraft {
            contact: self.contact,
            apart: Vec::new(),
            buyer_name: self.buyer_name.clone(),
            buyer_phone: self.buyer_phone.as_ref().map(Phone::national).unwrap_or_default(),
            address: (&self.address).into(),
            lines: self.lines.iter().map(|(id, line)| line_draft(*id, line)).collect(),
            courier: self.courier.as_ref().map(|c| c.courier.code().to_owned()).unwrap_or_default(),
            service: self.courier.as_ref().map(|c| c.service.clone()).unwrap_or_default(),
            shipping_fee: self.shipping_fee.map(|fee| fee.to_string()).unwrap_or_default(),
            note: self.note.clone(),
            source: self.source.clone(),
            sender_name: self.sender_name.clone(),
            sender_phone: self.sender_phone.as_ref().map(Phone::national).unwrap_or_default(),
            hide_price: self.hide_price,
            discount: if self.discount == Rupiah::ZERO { String::new() } else { self.discount.to_string() },
            fee_reason: self.fee_reason.clone(),
            address_reason: self.address_reason.clone(),
            parcel_size: self.parcel_size.map(|size| size.to_string()).unwrap_or_default(),
            channel: self.channel.code().to_owned(),
        }
    }
}

fn read_courier(record: &Record) -> Option<CourierService> {
    let courier = record.get::<Option<Courier>>("courier")?;
    Some(CourierService { courier, service: record.get("service") })
}

fn line_draft(id: Uuid, line: &Line) -> LineDraft {
    LineDraft {
        id: Some(id),
        product: line.product,
        name: line.name.clone(),
        colour: line.colour.clone(),
        size: line.size.map(|size| size.to_string()).unwrap_or_default(),
        quantity: line.quantity.get().to_string(),
        price: line.price.map(|price| price.to_string()).unwrap_or_default(),
    }
}
