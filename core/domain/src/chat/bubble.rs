//! Bubbles copied out of WhatsApp: `[14.05, 20/11/2025] Rina: kak mau order`. Who wrote, and the heads taken away.

use std::ops::Range;

use super::field::Confidence;
use super::hint::Hint;
use super::reading::Found;
use super::spelling::as_name;
use super::token::{Page, Token};
use crate::values::Phone;

/// Tokens of a date and a time at most, and of an author.
const LONGEST_TIME: usize = 16;
const LONGEST_AUTHOR: usize = 14;
const MOST_CHARS: usize = 60;

/// Where the one who wrote all bubbles is named, in bytes, or their number when no name is kept for it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Author {
    Named(Range<usize>),
    Number(Phone, Range<usize>),
}

/// Takes the heads of the bubbles out of the page. None when several people wrote: one of them is the shop, and nothing
/// says which.
pub(super) fn strip(page: &mut Page<'_>) -> Option<Author> {
    let mut names: Vec<Range<usize>> = Vec::new();
    let mut at = 0;
    while at < page.len() {
        if let Some((author, end)) = head_at(page, at) {
            names.push(page.bytes(&author));
            page.drop_tokens(at..end);
        }
        at = page.line_end(at) + 1;
    }
    let first = names.first()?.clone();
    let same = |name: &Range<usize>| page.text[name.clone()] == page.text[first.clone()];
    names.iter().all(same).then(|| author(page, first))
}

/// The name the buyer is kept under. People keep each other under strange names.
pub(super) fn name(page: &Page<'_>, author: Option<&Author>) -> Option<Found<String>> {
    let Some(Author::Named(span)) = author else {
        return None;
    };
    let value = as_name(&page.text[span.clone()]).chars().take(MOST_CHARS).collect();
    let hint = Some(Hint::NameByPosition);
    Some(Found { value, spans: vec![span.clone()], confidence: Confidence::Guess, hint })
}

/// The number the buyer wrote from.
pub(super) fn number(author: Option<Author>) -> Option<Found<Phone>> {
    let Some(Author::Number(value, span)) = author else {
        return None;
    };
    Some(Found { value, spans: vec![span], confidence: Confidence::Likely, hint: None })
}

fn author(page: &Page<'_>, name: Range<usize>) -> Author {
    match Phone::parse(&page.text[name.clone()]) {
        Ok(phone) => Author::Number(phone, name),
        Err(_) => Author::Named(name),
    }
}

/// The author and the token after the head of a bubble that begins with the line at `at`.
fn head_at(page: &Page<'_>, at: usize) -> Option<(Range<usize>, usize)> {
    let bracketed = page.tokens[at].is("[");
    let closes = |token: &Token| if bracketed { token.is("]") } else { token.is_any(&["-", "–"]) };
    let end = page.line_end(at);
    let close = (at + 1..end.min(at + LONGEST_TIME)).find(|i| closes(&page.tokens[*i]))?;
    is_date_and_time(&page.tokens[at..close]).then_some(())?;
    let colon = (close + 1..end.min(close + LONGEST_AUTHOR)).find(|i| page.tokens[*i].is(":"))?;
    (colon > close + 1).then_some((close + 1..colon, colon + 1))
}

/// `14.05, 20/11/2025` in either sequence and nothing else.
fn is_date_and_time(tokens: &[Token]) -> bool {
    let numbers = tokens.iter().filter(|token| token.is_number()).count();
    let slashes = tokens.iter().filter(|token| token.is("/")).count();
    let rest = |token: &Token| token.is_number() || token.is_any(&["[", "/", ".", ":", ",", "am", "pm"]);
    (5..=6).contains(&numbers) && slashes == 2 && tokens.iter().all(rest)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn stripped(text: &str) -> (String, Option<String>) {
        let mut page = Page::new(text);
        let author = strip(&mut page).map(|author| match author {
            Author::Named(name) => text[name].to_owned(),
            Author::Number(phone, _) => phone.national(),
        });
        (page.tokens.iter().map(|token| token.word.as_str()).collect::<Vec<_>>().join(" "), author)
    }

    #[test]
    fn the_heads_of_bubbles_are_no_part_of_what_was_said() {
        let text = "[14.05, 20/11/2025] Bu Rina: halo\n[20/11/25 14.06.10] Bu Rina: rimba 40";
        assert_eq!(stripped(text), ("halo \n rimba 40".to_owned(), Some("Bu Rina".to_owned())));
        let exported = "20/11/25 14.05 - +62 812-3456-7890: halo";
        assert_eq!(stripped(exported), ("halo".to_owned(), Some("0812-3456-7890".to_owned())));
    }

    #[test]
    fn of_two_who_wrote_nobody_is_the_buyer() {
        let text = "[14.05, 20/11/2025] Rina: halo\n[14.06, 20/11/2025] Toko: siap";
        assert_eq!(stripped(text), ("halo \n siap".to_owned(), None));
    }

    #[test]
    fn a_line_with_a_date_or_a_bracket_is_left_alone() {
        for text in ["[custom] rimba: 40", "tgl 20/11/2025 - jam 14.05: ambil", "rt 03/04 - kec: depok"] {
            assert_eq!(stripped(text).1, None, "{text}");
            assert!(stripped(text).0.contains(':'), "{text}");
        }
    }
}
