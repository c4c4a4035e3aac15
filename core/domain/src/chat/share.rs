//! What was said once for all orders of a message: `semua pake jnt`, a sender named before the first order.

use std::ops::Range;

use super::field::Confidence;
use super::hint::Hint;
use super::reading::{Found, Reading};
use super::token::Page;

const ALL: &[&str] = &["semua", "semuanya", "smua", "smuanya", "keduanya", "ketiganya", "all", "sekalian"];
/// `dua2nya`, `3 3nya`: a number word, a 2 and `nya` run together.
const COUNTS: &[&str] = &["dua", "tiga", "empat", "lima"];

/// Where words stand that hold for every order, in bytes: before the first one, and lines that say `semua`.
pub(super) struct Common {
    ranges: Vec<Range<usize>>,
}

impl Common {
    pub(super) fn of(text: &str, first: usize) -> Self {
        let page = Page::new(text);
        let marks = (0..page.len()).filter(|at| means_all(&page, *at));
        let lines = marks.map(|at| {
            let start = page.tokens[..at].iter().rposition(super::token::Token::is_newline).map_or(0, |end| end + 1);
            page.bytes(&(start..page.line_end(at)))
        });
        let before = std::iter::once(0..first);
        Self { ranges: lines.chain(before).collect() }
    }

    fn holds(&self, spans: &[Range<usize>]) -> bool {
        let within = |span: &Range<usize>| self.ranges.iter().any(|r| r.start <= span.start && span.end <= r.end);
        !spans.is_empty() && spans.iter().all(within)
    }

    /// Gives every order what was said for all of them and not otherwise for itself.
    pub(super) fn share(&self, readings: &mut [Reading]) {
        self.each(readings, |reading| &mut reading.courier);
        self.each(readings, |reading| &mut reading.sender.name);
        self.each(readings, |reading| &mut reading.sender.phone);
        self.each(readings, |reading| &mut reading.sender.hide_price);
        self.each(readings, |reading| &mut reading.deadline);
    }

    fn each<T: Clone>(&self, readings: &mut [Reading], field: impl Fn(&mut Reading) -> &mut Option<Found<T>>) {
        let said = readings.iter_mut().find_map(|reading| field(reading).clone().filter(|f| self.holds(&f.spans)));
        let Some(said) = said else {
            return;
        };
        let given = Found {
            confidence: said.confidence.min(Confidence::Likely),
            hint: said.hint.clone().or(Some(Hint::SaidForAll)),
            ..said
        };
        for reading in readings {
            let mine = field(reading);
            if mine.is_none() {
                *mine = Some(given.clone());
            }
        }
    }
}

fn means_all(page: &Page<'_>, at: usize) -> bool {
    let is = |at: usize, words: &[&str]| page.tokens.get(at).is_some_and(|token| token.is_any(words));
    is(at, ALL) || (is(at, COUNTS) && is(at + 1, &["2"]) && is(at + 2, &["nya"]))
}
