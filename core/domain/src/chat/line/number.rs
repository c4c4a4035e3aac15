//! What a number in an order means: a size, a count, or neither.

use super::super::token::{Page, Token};
use super::super::{money, spelt, words};
use super::scan::Part;
use crate::values::Size;

const SIZE_LABELS: &[&str] =
    &["uk", "ukuran", "ukurannya", "ukr", "size", "sizenya", "sz", "no", "nomor", "nomer", "nmr", "eu"];
const COUNT_LABELS: &[&str] = &["qty", "jumlah", "jml", "jmlh", "sebanyak", "kuantitas"];
/// Words after which a number is a time, a date, money or a place.
const OTHER_LABELS: &[&str] = &[
    "jam", "pkl", "pukul", "tgl", "tanggal", "umur", "usia", "rt", "rw", "km", "kav", "lt", "blok", "rek", "rp",
    "kode", "bca", "bri", "bni", "mandiri", "bsi", "dana", "ovo", "gopay", "total", "harga", "hrg", "idr", "ongkir",
];
/// Words after a number that make it money or time.
const OTHER_UNITS: &[&str] = &[
    "rb", "ribu", "rban", "ribuan", "k", "jt", "juta", "hari", "hr", "bulan", "bln", "tahun", "thn", "jam", "menit",
    "kg", "cm", "persen",
];
/// Sizes people ask for and the shop does not make, and halves.
const NEAR_SIZES: [std::ops::RangeInclusive<u32>; 2] = [33..=35, 45..=48];

/// Numbers from here on are money or a year.
const MOST: u32 = 1_000;

pub(super) fn is_size(number: u32) -> bool {
    Size::new(number.into()).is_ok()
}

pub(super) fn is_near_size(number: u32) -> bool {
    NEAR_SIZES.iter().any(|range| range.contains(&number))
}

/// The part at a number, and the token after it.
pub(super) fn part_at(page: &Page<'_>, at: usize) -> (Option<Part>, usize) {
    if let Some(end) = money::end_of_marked(page, at) {
        return (None, end);
    }
    if let Some(end) = half_size_end(page, at) {
        return (Some(Part::Size(None)), end);
    }
    if let Some(end) = range_end(page, at) {
        return (None, end);
    }
    let Some(number) = value(page, at) else {
        return (None, at + 1);
    };
    let unit = page.free(at + 1).and_then(|token| words::count_unit(&token.word));
    if let Some(pairs) = unit.filter(|_| !(is_size(number) && units_first(page, at + 1).is_some())) {
        return (Some(Part::Count(number.saturating_mul(pairs))), at + 2);
    }
    let part = named(page, at, number);
    let closing = part.is_some() && page.tokens.get(at + 1).is_some_and(|token| token.is(")"));
    (part, at + 1 + usize::from(closing))
}

/// `dua`, `dua belas`, `selusin`, `setengah lusin`; `tiga puluh sembilan` is a size where one fits, and
/// `seratus ribu` is neither.
pub(super) fn spelt_out(page: &Page<'_>, at: usize) -> Option<(Option<Part>, usize)> {
    if let Some(pairs) = words::count_word(&page.free(at)?.word) {
        return Some((Some(Part::Count(pairs)), at + 1));
    }
    if let Some((count, end)) = units_first(page, at) {
        return Some((Some(Part::Count(count)), end));
    }
    if let Some(end) = all_of_them(page, at) {
        return Some((None, end));
    }
    if let Some(half) = half_of(page, at) {
        return Some((Some(Part::Count(half)), at + 2));
    }
    let (number, end) = spelt::number_at(page, at)?;
    let number = u32::try_from(number).ok().filter(|number| *number < MOST)?;
    let unit = page.free(end).map_or("", |token| token.word.as_str());
    Some(match words::count_unit(unit) {
        Some(pairs) => (Some(Part::Count(number.saturating_mul(pairs))), end + 1),
        None if OTHER_UNITS.contains(&unit) => (None, end + 1),
        None if is_size(number) => (Some(Part::Bare(number)), end),
        None => (Some(Part::Count(number)), end),
    })
}

/// `lusin 2`, as behind a size: `39 lusin 2`.
fn units_first(page: &Page<'_>, at: usize) -> Option<(u32, usize)> {
    let pairs = page.free(at).and_then(|token| words::count_unit(&token.word)).filter(|pairs| *pairs > 1)?;
    let number = page.free(at + 1).filter(|token| token.is_number() && token.word.len() < 3)?;
    let further = page.free(at + 2).is_some_and(|token| words::count_unit(&token.word).is_some());
    (!further).then(|| (read(number).saturating_mul(pairs), at + 2))
}

/// `dua2nya` counts nothing.
fn all_of_them(page: &Page<'_>, at: usize) -> Option<usize> {
    let is = |at: usize, word: &str| page.free(at).is_some_and(|token| token.is(word)) && page.is_glued(at);
    (is(at + 1, "2") && is(at + 2, "nya")).then_some(at + 3)
}

/// `setengah lusin`.
fn half_of(page: &Page<'_>, at: usize) -> Option<u32> {
    let half = page.free(at).is_some_and(|token| token.is_any(&["setengah", "stngh", "½"]));
    let unit = page.free(at + 1).and_then(|token| words::count_unit(&token.word)).filter(|pairs| *pairs > 1);
    unit.filter(|_| half).map(|pairs| pairs / 2)
}

/// Whether the word at `at` only says what the number beside it is.
pub(super) fn is_label(page: &Page<'_>, at: usize) -> bool {
    let word = page.tokens[at].word.as_str();
    [SIZE_LABELS, COUNT_LABELS, OTHER_LABELS, OTHER_UNITS].iter().any(|labels| labels.contains(&word))
        || is_times(page, at)
}

/// An `x` that multiplies, and is not the X of Trekker X.
fn is_times(page: &Page<'_>, at: usize) -> bool {
    let number = |at: usize| page.tokens.get(at).filter(|token| token.is_number());
    let times = page.tokens[at].is("x");
    let before = page.is_glued(at) && number(at - 1).is_some();
    let after = number(at + 1).is_some_and(|token| page.is_glued(at + 1) || !is_size(read(token)));
    times && (before || after)
}

fn named(page: &Page<'_>, at: usize, number: u32) -> Option<Part> {
    let mark = at.checked_sub(1).map_or("", |before| page.tokens[before].word.as_str());
    let label = page.word_before(at, 0).unwrap_or_default();
    let next = page.tokens.get(at + 1).map_or("", |token| token.word.as_str());
    if OTHER_LABELS.contains(&label) || OTHER_UNITS.contains(&next) {
        return None;
    }
    if SIZE_LABELS.contains(&label) {
        return sized(label, number);
    }
    let times_before = at > 0 && is_times(page, at - 1);
    let times_after =
        at + 1 < page.len() && is_times(page, at + 1) && !page.tokens.get(at + 2).is_some_and(Token::is_number);
    let equals = mark == "=" || (mark == ":" && at > 1 && page.tokens[at - 2].is_number());
    let bracketed = mark == "(" && next == ")" && !is_size(number);
    if times_before || times_after || equals || bracketed || COUNT_LABELS.contains(&label) {
        return Some(Part::Count(number));
    }
    Some(Part::Bare(number))
}

/// `no 12` is a house; `no 42` and even `no 46` are feet.
fn sized(label: &str, number: u32) -> Option<Part> {
    let plausible = is_size(number) || is_near_size(number) || !label.starts_with('n');
    plausible.then(|| Part::Size(Size::new(number.into()).ok()))
}

/// Codes (`B3-0142`), years and amounts have four digits or a leading zero; no line has.
fn value(page: &Page<'_>, at: usize) -> Option<u32> {
    let token = &page.tokens[at];
    let plain = token.word.len() < 4 && !token.word.starts_with('0');
    let of_a_code = page.is_glued(at)
        && page.tokens[at - 1].is_word()
        && !page.tokens[at - 1].is_any(&["x"])
        && !SIZE_LABELS.contains(&page.tokens[at - 1].word.as_str())
        && !COUNT_LABELS.contains(&page.tokens[at - 1].word.as_str());
    let h_plus = at > 1 && page.tokens[at - 1].is("+") && page.tokens[at - 2].is("h");
    (plain && !h_plus && !of_a_code).then(|| read(token))
}

fn read(token: &Token) -> u32 {
    token.word.parse().unwrap_or(u32::MAX)
}

/// `36-44` says which sizes there are, not which one is wanted.
fn range_end(page: &Page<'_>, at: usize) -> Option<usize> {
    let size = |at: usize| page.free(at).filter(|token| token.is_number()).map(read).filter(|number| is_size(*number));
    let dash = page.free(at + 1).is_some_and(|token| token.is_any(&["-", "–"])) && page.is_glued(at + 1);
    let further = size(at)? < size(at + 2)?;
    (dash && further && page.is_glued(at + 2)).then_some(at + 3)
}

/// `39,5` and `39.5`.
fn half_size_end(page: &Page<'_>, at: usize) -> Option<usize> {
    let end = page.glued_digits(at + 1)?;
    let half = is_size(read(&page.tokens[at])) && page.tokens[end - 1].is("5");
    half.then_some(end)
}
