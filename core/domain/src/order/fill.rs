//! From the form as typed to values, problem by problem: what reads well is kept, what does not is named by its field.

use uuid::Uuid;

use super::channel::Channel;
use super::draft::{LineDraft, OrderDraft};
use super::read::Line;
use crate::form::{NAME, REASON, fill_address, optional, paragraphs, text};
use crate::refusal::Refusal;
use crate::tariff::ParcelSize;
use crate::values::{Address, Courier, CourierService, MoneyError, Phone, Quantity, QuantityError, Rupiah, Size};

/// Longest texts, in characters. A change must fit one frame.
const NOTE: usize = 2_000;
const SOURCE: usize = 4_000;
/// Most lines of one order; a reseller's bulk order has about thirty.
const LINES: usize = 60;

/// A form that could be read. Absent parts are what the order still misses.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Filled {
    pub contact: Option<Uuid>,
    pub buyer_name: String,
    pub buyer_phone: Option<Phone>,
    pub address: Address,
    /// A line without an id is new.
    pub lines: Vec<(Option<Uuid>, Line)>,
    pub courier: Option<CourierService>,
    pub shipping_fee: Option<Rupiah>,
    pub note: String,
    pub source: String,
    pub sender_name: String,
    pub sender_phone: Option<Phone>,
    pub hide_price: bool,
    pub discount: Rupiah,
    pub fee_reason: String,
    pub address_reason: String,
    pub parcel_size: Option<ParcelSize>,
    pub channel: Channel,
}

/// Reads the form. The problems are beside what could be read, so a preview can show both.
pub fn fill(draft: &OrderDraft) -> (Filled, Vec<Refusal>) {
    let mut problems = Vec::new();
    let p = &mut problems;
    let filled = Filled {
        contact: draft.contact,
        buyer_name: text(p, "buyer_name", &draft.buyer_name, NAME),
        buyer_phone: optional(p, "buyer_phone", &draft.buyer_phone, phone),
        address: fill_address(p, "address", &draft.address),
        lines: fill_lines(p, &draft.lines),
        courier: fill_courier(p, draft),
        shipping_fee: optional(p, "shipping_fee", &draft.shipping_fee, money),
        note: paragraphs(p, "note", &draft.note, NOTE),
        source: paragraphs(p, "source", &draft.source, SOURCE),
        sender_name: text(p, "sender_name", &draft.sender_name, NAME),
        sender_phone: optional(p, "sender_phone", &draft.sender_phone, phone),
        hide_price: draft.hide_price,
        discount: optional(p, "discount", &draft.discount, money).unwrap_or_default(),
        fee_reason: text(p, "fee_reason", &draft.fee_reason, REASON),
        address_reason: text(p, "address_reason", &draft.address_reason, REASON),
        parcel_size: optional(p, "parcel_size", &draft.parcel_size, parcel_size),
        channel: optional(p, "channel", &draft.channel, channel).unwrap_or_default(),
    };
    (filled, problems)
}

fn fill_lines(problems: &mut Vec<Refusal>, drafts: &[LineDraft]) -> Vec<(Option<Uuid>, Line)> {
    if drafts.len() > LINES {
        problems.push(Refusal::at("lines", "order.too_many_lines"));
    }
    let kept = drafts.iter().take(LINES).enumerate();
    kept.filter(|(_, draft)| !is_blank(draft)).map(|(i, draft)| (draft.id, fill_line(problems, i, draft))).collect()
}

fn is_blank(draft: &LineDraft) -> bool {
    [&draft.name, &draft.colour, &draft.size, &draft.price].iter().all(|text| text.trim().is_empty())
}

fn fill_line(problems: &mut Vec<Refusal>, index: usize, draft: &LineDraft) -> Line {
    let at = |name: &str| format!("lines.{index}.{name}");
    Line {
        product: draft.product,
        name: text(problems, &at("name"), &draft.name, NAME),
        colour: text(problems, &at("colour"), &draft.colour, NAME),
        size: optional(problems, &at("size"), &draft.size, |t| Size::parse(t).map_err(|e| e.code())),
        quantity: optional(problems, &at("quantity"), &draft.quantity, quantity).unwrap_or_default(),
        price: optional(problems, &at("price"), &draft.price, money),
    }
}

fn fill_courier(problems: &mut Vec<Refusal>, draft: &OrderDraft) -> Option<CourierService> {
    let courier =
        optional(problems, "courier", &draft.courier, |t| Courier::from_code(t).ok_or("order.courier_unknown"))?;
    Some(CourierService { courier, service: text(problems, "service", &draft.service, 40) })
}

fn channel(code: &str) -> Result<Channel, &'static str> {
    Channel::from_code(code).ok_or("order.channel_unknown")
}

fn phone(text: &str) -> Result<Phone, &'static str> {
    Phone::parse(text).map_err(|e| e.code())
}

fn parcel_size(text: &str) -> Result<ParcelSize, &'static str> {
    ParcelSize::parse(text).map_err(|e| e.code())
}

fn money(text: &str) -> Result<Rupiah, &'static str> {
    Rupiah::parse(text).map_err(|e: MoneyError| e.code())
}

fn quantity(text: &str) -> Result<Quantity, &'static str> {
    Quantity::parse(text).map_err(|e: QuantityError| e.code())
}
