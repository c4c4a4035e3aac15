//! The labelled blocks of a message: where each label stands and how far its value reaches.

use std::ops::Range;

use super::label::{Label, label_of, misspelt_label};
use super::line::Catalogue;
use super::token::Page;
use super::words::{STREET_MARKERS, is_stop};

const LABEL_WORDS: usize = 4;
const RAMBLE: usize = 7;
/// Marks inside and around a label: `*No. HP/WA*`.
const LABEL_MARKS: &[&str] = &[".", "/", "-", "*", "_", "&", "+", "~"];

/// Pictures people put before a field at the start of a line, by what they mean.
const PICTURES: &[(Label, &str)] = &[
    (Label::Name, "👤👩👨🧑🙋🙎💁"),
    (Label::Phone, "📞📱📲☎"),
    (Label::Address, "📍🏠🏡"),
    (Label::Items, "🛒🛍"),
    (Label::Courier, "🚚🚛"),
];

/// A label and the tokens of its value.
#[derive(Debug, Clone)]
pub(super) struct Block {
    pub(super) label: Label,
    pub(super) head: Range<usize>,
    pub(super) body: Range<usize>,
    /// Whether a colon stood after the label.
    pub(super) colon: bool,
}

impl Block {
    /// What was told under the label, with the label where it says what the value is; nothing under an empty one.
    pub(super) fn told(&self) -> Option<Range<usize>> {
        let start = if self.label.is_content() { self.head.start } else { self.body.start };
        (!self.body.is_empty()).then_some(start..self.body.end)
    }
}

/// Cuts the message and takes the labels out of it.
pub(super) fn read(page: &mut Page<'_>, catalogue: &Catalogue<'_>) -> Vec<Block> {
    let mut blocks = heads(page);
    let ends: Vec<_> = blocks.iter().skip(1).map(|next| next.head.start).chain([page.len()]).collect();
    for (block, end) in blocks.iter_mut().zip(ends) {
        block.body = body(page, catalogue, block, end);
    }
    give_to_sender(&mut blocks);
    for block in &blocks {
        take(page, block);
    }
    blocks
}

fn take(page: &mut Page<'_>, block: &Block) {
    if block.label != Label::Other && !block.label.is_content() {
        page.take(block.head.clone());
    }
}

/// In talk of money `a/n :` names whose account it was.
pub(super) fn holders_pay(page: &Page<'_>, blocks: &mut [Block]) {
    let holder = |block: &&mut Block| page.tokens[block.head.start].is_any(&["a", "an", "atas"]);
    for block in blocks.iter_mut().filter(holder).filter(|block| block.label == Label::Name) {
        block.label = Label::Sender;
    }
}

/// Takes out what stands under labels an order form does not have; a claim was read from it before.
pub(super) fn forget_others(page: &mut Page<'_>, blocks: &[Block]) {
    for block in blocks.iter().filter(|block| block.label == Label::Other) {
        page.take(block.head.start..block.body.end.max(block.head.end));
    }
}

/// `Pengirim` alone on its line opens a section: what is under it is the sender's, up to the recipient.
fn give_to_sender(blocks: &mut [Block]) {
    let recipient = blocks.iter().rposition(|block| block.label == Label::Recipient).unwrap_or(0);
    let mut inside = false;
    for (place, block) in blocks.iter_mut().enumerate() {
        inside &= place < recipient;
        if matches!(block.label, Label::Sender | Label::From) {
            inside = block.body.is_empty();
            block.label = Label::Sender;
        } else if inside && matches!(block.label, Label::Name | Label::Phone) {
            block.label = Label::Sender;
        } else if inside && matches!(block.label, Label::Address | Label::Region) {
            block.label = Label::Other;
        } else {
            inside = false;
        }
    }
}

pub(super) fn heads(page: &Page<'_>) -> Vec<Block> {
    let mut heads: Vec<Block> = Vec::new();
    let mut at = 0;
    while at < page.len() {
        match head_at(page, at) {
            Some(head) => {
                at = head.head.end;
                heads.push(head);
            }
            None => at += 1,
        }
    }
    heads
}

fn head_at(page: &Page<'_>, at: usize) -> Option<Block> {
    if !page.tokens[at].is_word() {
        return picture_at(page, at);
    }
    let line = bullet_start(page, at);
    let (label, end) = (1..=LABEL_WORDS).rev().find_map(|count| label_at(page, at..at + count, line.is_some()))?;
    // Inside a line of items `uk: 39` is part of the line, not a new block.
    if label == Label::Part && line.is_none() {
        return None;
    }
    let colon = colon_after(page, end, line.is_some(), label);
    // `dropship ya kak` begins no section, `DROPSHIP` alone may.
    let talk = page.tokens[at].word.starts_with("dropship");
    let alone = matches!(label, Label::Recipient | Label::Sender) && page.line_end(end) == end;
    let bare = line.filter(|_| alone || (label.may_stand_bare() && !talk)).map(|_| end);
    let end = colon.or(bare)?;
    Some(Block { label, head: line.unwrap_or(at)..end, body: end..end, colon: colon.is_some() })
}

/// `📍 Jl. Merdeka 12`; before a word that is a label itself a picture is a bullet.
fn picture_at(page: &Page<'_>, at: usize) -> Option<Block> {
    let (label, _) = PICTURES.iter().find(|(_, pictures)| pictures.contains(page.tokens[at].word.as_str()))?;
    let line = bullet_start(page, at)?;
    let word = (at + 1..page.line_end(at)).find(|i| page.tokens[*i].is_word() || page.tokens[*i].is_number())?;
    let labelled = page.tokens[word].is_word() && head_at(page, word).is_some();
    (!labelled).then_some(Block { label: *label, head: line..at + 1, body: at + 1..at + 1, colon: false })
}

fn label_at(page: &Page<'_>, words: Range<usize>, at_line_start: bool) -> Option<(Label, usize)> {
    let tokens = page.tokens.get(words.clone())?;
    let whole = tokens.last()?.is_word() && tokens.iter().all(|token| token.is_word() || token.is_any(LABEL_MARKS));
    if !whole {
        return None;
    }
    let spelling = page.joined(words.clone(), LABEL_MARKS);
    let misspelt =
        || misspelt_label(&spelling).filter(|_| at_line_start && words.len() == 1 && is_colon(page, words.end));
    label_of(&spelling).or_else(misspelt).map(|label| (label, words.end))
}

/// The start of the line, when only bullets or a number stand between it and `at`.
fn bullet_start(page: &Page<'_>, at: usize) -> Option<usize> {
    let start = page.tokens[..at].iter().rposition(super::token::Token::is_newline).map_or(0, |newline| newline + 1);
    let before = &page.tokens[start..at];
    let numbered = matches!(before, [number, mark, ..] if number.is_number() && mark.is_any(&[".", ")"]));
    let bullets = if numbered { &before[2..] } else { before };
    bullets.iter().all(|token| !token.is_word() && !token.is_number()).then_some(start)
}

fn is_colon(page: &Page<'_>, at: usize) -> bool {
    page.tokens.get(at).is_some_and(|token| token.is_any(&[":", "="]))
}

/// The token after the colon that belongs to a label ending at `at`.
fn colon_after(page: &Page<'_>, mut at: usize, at_line_start: bool, label: Label) -> Option<usize> {
    while page.tokens.get(at).is_some_and(|token| token.is_any(&["*", "_", "~"])) {
        at += 1;
    }
    let is = |marks: &[&str]| at_line_start && page.tokens.get(at).is_some_and(|token| token.is_any(marks));
    let dash = is(&["-", ";"]) && !page.is_glued(at);
    let stop = is(&["."]) && !page.is_glued(at + 1) && !label.is_content();
    if is_colon(page, at) || dash || stop {
        return Some(skip_stars(page, at + 1));
    }
    if !at_line_start {
        return None;
    }
    let parenthesis = page.tokens.get(at).is_some_and(|token| token.is("("));
    (parenthesis || label.may_ramble()).then(|| rambling_colon(page, at)).flatten()
}

/// `*Nama:* Rina`: the closing star of bold type stands after the colon.
fn skip_stars(page: &Page<'_>, at: usize) -> usize {
    let stars = page.tokens[at..].iter().take_while(|token| token.is_any(&["*", "_"])).count();
    at + stars
}

fn rambling_colon(page: &Page<'_>, at: usize) -> Option<usize> {
    let end = page.line_end(at).min(at + RAMBLE);
    let colon = (at..end).find(|i| is_colon(page, *i))?;
    let calm = (at..colon).all(|i| !page.tokens[i].is_number() && !page.tokens[i].is(","));
    // The colon of another label is not this label's.
    let own = label_of(&page.tokens[colon - 1].word).is_none() || page.tokens[colon - 1].is("pos");
    (calm && own && colon > at).then_some(colon + 1)
}

fn body(page: &Page<'_>, catalogue: &Catalogue<'_>, block: &Block, end: usize) -> Range<usize> {
    let first = first_line(page, block, end);
    let mut reach = first.end;
    while let Some(line) = next_line(page, reach, end).filter(|line| continues(page, catalogue, block.label, line)) {
        reach = line.end;
    }
    first.start..reach
}

/// The line of the label, or the one under it when the label stands alone.
fn first_line(page: &Page<'_>, block: &Block, end: usize) -> Range<usize> {
    let start = block.head.end;
    let line = start..page.line_end(start).min(end);
    if !line.is_empty() || !block.colon {
        return line;
    }
    next_line(page, line.end, end).unwrap_or(line)
}

fn next_line(page: &Page<'_>, newline: usize, end: usize) -> Option<Range<usize>> {
    let start = newline + 1;
    (start < end).then(|| start..page.line_end(start).min(end)).filter(|line| !line.is_empty())
}

fn continues(page: &Page<'_>, catalogue: &Catalogue<'_>, label: Label, line: &Range<usize>) -> bool {
    let first = page.tokens[line.clone()].iter().find(|token| token.is_word()).map_or("", |token| token.word.as_str());
    let item = || line.clone().any(|at| catalogue.product_end(page, at).is_some());
    let phone = looks_like_phone(page, line);
    label == Label::Note
        || (label == Label::Address && !phone && !is_stop(first) && !item())
        || (label == Label::Items && !phone && !STREET_MARKERS.has(first))
}

fn looks_like_phone(page: &Page<'_>, line: &Range<usize>) -> bool {
    let tokens = &page.tokens[line.clone()];
    let abroad = tokens.windows(2).any(|pair| pair[0].is("+") && pair[1].word.starts_with("62"));
    abroad
        || tokens.iter().any(|token| {
            let start = ["08", "62"].iter().any(|prefix| token.word.starts_with(prefix));
            token.is_number() && (token.word.len() >= 9 || (start && token.word.len() >= 4))
        })
}
