//! Whose account the money came from, which need not be the buyer's.

use std::ops::Range;

use super::block::Block;
use super::field::Confidence;
use super::label::Label;
use super::line::Catalogue;
use super::token::{Page, Token};
use super::{bank, name, when};

/// Words after which `an` names who paid, not who buys; a bank is one too.
const PAYING: &[&str] = &["trf", "tf", "transfer", "via", "rek", "rekening", "bank"];
const PAYING_REACH: usize = 6;
/// Whose account the money came from: `via Mandiri an SITI AMINAH`.
pub(super) fn read(page: &Page<'_>, blocks: &[Block], catalogue: &Catalogue<'_>) -> Option<(Range<usize>, Confidence)> {
    let spoken = (0..page.len()).find_map(|at| {
        let start = after_relation(page, name::after_holder(page, at).filter(|_| !is_receiver(page, at))?);
        let range = name::from(page, start..page.len(), |at| {
            !name::ends_a_name(page, catalogue, at) && !ends_a_payer(page, at)
        })?;
        let close = is_one(page, at) || bank::at(page, range.end + 1).is_some();
        Some((range, if close { Confidence::Sure } else { Confidence::Likely }))
    });
    let labelled = |block: &&Block| block.label == Label::Sender || names_one(page, block);
    let named = || blocks.iter().filter(labelled).find_map(|block| body_name(page, block));
    spoken.or_else(|| named().map(|range| (range, Confidence::Likely)))
}

fn body_name(page: &Page<'_>, block: &Block) -> Option<Range<usize>> {
    name::from(page, block.body.clone(), |at| !ends_a_payer(page, at))
}

fn ends_a_payer(page: &Page<'_>, at: usize) -> bool {
    let word = page.tokens[at].word.as_str();
    when::begins(word) || bank::is_name(word) || matches!(word, "dari" | "dr" | "ke")
}

/// `ke BCA a/n Toko Kami`: the account of the shop.
fn is_receiver(page: &Page<'_>, at: usize) -> bool {
    let near = (at.saturating_sub(PAYING_REACH)..at).rev().find(|i| bank::at(page, *i).is_some());
    near.is_some_and(|bank| bank::is_receiving(page, bank))
}

/// `atas nama ibu saya Sumarni`.
fn after_relation(page: &Page<'_>, at: usize) -> usize {
    let mine = page.free(at + 1).is_some_and(|token| token.is_any(&["saya", "sy", "aku", "gue"]));
    if page.free(at).is_some_and(Token::is_word) && mine { at + 2 } else { at }
}

/// `a/n : Siti` behind a bank; `Nama : Siti` is a name wherever it stands.
pub(super) fn names_one(page: &Page<'_>, block: &Block) -> bool {
    page.tokens[block.head.start].is_any(&["a", "an", "atas"]) && is_one(page, block.head.start)
}

pub(super) fn is_one(page: &Page<'_>, at: usize) -> bool {
    (0..PAYING_REACH)
        .filter_map(|back| page.word_before(at, back))
        .any(|word| PAYING.contains(&word) || bank::is_name(word))
}
