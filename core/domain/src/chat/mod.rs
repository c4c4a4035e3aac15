//! A pasted chat read into the fields of an order: pure, bounded, and never sure without cause.

mod address;
mod block;
mod courier;
mod kind;
mod label;
mod line;
mod name;
mod note;
mod phone;
mod reading;
pub(crate) mod regions;
mod segment;
pub(crate) mod spelling;
mod token;
mod words;

#[cfg(test)]
mod tests;

pub use reading::{Confidence, Field, Found, Hint, Kind, LineGuess, Product, Reading};
pub use segment::Segment;

use crate::values::Address;
use line::Catalogue;
use token::Page;

/// Reads what a customer wrote. Every value carries the words it came from.
///
/// The fields are read from the most recognisable to the least, and each keeps its words from the ones after it:
/// digits of a phone number are never a size, a street is never a name.
pub fn read(text: &str, products: &[Product<'_>]) -> Reading {
    let mut page = Page::new(text);
    let page = &mut page;
    let catalogue = Catalogue::new(products);
    let by_words = kind::of_words(page);
    let blocks = block::read(page, &catalogue);
    let phone = phone::read(page, &blocks);
    let courier = courier::read(page, &blocks);
    let address = address::read(page, &blocks, &catalogue);
    let named = name::read(page, &blocks, &catalogue);
    let lines = lines_for(by_words, line::read(page, &blocks, &catalogue));
    let buyer_name = named.or_else(|| name::read_by_position(page).filter(|_| by_words != Kind::Claim));
    let note = note::read(page, &blocks, courier.is_some());
    let mut reading = Reading { buyer_name, phone, address, lines, courier, note, ..Reading::default() };
    reading.kind = kind::of_reading(by_words, &reading);
    reading.missing = reading.unanswered();
    reading
}

/// A wish or a receipt names colours and sizes in passing; only what the shop sells makes a line of them.
fn lines_for(kind: Kind, mut lines: Vec<Found<LineGuess>>) -> Vec<Found<LineGuess>> {
    if matches!(kind, Kind::Custom | Kind::Claim) {
        lines.retain(|line| line.value.product.is_some());
    }
    lines
}

impl Reading {
    /// A claim speaks of an order that is already there: of its fields only a half-told new address is asked about.
    fn unanswered(&self) -> Vec<Field> {
        let whole = |address: &Found<Address>| address.value.missing().is_empty();
        if self.kind == Kind::Claim {
            let half_told = self.address.as_ref().is_some_and(|address| !whole(address));
            return half_told.then_some(Field::Address).into_iter().collect();
        }
        let sized = self.lines.iter().all(|line| line.value.size.is_some());
        let answered = [
            (Field::BuyerName, self.buyer_name.is_some()),
            (Field::Phone, self.phone.is_some()),
            (Field::Address, self.address.as_ref().is_some_and(whole)),
            (Field::Lines, sized && !self.lines.is_empty()),
            (Field::Courier, self.courier.is_some()),
        ];
        answered.into_iter().filter_map(|(field, done)| (!done).then_some(field)).collect()
    }
}
