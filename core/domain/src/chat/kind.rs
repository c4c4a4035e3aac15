//! What the message wants: an order, something custom, to say that it was paid, or something about an order that is there.

use std::ops::Range;

use super::field::{Confidence, Field, Kind};
use super::money;
use super::reading::{LineGuess, Reading};
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
    reknya rekening dp lama dikirim bisa cod kosong bahan bahannya kirim tau tahu ukuran ukurannya size nomor cm panjang cocok cocoknya \
    buka tutup garansi cara caranya beda bedanya link total totalnya",
);
const ORDERING: Words = Words("order pesan pesen psn mesen mesan beli ambil tambah nambah tambahin keep");
const ADDING: Words = Words("tambah nambah tambahin tambahkan ditambah");
const WANTING: Words = Words("mau mo mw pengen pingin lagi lg can");
/// Words between `sudah` and `transfer`, or between `alamat` and `ganti`, at most.
const REACH: usize = 8;
const NEAR: usize = 4;
/// Fields that make an order of a message without lines.
const ENOUGH_FIELDS: usize = 2;

/// What the words alone say, before the fields are read.
#[derive(Debug, Clone)]
pub(super) struct Sign {
    pub(super) kind: Kind,
    /// The words that say so, in bytes.
    because: Vec<Range<usize>>,
    /// What shall be otherwise, whatever the kind.
    changes: Vec<Field>,
    dropship: bool,
    /// The buyer orders, whatever else the message says.
    orders: bool,
    /// Ordering is at least spoken of.
    may_order: bool,
    /// Pairs are added to something.
    adds: bool,
}

pub(super) fn of_words(page: &Page<'_>) -> Sign {
    let (changes, changing) = changed(page);
    let told = [
        (Kind::Claim, paid(page)),
        (Kind::Cancel, cancelled(page)),
        (Kind::Complaint, broken(page)),
        (Kind::Change, changing),
        (Kind::Custom, places(page, CUSTOM)),
        (Kind::Question, asked(page)),
    ];
    let (kind, because) = told.into_iter().find(|(_, at)| !at.is_empty()).unwrap_or_default();
    let because = because.into_iter().map(|at| page.bytes(&(at..at + 1))).collect();
    let may_order = !places(page, ORDERING).is_empty();
    let adds = !places(page, ADDING).is_empty();
    let dropship = page.tokens.iter().any(|token| token.word.starts_with("dropship") || token.is("dropsip"));
    Sign { kind, because, changes, dropship, orders: orders(page), may_order, adds }
}

impl Sign {
    /// Parts with colours of their own are a wish, even when nobody calls it custom.
    pub(super) fn or_custom(self, parts: usize) -> Self {
        let wish = parts > 1 && matches!(self.kind, Kind::Unclear | Kind::Question);
        if wish { Self { kind: Kind::Custom, because: Vec::new(), ..self } } else { self }
    }

    /// A wish or a receipt names colours and sizes in passing; only what the shop sells makes a line of them.
    pub(super) fn names_in_passing(&self) -> bool {
        self.kind == Kind::Custom || self.kind.is_about_an_order()
    }

    /// Whether a `pengirim` is who sent the money.
    pub(super) fn is_of_payer(&self) -> bool {
        self.kind == Kind::Claim && !self.dropship
    }

    /// Judged again once the fields are known.
    pub(super) fn settle(&self, reading: &mut Reading) {
        let kind = self.kind_of(reading);
        reading.because = if kind == self.kind { self.because.clone() } else { Vec::new() };
        reading.kind = if kind == Kind::Order && self.is_dropship(reading) { Kind::Dropship } else { kind };
        if reading.kind.is_about_an_order() && !self.orders {
            // What was ordered before is no line of a new order.
            reading.lines.clear();
        }
        reading.kind_confidence = self.confidence(reading);
        reading.changes = self.changes_of(reading);
        reading.missing = reading.unanswered();
    }

    fn kind_of(&self, reading: &Reading) -> Kind {
        let fields = contact_fields(reading);
        let whole = reading.lines.iter().any(|line| is_whole(&line.value));
        let sent = reading.address.as_ref().is_some_and(|address| !address.value.street.is_empty());
        // A whole order that says `jangan sampai salah kirim` is no complaint.
        let new = whole && sent && fields >= ENOUGH_FIELDS && reading.order_number.is_none();
        let wanted = self.orders && reading.lines.iter().any(|line| line.value.product.is_some());
        let ordered = !reading.lines.is_empty() || fields >= ENOUGH_FIELDS;
        let about = reading.order_number.is_some();
        match self.kind {
            Kind::Question | Kind::Unclear if about && self.adds => Kind::Change,
            Kind::Complaint | Kind::Cancel | Kind::Change if new => Kind::Order,
            Kind::Question if fields >= ENOUGH_FIELDS || (whole && self.may_order) || wanted => Kind::Order,
            Kind::Unclear if ordered => Kind::Order,
            // Whatever it says of that order, somebody has to answer.
            Kind::Unclear if about => Kind::Question,
            kind => kind,
        }
    }

    fn is_dropship(&self, reading: &Reading) -> bool {
        self.dropship || reading.sender.name.is_some() || reading.sender.phone.is_some()
    }

    fn confidence(&self, reading: &Reading) -> Confidence {
        let known = reading.lines.iter().any(|line| line.value.product.is_some());
        let claim = reading.claim.as_ref().is_some_and(|claim| claim.amount.is_some() || claim.bank.is_some());
        let sure = match reading.kind {
            Kind::Order => known && contact_fields(reading) >= ENOUGH_FIELDS,
            Kind::Dropship => known && reading.sender.name.is_some(),
            Kind::Custom => !self.because.is_empty(),
            Kind::Claim => claim || reading.order_number.is_some(),
            Kind::Change | Kind::Cancel => reading.order_number.is_some(),
            Kind::Complaint | Kind::Question | Kind::Unclear => false,
        };
        match (sure, reading.kind) {
            (true, _) => Confidence::Sure,
            (false, Kind::Unclear) => Confidence::Guess,
            (false, _) => Confidence::Likely,
        }
    }

    fn changes_of(&self, reading: &Reading) -> Vec<Field> {
        let told = reading.address.is_some() && !self.changes.contains(&Field::Address);
        let mut changes = match reading.kind {
            Kind::Claim | Kind::Change => self.changes.clone(),
            _ => return Vec::new(),
        };
        changes.extend(told.then_some(Field::Address));
        let added = reading.kind == Kind::Change && self.adds && !changes.contains(&Field::Lines);
        changes.extend(added.then_some(Field::Lines));
        changes
    }
}

/// How many of name, phone, street, regency and courier were told.
fn contact_fields(reading: &Reading) -> usize {
    let place = reading.address.as_ref().map(|found| &found.value);
    let fields = [
        reading.buyer_name.is_some(),
        reading.phone.is_some(),
        // An address somebody took the trouble to write out is more than a place in passing.
        place.is_some_and(|address| !address.regency.is_empty()),
        place.is_some_and(|address| !address.street.is_empty()),
        reading.courier.is_some(),
    ];
    fields.into_iter().filter(|found| *found).count()
}

fn is_whole(line: &LineGuess) -> bool {
    line.product.is_some() && line.size.is_some()
}

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

fn paid(page: &Page<'_>) -> Vec<usize> {
    let done = places(page, DONE);
    let found = places(page, PAYING).into_iter().find_map(|paying| {
        let near = done.iter().find(|at| at.abs_diff(paying) <= REACH)?;
        (!is_asked(page, paying)).then(|| vec![paying.min(*near), paying.max(*near)])
    });
    let mut found = found.unwrap_or_default();
    found.dedup();
    found
}

/// `udah bisa transfer ke mana?`; with an amount it asks whether the money arrived.
fn is_asked(page: &Page<'_>, paying: usize) -> bool {
    let after = page.tokens.get(paying + 1..page.len().min(paying + REACH)).unwrap_or_default();
    let asks = |words: &[&str]| after.iter().any(|token| token.is_any(words));
    let amount = || (0..page.len()).any(|at| money::at(page, at).is_some_and(|amount| !amount.bare));
    asks(&["kemana", "mana"]) || (asks(&["?", "brp", "berapa"]) && !amount())
}

/// `kalau batal` is no cancellation, and neither is `jangan dibatalin`.
fn cancelled(page: &Page<'_>) -> Vec<usize> {
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

fn broken(page: &Page<'_>) -> Vec<usize> {
    let mut found = places(page, BROKEN);
    found.extend(BROKEN_PAIRS.iter().flat_map(|(first, second)| pair(page, *first, *second, NEAR)));
    found.retain(|at| !is_supposed(page, *at));
    found.sort_unstable();
    found.dedup();
    found
}

fn changed(page: &Page<'_>) -> (Vec<Field>, Vec<usize>) {
    let found = CHANGED.iter().map(|(field, words)| (*field, pair(page, *words, CHANGING, REACH)));
    let found: Vec<_> = found.filter(|(_, at)| !at.is_empty()).collect();
    let fields = found.iter().map(|(field, _)| *field).collect();
    let mut at: Vec<_> = found.into_iter().flat_map(|(_, at)| at).collect();
    at.sort_unstable();
    at.dedup();
    (fields, at)
}

fn asked(page: &Page<'_>) -> Vec<usize> {
    if places(page, ASKING).is_empty() { Vec::new() } else { places(page, ASKED) }
}

/// `mau order`, `pesan lagi`.
fn orders(page: &Page<'_>) -> bool {
    !pair(page, ORDERING, WANTING, 2).is_empty()
}
