//! Amounts of money: `Rp 325.417,-`, `207rb`, `1,2jt`, `tiga ratus ribu`.

use std::ops::Range;

use super::spelt;
use super::token::Page;
use crate::values::Rupiah;

/// Nobody pays less for sandals.
const LEAST: i64 = 1_000;
/// Digits of a bare number that is money and neither a size nor an account: `325417`.
const BARE_DIGITS: Range<usize> = 5..8;
const THOUSANDS: &[&str] = &["rb", "rban", "ribu", "ribuan", "k"];
const MILLIONS: &[&str] = &["jt", "juta"];

#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Amount {
    pub(super) value: Rupiah,
    pub(super) range: Range<usize>,
    /// Told in whole thousands, so without the unique code.
    pub(super) rounded: bool,
    /// Nothing but digits: money only where one speaks of money.
    pub(super) bare: bool,
}

/// The amount that begins at `at`.
pub(super) fn at(page: &Page<'_>, at: usize) -> Option<Amount> {
    let number = after_currency(page, at);
    let token = page.free(number)?;
    if token.is_word() { spelt_out(page, at, number) } else { written(page, at, number) }
        .filter(|amount| amount.value.get() >= LEAST && page.is_free(amount.range.clone()))
}

/// The token behind `Rp`, `Rp.` and `IDR`.
fn after_currency(page: &Page<'_>, at: usize) -> usize {
    let currency = page.free(at).is_some_and(|token| token.is_any(&["rp", "idr"]));
    let marks = (at + 1..at + 3).take_while(|i| page.free(*i).is_some_and(|token| token.is_any(&[".", ":"]))).count();
    if currency { at + 1 + marks } else { at }
}

fn written(page: &Page<'_>, at: usize, number: usize) -> Option<Amount> {
    let first = page.free(number).filter(|token| token.is_number())?;
    let mut end = number + 1;
    while let Some(next) = page.glued_digits(end) {
        end = next;
    }
    let scale = scale(page, end);
    let digits = page.source(&(number..end));
    let value = Rupiah::parse(&format!("{digits}{}", scale.unwrap_or_default())).ok()?;
    let bare = at == number && end == number + 1 && scale.is_none();
    let plausible = BARE_DIGITS.contains(&first.word.len()) && !first.word.starts_with('0');
    let range = at..end + usize::from(scale.is_some());
    (!bare || plausible).then_some(Amount { value, range, rounded: scale.is_some(), bare })
}

/// `k` is thousands only right behind the digits: `2 k` is a greeting.
fn scale(page: &Page<'_>, at: usize) -> Option<&'static str> {
    let token = page.free(at).filter(|token| !token.is("k") || page.is_glued(at))?;
    if token.is_any(THOUSANDS) {
        Some("rb")
    } else if token.is_any(MILLIONS) {
        Some("jt")
    } else {
        None
    }
}

fn spelt_out(page: &Page<'_>, at: usize, number: usize) -> Option<Amount> {
    let (value, end) = spelt::number_at(page, number)?;
    let value = Rupiah::new(i64::try_from(value).ok()?).ok()?;
    Some(Amount { value, range: at..end, rounded: value.get() % 1_000 == 0, bare: false })
}

/// The token after a number that is money, a time or a version, whatever its worth: it is no size and no count.
pub(super) fn end_of_marked(page: &Page<'_>, at: usize) -> Option<usize> {
    let mut end = at + 1;
    while let Some(next) = page.glued_digits(end) {
        end = next;
    }
    let several = end > at + 1 && page.tokens[end - 1].word.len() > 1;
    match scale(page, end) {
        Some(_) => Some(end + 1),
        None => several.then_some(end),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn amount(text: &str) -> Option<(i64, bool, bool)> {
        at(&Page::new(text), 0).map(|amount| (amount.value.get(), amount.rounded, amount.bare))
    }

    #[test]
    fn money_is_written_in_many_shapes() {
        for (text, value, rounded, bare) in [
            ("Rp 325.417", 325_417, false, false),
            ("rp.325.417,-", 325_417, false, false),
            ("325.417", 325_417, false, false),
            ("325417", 325_417, false, true),
            ("207rb", 207_000, true, false),
            ("207 ribu", 207_000, true, false),
            ("325k", 325_000, true, false),
            ("1,2jt", 1_200_000, true, false),
            ("seratus delapan puluh sembilan ribu", 189_000, true, false),
        ] {
            assert_eq!(amount(text), Some((value, rounded, bare)), "{text}");
        }
    }

    #[test]
    fn times_sizes_and_phones_are_no_money() {
        for text in ["20.15", "39", "08123456", "2 k", "dua", "12345678901", "39,5"] {
            assert_eq!(amount(text), None, "{text}");
        }
    }
}
