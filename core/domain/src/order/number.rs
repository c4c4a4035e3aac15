//! The order number: a device's prefix and its own count, so two phones with no signal never make the same one.

use std::fmt;

/// Such as `B3-0142`: short enough to be read out on the phone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OrderNumber {
    pub prefix: String,
    pub count: u32,
}

impl fmt::Display for OrderNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}-{:04}", self.prefix, self.count)
    }
}

/// Prefixes run A1 to A9, then B1.
const PER_LETTER: usize = 9;
const LETTERS: &[u8; 23] = b"ABCDEFGHJKLMNPQRSTUVWXY";

/// What the order numbers of the device at this place of the roster begin with. After the last letter a digit more is used.
pub fn prefix(place: usize) -> String {
    let (letter, digit) = (place / PER_LETTER, place % PER_LETTER + 1);
    let round = letter / LETTERS.len();
    let more = if round == 0 { String::new() } else { round.to_string() };
    format!("{}{more}{digit}", char::from(LETTERS[letter % LETTERS.len()]))
}

/// The place a prefix was given to; the first for what is no prefix.
pub fn place(prefix: &str) -> u32 {
    const LONGEST: usize = 6;
    let bytes = prefix.as_bytes();
    let ([letter, middle @ .., digit], true) = (bytes, bytes.len() <= LONGEST) else { return 0 };
    let letter = LETTERS.iter().position(|known| known == letter).unwrap_or_default();
    let round: usize = std::str::from_utf8(middle).ok().and_then(|round| round.parse().ok()).unwrap_or_default();
    let digit = usize::from(digit.saturating_sub(b'1')) % PER_LETTER;
    u32::try_from((round * LETTERS.len() + letter) * PER_LETTER + digit).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn prefixes_are_short_and_never_repeat() {
        assert_eq!([prefix(0), prefix(8), prefix(9)], ["A1", "A9", "B1"]);
        assert_eq!((0..512).map(prefix).collect::<BTreeSet<_>>().len(), 512);
    }

    #[test]
    fn a_prefix_tells_the_place_it_was_given_to() {
        for at in 0..512 {
            assert_eq!(place(&prefix(at)), u32::try_from(at).unwrap());
        }
        assert_eq!([place(""), place("?"), place("A99999999999999")], [0; 3]);
    }
}
