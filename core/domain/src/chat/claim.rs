//! What a buyer says of a payment: how much, through which bank, from whose account, and when.

use super::bank;
use super::block::Block;
use super::field::Confidence;
use super::hint::Hint;
use super::label::Label;
use super::line::Catalogue;
use super::money::{self, Amount};
use super::name;
use super::payer;
use super::reading::{Claim, Found};
use super::token::Page;
use super::when::{self, Phrase, Tense};
use super::words::Words;
use crate::values::Rupiah;

const PAYING: Words = Words(
    "trf tf trsf transfer ditransfer bayar dibayar pembayaran lunas pelunasan dp sebesar senilai nominal nominalnya \
    sejumlah qris bukti",
);
/// Words between `transfer` and its amount at most.
const REACH: usize = 6;

pub(super) fn read(page: &mut Page<'_>, blocks: &[Block], catalogue: &Catalogue<'_>) -> Claim {
    let amount = amount(page, blocks);
    let payer = payer::read(page, blocks, catalogue);
    let payer = payer.map(|(range, confidence)| name::found(page, range, confidence, None));
    Claim { amount, payer, bank: bank(page, blocks), paid_at: paid_at(page) }
}

fn amount(page: &mut Page<'_>, blocks: &[Block]) -> Option<Found<Rupiah>> {
    let amounts = page.scan(|at| {
        let amount = money::at(page, at)?;
        let told = follows_payment(page, &amount) && !is_in(blocks, Label::Address, amount.range.start);
        (!amount.bare || told).then_some((amount.range.end, amount))
    });
    let best = amounts.iter().rev().max_by_key(|amount| follows_payment(page, amount))?.clone();
    let mut others: Vec<Rupiah> = amounts.iter().map(|amount| amount.value).filter(|v| *v != best.value).collect();
    others.dedup();
    let (confidence, hint) = match (others.is_empty(), best.rounded) {
        (false, _) => (Confidence::Guess, Some(Hint::AmountAmbiguous { others })),
        (true, true) => (Confidence::Likely, Some(Hint::AmountRounded)),
        (true, false) => (Confidence::Sure, None),
    };
    page.take(best.range.clone());
    Some(Found { value: best.value, spans: vec![page.bytes(&best.range)], confidence, hint })
}

fn is_in(blocks: &[Block], label: Label, at: usize) -> bool {
    blocks.iter().any(|block| block.label == label && block.body.contains(&at))
}

fn follows_payment(page: &Page<'_>, amount: &Amount) -> bool {
    (0..REACH).filter_map(|back| page.word_before(amount.range.start, back)).any(|word| PAYING.has(word))
}

/// Where the money came from; of two banks the one it was not sent to.
fn bank(page: &mut Page<'_>, blocks: &[Block]) -> Option<Found<String>> {
    let named = page.scan(|at| {
        let bank = page.free(at).and_then(|_| bank::at(page, at))?;
        let building = is_in(blocks, Label::Address, at) && !bank::is_introduced(page, at);
        (!building).then_some((at + 1, (at, bank)))
    });
    let (at, best) = *named.iter().rev().max_by_key(|(at, _)| !bank::is_receiving(page, *at))?;
    let mut others: Vec<_> = named.iter().map(|(_, bank)| (*bank).to_owned()).filter(|bank| bank != best).collect();
    others.dedup();
    let confidence = if bank::is_introduced(page, at) { Confidence::Sure } else { Confidence::Likely };
    let several = !others.is_empty();
    let confidence = if several { Confidence::Guess } else { confidence };
    let hint = several.then_some(Hint::BankAmbiguous { others });
    page.take(at..at + 1);
    Some(Found { value: best.to_owned(), spans: vec![page.bytes(&(at..at + 1))], confidence, hint })
}

/// An hour or a date before `barusan`, and nothing that is still to come.
fn paid_at(page: &mut Page<'_>) -> Option<Found<String>> {
    // `yg custom kemarin` is an order.
    let the = |phrase: &Phrase, back: usize| {
        page.word_before(phrase.range.start, back).is_some_and(|word| matches!(word, "yg" | "yang"))
    };
    let names = |phrase: &Phrase| (0..2).any(|back| the(phrase, back));
    let over = |phrase: &Phrase| phrase.tense != Tense::Ahead && !names(phrase);
    let phrases: Vec<Phrase> = when::phrases(page).into_iter().filter(over).collect();
    let best = phrases.iter().rev().max_by_key(|phrase| (phrase.exact, phrase.range.len() > 1))?.clone();
    let alone = phrases.iter().filter(|phrase| phrase.exact == best.exact).count() == 1;
    let confidence = if best.exact && alone { Confidence::Sure } else { Confidence::Likely };
    page.take(best.range.clone());
    let value = page.source(&best.range).to_owned();
    Some(Found { value, spans: vec![page.bytes(&best.range)], confidence, hint: None })
}
