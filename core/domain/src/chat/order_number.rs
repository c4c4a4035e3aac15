//! The number of an order that is there: `B3-0142`, also `b3 0142` where an order is spoken of.

use std::ops::Range;

use super::field::Confidence;
use super::reading::Found;
use super::token::Page;
use super::words::Words;

const INTRODUCERS: Words = Words(
    "order orderan orderannya ordernya pesanan pesananku pesanannya no nomor nomer nota invoice inv kode utk untuk \
    konfirmasi resi totalan",
);
/// Behind these it is a house.
const HOUSES: Words = Words("blok kav gg lt unit tower rumah jl jalan kamar");
/// Digits after the dash.
const DIGITS: std::ops::RangeInclusive<usize> = 4..=6;

pub(super) fn read(page: &mut Page<'_>) -> Option<Found<String>> {
    let found = page.scan(|at| number_at(page, at).map(|(end, confidence)| (end, (at..end, confidence))));
    let (range, confidence) = found.into_iter().next()?;
    page.take(range.clone());
    Some(Found { value: written(page, &range), spans: vec![page.bytes(&range)], confidence, hint: None })
}

fn written(page: &Page<'_>, range: &Range<usize>) -> String {
    let tokens = &page.tokens[range.clone()];
    format!("{}{}-{}", tokens[0].word, tokens[1].word, tokens[tokens.len() - 1].word).to_uppercase()
}

/// A letter, a digit and the count; the dash may be a space or gone where the words before it speak of an order.
fn number_at(page: &Page<'_>, at: usize) -> Option<(usize, Confidence)> {
    let letter = page.free(at).filter(|token| token.is_word() && token.word.len() == 1)?;
    let digit = page.free(at + 1).filter(|token| token.is_number() && page.is_glued(at + 1))?;
    let house = (0..2).filter_map(|back| page.word_before(at, back)).any(|word| HOUSES.has(word));
    if house || digit.word.len() > 2 || !letter.word.is_ascii() {
        return None;
    }
    let dash = page.free(at + 2).is_some_and(|token| token.is_any(&["-", "–"]));
    let count = at + 2 + usize::from(dash);
    page.free(count).filter(|token| token.is_number() && DIGITS.contains(&token.word.len()))?;
    let introduced = (0..2).filter_map(|back| page.word_before(at, back)).any(|word| INTRODUCERS.has(word));
    match (dash && page.is_glued(at + 2) && page.is_glued(count), introduced) {
        (true, _) => Some((count + 1, Confidence::Sure)),
        (false, true) => Some((count + 1, Confidence::Likely)),
        (false, false) => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn number(text: &str) -> Option<(String, Confidence)> {
        read(&mut Page::new(text)).map(|found| (found.value, found.confidence))
    }

    #[test]
    fn an_order_number_is_known_by_its_shape_or_by_the_word_before_it() {
        let sure = Some(("B3-0142".to_owned(), Confidence::Sure));
        assert_eq!(number("Konfirmasi order B3-0142 sdh trf"), sure);
        assert_eq!(number("kak b3-0142 alamatnya ganti"), sure);
        assert_eq!(number("order b3 0142 ya"), Some(("B3-0142".to_owned(), Confidence::Likely)));
        for text in ["Blok B3-0142", "blok c5 no 12", "b3 0142", "hp b3-08123456789", "M2 2025", "B3-01"] {
            assert_eq!(number(text), None, "{text}");
        }
    }
}
