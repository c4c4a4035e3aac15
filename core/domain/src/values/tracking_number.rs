//! A tracking number (resi) and which couriers its shape suggests.

use std::fmt;

use serde::{Deserialize, Serialize};
use thiserror::Error;

use super::Courier;

/// What the QR on our own parcel label starts with, so the warehouse may scan it and the resi in any sequence.
pub const OWN_PREFIX: &str = "TPK:";

/// Shapes seen on parcels: `#` a digit, `@` a letter, `*` anything more. Sources disagree, so these only ever warn.
const SHAPES: [(&str, Courier); 25] = [
    ("###############", Courier::Jne),
    ("JNE*", Courier::Jne),
    ("CGK*", Courier::Jne),
    ("TG##########", Courier::Jne),
    ("J@##########", Courier::Jnt),
    ("13##########", Courier::Jnt),
    ("00##########", Courier::Sicepat),
    ("############", Courier::Sicepat),
    ("############", Courier::JntCargo),
    ("############", Courier::Tiki),
    ("TKP*", Courier::Tiki),
    ("##############", Courier::Anteraja),
    ("TSA*", Courier::Anteraja),
    ("###########", Courier::Pos),
    ("#############", Courier::Pos),
    ("RR#########ID", Courier::Pos),
    ("NLIDAP*", Courier::Ninja),
    ("NV*", Courier::Ninja),
    ("IDS*", Courier::IdExpress),
    ("IDE*", Courier::IdExpress),
    ("###########", Courier::Lion),
    ("LP*", Courier::Lion),
    ("SPXID*", Courier::Spx),
    ("ID*X", Courier::Spx),
    ("AGN*", Courier::Wahana),
];

/// Why a tracking number was refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum TrackingNumberError {
    #[error("this is the code of our own label, not a tracking number")]
    OwnCode,
    #[error("a tracking number holds only letters and digits")]
    InvalidCharacter,
    #[error("the tracking number is too short")]
    TooShort,
    #[error("the tracking number is too long")]
    TooLong,
}

impl TrackingNumberError {
    pub const fn code(&self) -> &'static str {
        match self {
            Self::OwnCode => "tracking_number.own_code",
            Self::InvalidCharacter => "tracking_number.invalid_character",
            Self::TooShort => "tracking_number.too_short",
            Self::TooLong => "tracking_number.too_long",
        }
    }
}

/// A tracking number in capitals, without spaces or dashes.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct TrackingNumber(String);

impl TrackingNumber {
    pub const MIN: usize = 6;
    pub const MAX: usize = 40;

    pub fn parse(text: &str) -> Result<Self, TrackingNumberError> {
        if Self::is_own_code(text) {
            return Err(TrackingNumberError::OwnCode);
        }
        let kept = text.chars().filter(|c| !c.is_whitespace() && *c != '-');
        let number: String = kept.map(|c| c.to_ascii_uppercase()).collect();
        if !number.bytes().all(|b| b.is_ascii_alphanumeric()) {
            return Err(TrackingNumberError::InvalidCharacter);
        }
        match number.len() {
            0..Self::MIN => Err(TrackingNumberError::TooShort),
            Self::MIN..=Self::MAX => Ok(Self(number)),
            _ => Err(TrackingNumberError::TooLong),
        }
    }

    /// Whether a scan is the QR of our own label.
    pub fn is_own_code(scan: &str) -> bool {
        let scan = scan.trim_start();
        scan.get(..OWN_PREFIX.len()).is_some_and(|start| start.eq_ignore_ascii_case(OWN_PREFIX))
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Couriers whose numbers look like this, each once. Empty means nothing is known, not that it is wrong.
    pub fn likely_couriers(&self) -> Vec<Courier> {
        let mut couriers = Vec::new();
        for (shape, courier) in SHAPES {
            if matches_shape(shape, &self.0) && !couriers.contains(&courier) {
                couriers.push(courier);
            }
        }
        couriers
    }

    /// Its shape is known, and is another courier's. Worth a second look, and never a reason to refuse.
    pub fn is_unlike(&self, courier: Courier) -> bool {
        let likely = self.likely_couriers();
        !likely.is_empty() && !likely.contains(&courier)
    }
}

fn matches_shape(shape: &str, number: &str) -> bool {
    let Some((head, tail)) = shape.split_once('*') else {
        return shape.len() == number.len() && starts_like(shape, number);
    };
    number.len() > head.len() + tail.len() && starts_like(head, number) && number.ends_with(tail)
}

fn starts_like(shape: &str, number: &str) -> bool {
    shape.bytes().zip(number.bytes()).all(|(wanted, found)| match wanted {
        b'#' => found.is_ascii_digit(),
        b'@' => found.is_ascii_uppercase(),
        exact => exact == found,
    })
}

impl fmt::Display for TrackingNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl TryFrom<String> for TrackingNumber {
    type Error = TrackingNumberError;

    fn try_from(text: String) -> Result<Self, TrackingNumberError> {
        Self::parse(&text)
    }
}

impl From<TrackingNumber> for String {
    fn from(number: TrackingNumber) -> Self {
        number.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ujang_may_scan_or_type_it_with_spaces() {
        assert_eq!(TrackingNumber::parse(" jd 0123-4567 890 ").map(|n| n.to_string()), Ok("JD01234567890".to_owned()));
        for (text, code) in [
            ("12345", "tracking_number.too_short"),
            ("", "tracking_number.too_short"),
            ("JNE/123456", "tracking_number.invalid_character"),
            ("TPK:B3-0142", "tracking_number.own_code"),
            ("tpk:b3-0142", "tracking_number.own_code"),
        ] {
            assert_eq!(TrackingNumber::parse(text).map_err(|e| e.code()), Err(code), "{text}");
        }
        assert_eq!(TrackingNumber::parse(&"1".repeat(41)), Err(TrackingNumberError::TooLong));
        assert!(serde_json::from_str::<TrackingNumber>("\"12\"").is_err());
    }

    #[test]
    fn the_shape_suggests_couriers_and_never_decides() {
        use Courier::{IdExpress, Jne, Jnt, JntCargo, Lion, Pos, Sicepat, Spx, Tiki};
        let cases: [(&str, &[Courier]); 9] = [
            ("123456789012345", &[Jne]),
            ("JP1234567890", &[Jnt]),
            ("001234567890", &[Sicepat, JntCargo, Tiki]),
            ("12345678901", &[Pos, Lion]),
            ("RR123456789ID", &[Pos]),
            ("SPXID012345678", &[Spx]),
            ("ID01234567X", &[Spx]),
            ("IDS9012345678", &[IdExpress]),
            ("ZZZ999", &[]),
        ];
        for (text, couriers) in cases {
            assert_eq!(TrackingNumber::parse(text).map(|n| n.likely_couriers()), Ok(couriers.to_vec()), "{text}");
        }
    }

    #[test]
    fn a_number_of_another_couriers_shape_is_looked_at_twice() {
        let unlike = |text, courier| TrackingNumber::parse(text).map(|number| number.is_unlike(courier));
        assert_eq!(unlike("JX3300112233", Courier::Jne), Ok(true));
        assert_eq!(unlike("JX3300112233", Courier::Jnt), Ok(false));
        // Twelve digits may be anybody's of three, and of most letters nothing is known.
        assert_eq!(unlike("001234567890", Courier::Tiki), Ok(false));
        assert_eq!(unlike("ZZZ999", Courier::Jne), Ok(false));
    }
}
