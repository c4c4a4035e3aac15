//! A postal code: five digits, the first of them not zero.

use std::fmt;

use serde::{Deserialize, Serialize};
use thiserror::Error;

const DIGITS: usize = 5;

/// Why a postal code was refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum PostalCodeError {
    #[error("a postal code has five digits")]
    NotFiveDigits,
    #[error("no postal code starts with zero")]
    LeadingZero,
}

impl PostalCodeError {
    pub const fn code(&self) -> &'static str {
        match self {
            Self::NotFiveDigits => "postal_code.not_five_digits",
            Self::LeadingZero => "postal_code.leading_zero",
        }
    }
}

/// A postal code such as `55283`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct PostalCode(String);

impl PostalCode {
    pub fn parse(text: &str) -> Result<Self, PostalCodeError> {
        let text = text.trim();
        if text.len() != DIGITS || text.bytes().any(|b| !b.is_ascii_digit()) {
            return Err(PostalCodeError::NotFiveDigits);
        }
        if text.starts_with('0') {
            return Err(PostalCodeError::LeadingZero);
        }
        Ok(Self(text.to_owned()))
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for PostalCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl TryFrom<String> for PostalCode {
    type Error = PostalCodeError;

    fn try_from(text: String) -> Result<Self, PostalCodeError> {
        Self::parse(&text)
    }
}

impl From<PostalCode> for String {
    fn from(code: PostalCode) -> Self {
        code.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_postal_code_is_five_digits() {
        assert_eq!(PostalCode::parse(" 55283 ").map(|c| c.to_string()), Ok("55283".to_owned()));
        for (text, code) in [
            ("5528", "postal_code.not_five_digits"),
            ("552830", "postal_code.not_five_digits"),
            ("5528a", "postal_code.not_five_digits"),
            ("05528", "postal_code.leading_zero"),
        ] {
            assert_eq!(PostalCode::parse(text).map_err(|e| e.code()), Err(code), "{text}");
        }
        assert!(serde_json::from_str::<PostalCode>("\"abc\"").is_err());
    }
}
