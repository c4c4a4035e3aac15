//! How many kilograms a courier charges for a parcel: rounding, and bulk that counts as weight.

use std::fmt;

use serde::{Deserialize, Serialize};
use thiserror::Error;

use crate::values::Courier;

const KILOGRAM: u32 = 1_000;
/// What nobody has weighed counts as this much a pair.
const UNWEIGHED_PAIR: u32 = 1_000;
/// Longest side we would believe, in centimetres.
const LONGEST: u32 = 300;

/// How a courier counts kilograms.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct WeightRule {
    /// Grams beyond a full kilogram that cost nothing.
    pub tolerance_grams: u32,
    /// Cubic centimetres that count as one kilogram.
    pub divisor: u32,
}

/// JNE's, and that of every courier of which nothing else is known.
const USUAL: WeightRule = WeightRule { tolerance_grams: 300, divisor: 6_000 };
const RULES: &[(Courier, WeightRule)] = &[(Courier::JntCargo, WeightRule { divisor: 5_000, ..USUAL })];

pub fn rule(courier: Courier) -> WeightRule {
    RULES.iter().find(|(of, _)| *of == courier).map_or(USUAL, |(_, rule)| *rule)
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum ParcelSizeError {
    #[error("a parcel is measured as length × width × height in whole centimetres")]
    NotThreeSides,
    #[error("a side of the parcel is longer than three metres")]
    TooLong,
}

impl ParcelSizeError {
    pub const fn code(&self) -> &'static str {
        match self {
            Self::NotThreeSides => "parcel.not_three_sides",
            Self::TooLong => "parcel.too_long",
        }
    }
}

/// Length, width and height in centimetres.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct ParcelSize([u32; 3]);

impl ParcelSize {
    /// Reads `35x25x13`, `35 × 25 × 13 cm` and their neighbours.
    pub fn parse(text: &str) -> Result<Self, ParcelSizeError> {
        let text = text.trim().to_lowercase();
        let sides = text.strip_suffix("cm").unwrap_or(&text).split(['x', '×', '*']);
        let sides = sides.map(|side| side.trim().parse().ok().filter(|side| *side > 0)).collect::<Option<Vec<u32>>>();
        let sides: [u32; 3] = sides.and_then(|sides| sides.try_into().ok()).ok_or(ParcelSizeError::NotThreeSides)?;
        if sides.iter().any(|side| *side > LONGEST) { Err(ParcelSizeError::TooLong) } else { Ok(Self(sides)) }
    }

    fn grams(self, divisor: u32) -> u32 {
        let [length, width, height] = self.0.map(u64::from);
        let grams = length * width * height * u64::from(KILOGRAM) / u64::from(divisor);
        u32::try_from(grams).unwrap_or(u32::MAX)
    }
}

impl fmt::Display for ParcelSize {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let [length, width, height] = self.0;
        write!(f, "{length}×{width}×{height}")
    }
}

impl TryFrom<String> for ParcelSize {
    type Error = ParcelSizeError;

    fn try_from(text: String) -> Result<Self, ParcelSizeError> {
        Self::parse(&text)
    }
}

impl From<ParcelSize> for String {
    fn from(size: ParcelSize) -> Self {
        size.to_string()
    }
}

/// What goes into the courier's hands.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Parcel {
    pub grams: u32,
    /// Pairs whose weight was guessed.
    pub guessed: u32,
    pub size: Option<ParcelSize>,
}

impl Parcel {
    /// Adds pairs of one line; `grams` for one of them, 0 when nobody has weighed it.
    pub fn add(&mut self, pairs: u32, grams: u32) {
        let unweighed = grams == 0;
        let each = if unweighed { UNWEIGHED_PAIR } else { grams };
        self.grams = self.grams.saturating_add(each.saturating_mul(pairs));
        self.guessed += if unweighed { pairs } else { 0 };
    }
}

/// What the courier charges for: whole kilograms, at least one. The larger of weight and bulk counts.
pub fn kilograms(courier: Courier, parcel: &Parcel) -> u32 {
    let rule = rule(courier);
    let bulk = parcel.size.map_or(0, |size| size.grams(rule.divisor));
    let grams = parcel.grams.max(bulk);
    let begun = u32::from(grams % KILOGRAM > rule.tolerance_grams);
    (grams / KILOGRAM + begun).max(1)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn charged(courier: Courier, grams: u32, size: &str) -> u32 {
        kilograms(courier, &Parcel { grams, guessed: 0, size: ParcelSize::parse(size).ok() })
    }

    #[test]
    fn jne_forgives_three_hundred_grams() {
        for (grams, kilograms) in [(0, 1), (100, 1), (1_000, 1), (1_300, 1), (1_301, 2), (2_300, 2), (2_310, 3)] {
            assert_eq!(charged(Courier::Jne, grams, ""), kilograms, "{grams} g");
        }
    }

    #[test]
    fn a_bulky_box_counts_by_its_size_and_more_so_with_jnt_cargo() {
        // 40 × 30 × 20 cm are 4 kg at 6000 and 4.8 kg at 5000.
        assert_eq!(charged(Courier::Jne, 900, "40x30x20"), 4);
        assert_eq!(charged(Courier::JntCargo, 900, "40x30x20"), 5);
        assert_eq!(charged(Courier::Jne, 6_000, "40x30x20"), 6, "the larger wins");
    }

    #[test]
    fn a_size_is_read_as_people_write_it() {
        for text in ["35x25x13", "35 × 25 × 13 cm", "35*25*13CM"] {
            assert_eq!(ParcelSize::parse(text).map(|size| size.to_string()), Ok("35×25×13".to_owned()), "{text}");
        }
        for (text, code) in [
            ("35x25", "parcel.not_three_sides"),
            ("0x1x1", "parcel.not_three_sides"),
            ("besar", "parcel.not_three_sides"),
            ("301x1x1", "parcel.too_long"),
        ] {
            assert_eq!(ParcelSize::parse(text).map_err(|e| e.code()), Err(code), "{text}");
        }
    }

    #[test]
    fn what_nobody_weighed_counts_a_kilogram_a_pair_and_says_so() {
        let mut parcel = Parcel::default();
        parcel.add(2, 850);
        parcel.add(1, 0);
        assert_eq!((parcel.grams, parcel.guessed), (2_700, 1));
        assert_eq!(kilograms(Courier::Jne, &parcel), 3);
    }
}
