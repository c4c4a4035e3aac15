//! The message as tokens that remember where they stood, and which of them a field has already used.

use std::ops::Range;

/// Longer pastes are read this far; no order is longer.
const MAX_CHARS: usize = 8_000;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Shape {
    Word,
    Number,
    Mark,
    Newline,
}

#[derive(Debug)]
pub(super) struct Token {
    pub(super) shape: Shape,
    /// The token in lower case.
    pub(super) word: String,
    pub(super) start: usize,
    pub(super) end: usize,
}

impl Token {
    pub(super) fn is_word(&self) -> bool {
        self.shape == Shape::Word
    }

    pub(super) fn is_number(&self) -> bool {
        self.shape == Shape::Number
    }

    pub(super) fn is_newline(&self) -> bool {
        self.shape == Shape::Newline
    }

    pub(super) fn is(&self, word: &str) -> bool {
        self.word == word
    }

    pub(super) fn is_any(&self, words: &[&str]) -> bool {
        words.contains(&self.word.as_str())
    }
}

/// The tokens of one message. Ranges given to and by its methods count tokens, unless they are called bytes.
#[derive(Debug)]
pub(super) struct Page<'t> {
    pub(super) text: &'t str,
    pub(super) tokens: Vec<Token>,
    taken: Vec<bool>,
}

impl<'t> Page<'t> {
    pub(super) fn new(text: &'t str) -> Self {
        Self::of(text, &(0..text.len()))
    }

    /// Only the tokens of some bytes of the text, at the places they have in the whole.
    pub(super) fn of(text: &'t str, bytes: &Range<usize>) -> Self {
        let most = text.char_indices().nth(MAX_CHARS).map_or(text.len(), |(at, _)| at);
        let text = &text[..bytes.end.min(most)];
        let tokens = cut(text, bytes.start.min(text.len()));
        let taken = vec![false; tokens.len()];
        Self { text, tokens, taken }
    }

    /// Tokens nobody wrote: they are gone as if they had never been there.
    pub(super) fn drop_tokens(&mut self, range: Range<usize>) {
        self.tokens.drain(range.clone());
        self.taken.drain(range);
    }

    pub(super) fn len(&self) -> usize {
        self.tokens.len()
    }

    /// Everything `find` reads when it is asked at each token in turn; it says where reading goes on after a find.
    pub(super) fn scan<T>(&self, find: impl Fn(usize) -> Option<(usize, T)>) -> Vec<T> {
        let (mut found, mut at) = (Vec::new(), 0);
        while at < self.len() {
            let next = find(at).map(|(end, one)| {
                found.push(one);
                end
            });
            at = next.unwrap_or(at + 1);
        }
        found
    }

    /// A token no field has used yet.
    pub(super) fn free(&self, at: usize) -> Option<&Token> {
        self.tokens.get(at).filter(|_| !self.taken[at])
    }

    pub(super) fn is_free(&self, range: Range<usize>) -> bool {
        self.taken.get(range).is_some_and(|taken| !taken.contains(&true))
    }

    pub(super) fn take(&mut self, range: Range<usize>) {
        if let Some(taken) = self.taken.get_mut(range) {
            taken.fill(true);
        }
    }

    /// The word `back` steps before `at` on the same line, not counting full stops and colons.
    pub(super) fn word_before(&self, at: usize, back: usize) -> Option<&str> {
        let before = self.tokens[..at].iter().rev().take_while(|token| !token.is_newline());
        before.filter(|token| !token.is_any(&[".", ":"])).nth(back).map(|token| token.word.as_str())
    }

    pub(super) fn is_line_start(&self, at: usize) -> bool {
        at == 0 || self.tokens[at - 1].is_newline()
    }

    pub(super) fn line_end(&self, at: usize) -> usize {
        (at..self.len()).find(|i| self.tokens[*i].is_newline()).unwrap_or(self.len())
    }

    /// Whether no white space parts the token from the one before it.
    pub(super) fn is_glued(&self, at: usize) -> bool {
        at > 0 && at < self.len() && self.tokens[at - 1].end == self.tokens[at].start
    }

    /// The token after a mark and digits that stand at `at` without a space: the `.417` of `325.417`.
    pub(super) fn glued_digits(&self, at: usize) -> Option<usize> {
        let mark = self.tokens.get(at).is_some_and(|token| token.is_any(&[".", ","])) && self.is_glued(at);
        let digits = self.tokens.get(at + 1).is_some_and(Token::is_number) && self.is_glued(at + 1);
        (mark && digits).then_some(at + 2)
    }

    pub(super) fn bytes(&self, range: &Range<usize>) -> Range<usize> {
        match self.tokens.get(range.clone()) {
            Some([first, .., last]) => first.start..last.end,
            Some([only]) => only.start..only.end,
            Some([]) | None => 0..0,
        }
    }

    /// The words as they were written.
    pub(super) fn source(&self, range: &Range<usize>) -> &'t str {
        &self.text[self.bytes(range)]
    }

    /// The range without marks and line breaks at its ends.
    pub(super) fn trim(&self, mut range: Range<usize>, keep: &[&str]) -> Range<usize> {
        let loose =
            |at: usize| !matches!(self.tokens[at].shape, Shape::Word | Shape::Number) && !self.tokens[at].is_any(keep);
        while range.start < range.end && loose(range.start) {
            range.start += 1;
        }
        while range.start < range.end && loose(range.end - 1) {
            range.end -= 1;
        }
        range
    }

    /// Tokens run together, leaving out the marks in `skip`: `No. HP` becomes `nohp`.
    pub(super) fn joined(&self, range: Range<usize>, skip: &[&str]) -> String {
        let kept = self.tokens[range].iter().filter(|token| !token.is_any(skip));
        kept.map(|token| token.word.as_str()).collect()
    }
}

fn cut(text: &str, start: usize) -> Vec<Token> {
    let mut tokens = Vec::new();
    let mut at = start;
    while let Some(c) = text[at..].chars().next() {
        let (shape, end) = token_end(text, at, c);
        if shape == Shape::Newline || !is_blank(c) {
            tokens.push(token(shape, &text[at..end], at, end));
        }
        at = end;
    }
    tokens
}

/// White space, and what only changes how the sign before it looks.
fn is_blank(c: char) -> bool {
    c.is_whitespace() || matches!(c, '\u{fe0f}' | '\u{200b}'..='\u{200d}' | '\u{2060}' | '\u{1f3fb}'..='\u{1f3ff}')
}

/// `makasiii` and `yaaaa` are the words they would be if the finger had let go.
fn squeezed(word: &str) -> String {
    let letters: Vec<char> = word.chars().collect();
    let run = |at: usize| letters[at..].iter().take_while(|letter| **letter == letters[at]).count();
    let (mut kept, mut at) = (String::new(), 0);
    while at < letters.len() {
        let length = run(at);
        kept.extend(std::iter::repeat_n(letters[at], if length > 2 { 1 } else { length }));
        at += length;
    }
    kept
}

/// Signs that stand for a letter or a mark are read as that: `➕`, `✖️`, the frame of `1️⃣`.
fn token(shape: Shape, written: &str, start: usize, end: usize) -> Token {
    let (shape, word) = match written {
        "➕" | "＋" => (Shape::Mark, "+".to_owned()),
        "✖" | "×" | "✕" => (Shape::Word, "x".to_owned()),
        "\u{20e3}" => (Shape::Mark, ")".to_owned()),
        "：" => (Shape::Mark, ":".to_owned()),
        _ if shape == Shape::Word => (shape, squeezed(&written.to_lowercase())),
        _ => (shape, written.to_owned()),
    };
    Token { shape, word, start, end }
}

fn token_end(text: &str, at: usize, first: char) -> (Shape, usize) {
    let run = |same: fn(char) -> bool| at + text[at..].find(|c| !same(c)).unwrap_or(text.len() - at);
    match first {
        '\n' => (Shape::Newline, at + 1),
        c if c.is_ascii_digit() => (Shape::Number, run(|c| c.is_ascii_digit())),
        c if c.is_alphabetic() => (Shape::Word, run(|c| c.is_alphabetic() || c == '\'' || c == '’')),
        c => (Shape::Mark, at + c.len_utf8()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_numbers_and_marks_part_even_without_spaces() {
        let page = Page::new("rt2 J&T\n325.417");
        let words: Vec<_> = page.tokens.iter().map(|token| token.word.as_str()).collect();
        assert_eq!(words, ["rt", "2", "j", "&", "t", "\n", "325", ".", "417"]);
        assert_eq!(page.source(&(2..5)), "J&T");
    }

    #[test]
    fn letters_held_too_long_are_let_go() {
        let page = Page::new("Makasiiii yaaa jaann");
        let words: Vec<_> = page.tokens.iter().map(|token| token.word.as_str()).collect();
        assert_eq!(words, ["makasi", "ya", "jaann"]);
    }

    #[test]
    fn a_word_that_is_used_is_not_free_again() {
        let mut page = Page::new("rimba hitam 39");
        page.take(1..2);
        assert!(page.free(0).is_some() && page.free(1).is_none() && !page.is_free(0..3));
    }

    #[test]
    fn a_very_long_paste_is_read_up_to_the_limit() {
        let text = "é ".repeat(50_000);
        assert_eq!(Page::new(&text).text.chars().count(), MAX_CHARS);
    }
}
