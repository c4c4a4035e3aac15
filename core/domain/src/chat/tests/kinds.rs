//! What a message wants, and what it must not be taken for.

use super::shop::understand;
use crate::chat::{Confidence, Field, Kind};

fn kind(text: &str) -> Kind {
    understand(text).kind
}

#[test]
fn messages_about_an_order_that_is_there_are_no_new_orders() {
    for (text, expected) in [
        ("kak B3-0160 alamatnya ganti ke Jl. Tebet Barat 21, Kec. Tebet, Jaksel 12810", Kind::Change),
        ("kurirnya ganti sicepat ya, order B3-0199", Kind::Change),
        ("orderan B3-0133 saya batalin ya, ga jadi", Kind::Cancel),
        ("sandal rimba hitam 40 talinya copot nih, order B3-0098", Kind::Complaint),
        ("paket saya blm sampai udah 6 hari", Kind::Complaint),
        ("resi B3-0121 udah ada blm?", Kind::Question),
        ("rimba coklat 42 masih ready? brp ya", Kind::Question),
        ("ukuran 42 masih ada?", Kind::Question),
    ] {
        assert_eq!(kind(text), expected, "{text}");
        assert!(!kind(text).is_order());
    }
}

#[test]
fn an_order_stays_an_order_whatever_it_asks_for_besides() {
    let order =
        "Nama: Rina\nHP: 081200001111\nAlamat: Jl A 1, Kec. Coblong, Bandung 40132\nPesanan: rimba hitam 40 1\n";
    for talk in [
        "jangan salah kirim ya kak, kemarin salah barang",
        "kalau kekecilan bisa tukar?",
        "ongkirnya berapa ya?",
        "alamatnya ganti ya jangan yg dulu",
        "santai aja ga buru2",
    ] {
        assert_eq!(kind(&format!("{order}{talk}")), Kind::Order, "{talk}");
    }
}

#[test]
fn paying_later_or_asking_where_to_pay_is_no_claim() {
    for text in
        ["nanti sore saya transfer ya", "udah bisa transfer kemana?", "belum saya bayar kak", "norek bca nya brp?"]
    {
        assert_ne!(kind(text), Kind::Claim, "{text}");
    }
}

#[test]
fn a_round_amount_and_a_second_amount_are_doubted() {
    let doubt = |text: &str| {
        let amount = understand(text).claim.and_then(|claim| claim.amount);
        amount.map(|found| (found.value.get(), found.confidence, found.hint.map(|hint| hint.code())))
    };
    assert_eq!(doubt("sdh tf 325.417"), Some((325_417, Confidence::Sure, None)));
    assert_eq!(doubt("sdh tf 325rb"), Some((325_000, Confidence::Likely, Some("amount_rounded"))));
    let two = Some((300_000, Confidence::Guess, Some("amount_ambiguous")));
    assert_eq!(doubt("total 325.417 sdh tf 300rb"), two);
}

#[test]
fn the_account_money_went_to_is_not_the_payers() {
    let claim = understand("sudah tf 207.151 ke BCA a/n Sandal Parahyangan").claim.unwrap_or_default();
    assert_eq!((claim.payer, claim.bank.map(|found| found.value)), (None, Some("BCA".to_owned())));
}

#[test]
fn both_feet_may_be_told_at_once() {
    for text in ["custom dong, kiri kanan 41", "custom dong, ukuran 41", "custom sol hitam kanan kiri no 41"] {
        let custom = understand(text).custom.unwrap_or_default();
        let feet = [custom.left, custom.right].map(|foot| foot.map(|found| found.value.get()));
        assert_eq!(feet, [Some(41), Some(41)], "{text}");
    }
    assert!(understand("custom dong kak").missing.contains(&Field::Sizes));
}

#[test]
fn bubbles_name_their_writer_only_when_one_wrote() {
    let one = "[14.05, 20/11/2025] Wulan: rimba hitam 38 1\n[14.07, 20/11/2025] Wulan: jne ya";
    let name = understand(one).buyer_name.map(|found| (found.value, found.confidence));
    assert_eq!(name, Some(("Wulan".to_owned(), Confidence::Guess)));
    let two = "[14.05, 20/11/2025] Wulan: rimba hitam 38 1\n[14.07, 20/11/2025] Toko: siap kak";
    assert_eq!(understand(two).buyer_name, None);
}
