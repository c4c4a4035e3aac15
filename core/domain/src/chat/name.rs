//! The buyer's name: from its label, from `a/n`, or from where it stands.

use std::ops::Range;

use super::block::Block;
use super::label::Label;
use super::line::Catalogue;
use super::reading::{Confidence, Found, Hint};
use super::spelling::as_name;
use super::token::Page;
use super::words;

const MOST_WORDS: usize = 8;
const MOST_WORDS_ALONE: usize = 4;
const MOST_CHARS: usize = 60;
/// Words after which `an` names who paid, not who buys.
const PAYING: &[&str] = &[
    "trf",
    "tf",
    "transfer",
    "via",
    "rek",
    "rekening",
    "bca",
    "bri",
    "bni",
    "mandiri",
    "bsi",
    "dana",
    "ovo",
    "gopay",
    "bank",
    "qris",
    "shopeepay",
    "jago",
    "seabank",
];
const PAYING_REACH: usize = 6;

pub(super) fn read(page: &mut Page<'_>, blocks: &[Block], catalogue: &Catalogue<'_>) -> Option<Found<String>> {
    let (range, confidence) = labelled(page, blocks).or_else(|| introduced(page, catalogue))?;
    Some(found(page, range, confidence, None))
}

/// A line that is only a name, right before or after the phone number or the address.
pub(super) fn read_by_position(page: &mut Page<'_>) -> Option<Found<String>> {
    let range =
        fragments(page).into_iter().find(|range| is_name_alone(page, range) && has_used_neighbour(page, range))?;
    Some(found(page, range, Confidence::Guess, Some(Hint::NameByPosition)))
}

fn found(page: &mut Page<'_>, range: Range<usize>, confidence: Confidence, hint: Option<Hint>) -> Found<String> {
    page.take(range.clone());
    let value = as_name(page.source(&range)).chars().take(MOST_CHARS).collect();
    Found { value, spans: vec![page.bytes(&range)], confidence, hint }
}

fn labelled(page: &Page<'_>, blocks: &[Block]) -> Option<(Range<usize>, Confidence)> {
    [Label::Recipient, Label::Name].iter().find_map(|label| {
        let heads = blocks.iter().filter(|block| block.label == *label && !names_payer(page, block));
        let mut names = heads.filter_map(|block| from(page, block.body.clone(), |_| true));
        names.next().map(|range| (range, Confidence::Sure))
    })
}

/// `a/n Dedi S`, `atas nama Rina`, `nama Rina`.
fn introduced(page: &Page<'_>, catalogue: &Catalogue<'_>) -> Option<(Range<usize>, Confidence)> {
    (0..page.len()).find_map(|at| {
        let start = after_introducer(page, at).filter(|_| !is_payer(page, at))?;
        from(page, start..page.len(), |at| !ends_a_name(page, catalogue, at)).map(|range| (range, Confidence::Likely))
    })
}

fn after_introducer(page: &Page<'_>, at: usize) -> Option<usize> {
    page.free(at).filter(|token| token.is_word())?;
    let at_n = page.free(at + 2).is_some_and(|token| token.is("n"));
    let parted = page.free(at + 1).is_some_and(|token| token.is_any(&["/", "."]));
    match page.tokens[at].word.as_str() {
        "a" if parted && at_n => Some(at + 3),
        "an" | "nama" | "namanya" | "penerima" | "penerimanya" | "yth" => Some(at + 1),
        "ke" | "kpd" | "kepada" | "untuk" | "utk" => {
            let next = at + 1 + usize::from(page.free(at + 1).is_some_and(|token| token.is(":")));
            page.free(next).filter(|token| is_formal_title(&token.word)).map(|_| next)
        }
        "atas" if page.free(at + 1).is_some_and(|token| token.is("nama")) => Some(at + 2),
        _ => None,
    }
}

/// `a/n : Siti` behind a bank; `Nama : Siti` is a name wherever it stands.
fn names_payer(page: &Page<'_>, block: &Block) -> bool {
    page.tokens[block.head.start].is_any(&["a", "an", "atas"]) && is_payer(page, block.head.start)
}

fn is_payer(page: &Page<'_>, at: usize) -> bool {
    (0..PAYING_REACH).filter_map(|back| page.word_before(at, back)).any(|word| PAYING.contains(&word))
}

/// The words of a name at the start of a range, as long as they `belong`.
fn from(page: &Page<'_>, range: Range<usize>, belongs: impl Fn(usize) -> bool) -> Option<Range<usize>> {
    let Range { start, end } = range;
    let first = (start..end).find(|at| page.free(*at).is_none_or(|token| token.is_word() || token.is_newline()))?;
    let within = |at: usize| {
        let token = page.free(at)?;
        let joins = token.is_any(&[".", "'", "-", "’", "`"]);
        Some(joins || (token.is_word() && belongs(at)))
    };
    let limit = end.min(first + 2 * MOST_WORDS);
    let reach = (first..limit).find(|at| within(*at) != Some(true)).unwrap_or(limit);
    let range = drop_fillers(page, page.trim(first..reach, &[]));
    let words = page.tokens[range.clone()].iter().filter(|token| token.is_word()).count();
    (1..=MOST_WORDS).contains(&words).then_some(range)
}

/// Without a label, the first word that belongs to something else ends a name.
fn ends_a_name(page: &Page<'_>, catalogue: &Catalogue<'_>, at: usize) -> bool {
    let word = page.tokens[at].word.as_str();
    let introduces = words::STREET_MARKERS.has(word) || words::PHONE_LABELS.has(word);
    let care_of = word == "d" && page.free(at + 1).is_some_and(|token| token.is("/"));
    words::is_stop(word)
        || introduces
        || care_of
        || words::colour(word).is_some()
        || catalogue.product_end(page, at).is_some()
}

/// `Rina ya kak`, `saya Rina`.
fn drop_fillers(page: &Page<'_>, mut range: Range<usize>) -> Range<usize> {
    let is_filler = |at: usize| {
        let word = page.tokens[at].word.as_str();
        !is_title(word) && words::is_filler(word)
    };
    while range.start < range.end && is_filler(range.start) {
        range.start += 1;
    }
    while range.start < range.end && is_filler(range.end - 1) {
        range.end -= 1;
    }
    range
}

/// Fillers in a chat, but titles before a name.
fn is_title(word: &str) -> bool {
    matches!(word, "pak" | "bu" | "mas" | "mba" | "mbak" | "om" | "bang" | "ni" | "ka")
}

/// Titles no chat uses to address the shop.
fn is_formal_title(word: &str) -> bool {
    matches!(word, "bu" | "ibu" | "pak" | "bp" | "bpk" | "bapak" | "sdr" | "sdri" | "hj")
}

/// Stretches of a line between commas and used tokens.
fn fragments(page: &Page<'_>) -> Vec<Range<usize>> {
    let splits = |at: usize| {
        page.free(at).is_none_or(|token| token.is_newline() || token.is_any(&[",", "/", ";", "|", "(", ")"]))
    };
    let mut fragments = Vec::new();
    let mut start = 0;
    for at in 0..=page.len() {
        if at == page.len() || splits(at) {
            fragments.push(page.trim(start..at, &[]));
            start = at + 1;
        }
    }
    fragments.retain(|range| !range.is_empty());
    fragments
}

fn is_name_alone(page: &Page<'_>, range: &Range<usize>) -> bool {
    let tokens = &page.tokens[range.clone()];
    let telling = tokens.iter().filter(|token| token.is_word()).all(|token| {
        let word = token.word.as_str();
        is_title(word) || !(words::is_filler(word) || words::is_stop(word) || words::colour(word).is_some())
    });
    let plain = tokens.iter().all(|token| token.is_word() || token.is_any(&[".", "'", "’"]));
    let long_enough = tokens.iter().any(|token| token.word.chars().count() >= 3 && !is_title(&token.word));
    let line_start =
        page.tokens[..range.start].iter().rev().take_while(|token| !token.is_newline()).all(|token| !token.is_word());
    telling && plain && long_enough && line_start && tokens.len() <= MOST_WORDS_ALONE
}

/// Whether the nearest words before or after were read as something else.
fn has_used_neighbour(page: &Page<'_>, range: &Range<usize>) -> bool {
    let used = |at: usize| page.free(at).is_none();
    let telling = |at: &usize| page.tokens[*at].is_word() || page.tokens[*at].is_number() || page.tokens[*at].is("+");
    let before = (0..range.start).rev().find(telling);
    let after = (range.end..page.len()).find(telling);
    before.into_iter().chain(after).any(used)
}
