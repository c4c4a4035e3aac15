//! `Jangan cantumin harga`, `tanpa nota`: nothing in the parcel may say what it cost.

use std::ops::Range;

use super::field::Confidence;
use super::reading::Found;
use super::token::Page;
use super::words::Words;

const NO: Words = Words("tanpa tnp jangan jgn jng hide hidden sembunyikan gausah gaush");
/// Only together with `usah` or `perlu`.
const WEAK_NO: Words = Words("ga gak gk nggak ngga tdk tidak");
const NEED: Words = Words("usah perlu prlu ush");
const PRICE: Words =
    Words("harga harganya hrg nota notanya invoice invoicenya struk strukny struknya kwitansi bon faktur price");
/// What may stand between `jangan` and `harga`.
const BETWEEN: Words = Words(
    "ada adain di dikasih kasih kasi cantumin cantumkan cantum dicantumin dicantumkan masukin masukkan dimasukin \
    masukan tulis ditulis tulisin tampilkan tampilin pake pakai pk sertakan disertakan lampirkan taro taruh selipin \
    usah perlu mau boleh sampai sampe ya / & dan atau",
);
const REACH: usize = 4;

pub(super) fn read(page: &mut Page<'_>) -> Option<Found<bool>> {
    let ranges = page.scan(|at| hidden_at(page, at).map(|end| (end, at..end)));
    let spans: Vec<Range<usize>> = ranges.iter().map(|range| page.bytes(range)).collect();
    for range in ranges {
        page.take(range);
    }
    (!spans.is_empty()).then_some(Found { value: true, spans, confidence: Confidence::Sure, hint: None })
}

/// The token after the wish that begins at `at`.
fn hidden_at(page: &Page<'_>, at: usize) -> Option<usize> {
    let end = forward(page, at).or_else(|| backward(page, at))?;
    // `tanpa harga grosir bisa?` asks for something else.
    let asked = (end..page.line_end(end).min(end + REACH)).any(|i| page.tokens[i].is("?"));
    (!asked).then_some(end)
}

/// `jangan cantumin harga`, `ga usah pake nota/harga`.
fn forward(page: &Page<'_>, at: usize) -> Option<usize> {
    let start = after_no(page, at)?;
    let price = (start..start + REACH).find(|i| !is(page, *i, BETWEEN)).filter(|i| is(page, *i, PRICE))?;
    let more = (price + 1..price + 4).take_while(|i| is(page, *i, BETWEEN) || is(page, *i, PRICE));
    let last = more.filter(|i| is(page, *i, PRICE)).last().unwrap_or(price);
    Some(last + 1)
}

fn after_no(page: &Page<'_>, at: usize) -> Option<usize> {
    if is(page, at, NO) {
        return Some(at + 1);
    }
    (is(page, at, WEAK_NO) && is(page, at + 1, NEED)).then_some(at + 2)
}

/// `harganya jangan ditulis`.
fn backward(page: &Page<'_>, at: usize) -> Option<usize> {
    let start = Some(at).filter(|at| is(page, *at, PRICE)).and_then(|at| after_no(page, at + 1))?;
    is(page, start, BETWEEN).then_some(start + 1)
}

fn is(page: &Page<'_>, at: usize, words: Words) -> bool {
    page.free(at).is_some_and(|token| words.has(&token.word))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn hides(text: &str) -> bool {
        read(&mut Page::new(text)).is_some()
    }

    #[test]
    fn a_wish_to_hide_the_price_is_understood_in_many_words() {
        for text in [
            "Jgn cantumin harga ya min",
            "tanpa harga & tanpa nota",
            "ga usah pake nota",
            "jangan dikasih nota/harga",
            "harganya jgn ditulis",
            "jgn ada nota",
        ] {
            assert!(hides(text), "{text}");
        }
    }

    #[test]
    fn talk_of_prices_hides_nothing() {
        for text in ["harganya ga naik?", "ga ada harga reseller?", "jangan lupa harga", "nota nya mana", "harga brp"] {
            assert!(!hides(text), "{text}");
        }
    }
}
