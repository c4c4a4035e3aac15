//! Dropship: in whose name the parcel goes out, and that nothing in it says what it cost.

use std::ops::Range;

use super::block::Block;
use super::field::Confidence;
use super::label::Label;
use super::line::Catalogue;
use super::reading::{Found, Sender};
use super::token::{Page, Token};
use super::words::Words;
use super::{hide, name, phone};
use crate::values::Phone;

const INTRODUCERS: Words = Words("pengirim pengirimnya dropshipper dropshiper");
/// Between `pengirim` and the name.
const BETWEEN: Words = Words("a / n an atas nama namanya : = . dari pake pakai pk pakek dr");
const MINE: Words = Words("saya sy aku ak gue kami kita");
/// Where the recipient begins in the same breath.
const RECIPIENT: Words = Words("penerima penerimanya kepada kpd kirim dikirim");

pub(super) fn read(page: &mut Page<'_>, blocks: &[Block], catalogue: &Catalogue<'_>) -> Sender {
    let mut sender = Sender::default();
    for block in blocks.iter().filter(|block| block.label == Label::Sender) {
        labelled(page, catalogue, block, &mut sender);
    }
    if sender.name.is_none() && sender.phone.is_none() {
        introduced(page, catalogue, &mut sender);
    }
    sender.hide_price = hide::read(page);
    sender
}

fn labelled(page: &mut Page<'_>, catalogue: &Catalogue<'_>, block: &Block, sender: &mut Sender) {
    let body = own(page, block);
    let said = phone_in(page, &body);
    let end = said.as_ref().map_or(body.end, |(_, range)| range.start);
    let name = name::from(page, body.start..end, |at| block.colon || !name::ends_a_name(page, catalogue, at));
    let confidence = if block.colon { Confidence::Sure } else { Confidence::Likely };
    keep(page, sender, name, said, confidence);
    // The sender's street is nobody's address.
    page.take(body);
}

/// The part of the block that speaks of the sender: in the middle of a sentence no more than its first clause.
fn own(page: &Page<'_>, block: &Block) -> Range<usize> {
    let Range { start, end } = block.body.clone();
    let inline = page.tokens[..block.head.start].last().is_some_and(|token| !token.is_newline());
    let ends = |at: &usize| {
        let token = &page.tokens[*at];
        let clause = token.is(",") || (token.is(".") && !page.is_glued(at + 1));
        page.free(*at).is_none() || RECIPIENT.has(&token.word) || (inline && clause)
    };
    start..(start..end).find(ends).unwrap_or(end)
}

fn phone_in(page: &Page<'_>, range: &Range<usize>) -> Option<(Phone, Range<usize>)> {
    range.clone().find_map(|at| phone::called_at(page, at)).filter(|(_, number)| number.end <= range.end)
}

fn keep(
    page: &mut Page<'_>,
    sender: &mut Sender,
    name: Option<Range<usize>>,
    said: Option<(Phone, Range<usize>)>,
    confidence: Confidence,
) {
    if let Some(range) = name.filter(|_| sender.name.is_none()) {
        sender.name = Some(name::found(page, range, confidence, None));
    }
    if let Some((value, range)) = said.filter(|_| sender.phone.is_none()) {
        page.take(range.clone());
        sender.phone = Some(Found { value, spans: vec![page.bytes(&range)], confidence, hint: None });
    }
}

/// `atas nama pengirim Sahabat Alam 0896…`, `pake nama toko saya Gunung Outfit`.
fn introduced(page: &mut Page<'_>, catalogue: &Catalogue<'_>, sender: &mut Sender) {
    let found = (0..page.len()).find_map(|at| {
        let start = after_introducer(page, at)?;
        let name = name::from(page, start..page.line_end(start), |at| !name::ends_a_name(page, catalogue, at))?;
        (name.start == start).then_some((at, name))
    });
    let Some((at, name)) = found else {
        return;
    };
    let number = name.end + usize::from(page.free(name.end).is_some_and(|token| token.is_any(&["(", ",", "/", "-"])));
    let said = page.free(number).and_then(|_| phone::called_at(page, number));
    page.take(before(page, at)..name.start);
    keep(page, sender, Some(name), said, Confidence::Likely);
}

fn after_introducer(page: &Page<'_>, at: usize) -> Option<usize> {
    let word = |at: usize| page.free(at).filter(|token| token.is_word()).map_or("", |token| token.word.as_str());
    let shop = word(at) == "nama" && matches!(word(at + 1), "toko" | "olshop" | "tokoku");
    if !shop && !INTRODUCERS.has(word(at)) {
        return None;
    }
    let start = at + if shop { 2 } else { 1 };
    let small = |token: &Token| BETWEEN.has(&token.word) || MINE.has(&token.word);
    (start..page.len()).find(|i| !page.free(*i).is_some_and(small))
}

/// `atas nama` and `a/n` before `pengirim` name the sender too, not a buyer called Pengirim.
fn before(page: &Page<'_>, at: usize) -> usize {
    let small = |i: &usize| page.free(*i).is_some_and(|token| BETWEEN.has(&token.word));
    (0..at).rev().take_while(small).last().unwrap_or(at)
}
