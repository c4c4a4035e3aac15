//! An address cut at its commas and markers: `Kec.`, `Kab.`, the postal code, a landmark.

use std::ops::Range;

use super::super::regions::{Regions, Status};
use super::super::token::{Page, Token};
use super::super::words::{LANDMARKS, STREET_MARKERS};
use super::place;
use crate::values::PostalCode;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Role {
    Plain,
    Village,
    District,
    Regency,
    City,
    RegencyOrCity,
    Province,
    Landmark,
    PostalCode,
}

/// Tokens of one piece, without its marker.
#[derive(Debug, Clone)]
pub(super) struct Piece {
    pub(super) role: Role,
    pub(super) range: Range<usize>,
}

const MARKER_WORDS: usize = 3;
/// No address has more pieces; a hostile paste may.
const MOST_PIECES: usize = 60;

pub(super) fn cut(page: &Page<'_>, regions: &Regions, extents: &[Range<usize>]) -> Vec<Piece> {
    let mut cutter = Cutter { page, regions, pieces: Vec::new(), role: Role::Plain, start: 0, bracket: false };
    for extent in extents {
        cutter.cut(extent);
    }
    cutter.pieces
}

struct Cutter<'p, 't> {
    page: &'p Page<'t>,
    regions: &'p Regions,
    pieces: Vec<Piece>,
    role: Role,
    start: usize,
    bracket: bool,
}

impl Cutter<'_, '_> {
    fn cut(&mut self, extent: &Range<usize>) {
        self.begin(Role::Plain, extent.start);
        let mut at = extent.start;
        while at < extent.end && self.pieces.len() < MOST_PIECES {
            at = self.step(at, extent.end);
        }
        self.end(at.max(extent.start));
    }

    fn step(&mut self, at: usize, end: usize) -> usize {
        let Some(token) = self.page.free(at) else {
            return self.split(at, Role::Plain, at + 1);
        };
        if self.is_boundary(at, token) {
            let opens = token.is("(");
            let next = self.split(at, Role::Plain, at + 1);
            self.bracket = opens;
            return next;
        }
        if let Some((role, after)) = self.marker(at, end) {
            return self.split(at, role, after);
        }
        if is_postal_code(self.page, at) {
            self.split(at, Role::PostalCode, at);
            return self.split(at + 1, Role::Plain, at + 1);
        }
        at + 1
    }

    /// Ends the piece before `at` and begins one at `next`.
    fn split(&mut self, at: usize, role: Role, next: usize) -> usize {
        self.end(at);
        self.begin(role, next);
        next
    }

    fn begin(&mut self, role: Role, start: usize) {
        (self.role, self.start) = (role, start);
    }

    fn end(&mut self, end: usize) {
        let range = self.page.trim(self.start.min(end)..end, &[")"]);
        let role = if self.role == Role::Plain && self.bracket { Role::Landmark } else { self.role };
        if !range.is_empty() && !self.page.tokens[range.start].is("indonesia") {
            self.pieces.push(Piece { role, range });
        }
        if self.role == Role::Plain {
            self.bracket = false;
        }
    }

    fn is_boundary(&self, at: usize, token: &Token) -> bool {
        let spaced = !self.page.is_glued(at) && !self.page.is_glued(at + 1);
        let full_stop = token.is(".") && !matches!(self.role, Role::Plain | Role::Landmark) && at > self.start;
        let sentence = token.is(".") && !self.page.is_glued(at + 1) && at > 0 && self.page.tokens[at - 1].is_number();
        token.is_newline()
            || token.is_any(&[",", ";", "|", "(", ")"])
            || (token.is_any(&["-", "–", "/"]) && spaced)
            || full_stop
            || sentence
    }

    fn marker(&self, at: usize, end: usize) -> Option<(Role, usize)> {
        let token = &self.page.tokens[at];
        if let Some(landmark) = self.landmark(at) {
            return Some(landmark);
        }
        // A street inside a landmark is the way to it; a house number after it is not.
        if self.role == Role::Landmark && token.is_any(&["rt", "rw"]) {
            return Some((Role::Plain, at));
        }
        let named = (1..=MARKER_WORDS).rev().filter(|count| at + count <= end).find_map(|count| {
            let word = self.page.joined(at..at + count, &["/"]);
            self.page.tokens[at + count - 1].is_word().then(|| role_of(&word)).flatten().map(|role| (role, at + count))
        });
        let (role, after) = named?;
        let after = skip_marks(self.page, after, end);
        if self.is_part_of_a_name(role, at, after) {
            return None;
        }
        self.page.free(after).filter(|token| after < end && (token.is_word() || token.is_number()))?;
        Some((role, after))
    }

    /// `Kec. Kota Baru` is one district, `Jl. Desa Indah` one street, and `Kota Wisata` no city.
    fn is_part_of_a_name(&self, role: Role, at: usize, after: usize) -> bool {
        let begun = self.page.trim(self.start.min(at)..at, &[]);
        let district = role == Role::City && matches!(self.role, Role::District | Role::Village) && begun.is_empty();
        let street = self.page.word_before(at, 0).is_some_and(|before| STREET_MARKERS.has(before));
        let formal = self.page.tokens.get(at + 1).is_some_and(|token| token.is_any(&[":", "=", "/"]));
        let no_city =
            role == Role::City && !formal && place::longest(self.page, self.regions, after, Status::City).is_none();
        district || street || no_city
    }

    fn landmark(&self, at: usize) -> Option<(Role, usize)> {
        let token = &self.page.tokens[at];
        let word = token.word.as_str();
        let street_name = self.page.word_before(at, 0).is_some_and(|before| STREET_MARKERS.has(before));
        if !LANDMARKS.has(word) || street_name || self.role == Role::Landmark {
            return None;
        }
        let named = matches!(word, "patokan" | "ptkn" | "ancer");
        Some((Role::Landmark, if named { skip_marks(self.page, at + 1, self.page.len()) } else { at }))
    }
}

/// Full stops and colons between a marker and its value: `Kec. : Depok`.
fn skip_marks(page: &Page<'_>, at: usize, end: usize) -> usize {
    (at..end).find(|i| !page.tokens[*i].is_any(&[".", ":", "="])).unwrap_or(end)
}

pub(super) fn role_of(word: &str) -> Option<Role> {
    Some(match word {
        "kel" | "kelurahan" | "desa" | "ds" | "keldesa" | "desakel" | "desakelurahan" | "kelurahandesa" => {
            Role::Village
        }
        "kec" | "kecamatan" | "kcmtn" => Role::District,
        "kab" | "kabupaten" | "kbptn" => Role::Regency,
        "kota" | "kodya" | "kotamadya" => Role::City,
        "kabkota" | "kotakab" | "kabupatenkota" | "kotakabupaten" => Role::RegencyOrCity,
        "prov" | "prop" | "provinsi" | "propinsi" => Role::Province,
        "kodepos" | "kdpos" => Role::Plain,
        _ => return None,
    })
}

pub(super) fn postal_code(page: &Page<'_>, at: usize) -> Option<PostalCode> {
    let token = page.free(at).filter(|token| token.is_number())?;
    let house = page.word_before(at, 0).is_some_and(|word| matches!(word, "no" | "nomor" | "rp"));
    PostalCode::parse(&token.word).ok().filter(|_| !house)
}

fn is_postal_code(page: &Page<'_>, at: usize) -> bool {
    postal_code(page, at).is_some()
}
