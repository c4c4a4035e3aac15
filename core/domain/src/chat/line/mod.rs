//! Order lines: which product, colour, size and how many, also when a line leans on the one before it.

mod catalogue;
mod draft;
mod each;
mod finish;
mod fold;
mod number;
mod scan;

use std::ops::Range;

use super::block::Block;
use super::label::Label;
use super::reading::{Found, LineGuess};
use super::token::Page;

pub(super) use catalogue::{Catalogue, canonical};

/// Reads the labelled items, then what is ordered in passing in the rest of the message; perhaps only what the shop
/// sells.
pub(super) fn read(
    page: &mut Page<'_>,
    blocks: &[Block],
    catalogue: &Catalogue<'_>,
    only_known: bool,
) -> Vec<Found<LineGuess>> {
    let labelled = item_ranges(blocks);
    let mut lines = zone(page, catalogue, &labelled, true);
    let formal = !lines.is_empty();
    let rest = gaps(&labelled, page.len());
    let casual = zone(page, catalogue, &rest, false);
    lines.extend(casual.into_iter().filter(|line| !formal || is_whole(&line.value)));
    lines.retain(|line| !only_known || line.value.product.is_some());
    for line in &lines {
        take(page, &line.spans);
    }
    lines
}

fn zone(page: &Page<'_>, catalogue: &Catalogue<'_>, ranges: &[Range<usize>], labelled: bool) -> Vec<Found<LineGuess>> {
    let spots = scan::scan(page, catalogue, ranges);
    finish::finish(page, catalogue, fold::fold(spots), labelled)
}

fn item_ranges(blocks: &[Block]) -> Vec<Range<usize>> {
    let told = blocks.iter().filter(|block| matches!(block.label, Label::Items | Label::Part));
    told.filter_map(Block::told).collect()
}

fn gaps(ranges: &[Range<usize>], len: usize) -> Vec<Range<usize>> {
    let starts = [0].into_iter().chain(ranges.iter().map(|range| range.end));
    let ends = ranges.iter().map(|range| range.start).chain([len]);
    starts.zip(ends).map(|(start, end)| start..end).filter(|gap| !gap.is_empty()).collect()
}

fn is_whole(line: &LineGuess) -> bool {
    line.product.is_some() && line.size.is_some()
}

fn take(page: &mut Page<'_>, spans: &[Range<usize>]) {
    for span in spans {
        let from = page.tokens.partition_point(|token| token.start < span.start);
        let to = page.tokens.partition_point(|token| token.end <= span.end);
        page.take(from..to);
    }
}
