//! What a pasted chat was understood to say, and where each part of it was written.

use std::ops::Range;

use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::field::{Confidence, Field, Kind};
use super::hint::Hint;
use crate::values::{Address, CourierService, Phone, Quantity, Rupiah, Size};

/// A product of the catalogue, as far as the parser needs to know it.
#[derive(Debug, Clone, Copy)]
pub struct Product<'a> {
    pub id: Uuid,
    pub name: &'a str,
    pub colours: &'a [String],
    pub price: Rupiah,
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

/// In whose name the parcel goes out, when it is not the shop's.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sender {
    pub name: Option<Found<String>>,
    pub phone: Option<Found<Phone>>,
    /// Nothing in the parcel may say what it cost. Absent is not no.
    pub hide_price: Option<Found<bool>>,
}

/// What the buyer says of a payment. Nothing of it is proof.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Claim {
    pub amount: Option<Found<Rupiah>>,
    pub bank: Option<Found<String>>,
    /// Whose account it was, which need not be the buyer's.
    pub payer: Option<Found<String>>,
    /// As it was said: `jam 20.15`.
    pub paid_at: Option<Found<String>>,
}

/// A part of a sandal.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Part {
    Sole,
    Strap,
    Stitching,
    Insole,
    Buckle,
}

impl Part {
    pub const fn code(self) -> &'static str {
        match self {
            Self::Sole => "sole",
            Self::Strap => "strap",
            Self::Stitching => "stitching",
            Self::Insole => "insole",
            Self::Buckle => "buckle",
        }
    }
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PartColour {
    pub part: Part,
    pub colour: String,
}

/// A sandal the catalogue does not have, as far as it was described.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Custom {
    pub parts: Vec<Found<PartColour>>,
    pub left: Option<Found<Size>>,
    pub right: Option<Found<Size>>,
}

/// A message as it was understood: its first order, or all there is when it is none. Nothing here is saved until a
/// person says so.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reading {
    pub kind: Kind,
    pub kind_confidence: Confidence,
    /// The words that say so; none where the fields say it.
    pub because: Vec<Range<usize>>,
    pub buyer_name: Option<Found<String>>,
    pub phone: Option<Found<Phone>>,
    pub address: Option<Found<Address>>,
    pub lines: Vec<Found<LineGuess>>,
    pub courier: Option<Found<CourierService>>,
    /// The buyer leaves the courier to the shop: `yg paling murah`.
    pub courier_open: bool,
    pub note: Option<Found<String>>,
    pub sender: Sender,
    /// The order the message is about: `B3-0142`.
    pub order_number: Option<Found<String>>,
    /// What shall be otherwise in that order.
    pub changes: Vec<Field>,
    pub claim: Option<Claim>,
    pub custom: Option<Custom>,
    /// When it is needed, as it was said: `tgl 20`.
    pub deadline: Option<Found<String>>,
    /// What still has to be asked, in the sequence a person would ask it. An address counts until a courier would
    /// take it, and the lines count until each has a size.
    pub missing: Vec<Field>,
    /// The part of the message this was read from, in bytes.
    pub bytes: Range<usize>,
    /// The further orders of the same message, in sequence; they have no others.
    pub others: Vec<Reading>,
}

/// A value without its type: which field it fills, from which words, how sure.
#[derive(Debug, Clone, Copy)]
pub struct Told<'r> {
    pub field: Field,
    pub spans: &'r [Range<usize>],
    pub confidence: Confidence,
    pub hint: Option<&'r Hint>,
}

impl Reading {
    /// The orders of the message, this one first.
    pub fn orders(&self) -> impl Iterator<Item = &Self> {
        std::iter::once(self).chain(&self.others)
    }

    /// What this order was read from, out of the whole message.
    pub fn words_of<'t>(&self, text: &'t str) -> &'t str {
        text.get(self.bytes.clone()).unwrap_or_default()
    }

    /// Everything that was found for this order.
    pub fn told(&self) -> Vec<Told<'_>> {
        let mut told = Vec::new();
        tell(&mut told, Field::BuyerName, &self.buyer_name);
        tell(&mut told, Field::Phone, &self.phone);
        tell(&mut told, Field::Address, &self.address);
        tell(&mut told, Field::Lines, &self.lines);
        tell(&mut told, Field::Courier, &self.courier);
        tell(&mut told, Field::Note, &self.note);
        tell(&mut told, Field::SenderName, &self.sender.name);
        tell(&mut told, Field::SenderPhone, &self.sender.phone);
        tell(&mut told, Field::HidePrice, &self.sender.hide_price);
        tell(&mut told, Field::OrderNumber, &self.order_number);
        tell(&mut told, Field::Deadline, &self.deadline);
        if let Some(claim) = &self.claim {
            tell(&mut told, Field::Amount, &claim.amount);
            tell(&mut told, Field::Bank, &claim.bank);
            tell(&mut told, Field::Payer, &claim.payer);
            tell(&mut told, Field::PaidAt, &claim.paid_at);
        }
        if let Some(custom) = &self.custom {
            tell(&mut told, Field::Parts, &custom.parts);
            tell(&mut told, Field::Sizes, &custom.left);
            tell(&mut told, Field::Sizes, &custom.right);
        }
        told
    }
}

fn tell<'r, T: 'r>(told: &mut Vec<Told<'r>>, field: Field, found: impl IntoIterator<Item = &'r Found<T>>) {
    told.extend(found.into_iter().map(|found| Told {
        field,
        spans: &found.spans,
        confidence: found.confidence,
        hint: found.hint.as_ref(),
    }));
}
