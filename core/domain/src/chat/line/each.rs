//! A count that holds for each of what was named before it: `39/40/41 @ 2`, `masing-masing dua pasang`.

use super::super::token::Page;
use super::super::{money, spelt, words};
use super::scan::Part;

/// The count at `at`, and the token after it.
pub(super) fn count_at(page: &Page<'_>, at: usize) -> Option<(Option<Part>, usize)> {
    let start = after_each(page, at)?;
    let (count, end) = number(page, start)?;
    let unit = page.free(end).and_then(|token| words::count_unit(&token.word));
    let count = count.saturating_mul(unit.unwrap_or(1));
    Some((Some(Part::Each(count)), end + usize::from(unit.is_some())))
}

/// The token after `@`, `masing2`, `masing-masing`.
fn after_each(page: &Page<'_>, at: usize) -> Option<usize> {
    let is = |at: usize, word: &str| page.free(at).is_some_and(|token| token.is(word));
    let each = |at: usize| page.free(at).is_some_and(|token| token.is_any(&["masing", "msg", "msng"]));
    if is(at, "@") {
        return Some(at + 1);
    }
    match (each(at), each(at + 1), is(at + 1, "-") && each(at + 2), is(at + 1, "2") && page.is_glued(at + 1)) {
        (false, ..) => None,
        (true, true, ..) | (true, _, _, true) => Some(at + 2),
        (true, _, true, _) => Some(at + 3),
        (true, ..) => Some(at + 1),
    }
}

fn number(page: &Page<'_>, at: usize) -> Option<(u32, usize)> {
    let token = page.free(at)?;
    let small = |number: &u32| (1..1_000).contains(number);
    if token.is_number() && money::end_of_marked(page, at).is_none() {
        return token.word.parse().ok().filter(small).map(|count| (count, at + 1));
    }
    if let Some(count) = words::count_word(&token.word) {
        return Some((count, at + 1));
    }
    let (count, end) = spelt::number_at(page, at)?;
    u32::try_from(count).ok().filter(small).map(|count| (count, end))
}
