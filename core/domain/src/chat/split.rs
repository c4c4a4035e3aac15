//! Several orders in one message: where each begins. Cut only where both sides go to an address of their own.

use std::ops::Range;

use super::block::{Block, heads};
use super::label::Label;
use super::phone;
use super::token::Page;
use super::words::{STREET_MARKERS, Words};

const ORDINALS: Words = Words("pertama kedua ketiga keempat kelima");
/// No buyer sends more orders in one message; a hostile paste may.
const MOST: usize = 12;

/// The orders of a message, in bytes. They lie side by side and are the whole text.
pub(super) struct Parts {
    pub(super) ranges: Vec<Range<usize>>,
    /// Where the first order begins, behind what was said before it.
    pub(super) first: usize,
}

pub(super) fn parts(text: &str) -> Parts {
    let page = Page::new(text);
    let heads = heads(&page);
    let splitter = Splitter { page: &page, heads: &heads };
    splitter.cut(&splitter.starts().unwrap_or_default(), text.len())
}

struct Splitter<'s, 't> {
    page: &'s Page<'t>,
    heads: &'s [Block],
}

impl Splitter<'_, '_> {
    /// The first way of cutting that gives more than one order, from the most explicit on.
    fn starts(&self) -> Option<Vec<usize>> {
        let ways = [self.titles(), self.numbers(), self.rules(), self.paragraphs(), self.repeated_label()];
        ways.into_iter().map(|starts| self.complete(&starts)).find(|starts| starts.len() > 1)
    }

    fn cut(&self, starts: &[usize], len: usize) -> Parts {
        let at = |start: &usize| self.page.tokens[*start].start;
        let begins: Vec<_> = [0].into_iter().chain(starts.iter().skip(1).map(at)).collect();
        let ends = begins.iter().skip(1).copied().chain([len]);
        let ranges = begins.iter().copied().zip(ends).map(|(start, end)| start..end).collect();
        Parts { ranges, first: starts.first().map(at).unwrap_or_default() }
    }

    fn line_starts(&self) -> Vec<usize> {
        (0..self.page.len()).filter(|at| self.page.is_line_start(*at)).collect()
    }

    fn word(&self, at: usize) -> &str {
        self.page.tokens.get(at).map_or("", |token| token.word.as_str())
    }

    fn is_number(&self, at: usize) -> bool {
        self.page.tokens.get(at).is_some_and(super::token::Token::is_number)
    }

    /// `Order 2`, `paket ke 2`, `Penerima 2`, `#2`.
    fn titles(&self) -> Vec<usize> {
        let named = |at: usize| {
            matches!(self.word(at), "order" | "orderan" | "pesanan" | "paket" | "penerima" | "alamat" | "cust" | "#")
        };
        let numbered = |at: usize| {
            let number = at + 1 + usize::from(self.word(at + 1) == "ke") + usize::from(self.word(at + 2) == "-");
            (self.is_number(number) && self.word(number).len() < 3) || ORDINALS.has(self.word(at + 1))
        };
        self.line_starts().into_iter().filter(|at| named(*at) && numbered(*at)).collect()
    }

    /// `1.`, `2)`.
    fn numbers(&self) -> Vec<usize> {
        let mark = |at: usize| matches!(self.word(at), "." | ")");
        self.line_starts().into_iter().filter(|at| self.is_number(*at) && mark(at + 1)).collect()
    }

    /// The line after `-----`.
    fn rules(&self) -> Vec<usize> {
        let rule = |at: usize| {
            let line = &self.page.tokens[at..self.page.line_end(at)];
            line.len() > 2 && line.iter().all(|token| token.is_any(&["-", "=", "_", "*", "—", "~"]))
        };
        let starts = self.line_starts();
        let after = starts.windows(2).filter(|pair| rule(pair[0])).map(|pair| pair[1]);
        starts.first().copied().into_iter().chain(after).collect()
    }

    fn paragraphs(&self) -> Vec<usize> {
        let blank = |at: usize| at == 0 || (at > 1 && self.page.tokens[at - 2].is_newline());
        let written = |at: usize| !self.page.tokens[at].is_newline();
        self.line_starts().into_iter().filter(|at| blank(*at) && written(*at)).collect()
    }

    /// A form that is there twice begins again with the label it began with.
    fn repeated_label(&self) -> Vec<usize> {
        let formal = |block: &&Block| {
            matches!(block.label, Label::Name | Label::Recipient | Label::Items | Label::Address | Label::Phone)
        };
        let first = self.heads.iter().find(formal).map(|block| block.label);
        let again = self.heads.iter().filter(|block| Some(block.label) == first);
        again.map(|block| block.head.start).filter(|at| self.page.is_line_start(*at)).collect()
    }

    /// The starts of orders that have a street and someone to send to; what is between them belongs to the one before.
    fn complete(&self, starts: &[usize]) -> Vec<usize> {
        let ends = starts.iter().skip(1).copied().chain([self.page.len()]);
        let chunks = starts.iter().copied().zip(ends);
        chunks.filter(|(start, end)| self.is_complete(*start..*end)).map(|(start, _)| start).take(MOST).collect()
    }

    fn is_complete(&self, chunk: Range<usize>) -> bool {
        let within = |block: &&Block| chunk.contains(&block.head.start);
        let of_sender = self.heads.iter().filter(within).all(|block| block.label == Label::Sender);
        let only_sender = of_sender && self.heads.iter().any(|block| within(&block));
        let person = self.heads.iter().filter(within).any(|b| matches!(b.label, Label::Name | Label::Recipient));
        let street = chunk.clone().any(|at| self.is_street(at));
        let phone = chunk.clone().any(|at| phone::called_at(self.page, at).is_some_and(|(n, _)| n.is_mobile()));
        street && (phone || person) && !only_sender
    }

    /// A street with a number, or what looks like a postal code.
    fn is_street(&self, at: usize) -> bool {
        let code = self.is_number(at) && self.word(at).len() == 5;
        let house = (at + 1..self.page.line_end(at).min(at + 12)).any(|i| self.is_number(i));
        code || (STREET_MARKERS.has(self.word(at)) && house)
    }
}
