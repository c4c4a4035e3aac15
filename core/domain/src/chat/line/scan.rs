//! The spots of a message that may belong to an order line.

use std::ops::Range;

use super::super::token::{Page, Shape};
use super::super::words;
use super::catalogue::{Catalogue, Hit};
use super::{each, number};
use crate::values::Size;

#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Part {
    Product(Hit),
    Colour,
    /// A number called a size; `None` is one the shop does not make.
    Size(Option<Size>),
    /// A number nobody named.
    Bare(u32),
    Count(u32),
    /// `masing2 2`, `@ 2`: how many of each that was named.
    Each(u32),
    /// `yg`: the product was named before.
    Ellipsis,
    Word,
    Colon,
    /// A comma, the end of a line, or words that belong to another field.
    Pause,
    /// `sama`, `+`, or the next number of a list: another line begins.
    Next,
}

#[derive(Debug, Clone)]
pub(super) struct Spot {
    pub(super) part: Part,
    pub(super) range: Range<usize>,
}

pub(super) fn scan(page: &Page<'_>, catalogue: &Catalogue<'_>, ranges: &[Range<usize>]) -> Vec<Spot> {
    let mut spots = Vec::new();
    for range in ranges {
        let mut at = range.start;
        while at < range.end {
            let (part, end) = part_at(page, catalogue, at);
            spots.extend(part.map(|part| Spot { part, range: at..end }));
            at = end;
        }
        spots.push(Spot { part: Part::Pause, range: range.end..range.end });
    }
    spots
}

fn part_at(page: &Page<'_>, catalogue: &Catalogue<'_>, at: usize) -> (Option<Part>, usize) {
    let Some(token) = page.free(at) else {
        return (Some(Part::Pause), at + 1);
    };
    if let Some(end) = list_bullet(page, at) {
        return (Some(Part::Next), end);
    }
    match token.shape {
        Shape::Newline => (Some(Part::Pause), at + 1),
        Shape::Number => number::part_at(page, at),
        Shape::Mark => each::count_at(page, at).unwrap_or_else(|| (mark(&token.word), at + 1)),
        Shape::Word => word_at(page, catalogue, at),
    }
}

/// `1.`, `2)`, `-` or `•` at the start of a line.
fn list_bullet(page: &Page<'_>, at: usize) -> Option<usize> {
    if !page.is_line_start(at) {
        return None;
    }
    let numbered = page.tokens[at].is_number() && page.tokens.get(at + 1).is_some_and(|mark| mark.is_any(&[".", ")"]));
    let decimal = page.tokens.get(at + 2).is_some_and(|token| token.is_number() && page.is_glued(at + 2));
    match (numbered && !decimal, page.tokens[at].is_any(&["-", "•", "*", "–"])) {
        (true, _) => Some(at + 2),
        (_, true) => Some(at + 1),
        _ => None,
    }
}

fn mark(mark: &str) -> Option<Part> {
    match mark {
        "," | ";" | "|" => Some(Part::Pause),
        "+" | "&" => Some(Part::Next),
        ":" => Some(Part::Colon),
        _ => None,
    }
}

fn word_at(page: &Page<'_>, catalogue: &Catalogue<'_>, at: usize) -> (Option<Part>, usize) {
    if let Some((hit, end)) = catalogue.find(page, at) {
        return (Some(Part::Product(hit)), end);
    }
    if let Some(number) = each::count_at(page, at).or_else(|| number::spelt_out(page, at)) {
        return number;
    }
    if let Some(end) = catalogue.colour_end(page, at) {
        return (Some(Part::Colour), end);
    }
    (plain_word(page, at), at + 1)
}

fn plain_word(page: &Page<'_>, at: usize) -> Option<Part> {
    let word = page.tokens[at].word.as_str();
    match word {
        "sama" | "sm" | "sma" | "ama" | "dan" | "dn" | "plus" | "serta" | "trus" | "terus" | "tambah" => {
            Some(Part::Next)
        }
        "yg" | "yang" => Some(Part::Ellipsis),
        _ if words::PHONE_LABELS.has(word)
            || words::is_filler(word)
            || words::count_unit(word).is_some()
            || number::is_label(page, at) =>
        {
            None
        }
        _ => Some(Part::Word),
    }
}
