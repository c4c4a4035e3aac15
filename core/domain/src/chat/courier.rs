//! The courier the buyer asked for, and its service.

use std::ops::Range;

use super::block::Block;
use super::field::Confidence;
use super::hint::Hint;
use super::label::Label;
use super::reading::Found;
use super::spelling::is_misspelt;
use super::token::Page;
use super::words::{COURIER_INTRODUCERS, NEGATORS};
use crate::values::{Courier, CourierService};

/// `j & t express` is four tokens.
const LONGEST_ALIAS: usize = 4;
/// Nicknames that are also ordinary words, believed only behind `via` or a label.
const EVERYDAY: &[&str] = &["pos", "jet", "ide", "lion", "ninja", "pickup", "idx"];

#[derive(Debug, Clone)]
struct Candidate {
    courier: Courier,
    range: Range<usize>,
    labelled: bool,
    exact: bool,
}

pub(super) fn read(page: &mut Page<'_>, blocks: &[Block]) -> Option<Found<CourierService>> {
    let candidates = page.scan(|at| candidate(page, blocks, at).map(|found| (found.range.end, found)));
    let best = candidates.iter().rev().max_by_key(|candidate| (candidate.labelled, candidate.exact))?.clone();
    let mut others: Vec<Courier> = Vec::new();
    for candidate in candidates.iter().filter(|other| other.courier != best.courier && other.labelled >= best.labelled)
    {
        if !others.contains(&candidate.courier) {
            others.push(candidate.courier);
        }
    }
    let (service, end) = service(page, &best);
    let range = best.range.start..end;
    page.take(range.clone());
    let (hint, confidence) = doubt(page, &best, others);
    let value = CourierService { courier: best.courier, service };
    Some(Found { value, spans: vec![page.bytes(&range)], confidence, hint })
}

/// `Ekspedisi : yg paling murah`: something was said, and no courier.
pub(super) fn is_left_open(blocks: &[Block]) -> bool {
    blocks.iter().any(|block| block.label == Label::Courier && !block.body.is_empty())
}

fn doubt(page: &Page<'_>, best: &Candidate, others: Vec<Courier>) -> (Option<Hint>, Confidence) {
    if !others.is_empty() {
        return (Some(Hint::CourierAmbiguous { others }), Confidence::Guess);
    }
    if !best.exact {
        return (Some(Hint::CourierMisspelt { word: page.source(&best.range).to_owned() }), Confidence::Likely);
    }
    let introduced = best.labelled || is_introduced(page, best.range.start);
    (None, if introduced { Confidence::Sure } else { Confidence::Likely })
}

fn candidate(page: &Page<'_>, blocks: &[Block], at: usize) -> Option<Candidate> {
    page.free(at).filter(|token| token.is_word())?;
    let label = blocks.iter().find(|block| block.body.contains(&at)).map(|block| block.label);
    let labelled = label == Some(Label::Courier);
    let (courier, end, exact) = named(page, at, labelled || is_introduced(page, at))?;
    (!is_refused(page, at)).then_some(Candidate { courier, range: at..end, labelled, exact })
}

fn named(page: &Page<'_>, at: usize, introduced: bool) -> Option<(Courier, usize, bool)> {
    let exact = (1..=LONGEST_ALIAS)
        .rev()
        .map(|count| at..at + count)
        .filter(|range| page.is_free(range.clone()))
        .find_map(|range| {
            let word = page.joined(range.clone(), &["-"]);
            let alone = page.is_line_start(range.start) && page.line_end(at) == range.end;
            let everyday = EVERYDAY.contains(&word.as_str()) && !introduced && !alone && !is_settled(page, range.end);
            alias(&word).filter(|_| !everyday).map(|courier| (courier, range.end, true))
        });
    let misspelt = || misspelt(&page.tokens[at].word).filter(|_| introduced).map(|courier| (courier, at + 1, false));
    exact.or_else(misspelt)
}

fn alias(word: &str) -> Option<Courier> {
    let same = |alias: &str| alias.chars().filter(|c| *c != ' ').eq(word.chars());
    Courier::ALL.into_iter().find(|courier| courier.aliases().iter().any(|alias| same(alias)))
}

fn misspelt(word: &str) -> Option<Courier> {
    Courier::ALL.into_iter().find(|courier| courier.aliases().iter().any(|alias| is_misspelt(word, alias)))
}

fn is_introduced(page: &Page<'_>, at: usize) -> bool {
    (0..2).filter_map(|back| page.word_before(at, back)).any(|word| COURIER_INTRODUCERS.has(word))
}

/// `ninja aja`.
fn is_settled(page: &Page<'_>, at: usize) -> bool {
    page.free(at).is_some_and(|token| token.is_any(&["aja", "saja", "aj"]))
}

/// `jangan pake jne`.
fn is_refused(page: &Page<'_>, at: usize) -> bool {
    (0..3).filter_map(|back| page.word_before(at, back)).any(|word| NEGATORS.has(word))
}

/// The service named right behind the courier.
fn service(page: &Page<'_>, candidate: &Candidate) -> (String, usize) {
    let end = candidate.range.end;
    let word = page.free(end).map(|token| token.word.to_uppercase()).unwrap_or_default();
    let word = if matches!(word.as_str(), "REGULER" | "REGULAR" | "REGULLER") { "REG".to_owned() } else { word };
    let known = candidate.courier.services().contains(&word.as_str());
    if known { (word, end + 1) } else { (String::new(), end) }
}
