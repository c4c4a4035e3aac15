//! Where the reading is unsure it says so, and says why.

use super::shop::{line, told, understand};
use crate::chat::{Confidence, Field, Hint, Kind, read};

fn first_line(text: &str) -> Option<(String, Confidence, Option<Hint>)> {
    understand(text).lines.first().map(|found| (line(found), found.confidence, found.hint.clone()))
}

fn word(text: &str) -> String {
    text.to_owned()
}

#[test]
fn a_line_the_shop_cannot_make_is_a_guess_with_its_reason() {
    let cases = [
        ("rimba coklat 45 1", "Rimba Coklat - x1", Hint::SizeRefused { word: word("45") }),
        ("trekker x hitam uk 39,5 satu", "Trekker X Hitam - x1", Hint::SizeRefused { word: word("39,5") }),
        ("trekker x kuning 40 1", "Trekker X kuning 40 x1", Hint::ColourNotOffered { word: word("kuning") }),
        ("rimba coklat 40 600 pasang", "Rimba Coklat 40 x1", Hint::QuantityRefused { word: word("600 pasang") }),
        ("Pesanan: Cartenz hitam 40 1", "?Cartenz hitam 40 x1", Hint::ProductUnknown { word: word("Cartenz") }),
    ];
    for (text, shown, hint) in cases {
        assert_eq!(first_line(text), Some((shown.to_owned(), Confidence::Guess, Some(hint))), "{text}");
    }
}

#[test]
fn a_first_word_two_products_share_is_asked_about() {
    let products = vec![word("Carrier Pro"), word("Carrier Lite")];
    let hint = Hint::ProductAmbiguous { word: word("carrier"), products };
    assert_eq!(first_line("carrier 40 navy 1"), Some((word("?Carrier navy 40 x1"), Confidence::Guess, Some(hint))));
}

#[test]
fn what_was_assumed_or_misspelt_is_only_likely() {
    assert_eq!(
        first_line("rimba coklat 40"),
        Some((word("Rimba Coklat 40 x1"), Confidence::Likely, Some(Hint::QuantityAssumed)))
    );
    assert_eq!(
        first_line("rinba coklat 40 1"),
        Some((word("Rimba Coklat 40 x1"), Confidence::Likely, Some(Hint::ProductMisspelt { word: word("rinba") })))
    );
}

#[test]
fn two_numbers_or_two_couriers_name_the_other_one() {
    let reading = understand("hp: 0812 3333 4444 / 0857 1234 5678\nkurir: jne/jnt");
    let phone = reading.phone.map(|found| (found.value.national(), found.hint.map(|hint| hint.word())));
    assert_eq!(phone, Some((word("0812-3333-4444"), Some(word("0857-1234-5678")))));
    let courier = reading.courier.map(|found| (found.value.to_string(), found.hint.map(|hint| hint.word())));
    assert_eq!(courier, Some((word("JNE"), Some(word("J&T Express")))));
}

#[test]
fn account_numbers_codes_and_prices_are_not_phones_or_sizes() {
    let text = "rek bca 8105551234 an siti\norder B3-0142 total 350.000 tgl 20 jam 20.15 resi JP0812345678901";
    let reading = understand(text);
    assert_eq!((reading.phone, reading.lines), (None, Vec::new()));
}

#[test]
fn a_phone_that_is_wrong_is_missing_and_not_guessed() {
    let reading = understand("Nama : Ratna\nHP : 0812345\nPesanan : rimba hitam 40 1");
    assert_eq!(reading.phone, None);
    assert!(reading.missing.contains(&Field::Phone));
}

#[test]
fn a_name_known_only_by_its_place_is_a_guess() {
    let name = understand("Rina Marlina\n0812 3456 7890").buyer_name;
    assert_eq!(
        name.map(|found| (found.value, found.confidence, found.hint)),
        Some((word("Rina Marlina"), Confidence::Guess, Some(Hint::NameByPosition)))
    );
}

#[test]
fn a_message_with_nothing_usable_is_unclear_and_everything_is_missing() {
    for text in ["", " \n\n ", "halo kak", "🔥🔥😂 wkwkwk mantap", "kak totalin dong", "Nama :\nAlamat :\nNo HP :"]
    {
        assert_eq!(told(text), "unclear\nmissing: buyer_name, phone, address, lines, courier", "{text}");
    }
}

#[test]
fn a_shop_without_a_catalogue_still_reads_the_lines() {
    let reading = read("Pesanan : Trekker X hitam uk 39 = 1\nkurir: jne", &[]);
    assert_eq!(reading.lines.iter().map(line).collect::<Vec<_>>(), ["?Trekker X hitam 39 x1"]);
    assert_eq!(reading.kind, Kind::Order);
}
