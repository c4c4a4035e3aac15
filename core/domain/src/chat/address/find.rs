//! Where an address stands: under its label, after a street word, or only a place that was mentioned.

use std::ops::Range;

use super::super::block::Block;
use super::super::label::Label;
use super::super::line::Catalogue;
use super::super::regions::{Regions, Status};
use super::super::token::{Page, Token};
use super::super::words::{self, LANDMARKS, STREET_MARKERS};
use super::assemble::has_words;
use super::piece::{postal_code, role_of};
use super::place::longest;

/// Words before a place somebody lives in.
const PLACE_INTRODUCERS: &[&str] = &["di", "ke", "dari", "domisili", "daerah", "kota", "kab", "area"];
/// Words that make `jalan` a verb.
const WALKING: &[&str] =
    &["buat", "utk", "untuk", "biar", "enak", "suka", "dipake", "dipakai", "pake", "lagi", "jalan"];
const SIZE_WORDS: &[&str] = &["uk", "ukuran", "size", "sz", "pcs", "psg", "pasang"];
/// No address has more words and marks than this; a message may.
const LONGEST: usize = 100;
/// A product this close to its size or colour ends an address.
const ITEM_REACH: usize = 4;

pub(super) fn labelled(page: &Page<'_>, blocks: &[Block]) -> Vec<Range<usize>> {
    let told = blocks.iter().filter(|block| matches!(block.label, Label::Address | Label::Region));
    let ranges = told.filter_map(Block::told);
    let runs = ranges.flat_map(|range| free_runs(page, range));
    runs.filter(|run| has_words(page, run) || postal_code(page, run.start).is_some()).collect()
}

/// Stretches no other field has used, without small talk at their ends.
fn free_runs(page: &Page<'_>, range: Range<usize>) -> Vec<Range<usize>> {
    let range = range.start..talk_begins(page, &range).unwrap_or(range.end);
    let mut runs = Vec::new();
    let mut start = range.start;
    for at in range.start..=range.end {
        if at == range.end || page.free(at).is_none() {
            runs.push(drop_talk(page, start..at));
            start = at + 1;
        }
    }
    runs.retain(|run| !run.is_empty());
    runs
}

/// `…Surabaya 60231. Udah tf juga ya`: the next sentence is no part of the address.
fn talk_begins(page: &Page<'_>, range: &Range<usize>) -> Option<usize> {
    let stop = |at: usize| page.tokens[at].is(".") && !page.is_glued(at + 1);
    let talk = |at: usize| page.tokens[at].is_word() && words::is_stop(&page.tokens[at].word);
    (range.start + 1..range.end.saturating_sub(1)).find(|at| stop(*at) && talk(at + 1))
}

fn drop_talk(page: &Page<'_>, range: Range<usize>) -> Range<usize> {
    let mut range = page.trim(range, &[")", "("]);
    let is_talk = |at: usize| {
        let word = page.tokens[at].word.as_str();
        let title = matches!(word, "bu" | "pak");
        !title && (words::is_filler(word) || words::is_stop(word))
    };
    while range.start < range.end && is_talk(range.start) {
        range = page.trim(range.start + 1..range.end, &[")", "("]);
    }
    // `…55283 No HP 0812…`: the number is gone, its label is not.
    let is_left_over = |at: usize| is_talk(at) || page.tokens[at].is_any(&["no", "nomor", "nmr"]);
    while range.start < range.end && is_left_over(range.end - 1) {
        range = page.trim(range.start..range.end - 1, &[")", "("]);
    }
    range
}

pub(super) fn free(page: &Page<'_>, catalogue: &Catalogue<'_>, regions: &Regions) -> Vec<Range<usize>> {
    let walk = Walk { page, catalogue, regions };
    let found = walk.street().or_else(|| walk.coded_line()).or_else(|| walk.place());
    found.map(|range| drop_talk(page, range)).filter(|range| !range.is_empty()).into_iter().collect()
}

struct Walk<'p, 't, 'c> {
    page: &'p Page<'t>,
    catalogue: &'p Catalogue<'c>,
    regions: &'p Regions,
}

impl Walk<'_, '_, '_> {
    /// The first stretch that begins like an address and holds what an address holds. What is no address from its
    /// first word is none from a later one either, so the search goes on behind it.
    fn street(&self) -> Option<Range<usize>> {
        let mut at = 0;
        while at < self.page.len() {
            let range = if self.begins(at) { self.reach(at) } else { at..at };
            if self.is_evident(&range) {
                return Some(range);
            }
            at = range.end.max(at + 1);
        }
        None
    }

    fn word(&self, at: usize) -> &str {
        self.page.free(at).filter(|token| token.is_word()).map_or("", |token| token.word.as_str())
    }

    fn begins(&self, at: usize) -> bool {
        let word = self.word(at);
        let walking = matches!(word, "jalan" | "jl")
            && ([self.page.word_before(at, 0), Some(self.word(at + 1))]
                .into_iter()
                .flatten()
                .any(|near| WALKING.contains(&near)));
        let marker = STREET_MARKERS.has(word) || role_of(word).is_some();
        let value = self
            .page
            .free(at + 1)
            .is_some_and(|token| token.is_word() || token.is_number() || token.is_any(&[".", ":"]));
        marker && value && !walking && word != "kota"
    }

    fn reach(&self, start: usize) -> Range<usize> {
        let limit = self.page.len().min(start + LONGEST);
        start..(start..limit).find(|at| !self.goes_on(*at)).unwrap_or(limit)
    }

    fn goes_on(&self, at: usize) -> bool {
        let Some(token) = self.page.free(at) else {
            return false;
        };
        if token.is_newline() {
            return self.line_goes_on(at + 1);
        }
        if token.is_word() && self.follows_postal_code(at) {
            return self.is_place_word(at);
        }
        let foreign =
            !token.is_word() && !token.is_number() && !token.word.is_ascii() && !token.is_any(&["–", "•", "’"]);
        let ends = words::is_stop(&token.word) || token.is_any(SIZE_WORDS) || token.is_any(&["?", "!"]) || foreign;
        !ends && !self.is_item(at)
    }

    fn follows_postal_code(&self, at: usize) -> bool {
        let before = (0..at).rev().find(|before| !self.page.tokens[*before].is_any(&[".", ","]));
        before.is_some_and(|before| postal_code(self.page, before).is_some())
    }

    /// The address continues on a line that begins with a word only addresses have.
    fn line_goes_on(&self, at: usize) -> bool {
        let first =
            (at..self.page.line_end(at)).find(|i| self.page.tokens[*i].is_word() || self.page.tokens[*i].is_number());
        first.is_some_and(|first| self.is_place_word(first) || postal_code(self.page, first).is_some())
    }

    fn is_place_word(&self, at: usize) -> bool {
        let word = self.word(at);
        let marker = STREET_MARKERS.has(word) || LANDMARKS.has(word) || role_of(word).is_some() || word == "kode";
        marker || longest(self.page, self.regions, at, Status::Unsaid).is_some()
    }

    /// A product with its colour or size, and not a street that bears its name.
    fn is_item(&self, at: usize) -> bool {
        let street = (0..2).filter_map(|back| self.page.word_before(at, back)).any(|word| STREET_MARKERS.has(word));
        let Some(end) = self.catalogue.product_end(self.page, at).filter(|_| !street) else {
            return false;
        };
        let after = end..self.page.len().min(end + ITEM_REACH);
        self.page.tokens[after].iter().any(|token| token.is_number() || words::colour(&token.word).is_some())
    }

    fn is_evident(&self, range: &Range<usize>) -> bool {
        let tokens = &self.page.tokens[range.clone()];
        if tokens.iter().filter(|token| token.is_word()).count() < 2 {
            return false;
        }
        let region = range.clone().any(|at| {
            role_of(self.word(at)).is_some() || longest(self.page, self.regions, at, Status::Unsaid).is_some()
        });
        region || tokens.iter().any(Token::is_number)
    }

    /// A line without any street word that ends in a postal code and names a place.
    fn coded_line(&self) -> Option<Range<usize>> {
        let codes = (0..self.page.len()).filter(|at| postal_code(self.page, *at).is_some());
        let mut lines = codes.map(|code| {
            let near = code.saturating_sub(LONGEST);
            let before = (near..code).rev().find(|at| self.page.free(*at).is_none_or(Token::is_newline));
            before.map_or(near, |before| before + 1)..code + 1
        });
        lines.find(|line| line.clone().any(|at| longest(self.page, self.regions, at, Status::Unsaid).is_some()))
    }

    /// `Sy di Malang`: not an address yet, but worth asking about.
    fn place(&self) -> Option<Range<usize>> {
        (0..self.page.len()).filter(|at| PLACE_INTRODUCERS.contains(&self.word(*at))).find_map(|at| {
            let place = longest(self.page, self.regions, at + 1, Status::Unsaid)?;
            let province = longest(self.page, self.regions, place.range.end, Status::Unsaid);
            let end = province.map_or(place.range.end, |province| province.range.end);
            // `di kota baru parahyangan` is not the regency of Kotabaru.
            let next = self.word(end);
            let ends = next.is_empty() || words::is_stop(next) || words::is_filler(next);
            let start = if role_of(self.word(at)).is_some() { at } else { place.range.start };
            ends.then_some(start..end)
        })
    }
}
