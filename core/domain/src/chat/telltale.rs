//! The words that tell what a message wants.

use super::field::Field;
use super::money;
use super::token::Page;
use super::words::{NEGATORS, Words};

const CUSTOM: Words = Words("custom kustom costum costume kastem custem cstm kostum");
const PAYING: Words =
    Words("trf tf trsf transfer ditransfer transfernya tfnya bayar dibayar pembayaran lunas pelunasan dp paid");
const DONE: Words =
    Words("sdh sudah udah udh dah udahan telah barusan bukti konfirmasi td tadi berhasil done paid masuk");
const CANCEL: Words = Words("batal batalin batalkan dibatalkan dibatalin cancel dicancel cancelin kensel");
const SUPPOSING: Words = Words("kalo kalau klo klu jika bila misal jangan jgn takut semoga");
const BROKEN: Words = Words(
    "copot lepas putus rusak jebol robek sobek cacat kekecilan kebesaran kegedean kesempitan kelonggaran komplain \
    komplen complain kecewa retur refund tukar nuker ditukar keliru solusi solusinya",
);
/// Two words near each other that together complain.
const BROKEN_PAIRS: &[(Words, Words)] = &[
    (Words("salah"), Words("dikirim barang barangnya kirimannya")),
    (
        Words("blm belum blom gak ga nggak ngga tdk tidak"),
        Words("sampai sampe nyampe nyampai dateng datang dtg sesuai diterima"),
    ),
    (
        Words("dtg datang dateng nyampe sampai sampe nyampai diterima"),
        Words("kok salah beda bukan rusak cuma malah tapi tp"),
    ),
];
const CHANGING: Words = Words(
    "ganti diganti gantiin gantikan ubah diubah rubah dirubah revisi direvisi pindah koreksi dikoreksi ralat salah",
);
/// What can be changed, however it is called.
const CHANGED: &[(Field, Words)] = &[
    (Field::Address, Words("alamat alamatnya almt alamatku alamatny")),
    (Field::Lines, Words("ukuran ukurannya size sizenya uk warna warnanya model modelnya nomornya")),
    (Field::Courier, Words("kurir kurirnya ekspedisi ekspedisinya eks pengiriman pengirimannya")),
    (Field::Phone, Words("hp hpnya wa wanya telp telpnya")),
    (Field::BuyerName, Words("penerimanya namanya")),
];
const ASKING: Words = Words("? brp berapa brapa kapan gmn gimana apakah bgmn bagaimana");
const ASKED: Words = Words(
    "harga hrg harganya ongkir ongkirnya ready redi readi rdy stok stock stoknya ada tersedia resi resinya rek norek \
    reknya rekening dp lama dikirim bisa cod kosong bahan bahannya kirim tau tahu ukuran ukurannya size nomor cm \
    panjang cocok cocoknya buka tutup garansi cara caranya beda bedanya link total totalnya",
);
const ORDERING: Words = Words("order pesan pesen psn mesen mesan beli ambil tambah nambah tambahin keep");
const ADDING: Words = Words("tambah nambah tambahin tambahkan ditambah");
const WANTING: Words = Words("mau mo mw pengen pingin lagi lg can");
/// Words between `sudah` and `transfer`, or between `alamat` and `ganti`, at most.
const REACH: usize = 8;
const NEAR: usize = 4;
fn places(page: &Page<'_>, words: Words) -> Vec<usize> {
    (0..page.len()).filter(|at| words.has(&page.tokens[*at].word)).collect()
}

/// The first two places where words of both lists stand near each other.
fn pair(page: &Page<'_>, first: Words, second: Words, reach: usize) -> Vec<usize> {
    let others = places(page, second);
    let found = places(page, first).into_iter().find_map(|at| {
        let near = others.iter().find(|other| (1..=reach).contains(&other.abs_diff(at)));
        near.map(|other| vec![at.min(*other), at.max(*other)])
    });
    found.unwrap_or_default()
}

pub(super) fn paid(page: &Page<'_>) -> Vec<usize> {
    let done = places(page, DONE);
    let amount = (0..page.len()).any(|at| money::at(page, at).is_some_and(|amount| !amount.bare));
    let found = places(page, PAYING).into_iter().find_map(|paying| {
        let near = done.iter().find(|at| at.abs_diff(paying) <= REACH)?;
        (!is_asked(page, paying, amount)).then(|| vec![paying.min(*near), paying.max(*near)])
    });
    let mut found = found.unwrap_or_default();
    found.dedup();
    found
}

/// `udah bisa transfer ke mana?`; with an amount it asks whether the money arrived.
fn is_asked(page: &Page<'_>, paying: usize, amount: bool) -> bool {
    let after = page.tokens.get(paying + 1..page.len().min(paying + REACH)).unwrap_or_default();
    let asks = |words: &[&str]| after.iter().any(|token| token.is_any(words));
    asks(&["kemana", "mana"]) || (asks(&["?", "brp", "berapa"]) && !amount)
}

/// `kalau batal` is no cancellation, and neither is `jangan dibatalin`.
pub(super) fn cancelled(page: &Page<'_>) -> Vec<usize> {
    let mut at = places(page, CANCEL);
    let not_to_be = |at: &usize| page.tokens[*at].is("jadi") && page.word_before(*at, 0).is_some_and(is_no);
    at.extend((0..page.len()).filter(not_to_be));
    at.retain(|at| {
        let refused = page.word_before(*at, 0).is_some_and(|word| NEGATORS.has(word)) && !page.tokens[*at].is("jadi");
        !is_supposed(page, *at) && !refused && !asks_how(page, *at)
    });
    at
}

/// `kalau kekecilan bisa tukar?`, `jangan sampai salah kirim`: nothing happened yet.
fn is_supposed(page: &Page<'_>, at: usize) -> bool {
    (0..4).filter_map(|back| page.word_before(at, back)).any(|word| SUPPOSING.has(word))
}

/// `gimana cara batalin order?`
fn asks_how(page: &Page<'_>, at: usize) -> bool {
    (0..4)
        .filter_map(|back| page.word_before(at, back))
        .any(|word| matches!(word, "cara" | "caranya" | "gimana" | "gmn"))
}

fn is_no(word: &str) -> bool {
    matches!(word, "ga" | "gak" | "gk" | "nggak" | "ngga" | "tdk" | "tidak" | "g")
}

pub(super) fn broken(page: &Page<'_>) -> Vec<usize> {
    let mut found = places(page, BROKEN);
    found.extend(BROKEN_PAIRS.iter().flat_map(|(first, second)| pair(page, *first, *second, NEAR)));
    found.retain(|at| !is_supposed(page, *at));
    found.sort_unstable();
    found.dedup();
    found
}

pub(super) fn changed(page: &Page<'_>) -> (Vec<Field>, Vec<usize>) {
    let found = CHANGED.iter().map(|(field, words)| (*field, pair(page, *words, CHANGING, REACH)));
    let found: Vec<_> = found.filter(|(_, at)| !at.is_empty()).collect();
    let fields = found.iter().map(|(field, _)| *field).collect();
    let mut at: Vec<_> = found.into_iter().flat_map(|(_, at)| at).collect();
    at.sort_unstable();
    at.dedup();
    (fields, at)
}

pub(super) fn asked(page: &Page<'_>) -> Vec<usize> {
    if places(page, ASKING).is_empty() { Vec::new() } else { places(page, ASKED) }
}

/// How plainly the message orders, whatever else it says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Ordering {
    Unsaid,
    Spoken,
    /// `mau order`, `pesan lagi`.
    Wanted,
}

pub(super) fn ordering(page: &Page<'_>) -> Ordering {
    match (places(page, ORDERING).is_empty(), pair(page, ORDERING, WANTING, 2).is_empty()) {
        (true, _) => Ordering::Unsaid,
        (false, true) => Ordering::Spoken,
        (false, false) => Ordering::Wanted,
    }
}

/// Pairs are added to something.
pub(super) fn adds(page: &Page<'_>) -> bool {
    !places(page, ADDING).is_empty()
}

pub(super) fn is_dropship(page: &Page<'_>) -> bool {
    page.tokens.iter().any(|token| token.word.starts_with("dropship") || token.is("dropsip"))
}

pub(super) fn custom(page: &Page<'_>) -> Vec<usize> {
    places(page, CUSTOM)
}
