//! A sandal the catalogue does not have: the colour of each part, and feet of two sizes.

use std::ops::Range;

use super::field::Confidence;
use super::line::{Catalogue, canonical};
use super::reading::{Custom, Found, Part, PartColour};
use super::token::Page;
use super::words::Words;
use crate::values::Size;

/// What the parts are called, without `nya`.
const PARTS: &[(Part, Words)] = &[
    (Part::Sole, Words("sol sole outsole tapak alas midsole")),
    (Part::Strap, Words("tali strap webbing talinya")),
    (Part::Stitching, Words("jahitan benang stitching jahit jait jaitan")),
    (Part::Insole, Words("insole")),
    (Part::Buckle, Words("gesper buckle")),
];
const BETWEEN: Words = Words("warna warnanya wrn nya yg yang : =");
const FEET: [Words; 2] = [Words("kiri kirinya kr left"), Words("kanan kanannya kn right")];
const SIZE_WORDS: Words = Words("uk ukuran size sz no nomor nomer kaki : = nya");
/// Small words between a part and its colour, or a foot and its size, at most.
const REACH: usize = 3;

/// Parts and colours no other field has used; nothing is taken.
pub(super) fn parts(page: &Page<'_>, catalogue: &Catalogue<'_>) -> Vec<(PartColour, Range<usize>)> {
    page.scan(|at| {
        let part = page.free(at).and_then(|token| part(&token.word))?;
        let start = skip(page, at + 1, BETWEEN);
        let end = colours_end(page, catalogue, start)?;
        Some((end, (PartColour { part, colour: colour(page, start..end) }, at..end)))
    })
}

fn part(word: &str) -> Option<Part> {
    let bare = word.strip_suffix("nya").unwrap_or(word);
    PARTS.iter().find(|(_, names)| names.has(bare)).map(|(part, _)| *part)
}

fn skip(page: &Page<'_>, at: usize, words: Words) -> usize {
    (at..at + REACH).find(|i| !page.free(*i).is_some_and(|token| words.has(&token.word))).unwrap_or(at + REACH)
}

/// `hijau tua` and `abu abu` are one colour, and so is `hitam coklat`.
fn colours_end(page: &Page<'_>, catalogue: &Catalogue<'_>, start: usize) -> Option<usize> {
    let first = catalogue.colour_end(page, start)?;
    let shade = page.free(first).is_some_and(|token| token.is_any(&["tua", "muda", "gelap", "terang"]));
    let joined = page.free(first).is_some_and(|token| token.is_any(&["-", "/"]) && page.is_glued(first));
    let second = catalogue.colour_end(page, first + usize::from(joined));
    Some(second.unwrap_or(first + usize::from(shade)))
}

fn colour(page: &Page<'_>, range: Range<usize>) -> String {
    canonical(page.source(&range))
}

/// Takes the parts and the feet out of the page.
pub(super) fn read(page: &mut Page<'_>, catalogue: &Catalogue<'_>) -> Custom {
    let mut custom = Custom::default();
    for (value, range) in parts(page, catalogue) {
        let spans = vec![page.bytes(&range)];
        page.take(range);
        custom.parts.push(Found { value, spans, confidence: Confidence::Sure, hint: None });
    }
    let [left, right] = [0, 1].map(|foot| foot_size(page, foot));
    for (_, range) in [&left, &right].into_iter().flatten() {
        page.take(range.clone());
    }
    custom.left = left.map(|(size, range)| found(page, size, &range, Confidence::Sure));
    custom.right = right.map(|(size, range)| found(page, size, &range, Confidence::Sure));
    custom
}

fn found(page: &Page<'_>, value: Size, range: &Range<usize>, confidence: Confidence) -> Found<Size> {
    Found { value, spans: vec![page.bytes(range)], confidence, hint: None }
}

/// `kiri 40`, `kanan uk 41`; after `kiri kanan 41` both feet have that size.
fn foot_size(page: &Page<'_>, foot: usize) -> Option<(Size, Range<usize>)> {
    (0..page.len()).filter(|at| page.free(*at).is_some_and(|token| FEET[foot].has(&token.word))).find_map(|at| {
        let other = (at + 1..at + 4).take_while(|i| joins_feet(page, *i)).last();
        let other = other.filter(|last| page.free(*last).is_some_and(|token| FEET[1 - foot].has(&token.word)));
        let number = skip(page, other.unwrap_or(at) + 1, SIZE_WORDS);
        let size = size(page, number)?;
        Some((size, at..number + 1))
    })
}

fn joins_feet(page: &Page<'_>, at: usize) -> bool {
    page.free(at).is_some_and(|token| {
        token.is_any(&["&", "/", "dan", "sama", "sm", "dn"]) || FEET.iter().any(|foot| foot.has(&token.word))
    })
}

fn size(page: &Page<'_>, at: usize) -> Option<Size> {
    let number = page.free(at).filter(|token| token.is_number())?;
    let half = page.glued_digits(at + 1).is_some();
    Size::new(number.word.parse().ok()?).ok().filter(|_| !half)
}

/// One size nobody gave a foot, when no line has it: both feet are meant.
pub(super) fn both_feet(page: &mut Page<'_>, custom: &mut Custom) {
    if custom.left.is_some() || custom.right.is_some() {
        return;
    }
    let called = |at: &usize| page.word_before(*at, 0).is_some_and(|word| SIZE_WORDS.has(word));
    let sizes: Vec<_> = (0..page.len()).filter(called).filter_map(|at| size(page, at).map(|size| (size, at))).collect();
    if let [(size, at)] = sizes.as_slice() {
        let feet = found(page, *size, &(*at..at + 1), Confidence::Likely);
        page.take(*at..at + 1);
        (custom.left, custom.right) = (Some(feet.clone()), Some(feet));
    }
}
