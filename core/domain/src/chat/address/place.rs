//! Places of the country named in the pieces of an address.

use std::ops::Range;

use super::super::regions::{Regency, Regions, Status};
use super::super::token::{Page, Token};
use super::super::words::STREET_MARKERS;
use super::piece::{Piece, Role};

/// The longest name of a regency has five words; `D.I. Yogyakarta` is five tokens as well.
const LONGEST: usize = 5;
const NAME_MARKS: &[&str] = &[".", "-"];
/// Words that make the place after them a part of a street name: `Jl. Raya Bogor`.
const STREET_NAME: &[&str] = &["raya", "lintas", "arah"];

/// A name seen in the text, and everything it may stand for.
#[derive(Debug, Clone)]
pub(super) struct Sighting {
    pub(super) range: Range<usize>,
    pub(super) regencies: Vec<Regency>,
    pub(super) province: Option<&'static str>,
    /// `Kab.`, `Kota` or `Prov.` stood before it.
    pub(super) marked: bool,
    pub(super) nickname: bool,
    pub(super) misspelt: bool,
}

pub(super) fn sightings(page: &Page<'_>, regions: &Regions, pieces: &[Piece]) -> Vec<Sighting> {
    let mut found = Vec::new();
    for (place, piece) in pieces.iter().enumerate() {
        let open =
            pieces[place + 1..].iter().all(|later| later.role == Role::PostalCode || later.role == Role::Landmark);
        match piece.role {
            Role::Regency => found.extend(marked(page, regions, piece, Status::Regency)),
            Role::City => found.extend(marked(page, regions, piece, Status::City)),
            Role::RegencyOrCity => found.extend(marked(page, regions, piece, Status::Unsaid)),
            Role::Province => found.extend(tails(page, regions, piece, true)),
            Role::Plain | Role::Village | Role::District => found.extend(tails(page, regions, piece, open)),
            Role::Landmark | Role::PostalCode => {}
        }
    }
    found
}

/// The longest place name that begins at `at`.
pub(super) fn longest(page: &Page<'_>, regions: &Regions, at: usize, status: Status) -> Option<Sighting> {
    (1..=LONGEST).rev().find_map(|count| named(page, regions, at..at + count, status))
}

/// `Kab. Sleman DIY`: the regency first, then what follows it.
fn marked(page: &Page<'_>, regions: &Regions, piece: &Piece, status: Status) -> Vec<Sighting> {
    let fits = |sighting: &Sighting| sighting.range.end <= piece.range.end && !sighting.regencies.is_empty();
    let exact = (1..=piece.range.len().min(LONGEST))
        .rev()
        .find_map(|count| named(page, regions, piece.range.start..piece.range.start + count, status).filter(fits));
    let Some(first) = exact.or_else(|| misspelt(page, regions, piece, status)) else {
        return tails(page, regions, piece, true);
    };
    let rest = Piece { role: piece.role, range: first.range.end..piece.range.end };
    let mut found = vec![Sighting { marked: true, ..first }];
    found.extend(tails(page, regions, &rest, true));
    found
}

fn misspelt(page: &Page<'_>, regions: &Regions, piece: &Piece, status: Status) -> Option<Sighting> {
    (1..=piece.range.len().min(LONGEST)).rev().find_map(|count| {
        let range = piece.range.start..piece.range.start + count;
        let regency = regions.misspelt(&page.joined(range.clone(), NAME_MARKS), status)?;
        let sighting =
            Sighting { range, regencies: vec![regency], province: None, marked: true, nickname: false, misspelt: true };
        Some(sighting)
    })
}

/// Places at the end of a piece, the last one first: `cilodong depok jabar`.
fn tails(page: &Page<'_>, regions: &Regions, piece: &Piece, open: bool) -> Vec<Sighting> {
    let mut found: Vec<Sighting> = Vec::new();
    let mut end = piece.range.end;
    while let Some(sighting) = tail(page, regions, piece, end, open || !found.is_empty()) {
        end = sighting.range.start;
        found.push(sighting);
    }
    found.reverse();
    found
}

fn tail(page: &Page<'_>, regions: &Regions, piece: &Piece, end: usize, open: bool) -> Option<Sighting> {
    let first = piece.range.start.max(end.saturating_sub(LONGEST));
    (first..end)
        .filter(|start| may_part(page, piece, *start, open))
        .find_map(|start| named(page, regions, start..end, Status::Unsaid))
}

/// Whether a place name may be parted from the words before it.
fn may_part(page: &Page<'_>, piece: &Piece, start: usize, open: bool) -> bool {
    if start == piece.range.start {
        return matches!(piece.role, Role::Plain | Role::Province | Role::Regency | Role::City | Role::RegencyOrCity);
    }
    let before = &page.tokens[start - 1];
    let street = is_street(page, &piece.range);
    let named_after = STREET_MARKERS.has(&before.word)
        || before.is_any(STREET_NAME)
        || (before.is(".") && street && start < piece.range.start + 3);
    !named_after && (!street || open || before.is_number())
}

pub(super) fn is_street(page: &Page<'_>, range: &Range<usize>) -> bool {
    page.tokens[range.clone()].iter().any(|token| token.is_number() || STREET_MARKERS.has(&token.word))
}

fn named(page: &Page<'_>, regions: &Regions, range: Range<usize>, status: Status) -> Option<Sighting> {
    let tokens = page.tokens.get(range.clone()).filter(|_| page.is_free(range.clone()))?;
    let whole = |token: &Token| token.is_word() || token.is_any(NAME_MARKS);
    let bounded = tokens.first()?.is_word() && tokens.last()?.is_word();
    if !bounded || !tokens.iter().all(whole) {
        return None;
    }
    let name = page.joined(range.clone(), NAME_MARKS);
    let regencies = regions.regencies(&name, status);
    let province = regions.province(&name);
    let nickname = Regions::nickname(&name).is_some();
    (!regencies.is_empty() || province.is_some()).then_some(Sighting {
        range,
        regencies,
        province,
        marked: false,
        nickname,
        misspelt: false,
    })
}
