//! How many pairs: 1 to 500.

use std::fmt;

use serde::{Deserialize, Serialize};
use thiserror::Error;

/// Why a quantity was refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum QuantityError {
    #[error("the quantity is not a number")]
    NotANumber,
    #[error("a quantity runs from {min} to {max}", min = Quantity::MIN, max = Quantity::MAX)]
    OutOfRange,
}

impl QuantityError {
    pub const fn code(&self) -> &'static str {
        match self {
            Self::NotANumber => "quantity.not_a_number",
            Self::OutOfRange => "quantity.out_of_range",
        }
    }
}

/// A number of pairs in one line of an order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "i64", into = "i64")]
pub struct Quantity(u16);

/// A line that names no number means one pair.
impl Default for Quantity {
    fn default() -> Self {
        Self::ONE
    }
}

impl Quantity {
    pub const MIN: u16 = 1;
    pub const MAX: u16 = 500;
    pub const ONE: Self = Self(1);

    pub fn new(count: i64) -> Result<Self, QuantityError> {
        u16::try_from(count)
            .ok()
            .filter(|count| (Self::MIN..=Self::MAX).contains(count))
            .map(Self)
            .ok_or(QuantityError::OutOfRange)
    }

    /// Reads a plain number as a form field holds it.
    pub fn parse(text: &str) -> Result<Self, QuantityError> {
        let text = text.trim();
        if text.is_empty() || text.bytes().any(|b| !b.is_ascii_digit()) {
            return Err(QuantityError::NotANumber);
        }
        text.parse().map_err(|_| QuantityError::OutOfRange).and_then(Self::new)
    }

    pub const fn get(self) -> u16 {
        self.0
    }
}

impl fmt::Display for Quantity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl TryFrom<i64> for Quantity {
    type Error = QuantityError;

    fn try_from(count: i64) -> Result<Self, QuantityError> {
        Self::new(count)
    }
}

impl From<Quantity> for i64 {
    fn from(quantity: Quantity) -> Self {
        quantity.0.into()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_order_line_holds_one_to_five_hundred_pairs() {
        assert_eq!(Quantity::parse(" 12 "), Ok(Quantity(12)));
        for (text, code) in [
            ("0", "quantity.out_of_range"),
            ("501", "quantity.out_of_range"),
            ("99999999999999999999", "quantity.out_of_range"),
            ("-1", "quantity.not_a_number"),
            ("dua", "quantity.not_a_number"),
            ("", "quantity.not_a_number"),
        ] {
            assert_eq!(Quantity::parse(text).map_err(|e| e.code()), Err(code), "{text}");
        }
        assert!(serde_json::from_str::<Quantity>("0").is_err());
        assert_eq!(serde_json::to_string(&Quantity(3)).ok(), Some("3".to_owned()));
    }
}
