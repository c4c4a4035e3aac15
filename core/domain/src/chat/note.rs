//! What the buyer adds: a labelled note, a courier left open, a sentence that forbids something.

use std::ops::Range;

use super::block::Block;
use super::field::Confidence;
use super::label::Label;
use super::reading::Found;
use super::token::Page;
use super::words;

const MOST_CHARS: usize = 300;
const FORBIDDING: &[&str] = &["jgn", "jangan", "titip", "mohon"];
const FEWEST_WORDS: usize = 3;

pub(super) fn read(page: &mut Page<'_>, blocks: &[Block], courier_found: bool) -> Option<Found<String>> {
    let label = |label: Label| blocks.iter().filter(move |block| block.label == label).map(|block| block.body.clone());
    let noted: Vec<_> = label(Label::Note).collect();
    let open_courier: Vec<_> = label(Label::Courier).filter(|_| !courier_found).collect();
    let labelled: Vec<_> = noted.into_iter().chain(open_courier).flat_map(|range| lines(page, range)).collect();
    let (ranges, confidence) =
        if labelled.is_empty() { (forbidding(page), Confidence::Guess) } else { (labelled, Confidence::Sure) };
    found(page, ranges, confidence)
}

fn found(page: &mut Page<'_>, ranges: Vec<Range<usize>>, confidence: Confidence) -> Option<Found<String>> {
    let words: Vec<_> = ranges.iter().flat_map(|range| page.source(range).split_whitespace()).collect();
    let value: String = words.join(" ").chars().take(MOST_CHARS).collect();
    let spans = ranges.iter().map(|range| page.bytes(range)).collect();
    for range in ranges {
        page.take(range);
    }
    (!value.is_empty()).then_some(Found { value, spans, confidence, hint: None })
}

/// The lines of a range, without what other fields already used at their ends.
fn lines(page: &Page<'_>, range: Range<usize>) -> Vec<Range<usize>> {
    let mut lines = Vec::new();
    let mut start = range.start;
    for at in range.start..=range.end {
        if at == range.end || page.free(at).is_none_or(super::token::Token::is_newline) {
            lines.push(page.trim(start..at, &[")"]));
            start = at + 1;
        }
    }
    // `jgn cantumin harga ya min`: what is left of it says nothing.
    lines
        .retain(|line| page.tokens[line.clone()].iter().any(|token| token.is_word() && !words::is_filler(&token.word)));
    lines
}

fn forbidding(page: &Page<'_>) -> Vec<Range<usize>> {
    let starts = (0..page.len()).filter(|at| page.free(*at).is_some_and(|token| token.is_any(FORBIDDING)));
    let sentence = starts.map(|at| at..sentence_end(page, at)).find(|range| {
        page.tokens[range.clone()].iter().filter(|token| token.is_word() && !words::is_filler(&token.word)).count()
            >= FEWEST_WORDS
    });
    sentence.into_iter().collect()
}

fn sentence_end(page: &Page<'_>, at: usize) -> usize {
    let ends = |at: usize| page.free(at).is_none_or(|token| token.is_newline() || token.is_any(&[".", ",", "!", "?"]));
    (at..page.len()).find(|i| ends(*i)).unwrap_or(page.len())
}
