//! Times and dates as people say them: `jam 20.15`, `tadi siang`, `tgl 5 desember`, `minggu depan`.

use std::ops::Range;

use super::token::{Page, Token};
use super::words::Words;

/// No phrase of time has more tokens.
const LONGEST: usize = 14;

const MONTHS: Words = Words(
    "januari jan februari feb maret mar april apr mei juni jun juli jul agustus agst agt ags september sept sep \
    oktober okt november nov desember des",
);
const DAYS: Words = Words("senin selasa rabu kamis jumat jum'at sabtu ahad");
const HOURS: Words = Words("jam pkl pukul");
const DATES: Words = Words("tgl tanggal tggl");
/// Said alone they are a time that is over.
const PAST: Words = Words("barusan brusan barusn kemarin kmrn kemaren kmren semalam semalem tadi td");
/// Said alone they are a time to come.
const AHEAD: Words = Words("besok bsk lusa lebaran idulfitri natal");
/// Only together with what is before them.
const TAILS: Words = Words("pagi siang sore malam mlm lewat lebih kurang wib wita wit an");

/// How a phrase stands to the day it was written on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Tense {
    Past,
    Ahead,
    /// A date or an hour says nothing by itself.
    Either,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Phrase {
    pub(super) range: Range<usize>,
    pub(super) tense: Tense,
    /// An hour or a date was told, not only `tadi`.
    pub(super) exact: bool,
}

struct Element {
    end: usize,
    tense: Tense,
    exact: bool,
}

/// Whether a phrase of time may begin with the word.
pub(super) fn begins(word: &str) -> bool {
    [HOURS, DATES, PAST].iter().any(|words| words.has(word))
}

/// Every phrase of time no other field has used.
pub(super) fn phrases(page: &Page<'_>) -> Vec<Phrase> {
    page.scan(|at| phrase_at(page, at).map(|phrase| (phrase.range.end, phrase)))
}

fn phrase_at(page: &Page<'_>, at: usize) -> Option<Phrase> {
    let first = element(page, at)?;
    // `Tanggal : 21/11/2025` is the label of a form; `tgl 20` is how people say it.
    let labelled = value(page, at + 1) > at + 1 && first.end > at + 2;
    let start = if labelled { at + 2 } else { at };
    let mut phrase = Phrase { range: start..first.end, tense: first.tense, exact: first.exact };
    while phrase.range.len() < LONGEST {
        let end = phrase.range.end;
        let tail = page.free(end).is_some_and(|token| TAILS.has(&token.word));
        match element(page, end) {
            Some(next) => {
                phrase.range.end = next.end;
                phrase.exact |= next.exact;
                phrase.tense = if phrase.tense == Tense::Either { next.tense } else { phrase.tense };
            }
            None if tail => phrase.range.end = end + 1,
            None => break,
        }
    }
    Some(phrase)
}

fn element(page: &Page<'_>, at: usize) -> Option<Element> {
    let word = page.free(at).filter(|token| token.is_word())?.word.as_str();
    let next = page.free(at + 1).map_or("", |token| token.word.as_str());
    let plain = |end: usize, tense: Tense| Some(Element { end, tense, exact: false });
    match word {
        _ if HOURS.has(word) => hour_end(page, value(page, at + 1)).map(exact),
        _ if DATES.has(word) => date_end(page, value(page, at + 1)).map(exact),
        _ if PAST.has(word) => plain(at + 1, Tense::Past),
        _ if AHEAD.has(word) => plain(at + 1, Tense::Ahead),
        _ if DAYS.has(word) => plain(at + 1, Tense::Either),
        "hari" if next == "ini" || DAYS.has(next) || next == "minggu" => plain(at + 2, Tense::Either),
        "minggu" | "bulan" | "bln" | "thn" | "tahun" if next == "depan" => plain(at + 2, Tense::Ahead),
        "akhir" | "awal" | "pertengahan" if matches!(next, "bulan" | "bln" | "minggu" | "tahun" | "thn") => {
            plain(at + 2, Tense::Ahead)
        }
        "h" if next == "+" => number(page, at + 2).and_then(|_| plain(at + 3, Tense::Ahead)),
        _ => None,
    }
}

/// Behind the colon of a form.
fn value(page: &Page<'_>, at: usize) -> usize {
    at + usize::from(page.free(at).is_some_and(|token| token.is_any(&[":", "="])))
}

fn exact(end: usize) -> Element {
    Element { end, tense: Tense::Either, exact: true }
}

fn number<'p>(page: &'p Page<'_>, at: usize) -> Option<&'p Token> {
    page.free(at).filter(|token| token.is_number() && token.word.len() <= 4)
}

/// `9`, `20.15`, `13:45`.
fn hour_end(page: &Page<'_>, at: usize) -> Option<usize> {
    number(page, at)?;
    let mark = page.free(at + 1).is_some_and(|token| token.is_any(&[".", ":"])) && page.is_glued(at + 2);
    Some(if mark && number(page, at + 2).is_some() { at + 3 } else { at + 1 })
}

/// `20`, `3/11`, `3-11-2025`, `5 desember`, `17 agustus 2025`.
fn date_end(page: &Page<'_>, at: usize) -> Option<usize> {
    number(page, at)?;
    if page.free(at + 1).is_some_and(|token| MONTHS.has(&token.word)) {
        let year = number(page, at + 2).is_some_and(|token| token.word.len() == 4);
        return Some(at + 2 + usize::from(year));
    }
    let mut end = at + 1;
    while page.free(end).is_some_and(|token| token.is_any(&["/", "-"])) && number(page, end + 1).is_some() {
        end += 2;
    }
    Some(end)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(text: &str) -> Vec<(String, Tense, bool)> {
        let page = Page::new(text);
        let phrases = phrases(&page).into_iter();
        phrases.map(|phrase| (page.source(&phrase.range).to_owned(), phrase.tense, phrase.exact)).collect()
    }

    #[test]
    fn times_are_read_as_one_phrase() {
        for (text, phrase, tense, exact) in [
            ("sdh trf jam 20.15 ya", "jam 20.15", Tense::Either, true),
            ("tadi siang jam 12 lewat dari bri", "tadi siang jam 12 lewat", Tense::Past, true),
            ("barusan", "barusan", Tense::Past, false),
            ("transfer tadi :", "tadi", Tense::Past, false),
            ("Tanggal : 21/11/2025", "21/11/2025", Tense::Either, true),
            ("tgl 3/11 jam 13.45", "tgl 3/11 jam 13.45", Tense::Either, true),
            ("dipake tgl 17 agustus", "tgl 17 agustus", Tense::Either, true),
            ("butuhnya minggu depan", "minggu depan", Tense::Ahead, false),
            ("hari jumat ya", "hari jumat", Tense::Either, false),
            ("paling lambat h+2", "h+2", Tense::Ahead, false),
        ] {
            assert_eq!(told(text), [(phrase.to_owned(), tense, exact)], "{text}");
        }
    }

    #[test]
    fn a_greeting_is_no_time() {
        for text in ["selamat pagi kak", "siang min", "jam tangan", "tanggal berapa", "minggu lalu"] {
            assert_eq!(told(text), [], "{text}");
        }
    }
}
