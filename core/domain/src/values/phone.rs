//! An Indonesian phone number in E.164, from whatever form it was typed in.

use std::fmt;

use serde::{Deserialize, Serialize};
use thiserror::Error;

/// Area codes of two digits; every other landline area has three.
const SHORT_AREAS: [&str; 5] = ["21", "22", "24", "31", "61"];
/// Lengths of a national number without its leading zero.
const MOBILE: (usize, usize) = (9, 12);
const LANDLINE: (usize, usize) = (8, 11);

/// Why a phone number was refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum PhoneError {
    #[error("there is no number")]
    Empty,
    #[error("there are letters inside the number")]
    NotANumber,
    #[error("the number is of another country")]
    NotIndonesian,
    #[error("no Indonesian number starts like this")]
    UnknownPrefix,
    #[error("the number is too short")]
    TooShort,
    #[error("the number is too long")]
    TooLong,
}

impl PhoneError {
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Empty => "phone.empty",
            Self::NotANumber => "phone.not_a_number",
            Self::NotIndonesian => "phone.not_indonesian",
            Self::UnknownPrefix => "phone.unknown_prefix",
            Self::TooShort => "phone.too_short",
            Self::TooLong => "phone.too_long",
        }
    }
}

/// A phone number such as `+6281234567890`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Phone(String);

impl Phone {
    /// Reads `0812-3456-7890`, `62 812…`, `+62 (0)812…`, `0062812…`, `812…`, `(022) 720…`.
    pub fn parse(text: &str) -> Result<Self, PhoneError> {
        let number = trim_to_number(text)?;
        let national = national_digits(&number)?;
        check(&national)?;
        Ok(Self(format!("+62{national}")))
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }

    pub fn is_mobile(&self) -> bool {
        self.bare().starts_with('8')
    }

    /// The form people read aloud: `0812-3456-7890`, `022-7201234`.
    pub fn national(&self) -> String {
        let bare = self.bare();
        if self.is_mobile() {
            return format!("0{}-{}-{}", &bare[..3], &bare[3..7], &bare[7..]);
        }
        let (area, rest) = bare.split_at(area_length(bare));
        format!("0{area}-{rest}")
    }

    fn bare(&self) -> &str {
        self.0.strip_prefix("+62").unwrap_or(&self.0)
    }
}

/// Digits with an optional leading plus. Letters around the number are labels; letters within it are a mistake.
fn trim_to_number(text: &str) -> Result<String, PhoneError> {
    let number = text.trim_matches(|c: char| !c.is_ascii_digit() && c != '+');
    if number.chars().any(char::is_alphabetic) {
        return Err(PhoneError::NotANumber);
    }
    let digits: String = number.chars().filter(char::is_ascii_digit).collect();
    if digits.is_empty() {
        return Err(PhoneError::Empty);
    }
    Ok(if number.starts_with('+') { format!("+{digits}") } else { digits })
}

fn national_digits(number: &str) -> Result<String, PhoneError> {
    let abroad = ["0062", "+62", "62"].iter().find_map(|prefix| number.strip_prefix(prefix));
    if let Some(rest) = abroad {
        // `+62 0812…` is a habit of address books that put the country before the trunk zero.
        return Ok(rest.strip_prefix('0').unwrap_or(rest).to_owned());
    }
    if number.starts_with('+') || number.starts_with("00") {
        return Err(PhoneError::NotIndonesian);
    }
    let bare_mobile = number.strip_prefix('8').map(|_| number);
    number.strip_prefix('0').or(bare_mobile).map(str::to_owned).ok_or(PhoneError::UnknownPrefix)
}

fn check(national: &str) -> Result<(), PhoneError> {
    let mut digits = national.bytes();
    let (shortest, longest) = match (digits.next(), digits.next()) {
        (Some(b'8'), Some(b'1'..=b'3' | b'5'..=b'9')) => MOBILE,
        (Some(b'2'..=b'7' | b'9'), Some(_)) => LANDLINE,
        (None, _) | (_, None) => return Err(PhoneError::TooShort),
        _ => return Err(PhoneError::UnknownPrefix),
    };
    match national.len() {
        length if length < shortest => Err(PhoneError::TooShort),
        length if length > longest => Err(PhoneError::TooLong),
        _ => Ok(()),
    }
}

fn area_length(bare: &str) -> usize {
    if SHORT_AREAS.iter().any(|area| bare.starts_with(area)) { 2 } else { 3 }
}

impl fmt::Display for Phone {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl TryFrom<String> for Phone {
    type Error = PhoneError;

    fn try_from(text: String) -> Result<Self, PhoneError> {
        Self::parse(&text)
    }
}

impl From<Phone> for String {
    fn from(phone: Phone) -> Self {
        phone.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Result<String, &'static str> {
        Phone::parse(text).map(String::from).map_err(|e| e.code())
    }

    #[test]
    fn one_number_in_every_habit_is_one_number() {
        for text in [
            "0812-3456-7890",
            "+62 812 3456 7890",
            "62812 3456 7890",
            "0062 812-3456-7890",
            "812.3456.7890",
            "+62 0812 3456 7890",
            "wa: (0812) 3456 7890 ya",
        ] {
            assert_eq!(read(text), Ok("+6281234567890".to_owned()), "{text}");
        }
    }

    #[test]
    fn landlines_of_any_area_are_welcome() {
        assert_eq!(read("(022) 7201234"), Ok("+62227201234".to_owned()));
        assert_eq!(read("021-5551234"), Ok("+62215551234".to_owned()));
    }

    #[test]
    fn a_wrong_number_says_what_is_wrong() {
        for (text, code) in [
            ("", "phone.empty"),
            ("wa ya kak", "phone.empty"),
            ("0812 abc 3456", "phone.not_a_number"),
            ("+65 9123 4567", "phone.not_indonesian"),
            ("0065 9123 4567", "phone.not_indonesian"),
            ("0842 3456 7890", "phone.unknown_prefix"),
            ("12345678901", "phone.unknown_prefix"),
            ("0812 345", "phone.too_short"),
            ("0", "phone.too_short"),
            ("0812 3456 7890 12", "phone.too_long"),
            ("022 7201234567", "phone.too_long"),
        ] {
            assert_eq!(read(text), Err(code), "{text}");
        }
    }

    #[test]
    fn numbers_are_read_aloud_in_groups() {
        for (text, shown) in [
            ("62 857 1122 3344", "0857-1122-3344"),
            ("0811234567", "0811-2345-67"),
            ("0227201234", "022-7201234"),
            ("0274512345", "0274-512345"),
        ] {
            assert_eq!(Phone::parse(text).map(|p| p.national()), Ok(shown.to_owned()));
        }
    }

    #[test]
    fn a_stored_number_is_checked_when_it_is_read() {
        let phone: Option<Phone> = serde_json::from_str("\"0812-3456-7890\"").ok();
        assert_eq!(phone.map(|p| p.to_string()), Some("+6281234567890".to_owned()));
        assert!(serde_json::from_str::<Phone>("\"110\"").is_err());
    }
}
