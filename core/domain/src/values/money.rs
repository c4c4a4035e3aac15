//! Rupiah: whole, never negative, written the way people in a chat write it.

use std::fmt;

use serde::{Deserialize, Serialize};
use thiserror::Error;

const MAX: i64 = 999_999_999;
/// More digits than this cannot be an amount of this shop; stopping early keeps the arithmetic inside `i64`.
const MAX_DIGITS: usize = 12;
/// How people shorten thousands and millions, longest word first so that `ribu` is not read as `rb`.
const SCALES: [(&str, i64); 5] = [("ribu", 1_000), ("juta", 1_000_000), ("rb", 1_000), ("jt", 1_000_000), ("k", 1_000)];

/// Why an amount was refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum MoneyError {
    #[error("the amount is not a number")]
    NotANumber,
    #[error("the amount has a fraction of a rupiah")]
    NotWhole,
    #[error("the amount is below zero")]
    Negative,
    #[error("the amount is above Rp999.999.999")]
    TooLarge,
}

impl MoneyError {
    pub const fn code(&self) -> &'static str {
        match self {
            Self::NotANumber => "money.not_a_number",
            Self::NotWhole => "money.not_whole",
            Self::Negative => "money.negative",
            Self::TooLarge => "money.too_large",
        }
    }
}

/// An amount of money from 0 to 999.999.999 rupiah.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "i64", into = "i64")]
pub struct Rupiah(i64);

impl Rupiah {
    pub const ZERO: Self = Self(0);

    pub const fn new(amount: i64) -> Result<Self, MoneyError> {
        match amount {
            i64::MIN..=-1 => Err(MoneyError::Negative),
            0..=MAX => Ok(Self(amount)),
            _ => Err(MoneyError::TooLarge),
        }
    }

    /// Reads `Rp 325.417,-`, `325417`, `325rb`, `325k`, `1,2jt` and their neighbours.
    pub fn parse(text: &str) -> Result<Self, MoneyError> {
        let text: String = text.chars().filter(|c| !c.is_whitespace()).collect::<String>().to_lowercase();
        let text = text.strip_prefix("rp").or_else(|| text.strip_prefix("idr")).unwrap_or(&text);
        let text = text.trim_start_matches([':', '.']);
        let text = text.strip_suffix(",-").or_else(|| text.strip_suffix(".-")).unwrap_or(text);
        if text.starts_with('-') {
            return Err(MoneyError::Negative);
        }
        let (number, scale) = split_scale(text);
        let (whole, fraction) = split_fraction(number, scale > 1)?;
        amount(&whole, fraction, scale)
    }

    pub const fn get(self) -> i64 {
        self.0
    }

    pub const fn plus(self, other: Self) -> Result<Self, MoneyError> {
        Self::new(self.0 + other.0)
    }

    pub fn times(self, count: u32) -> Result<Self, MoneyError> {
        Self::new(self.0.saturating_mul(i64::from(count)))
    }
}

fn split_scale(text: &str) -> (&str, i64) {
    SCALES.iter().find_map(|(word, scale)| text.strip_suffix(word).map(|number| (number, *scale))).unwrap_or((text, 1))
}

/// Parts of a number: its whole digits and the digits after the decimal mark.
/// Marks before groups of three are thousands, except that a comma before `jt` or `rb` is always decimal.
fn split_fraction(number: &str, scaled: bool) -> Result<(String, &str), MoneyError> {
    let mark = number.rfind([',', '.']);
    let Some(at) = mark else {
        return Ok((digits(number)?, ""));
    };
    let (head, tail) = (&number[..at], &number[at + 1..]);
    let comma = number[at..].starts_with(',');
    if tail.len() == 3 && !(comma && scaled) {
        return Ok((grouped(number, if comma { ',' } else { '.' })?, ""));
    }
    let tail = digits(tail).map(|_| tail)?;
    Ok((grouped(head, '.')?, tail))
}

fn grouped(number: &str, mark: char) -> Result<String, MoneyError> {
    let mut groups = number.split(mark);
    let first = groups.next().unwrap_or_default();
    let mut whole = digits(first)?;
    for group in groups {
        if group.len() != 3 || first.len() > 3 {
            return Err(MoneyError::NotANumber);
        }
        whole.push_str(&digits(group)?);
    }
    Ok(whole)
}

fn digits(text: &str) -> Result<String, MoneyError> {
    let all = !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
    all.then(|| text.to_owned()).ok_or(MoneyError::NotANumber)
}

fn amount(whole: &str, fraction: &str, scale: i64) -> Result<Rupiah, MoneyError> {
    if whole.trim_start_matches('0').len() > MAX_DIGITS || fraction.len() > MAX_DIGITS {
        return Err(MoneyError::TooLarge);
    }
    let whole: i64 = whole.parse().map_err(|_| MoneyError::TooLarge)?;
    let fraction = fraction.trim_end_matches('0');
    let mut rest = 0;
    let mut unit = scale;
    for digit in fraction.bytes() {
        if unit % 10 != 0 {
            return Err(MoneyError::NotWhole);
        }
        unit /= 10;
        rest += unit * i64::from(digit - b'0');
    }
    Rupiah::new(whole.saturating_mul(scale).saturating_add(rest))
}

impl fmt::Display for Rupiah {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (millions, thousands, ones) = (self.0 / 1_000_000, self.0 / 1_000 % 1_000, self.0 % 1_000);
        match (millions, thousands) {
            (0, 0) => write!(f, "Rp{ones}"),
            (0, _) => write!(f, "Rp{thousands}.{ones:03}"),
            _ => write!(f, "Rp{millions}.{thousands:03}.{ones:03}"),
        }
    }
}

impl TryFrom<i64> for Rupiah {
    type Error = MoneyError;

    fn try_from(amount: i64) -> Result<Self, MoneyError> {
        Self::new(amount)
    }
}

impl From<Rupiah> for i64 {
    fn from(rupiah: Rupiah) -> Self {
        rupiah.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Result<i64, &'static str> {
        Rupiah::parse(text).map(Rupiah::get).map_err(|e| e.code())
    }

    #[test]
    fn every_spelling_a_buyer_uses_is_the_same_amount() {
        for text in ["Rp 325.417,-", "325417", "Rp325.417", "rp. 325.417,00", "IDR 325,417", " 325 417 "] {
            assert_eq!(read(text), Ok(325_417), "{text}");
        }
    }

    #[test]
    fn thousands_and_millions_may_be_shortened() {
        for (text, amount) in [
            ("325rb", 325_000),
            ("325k", 325_000),
            ("1,2jt", 1_200_000),
            ("1.25 juta", 1_250_000),
            ("1.200rb", 1_200_000),
            ("87,5 ribu", 87_500),
        ] {
            assert_eq!(read(text), Ok(amount), "{text}");
        }
    }

    #[test]
    fn what_is_not_an_amount_is_refused_with_its_reason() {
        for (text, code) in [
            ("", "money.not_a_number"),
            ("murah", "money.not_a_number"),
            ("1.2.3", "money.not_a_number"),
            ("1234.567", "money.not_a_number"),
            ("12,50", "money.not_whole"),
            ("1,2345rb", "money.not_whole"),
            ("-5000", "money.negative"),
            ("1000jt", "money.too_large"),
            ("99999999999999999999", "money.too_large"),
        ] {
            assert_eq!(read(text), Err(code), "{text}");
        }
    }

    #[test]
    fn a_total_never_leaves_the_range() {
        let price = Rupiah(325_417);
        assert_eq!(price.times(2), Ok(Rupiah(650_834)));
        assert_eq!(price.plus(Rupiah(83)), Ok(Rupiah(325_500)));
        assert_eq!(price.times(u32::MAX), Err(MoneyError::TooLarge));
        assert_eq!(Rupiah(MAX).plus(Rupiah(1)), Err(MoneyError::TooLarge));
    }

    #[test]
    fn amounts_are_shown_with_dots_and_travel_as_numbers() {
        for (amount, shown) in [(0, "Rp0"), (999, "Rp999"), (325_417, "Rp325.417"), (1_002_003, "Rp1.002.003")] {
            assert_eq!(Rupiah(amount).to_string(), shown);
        }
        assert_eq!(serde_json::to_string(&Rupiah(325_417)).ok(), Some("325417".to_owned()));
        assert!(serde_json::from_str::<Rupiah>("-1").is_err());
    }
}
