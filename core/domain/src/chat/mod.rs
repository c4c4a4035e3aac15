//! A pasted chat read into the fields of an order: pure, bounded, and never sure without cause.

mod address;
mod ask;
mod bank;
mod block;
mod bubble;
mod claim;
mod courier;
mod custom;
mod deadline;
mod field;
mod hide;
mod hint;
mod kind;
mod label;
mod line;
mod money;
mod name;
mod note;
mod order_number;
mod payer;
mod phone;
mod reading;
pub(crate) mod regions;
mod segment;
mod sender;
mod share;
pub(crate) mod spelling;
mod spelt;
mod split;
mod telltale;
mod token;
mod when;
mod words;
mod zone;

#[cfg(test)]
mod tests;

use std::ops::Range;

pub use ask::Question;
pub use field::{Confidence, Field, Kind};
pub use hint::Hint;
pub use reading::{Claim, Custom, Found, LineGuess, Part, PartColour, Product, Reading, Sender, Told};
pub use segment::Segment;

use bubble::Author;
use kind::Sign;
use line::Catalogue;
use share::Common;
use token::Page;

/// Reads what a customer wrote. Every value carries the words it came from.
pub fn read(text: &str, products: &[Product<'_>]) -> Reading {
    let catalogue = Catalogue::new(products);
    let parts = split::parts(text);
    let read = parts.ranges.iter().map(|range| part(text, range, &catalogue));
    let (mut readings, signs): (Vec<Reading>, Vec<Sign>) = read.unzip();
    if readings.len() > 1 {
        Common::of(text, parts.first).share(&mut readings);
    }
    for (reading, sign) in readings.iter_mut().zip(&signs) {
        sign.settle(reading);
    }
    let mut readings = readings.into_iter();
    let first = readings.next().unwrap_or_default();
    Reading { others: readings.collect(), ..first }
}

/// One order of the message, or all of it.
///
/// The fields are read from the most recognisable to the least, and each keeps its words from the ones after it:
/// digits of a phone number are never a size, a street is never a name.
fn part(text: &str, bytes: &Range<usize>, catalogue: &Catalogue<'_>) -> (Reading, Sign) {
    let mut page = Page::of(text, bytes);
    let author = bubble::strip(&mut page);
    let page = &mut page;
    let sign = kind::of_words(page).or_custom(custom::parts(page, catalogue).len());
    let order_number = order_number::read(page);
    let mut blocks = block::read(page, catalogue);
    if sign.is_of_payer() {
        block::holders_pay(page, &mut blocks);
    }
    let claim = (sign.kind == Kind::Claim).then(|| claim::read(page, &blocks, catalogue));
    block::forget_others(page, &blocks);
    let sender = if sign.is_of_payer() { Sender::default() } else { sender::read(page, &blocks, catalogue) };
    let custom = (sign.kind == Kind::Custom).then(|| custom::read(page, catalogue));
    let deadline = if claim.is_none() { deadline::read(page, sign.kind) } else { None };
    let phone = phone::read(page, &blocks);
    let courier = courier::read(page, &blocks);
    let address = address::read(page, &blocks, catalogue);
    let named = name::read(page, &blocks, catalogue);
    let lines = line::read(page, &blocks, catalogue, sign.names_in_passing());
    let known = spans(phone.as_ref()).chain(spans(address.as_ref())).collect::<Vec<_>>();
    let buyer_name = named.or_else(|| name_by_place(page, &sign, author.as_ref(), &known));
    let note = note::read(page, &blocks, courier.is_some());
    let courier_open = courier.is_none() && courier::is_left_open(&blocks);
    let mut reading = Reading {
        buyer_name,
        phone: phone.or_else(|| bubble::number(author)),
        address,
        lines,
        courier,
        courier_open,
        note,
        sender,
        order_number,
        claim,
        custom,
        deadline,
        bytes: bytes.clone(),
        ..Reading::default()
    };
    if let Some(custom) = reading.custom.as_mut().filter(|_| reading.lines.is_empty()) {
        custom::both_feet(page, custom);
    }
    (reading, sign)
}

fn spans<T>(found: Option<&Found<T>>) -> impl Iterator<Item = Range<usize>> {
    found.into_iter().flat_map(|found| found.spans.iter().cloned())
}

fn name_by_place(
    page: &mut Page<'_>,
    sign: &Sign,
    author: Option<&Author>,
    known: &[Range<usize>],
) -> Option<Found<String>> {
    let by_author = bubble::name(page, author);
    by_author.or_else(|| name::read_by_position(page, known).filter(|_| !sign.kind.is_about_an_order()))
}
