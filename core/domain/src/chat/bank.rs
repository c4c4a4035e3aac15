//! The banks and wallets money comes from, as people call them.

use super::token::Page;
use super::words::Words;

/// What it is called, and its nicknames.
const BANKS: &[(&str, Words)] = &[
    ("BCA", Words("bca mbca mybca")),
    ("Mandiri", Words("mandiri livin mdr mandirii")),
    ("BRI", Words("bri brimo")),
    ("BNI", Words("bni wondr")),
    ("BSI", Words("bsi byond")),
    ("BTN", Words("btn")),
    ("CIMB Niaga", Words("cimb niaga")),
    ("Permata", Words("permata")),
    ("Danamon", Words("danamon")),
    ("Bank Jago", Words("jago")),
    ("SeaBank", Words("seabank")),
    ("Jenius", Words("jenius")),
    ("DANA", Words("dana")),
    ("OVO", Words("ovo")),
    ("GoPay", Words("gopay")),
    ("ShopeePay", Words("shopeepay spay")),
    ("LinkAja", Words("linkaja")),
    ("QRIS", Words("qris")),
];
/// Ordinary words too, believed only behind a word that leads to a bank.
const EVERYDAY: Words = Words("mandiri dana jago permata jenius niaga livin wondr");
const INTRODUCERS: Words = Words("via dari dr pake pakai pk lewat bank rek rekening ke transfer tf trf by qris");

/// The bank named at `at`.
pub(super) fn at(page: &Page<'_>, at: usize) -> Option<&'static str> {
    let word = page.tokens.get(at).filter(|token| token.is_word())?.word.as_str();
    let (name, _) = BANKS.iter().find(|(_, nicknames)| nicknames.has(word))?;
    (!EVERYDAY.has(word) || is_introduced(page, at)).then_some(name)
}

/// Whether a word may be a bank, in talk of money.
pub(super) fn is_name(word: &str) -> bool {
    BANKS.iter().any(|(_, nicknames)| nicknames.has(word))
}

pub(super) fn is_introduced(page: &Page<'_>, at: usize) -> bool {
    (0..2).filter_map(|back| page.word_before(at, back)).any(|word| INTRODUCERS.has(word))
}

/// `ke BCA`: the account money went to, which is the shop's.
pub(super) fn is_receiving(page: &Page<'_>, at: usize) -> bool {
    (0..3).filter_map(|back| page.word_before(at, back)).take_while(|word| *word != "dari").any(|word| word == "ke")
}
