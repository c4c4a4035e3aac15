//! The buyer's phone number among everything else that has digits.

use std::ops::Range;

use super::block::Block;
use super::field::Confidence;
use super::hint::Hint;
use super::label::Label;
use super::reading::Found;
use super::token::Page;
use super::words::PHONE_LABELS;
use crate::values::Phone;

const MOST_GROUPS: usize = 12;

/// How a number was introduced; later is better.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Claim {
    Alone,
    Spoken,
    Labelled,
    Recipient,
}

#[derive(Debug)]
struct Candidate {
    phone: Phone,
    range: Range<usize>,
    claim: Claim,
}

pub(super) fn read(page: &mut Page<'_>, blocks: &[Block]) -> Option<Found<Phone>> {
    let candidates = page.scan(|at| candidate(page, blocks, at).map(|found| (found.range.end, found)));
    for candidate in &candidates {
        page.take(candidate.range.clone());
    }
    let best = candidates.iter().rev().max_by_key(|candidate| candidate.claim)?;
    let mut others: Vec<Phone> = Vec::new();
    for candidate in candidates.iter().filter(|other| other.phone != best.phone) {
        if !others.contains(&candidate.phone) {
            others.push(candidate.phone.clone());
        }
    }
    let confidence = confidence(best.claim, &others);
    let hint = (!others.is_empty()).then_some(Hint::PhoneAmbiguous { others });
    Some(Found { value: best.phone.clone(), spans: vec![page.bytes(&best.range)], confidence, hint })
}

fn confidence(claim: Claim, others: &[Phone]) -> Confidence {
    match (claim, others.is_empty()) {
        (Claim::Recipient, _) | (Claim::Labelled | Claim::Spoken, true) => Confidence::Sure,
        (Claim::Labelled | Claim::Spoken, false) | (Claim::Alone, true) => Confidence::Likely,
        (Claim::Alone, false) => Confidence::Guess,
    }
}

/// A number somebody called one, at `at`.
pub(super) fn called_at(page: &Page<'_>, at: usize) -> Option<(Phone, Range<usize>)> {
    number_at(page, at, Claim::Labelled).map(|found| (found.phone, found.range))
}

fn candidate(page: &Page<'_>, blocks: &[Block], at: usize) -> Option<Candidate> {
    number_at(page, at, claim(page, blocks, at))
}

fn number_at(page: &Page<'_>, at: usize, claim: Claim) -> Option<Candidate> {
    let number = usize::from(page.tokens[at].is_any(&["+", "("])) + at;
    let number = number + usize::from(page.tokens.get(number).is_some_and(|token| token.is("+")));
    page.free(number).filter(|token| token.is_number())?;
    let (phone, end) = ends(page, number).into_iter().rev().find_map(|end| {
        let phone = Phone::parse(page.source(&(at..end))).ok()?;
        believable(page, at, &phone, claim).then_some((phone, end))
    })?;
    Some(Candidate { phone, range: at..end, claim })
}

/// Every place where a number that begins at `at` may end: after each group of digits.
fn ends(page: &Page<'_>, at: usize) -> Vec<usize> {
    let mut ends = vec![at + 1];
    while let Some(end) = ends.last().and_then(|end| next_group(page, *end)).filter(|_| ends.len() < MOST_GROUPS) {
        ends.push(end);
    }
    ends
}

/// A further group of at least three digits, or of two behind a dash; a lone `2` after a number is a count.
fn next_group(page: &Page<'_>, at: usize) -> Option<usize> {
    let marks =
        (at..at + 3).take_while(|i| page.free(*i).is_some_and(|token| token.is_any(&["-", ".", "(", ")"]))).count();
    let group = at + marks;
    let digits = page.free(group).filter(|token| token.is_number())?.word.len();
    let dashed = marks > 0 && page.tokens[group - 1].is_any(&["-", "."]) && page.is_glued(group);
    (digits >= 3 || (dashed && digits == 2) || (marks > 0 && digits == 1 && page.tokens[group - 1].is("(")))
        .then_some(group + 1)
}

/// Outside a label only what starts like a mobile number counts: account numbers start with anything.
fn believable(page: &Page<'_>, at: usize, phone: &Phone, claim: Claim) -> bool {
    let start = page.source(&(at..at + 1));
    let glued_to_code = page.is_glued(at) && page.tokens[at - 1].is_word() && claim == Claim::Alone;
    let mobile = phone.is_mobile() && !start.starts_with('8') && !glued_to_code;
    claim != Claim::Alone || mobile || is_landline(page, at, glued_to_code)
}

/// `0370-632111`: an area and a number, with the dash people put between them.
fn is_landline(page: &Page<'_>, at: usize, glued: bool) -> bool {
    let area = |word: &str| word.starts_with('0') && (3..=4).contains(&word.len());
    let number = |word: &str| (5..=8).contains(&word.len());
    let dash = page.tokens.get(at + 1).is_some_and(|token| token.is("-")) && page.is_glued(at + 1);
    let rest = page.tokens.get(at + 2).is_some_and(|token| number(&token.word)) && page.is_glued(at + 2);
    area(&page.tokens[at].word) && dash && rest && !glued
}

fn claim(page: &Page<'_>, blocks: &[Block], at: usize) -> Claim {
    let label = blocks.iter().find(|block| block.body.contains(&at)).map(|block| block.label);
    match label {
        Some(Label::Recipient) => Claim::Recipient,
        Some(Label::Phone) => Claim::Labelled,
        _ if is_introduced(page, at) => Claim::Spoken,
        _ => Claim::Alone,
    }
}

fn is_introduced(page: &Page<'_>, at: usize) -> bool {
    (0..2).filter_map(|back| page.word_before(at, back)).any(|word| PHONE_LABELS.has(word))
}
