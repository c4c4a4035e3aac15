//! The catalogue as chats name it: whole names, slips of the finger, and first words alone.

use std::ops::Range;

use super::super::reading::Product;
use super::super::spelling::{is_misspelt, is_shortened};
use super::super::token::{Page, Token};
use super::super::words;

/// Words in product names that tell no product from another.
const GENERIC: &[&str] = &["sandal", "sendal", "sepatu", "model", "tipe", "seri", "series"];

/// What a word of the chat stands for. Numbers are places in the catalogue.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Hit {
    Exact(usize),
    Misspelt(usize),
    Several(Vec<usize>),
}

#[derive(Debug)]
struct Entry<'a> {
    product: Product<'a>,
    words: Vec<String>,
    /// The name without spaces, when it has any.
    joined: Option<String>,
}

/// A catalogue cut into words once, for the whole message.
#[derive(Debug)]
pub(in crate::chat) struct Catalogue<'a> {
    entries: Vec<Entry<'a>>,
    /// Colours of more than one word, longest first.
    long_colours: Vec<Vec<String>>,
}

impl<'a> Catalogue<'a> {
    pub(in crate::chat) fn new(products: &[Product<'a>]) -> Self {
        let entries = products.iter().map(|product| {
            let words = name_words(product.name);
            let joined = (words.len() > 1).then(|| words.concat());
            Entry { product: *product, words, joined }
        });
        let entries: Vec<_> = entries.filter(|entry| !entry.words.is_empty()).collect();
        let colours = entries.iter().flat_map(|entry| entry.product.colours.iter());
        let mut long_colours: Vec<_> =
            colours.map(|colour| words_of(colour)).filter(|words| !words.is_empty()).collect();
        long_colours.sort_by_key(|words| std::cmp::Reverse(words.len()));
        long_colours.dedup();
        Self { entries, long_colours }
    }

    pub(super) fn product(&self, place: usize) -> Option<&Product<'a>> {
        self.entries.get(place).map(|entry| &entry.product)
    }

    /// A name of several words is no everyday word.
    pub(super) fn is_unmistakable(&self, place: usize) -> bool {
        self.entries.get(place).is_some_and(|entry| entry.words.len() > 1)
    }

    /// The token after the product named at `at`.
    pub(in crate::chat) fn product_end(&self, page: &Page<'_>, at: usize) -> Option<usize> {
        self.find(page, at).map(|(_, end)| end)
    }

    /// The product named at `at`, and the token after its name.
    pub(super) fn find(&self, page: &Page<'_>, at: usize) -> Option<(Hit, usize)> {
        page.free(at).filter(|token| token.is_word())?;
        self.whole_name(page, at).or_else(|| self.key_word(page, at))
    }

    fn whole_name(&self, page: &Page<'_>, at: usize) -> Option<(Hit, usize)> {
        let named = self.entries.iter().enumerate().filter_map(|(place, entry)| {
            let (end, exact) = entry.names(page, at)?;
            Some((place, end, exact))
        });
        let (place, end, exact) = named.max_by_key(|(_, end, exact)| (*end, *exact))?;
        Some((if exact { Hit::Exact(place) } else { Hit::Misspelt(place) }, end))
    }

    /// One word of a name, when people leave out the rest: `trekker` for Trekker X.
    fn key_word(&self, page: &Page<'_>, at: usize) -> Option<(Hit, usize)> {
        let word = &page.free(at)?.word;
        if words::colour(word).is_some() || words::is_filler(word) {
            return None;
        }
        let places: Vec<_> = (0..self.entries.len()).filter(|place| self.entries[*place].has_key(word)).collect();
        match places.as_slice() {
            [] => None,
            [only] => Some((Hit::Misspelt(*only), at + 1)),
            _ => Some((Hit::Several(places), at + 1)),
        }
    }

    /// The end of a colour that begins at `at`: one the catalogue has, or one everybody knows.
    pub(in crate::chat) fn colour_end(&self, page: &Page<'_>, at: usize) -> Option<usize> {
        let listed = self.long_colours.iter().find_map(|words| sequence(page, at, words, |found, word| found == word));
        listed.or_else(|| {
            let known = page.free(at).is_some_and(|token| words::colour(&token.word).is_some());
            known.then(|| tail_of_grey(page, at))
        })
    }

    /// The colour in the product's own spelling.
    pub(super) fn offered(&self, place: usize, colour: &str) -> Option<&'a str> {
        let wanted = canonical(colour);
        let product = self.product(place)?;
        product.colours.iter().find(|offered| canonical(offered) == wanted).map(String::as_str)
    }
}

impl Entry<'_> {
    fn names(&self, page: &Page<'_>, at: usize) -> Option<(usize, bool)> {
        let exactly = sequence(page, at, &self.words, |found, word| found == word);
        let nearly = || sequence(page, at, &self.words, |found, word| found == word || is_slip(found, word));
        let joined = || (self.joined.as_ref() == Some(&page.tokens[at].word)).then_some(at + 1);
        exactly.or_else(joined).map(|end| (end, true)).or_else(|| nearly().map(|end| (end, false)))
    }

    fn has_key(&self, word: &str) -> bool {
        let keys = self.words.iter().filter(|key| key.chars().count() >= 4 && words::colour(key).is_none());
        keys.enumerate().any(|(place, key)| word == key || (place == 0 && is_slip(word, key)))
    }
}

/// A slip of the finger, or vowels saved.
fn is_slip(found: &str, word: &str) -> bool {
    is_misspelt(found, word) || (found.chars().count() >= 4 && is_shortened(found, word))
}

/// `abu abu`, `abu-abu` and `abu2` are one grey.
fn tail_of_grey(page: &Page<'_>, at: usize) -> usize {
    let is = |at: usize, word: &str| page.tokens.get(at).is_some_and(|token| token.is(word));
    match (
        is(at, "abu"),
        is(at + 1, "abu"),
        is(at + 1, "-") && is(at + 2, "abu"),
        is(at + 1, "2") && page.is_glued(at + 1),
    ) {
        (true, true, _, _) | (true, _, _, true) => at + 2,
        (true, _, true, _) => at + 3,
        _ => at + 1,
    }
}

fn sequence(page: &Page<'_>, at: usize, words: &[String], same: impl Fn(&str, &str) -> bool) -> Option<usize> {
    let mut at = at;
    for (place, word) in words.iter().enumerate() {
        if place > 0 && page.free(at).is_some_and(|token| token.is("-")) {
            at += 1;
        }
        page.free(at).filter(|token| same(&token.word, word))?;
        at += 1;
    }
    Some(at)
}

/// A colour as far as spelling goes: `Hitem`, `black` and `hitam` are one.
pub(in crate::chat) fn canonical(colour: &str) -> String {
    let words = words_of(colour);
    let all: Vec<_> = words.iter().map(|word| words::colour(word).unwrap_or(word)).collect();
    if all.iter().all(|word| *word == "abu-abu") { "abu-abu".to_owned() } else { all.join(" ") }
}

fn name_words(name: &str) -> Vec<String> {
    let words = words_of(name);
    let telling: Vec<_> = words.iter().filter(|word| !GENERIC.contains(&word.as_str())).cloned().collect();
    if telling.is_empty() { words } else { telling }
}

fn words_of(text: &str) -> Vec<String> {
    let page = Page::new(text);
    let kept = |token: &Token| token.is_word() || token.is_number();
    page.tokens.into_iter().filter(kept).map(|token| token.word).collect()
}

/// The words of a range as they were written, in one line.
pub(super) fn written(page: &Page<'_>, range: &Range<usize>) -> String {
    page.source(range).split_whitespace().collect::<Vec<_>>().join(" ")
}
