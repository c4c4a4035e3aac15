//! When the sandals are needed: `mau dipake tgl 20`, `paling lambat jumat`.

use super::field::{Confidence, Kind};
use super::reading::Found;
use super::token::Page;
use super::when::{self, Phrase, Tense};
use super::words::Words;

const NEEDED: Words = Words(
    "dipake dipakai pake pakai butuh butuhnya perlu sebelum sblm sebelom lambat lambatnya deadline kelar jadi selesai \
    sampai sampe nyampe harus acara",
);
/// Words between `dipake` and the date at most.
const REACH: usize = 4;

pub(super) fn read(page: &mut Page<'_>, kind: Kind) -> Option<Found<String>> {
    let needed = |phrase: &Phrase| (0..REACH).any(|back| is_needed(page, phrase, back));
    let wished = |phrase: &Phrase| kind == Kind::Custom && (phrase.exact || phrase.tense == Tense::Ahead);
    let phrases = when::phrases(page).into_iter().filter(|phrase| phrase.tense != Tense::Past);
    let mut phrases: Vec<_> = phrases.filter(|phrase| needed(phrase) || wished(phrase)).collect();
    let confidence = if phrases.len() == 1 { Confidence::Likely } else { Confidence::Guess };
    let phrase = if phrases.is_empty() { None } else { Some(phrases.swap_remove(0)) }?;
    let before = page.tokens[..phrase.range.start].last().is_some_and(|token| is_before(&token.word));
    let range = phrase.range.start - usize::from(before)..phrase.range.end;
    page.take(range.clone());
    let value = page.source(&range).to_owned();
    Some(Found { value, spans: vec![page.bytes(&range)], confidence, hint: None })
}

fn is_needed(page: &Page<'_>, phrase: &Phrase, back: usize) -> bool {
    page.word_before(phrase.range.start, back).is_some_and(|word| NEEDED.has(word))
}

fn is_before(word: &str) -> bool {
    matches!(word, "sebelum" | "sblm" | "sebelom")
}
