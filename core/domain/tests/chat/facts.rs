//! A reading told field by field, as the corpus tells it.

use tapak_domain::chat::{Confidence, Found, LineGuess, Product, Reading, read};
use tapak_domain::values::{Phone, Rupiah};
use uuid::Uuid;

const CATALOGUE: &str = include_str!("catalogue.txt");

/// One thing a message says: the order it belongs to, the field, the value. The line's parts are facts as well.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Fact {
    pub(crate) order: usize,
    pub(crate) field: String,
    pub(crate) value: String,
}

impl Fact {
    /// Capitals, full stops and commas make no difference to who reads it.
    pub(crate) fn new(order: usize, field: &str, value: &str) -> Self {
        let plain: String = value.to_lowercase().chars().filter(|c| !matches!(c, '.' | ',' | '*')).collect();
        let value = plain.split_whitespace().collect::<Vec<_>>().join(" ");
        Self { order, field: field.to_owned(), value }
    }

    /// A line is held as a whole and part by part.
    pub(crate) fn parts(&self) -> Vec<Self> {
        let names = ["line.product", "line.colour", "line.size", "line.quantity"];
        let values: Vec<_> = self.value.split('|').map(str::trim).collect();
        let parts = names.iter().zip(values).filter(|(_, value)| self.field == "line" && !value.is_empty());
        parts.map(|(name, value)| Self::new(self.order, name, value)).collect()
    }
}

pub(crate) fn understood(text: &str) -> Reading {
    let rows: Vec<(&str, Vec<String>)> = CATALOGUE.lines().filter_map(row).collect();
    let products: Vec<_> = rows.iter().zip(1_u128..).map(|((name, colours), id)| product(name, colours, id)).collect();
    read(text, &products)
}

fn row(line: &str) -> Option<(&str, Vec<String>)> {
    let (name, colours) = line.split_once(": ")?;
    Some((name, colours.split(", ").map(str::to_owned).collect()))
}

fn product<'a>(name: &'a str, colours: &'a [String], id: u128) -> Product<'a> {
    Product { id: Uuid::from_u128(id), name, colours, price: Rupiah::ZERO }
}

/// Everything the reading says, each with how sure it is.
pub(crate) fn told(reading: &Reading) -> Vec<(Fact, Confidence)> {
    reading.orders().enumerate().flat_map(|(order, reading)| of_order(order, reading)).collect()
}

struct Teller {
    order: usize,
    told: Vec<(Fact, Confidence)>,
}

impl Teller {
    fn tell(&mut self, field: &str, value: &str, confidence: Confidence) {
        if !value.is_empty() {
            self.told.push((Fact::new(self.order, field, value), confidence));
        }
    }

    fn found<T>(&mut self, field: &str, found: Option<&Found<T>>, value: impl Fn(&T) -> String) {
        if let Some(found) = found {
            self.tell(field, &value(&found.value), found.confidence);
        }
    }
}

fn of_order(order: usize, reading: &Reading) -> Vec<(Fact, Confidence)> {
    let mut teller = Teller { order, told: Vec::new() };
    teller.tell("kind", reading.kind.code(), reading.kind_confidence);
    teller.found("name", reading.buyer_name.as_ref(), String::clone);
    teller.found("phone", reading.phone.as_ref(), Phone::national);
    teller.found("courier", reading.courier.as_ref(), ToString::to_string);
    teller.found("order_number", reading.order_number.as_ref(), String::clone);
    teller.found("deadline", reading.deadline.as_ref(), String::clone);
    teller.found("sender_name", reading.sender.name.as_ref(), String::clone);
    teller.found("sender_phone", reading.sender.phone.as_ref(), Phone::national);
    teller.found("hide_price", reading.sender.hide_price.as_ref(), |_| "yes".to_owned());
    for field in &reading.changes {
        teller.tell("change", field.code(), reading.kind_confidence);
    }
    for line in &reading.lines {
        teller.found("line", Some(line), line_words);
    }
    address(&mut teller, reading);
    claim(&mut teller, reading);
    custom(&mut teller, reading);
    teller.told
}

fn line_words(line: &LineGuess) -> String {
    let unknown = if line.product.is_some() { "" } else { "?" };
    let size = line.size.map(|size| size.to_string()).unwrap_or_default();
    format!("{unknown}{} | {} | {size} | {}", line.name, line.colour, line.quantity)
}

fn address(teller: &mut Teller, reading: &Reading) {
    let Some(found) = &reading.address else {
        return;
    };
    let postal_code = found.value.postal_code.as_ref().map(ToString::to_string).unwrap_or_default();
    let parts = [
        ("street", &found.value.street),
        ("village", &found.value.village),
        ("district", &found.value.district),
        ("regency", &found.value.regency),
        ("province", &found.value.province),
        ("postal_code", &postal_code),
        ("landmark", &found.value.landmark),
    ];
    for (field, value) in parts {
        teller.tell(field, value, found.confidence);
    }
}

fn claim(teller: &mut Teller, reading: &Reading) {
    let Some(claim) = &reading.claim else {
        return;
    };
    teller.found("amount", claim.amount.as_ref(), |amount| amount.get().to_string());
    teller.found("bank", claim.bank.as_ref(), String::clone);
    teller.found("payer", claim.payer.as_ref(), String::clone);
    teller.found("paid_at", claim.paid_at.as_ref(), String::clone);
}

fn custom(teller: &mut Teller, reading: &Reading) {
    let Some(custom) = &reading.custom else {
        return;
    };
    for part in &custom.parts {
        teller.found("part", Some(part), |part| format!("{} = {}", part.part.code(), part.colour));
    }
    teller.found("left", custom.left.as_ref(), ToString::to_string);
    teller.found("right", custom.right.as_ref(), ToString::to_string);
}
