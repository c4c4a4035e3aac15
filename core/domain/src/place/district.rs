//! One kecamatan: its name, where it lies, and its postal codes.

use std::fmt;

use super::names::{key, words};
use crate::chat::regions::Regency;

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct District {
    /// The ministry's code, such as `34.04.07`.
    pub code: String,
    pub name: String,
    pub postal_codes: PostalCodes,
    pub(super) regency: Regency,
    pub(super) key: String,
    /// Every word one may look for it by, each behind a space.
    pub(super) words: String,
}

impl District {
    pub(super) fn new(code: String, name: String, seat: &Seat, postal_codes: PostalCodes) -> Self {
        let (words, regency) = (spaced(&name) + &seat.words, seat.regency);
        Self { code, key: key(&name), name, postal_codes, regency, words }
    }

    /// `Kab. Sleman`.
    pub fn regency(&self) -> String {
        self.regency.title()
    }

    pub fn province(&self) -> &'static str {
        self.regency.province
    }

    /// Keys of the names it is called by: `Tiro/Truseb` by either, and by both.
    pub(super) fn names(&self) -> impl Iterator<Item = String> {
        let parts: Vec<_> = self.name.split(['/', '(', ')']).map(key).filter(|part| !part.is_empty()).collect();
        let several = parts.len() > 1;
        [self.key.clone()].into_iter().chain(parts.into_iter().filter(move |_| several))
    }
}

/// A regency, and the words its kecamatan may be looked for by because they lie in it.
#[derive(Debug)]
pub(super) struct Seat {
    regency: Regency,
    words: String,
}

impl Seat {
    pub(super) fn new(regency: Regency) -> Self {
        Self { words: spaced(&regency.title()) + &spaced(regency.province), regency }
    }
}

/// Each word behind a space.
fn spaced(text: &str) -> String {
    words(text).iter().fold(String::new(), |all, word| all + " " + word)
}

/// The postal codes of a kecamatan, as ranges.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PostalCodes(Vec<(u32, u32)>);

impl PostalCodes {
    /// Reads `40111-40114 40116`.
    pub(super) fn parse(text: &str) -> Option<Self> {
        let bound = |text: &str| text.parse::<u32>().ok().filter(|code| (10_000..100_000).contains(code));
        let range = |range: &str| {
            let (first, last) = range.split_once('-').unwrap_or((range, range));
            bound(first).zip(bound(last)).filter(|(first, last)| first <= last)
        };
        let ranges = text.split(' ').map(range).collect::<Option<Vec<_>>>()?;
        Some(Self(ranges))
    }

    pub fn holds(&self, code: u32) -> bool {
        self.0.iter().any(|(first, last)| (*first..=*last).contains(&code))
    }

    /// Each of them.
    pub fn all(&self) -> impl Iterator<Item = u32> {
        self.0.iter().flat_map(|(first, last)| *first..=*last)
    }

    /// Whether one of them begins with these digits.
    pub(super) fn begin_with(&self, digits: &str) -> bool {
        self.all().any(|code| code.to_string().starts_with(digits))
    }
}

impl fmt::Display for PostalCodes {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let range =
            |(first, last): &(u32, u32)| if first == last { first.to_string() } else { format!("{first}–{last}") };
        f.write_str(&self.0.iter().map(range).collect::<Vec<_>>().join(", "))
    }
}
