//! The pieces put into the fields of an address.

use std::ops::Range;

use super::super::hint::Hint;
use super::super::spelling::as_name;
use super::super::token::{Page, Token};
use super::choose::Chosen;
use super::piece::{Piece, Role};
use super::place::is_street;
use crate::values::Address;

const LONG: usize = 200;
const SHORT: usize = 80;
/// A village or district has at most this many words.
const NAME_WORDS: usize = 4;

#[derive(Debug)]
pub(super) struct Draft {
    pub(super) address: Address,
    pub(super) doubt: Option<Hint>,
    /// Whether village or district were told from where they stand.
    pub(super) positional: bool,
}

struct Assembler<'p, 't> {
    page: &'p Page<'t>,
    street: Vec<Range<usize>>,
    landmark: Vec<Range<usize>>,
    village: Option<Range<usize>>,
    district: Option<Range<usize>>,
    doubt: Option<Hint>,
    positional: bool,
}

pub(super) fn assemble(page: &Page<'_>, pieces: &[Piece], chosen: &Chosen) -> Draft {
    let rest: Vec<_> = pieces.iter().filter_map(|piece| without(page, piece, &chosen.used)).collect();
    let first_place = chosen.used.iter().map(|range| range.start).min().unwrap_or(usize::MAX);
    let mut assembler = Assembler::new(page, &rest);
    assembler.place_plain(&plain(&rest), first_place);
    assembler.draft(chosen)
}

/// A piece without the names of the regency and the province.
fn without(page: &Page<'_>, piece: &Piece, used: &[Range<usize>]) -> Option<Piece> {
    let mut range = piece.range.clone();
    let mut role = piece.role;
    for name in used.iter().filter(|name| name.start >= piece.range.start && name.end <= piece.range.end) {
        if name.start == range.start {
            range.start = name.end;
            role = Role::Plain;
        } else {
            range.end = range.end.min(name.start);
        }
    }
    let range = page.trim(range.start.min(range.end)..range.end, &[")"]);
    (!range.is_empty() && role != Role::PostalCode).then_some(Piece { role, range })
}

fn plain(pieces: &[Piece]) -> Vec<Range<usize>> {
    pieces.iter().filter(|piece| piece.role == Role::Plain).map(|piece| piece.range.clone()).collect()
}

impl<'p, 't> Assembler<'p, 't> {
    fn new(page: &'p Page<'t>, pieces: &[Piece]) -> Self {
        let of = |role: Role| pieces.iter().filter(move |piece| piece.role == role).map(|piece| piece.range.clone());
        let (village, district) = (of(Role::Village).next(), of(Role::District).next());
        let landmark = of(Role::Landmark).collect();
        Self { page, street: Vec::new(), landmark, village, district, doubt: None, positional: false }
    }

    /// What stands up to the last street is the street; what follows it is the village, then the district; what
    /// follows the regency helps to find the door.
    fn place_plain(&mut self, plain: &[Range<usize>], first_place: usize) {
        let last_street = plain.iter().rposition(|range| is_street(self.page, range));
        let streets = last_street.map_or(0, |last| last + 1);
        self.street.extend_from_slice(&plain[..streets]);
        let (names, after): (Vec<_>, Vec<_>) =
            plain[streets..].iter().cloned().partition(|range| range.start < first_place);
        self.positional |= !after.is_empty();
        self.landmark.extend(after);
        let (names, long): (Vec<_>, Vec<_>) = names.into_iter().partition(|range| self.is_short_name(range));
        self.street.extend(long);
        self.place_names(names);
    }

    fn is_short_name(&self, range: &Range<usize>) -> bool {
        let tokens = &self.page.tokens[range.clone()];
        tokens.iter().filter(|token| token.is_word()).count() <= NAME_WORDS
            && tokens.iter().all(|token| !token.is_number())
    }

    fn place_names(&mut self, mut names: Vec<Range<usize>>) {
        let room = usize::from(self.village.is_none()) + usize::from(self.district.is_none());
        let spare = names.len().saturating_sub(room);
        self.street.extend(names.drain(..spare));
        match (self.village.is_some(), self.district.is_some(), names.as_slice()) {
            (false, true, [village]) => self.village = Some(village.clone()),
            (true, false, [district]) => self.place_after_village(district),
            (false, false, [village, district]) => {
                (self.village, self.district) = (Some(village.clone()), Some(district.clone()));
                self.positional = true;
            }
            (false, false, [unclear]) => {
                self.doubt = Some(Hint::DistrictUnclear { word: as_name(self.page.source(unclear)) });
                self.village = Some(unclear.clone());
            }
            (true, false, []) => self.doubt_long_village(),
            _ => self.street.extend(names),
        }
    }

    /// `desa sesetan denpasar selatan`: a village of three words has most likely swallowed its district.
    fn doubt_long_village(&mut self) {
        let village = self.village.iter().find(|village| village.len() > 2);
        self.doubt = village.map(|village| Hint::DistrictUnclear { word: as_name(self.page.source(village)) });
    }

    /// Behind the village stands the district; before it stands a part of the street.
    fn place_after_village(&mut self, name: &Range<usize>) {
        let behind = self.village.as_ref().is_some_and(|village| village.start < name.start);
        if behind {
            self.district = Some(name.clone());
            self.positional = true;
        } else {
            self.street.push(name.clone());
        }
    }

    fn draft(mut self, chosen: &Chosen) -> Draft {
        self.street.sort_by_key(|range| range.start);
        self.landmark.sort_by_key(|range| range.start);
        let address = Address {
            street: self.text(&self.street, LONG),
            village: self.name(self.village.as_ref()),
            district: self.name(self.district.as_ref()),
            regency: bounded(&chosen.regency, SHORT),
            province: chosen.province.clone(),
            postal_code: chosen.postal_code.clone(),
            landmark: self.text(&self.landmark, LONG),
        };
        Draft { address, doubt: self.doubt, positional: self.positional }
    }

    fn text(&self, ranges: &[Range<usize>], max: usize) -> String {
        let parts = ranges.iter().map(|range| self.page.source(range).split_whitespace().collect::<Vec<_>>().join(" "));
        bounded(&parts.collect::<Vec<_>>().join(", "), max)
    }

    fn name(&self, range: Option<&Range<usize>>) -> String {
        range.map(|range| bounded(&as_name(self.page.source(range)), SHORT)).unwrap_or_default()
    }
}

fn bounded(text: &str, max: usize) -> String {
    let kept: String = text.chars().take(max).collect();
    kept.trim_end().to_owned()
}

/// Whether a range has anything to read.
pub(super) fn has_words(page: &Page<'_>, range: &Range<usize>) -> bool {
    page.tokens[range.clone()].iter().any(Token::is_word)
}
