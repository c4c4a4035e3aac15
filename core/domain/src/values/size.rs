//! A sandal size: EU, whole, 36 to 44.

use std::fmt;

use serde::{Deserialize, Serialize};
use thiserror::Error;

/// The words people put before a size.
const LABELS: [&str; 9] = ["ukuran", "nomor", "nomer", "size", "uk", "no", "sz", "eu", "nmr"];

/// Why a size was refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum SizeError {
    #[error("the size is not a number")]
    NotANumber,
    #[error("there are no half sizes")]
    NotWhole,
    #[error("sizes run from {min} to {max}", min = Size::MIN, max = Size::MAX)]
    OutOfRange,
}

impl SizeError {
    pub const fn code(&self) -> &'static str {
        match self {
            Self::NotANumber => "size.not_a_number",
            Self::NotWhole => "size.not_whole",
            Self::OutOfRange => "size.out_of_range",
        }
    }
}

/// An EU size.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "i64", into = "i64")]
pub struct Size(u8);

impl Size {
    pub const MIN: u8 = 36;
    pub const MAX: u8 = 44;

    pub fn new(size: i64) -> Result<Self, SizeError> {
        u8::try_from(size)
            .ok()
            .filter(|size| (Self::MIN..=Self::MAX).contains(size))
            .map(Self)
            .ok_or(SizeError::OutOfRange)
    }

    /// The whole run, smallest first.
    pub fn all() -> impl Iterator<Item = Self> {
        (Self::MIN..=Self::MAX).map(Self)
    }

    /// Reads `39`, `uk 39`, `no. 42`, `sz:40`, `nomor 40`.
    pub fn parse(text: &str) -> Result<Self, SizeError> {
        let text = text.trim().to_lowercase();
        let text = LABELS.iter().find_map(|label| text.strip_prefix(label)).unwrap_or(&text);
        let text = text.trim_start_matches(['.', ':', '=', ' ']);
        let (whole, fraction) = text.split_once(['.', ',']).unwrap_or((text, "0"));
        let digits = |part: &str| !part.is_empty() && part.len() < 10 && part.bytes().all(|b| b.is_ascii_digit());
        if !digits(whole) || !digits(fraction) {
            return Err(SizeError::NotANumber);
        }
        if fraction.bytes().any(|b| b != b'0') {
            return Err(SizeError::NotWhole);
        }
        whole.parse().map_err(|_| SizeError::NotANumber).and_then(Self::new)
    }

    pub const fn get(self) -> u8 {
        self.0
    }
}

impl fmt::Display for Size {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl TryFrom<i64> for Size {
    type Error = SizeError;

    fn try_from(size: i64) -> Result<Self, SizeError> {
        Self::new(size)
    }
}

impl From<Size> for i64 {
    fn from(size: Size) -> Self {
        size.0.into()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_size_may_carry_the_word_for_size() {
        for text in ["39", "uk 39", "no. 39", "SZ:39", "nomor 39", "Uk.39", "39.0"] {
            assert_eq!(Size::parse(text), Ok(Size(39)), "{text}");
        }
    }

    #[test]
    fn sizes_the_shop_does_not_make_are_refused() {
        for (text, code) in [
            ("35", "size.out_of_range"),
            ("45", "size.out_of_range"),
            ("300", "size.out_of_range"),
            ("39,5", "size.not_whole"),
            ("L", "size.not_a_number"),
            ("-39", "size.not_a_number"),
            ("", "size.not_a_number"),
        ] {
            assert_eq!(Size::parse(text).map_err(|e| e.code()), Err(code), "{text}");
        }
        assert!(serde_json::from_str::<Size>("12").is_err());
        assert_eq!(serde_json::to_string(&Size(44)).ok(), Some("44".to_owned()));
    }
}
