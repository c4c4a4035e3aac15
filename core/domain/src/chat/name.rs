//! The buyer's name: from its label, from `a/n`, or from where it stands.

use std::ops::Range;

use super::block::Block;
use super::field::Confidence;
use super::hint::Hint;
use super::label::Label;
use super::line::Catalogue;
use super::payer;
use super::reading::Found;
use super::spelling::as_name;
use super::token::{Page, Token};
use super::words::{self, Words};

const MOST_WORDS: usize = 8;
const MOST_WORDS_ALONE: usize = 4;
const MOST_CHARS: usize = 60;
/// Where parcels go that is nobody's name.
const PLACES: Words = Words(
    "kantor rumah rmh kos kost kosan alamat toko gudang sini sana situ tempat ortu mertua asrama apartemen perum jalan \
    saya sy aku",
);

pub(super) fn read(page: &mut Page<'_>, blocks: &[Block], catalogue: &Catalogue<'_>) -> Option<Found<String>> {
    if let Some((range, confidence)) = labelled(page, blocks).or_else(|| introduced(page, catalogue)) {
        return Some(found(page, range, confidence, None));
    }
    let range = sent_to(page, catalogue).or_else(|| presented(page, catalogue))?;
    Some(found(page, range, Confidence::Guess, Some(Hint::NameByPosition)))
}

/// A line that is only a name, right before or after the phone number or the address, whose bytes are `known`.
pub(super) fn read_by_position(page: &mut Page<'_>, known: &[Range<usize>]) -> Option<Found<String>> {
    let range = fragments(page)
        .into_iter()
        .find(|range| is_name_alone(page, range) && has_known_neighbour(page, range, known))?;
    Some(found(page, range, Confidence::Guess, Some(Hint::NameByPosition)))
}

pub(super) fn found(
    page: &mut Page<'_>,
    range: Range<usize>,
    confidence: Confidence,
    hint: Option<Hint>,
) -> Found<String> {
    page.take(range.clone());
    let value = as_name(page.source(&range)).chars().take(MOST_CHARS).collect();
    Found { value, spans: vec![page.bytes(&range)], confidence, hint }
}

fn labelled(page: &Page<'_>, blocks: &[Block]) -> Option<(Range<usize>, Confidence)> {
    [Label::Recipient, Label::Name].iter().find_map(|label| {
        let heads = blocks.iter().filter(|block| block.label == *label && !payer::names_one(page, block));
        let mut names = heads.filter_map(|block| from(page, block.body.clone(), |_| true));
        names.next().map(|range| (range, Confidence::Sure))
    })
}

/// `a/n Dedi S`, `atas nama Rina`, `nama Rina`.
fn introduced(page: &Page<'_>, catalogue: &Catalogue<'_>) -> Option<(Range<usize>, Confidence)> {
    (0..page.len()).find_map(|at| {
        let start = after_introducer(page, at).filter(|_| !payer::is_one(page, at))?;
        from(page, start..page.len(), |at| !ends_a_name(page, catalogue, at)).map(|range| (range, Confidence::Likely))
    })
}

fn after_introducer(page: &Page<'_>, at: usize) -> Option<usize> {
    if let Some(start) = after_holder(page, at) {
        return Some(start);
    }
    let word = page.free(at).filter(|token| token.is_word())?.word.as_str();
    match word {
        "nama" | "namanya" | "penerima" | "penerimanya" | "yth" => Some(at + 1),
        "ke" | "kpd" | "kepada" | "untuk" | "utk" => {
            let next = at + 1 + usize::from(page.free(at + 1).is_some_and(|token| token.is(":")));
            page.free(next).filter(|token| is_formal_title(&token.word)).map(|_| next)
        }
        _ => None,
    }
}

/// The token after `a/n`, `a.n.`, `an`, `atas nama`.
pub(super) fn after_holder(page: &Page<'_>, at: usize) -> Option<usize> {
    let word = page.free(at).filter(|token| token.is_word())?.word.as_str();
    let n = page.free(at + 2).is_some_and(|token| token.is("n"));
    let parted = page.free(at + 1).is_some_and(|token| token.is_any(&["/", "."]));
    match word {
        "a" if parted && n => Some(at + 3 + usize::from(page.free(at + 3).is_some_and(|token| token.is(".")))),
        "an" => Some(at + 1),
        "atas" if page.free(at + 1).is_some_and(|token| token.is("nama")) => Some(at + 2),
        _ => None,
    }
}

/// `kirim ke Maya Jl. Raya Darmo 54`, `utk Tono jl merbabu 3`: between the word and what was read as the address or the number.
fn sent_to(page: &Page<'_>, catalogue: &Catalogue<'_>) -> Option<Range<usize>> {
    let sent = |at: &usize| {
        let word = page.word_before(*at, 0).unwrap_or_default();
        let to = page.free(*at).is_some_and(|token| token.is("ke"));
        let for_whom = page.free(*at).is_some_and(|token| token.is_any(&["utk", "untuk", "buat"]));
        for_whom || (to && matches!(word, "kirim" | "dikirim" | "kirimkan" | "krm"))
    };
    (0..page.len()).filter(sent).find_map(|at| {
        let range = from(page, at + 1..page.len(), |at| !ends_a_name(page, catalogue, at))?;
        let known = page.tokens.len() > range.end && page.free(after_marks(page, range.end)).is_none();
        let name = page.tokens[range.clone()].iter().all(|token| !PLACES.has(&token.word));
        (known && name && range.len() <= MOST_WORDS_ALONE).then_some(range)
    })
}

fn after_marks(page: &Page<'_>, at: usize) -> usize {
    at + usize::from(page.free(at).is_some_and(|token| token.is_any(&[",", "(", "-"])))
}

/// `Kak saya Rina`: a capital where everything else is small.
fn presented(page: &Page<'_>, catalogue: &Catalogue<'_>) -> Option<Range<usize>> {
    let capital = |at: usize| page.tokens.get(at).is_some_and(|_| starts_with_capital(page.source(&(at..at + 1))));
    let me = |at: &usize| page.free(*at).is_some_and(|token| token.is_any(&["saya", "sy", "aku"]));
    (0..page.len()).filter(me).find_map(|at| {
        let belongs = |at: usize| capital(at) && !ends_a_name(page, catalogue, at);
        from(page, at + 1..page.len(), belongs).filter(|range| range.start == at + 1)
    })
}

fn starts_with_capital(word: &str) -> bool {
    let mut letters = word.chars();
    letters.next().is_some_and(char::is_uppercase) && letters.any(char::is_lowercase)
}

/// The words of a name at the start of a range, as long as they `belong`.
pub(super) fn from(page: &Page<'_>, range: Range<usize>, belongs: impl Fn(usize) -> bool) -> Option<Range<usize>> {
    let Range { start, end } = range;
    let first = (start..end).find(|at| page.free(*at).is_none_or(|token| token.is_word() || token.is_newline()))?;
    let within = |at: usize| {
        let token = page.free(at)?;
        let joins = token.is_any(&["'", "-", "’", "`"]) || (token.is(".") && !ends_a_sentence(page, at));
        Some(joins || (token.is_word() && belongs(at)))
    };
    let limit = end.min(first + 2 * MOST_WORDS);
    let reach = (first..limit).find(|at| within(*at) != Some(true)).unwrap_or(limit);
    let range = drop_fillers(page, page.trim(first..reach, &[]));
    let words = page.tokens[range.clone()].iter().filter(|token| token.is_word()).count();
    (1..=MOST_WORDS).contains(&words).then_some(range)
}

/// A full stop that is not behind an initial or a title.
fn ends_a_sentence(page: &Page<'_>, at: usize) -> bool {
    let before = page.tokens[..at].last().map_or("", |token| token.word.as_str());
    let short = before.chars().count() <= 2 || is_formal_title(before);
    page.tokens[at].is(".") && !short && !page.is_glued(at + 1)
}

/// Without a label, the first word that belongs to something else ends a name.
pub(super) fn ends_a_name(page: &Page<'_>, catalogue: &Catalogue<'_>, at: usize) -> bool {
    let word = page.tokens[at].word.as_str();
    let number = matches!(word, "nomor" | "nomer" | "no" | "nmr" | "kode");
    let introduces = words::STREET_MARKERS.has(word) || words::PHONE_LABELS.has(word) || number;
    let care_of = word == "d" && page.free(at + 1).is_some_and(|token| token.is("/"));
    words::is_stop(word)
        || (words::is_filler(word) && !is_title(word))
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
        let mark = |token: &Token| token.is_newline() || token.is_any(&[",", "/", ";", "|", "(", ")"]);
        page.free(at).is_none_or(mark) || ends_a_sentence(page, at)
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
    let before = (0..range.start).rev().take_while(|at| !page.tokens[*at].is_newline() && !ends_a_sentence(page, *at));
    let line_start = before.into_iter().all(|at| !page.tokens[at].is_word());
    telling && plain && long_enough && line_start && tokens.len() <= MOST_WORDS_ALONE
}

/// Whether the nearest words before or after are the number or the address.
fn has_known_neighbour(page: &Page<'_>, range: &Range<usize>, known: &[Range<usize>]) -> bool {
    let used = |at: usize| known.iter().any(|bytes| bytes.contains(&page.tokens[at].start));
    let telling = |at: &usize| page.tokens[*at].is_word() || page.tokens[*at].is_number() || page.tokens[*at].is("+");
    let before = (0..range.start).rev().find(telling);
    let after = (range.end..page.len()).find(telling);
    before.into_iter().chain(after).any(used)
}
