//! What the message wants: an order, something custom, or to say that it was paid.

use super::reading::{Found, Kind, Reading};
use super::token::{Page, Token};
use crate::values::Address;

const CUSTOM: &[&str] = &["custom", "kustom", "costum", "costume", "kastem", "custem", "cstm"];
const PAYING: &[&str] = &["trf", "tf", "transfer", "ditransfer", "bayar", "dibayar", "pembayaran"];
const DONE: &[&str] =
    &["sdh", "sudah", "udah", "udh", "dah", "telah", "barusan", "bukti", "konfirmasi", "td", "tadi", "berhasil"];
/// Words between `sudah` and `transfer` at most.
const REACH: usize = 8;
/// Fields that make an order of a message without lines.
const ENOUGH_FIELDS: usize = 2;

/// Judged by words alone, before the fields are read.
pub(super) fn of_words(page: &Page<'_>) -> Kind {
    if has_paid(page) {
        return Kind::Claim;
    }
    let custom = page.tokens.iter().any(|token| token.is_any(CUSTOM));
    if custom { Kind::Custom } else { Kind::Unclear }
}

/// Judged again once the fields are known.
pub(super) fn of_reading(by_words: Kind, reading: &Reading) -> Kind {
    let place = |address: &Found<Address>| !address.value.regency.is_empty() || !address.value.street.is_empty();
    let fields = [
        reading.buyer_name.is_some(),
        reading.phone.is_some(),
        reading.address.as_ref().is_some_and(place),
        reading.courier.is_some(),
    ];
    let enough = fields.into_iter().filter(|found| *found).count() >= ENOUGH_FIELDS;
    let orders = !reading.lines.is_empty() || enough;
    if by_words == Kind::Unclear && orders { Kind::Order } else { by_words }
}

fn has_paid(page: &Page<'_>) -> bool {
    let places = |words: &'static [&'static str]| {
        page.tokens.iter().enumerate().filter(|(_, token)| token.is_any(words)).map(|(at, _)| at)
    };
    let done: Vec<_> = places(DONE).collect();
    places(PAYING).any(|paying| {
        let near = |at: &usize| at.abs_diff(paying) <= REACH;
        let question =
            page.tokens.get(paying + 1..page.len().min(paying + REACH)).is_some_and(|after| after.iter().any(asks));
        done.iter().any(near) && !question
    })
}

/// `udah bisa transfer ke mana?`
fn asks(token: &Token) -> bool {
    token.is_any(&["?", "kemana", "mana"])
}
