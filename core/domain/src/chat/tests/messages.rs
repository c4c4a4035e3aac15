//! The five messages the shop knows best.

use super::shop::{source, told, understand};
use crate::chat::{Confidence, Field, Hint};

pub(super) const FORM: &str = "Format Order
Nama : Rina Marlina
Alamat : Jl. Kaliurang KM 7 Gg Melati No 12 RT 04/RW 21, Condongcatur, Kec. Depok, Kab. Sleman, DIY 55283
No HP : 0812-3456-7890
Pesanan : Trekker X hitam uk 39 = 1
Ekspedisi : JNE REG";

pub(super) const CHAT: &str = "kak mau order yg rimba coklat no 42 satu sm yg hitam 38 1 jg
a/n Dedi S jl pahlawan 45 rt2 rw5 kel sukamaju kec cilodong depok 16415
wa 62 857 1122 3344 pake jnt ya kak, totalin sekalian";

pub(super) const DROPSHIP: &str = "DROPSHIP
Pengirim: Alas Adventure 08990001122
Penerima: Bp Yosef W / +62 821 9988 7766
Alamat: Jl Raya Sentani dpn Hola Plaza, Hinekombe, Sentani, Kab Jayapura 99352
1. Carrier Pro Navy 41 x2
2. Carrier Pro Army 43 x1
Eksp: yg paling murah. Jgn cantumin harga ya min";

pub(super) const CUSTOM: &str = "Min bs custom ga? sol hitam tali oranye jahitan putih, kiri 40 kanan 41. \
    Sy di Malang. DP brp? mau dipake tgl 20";

pub(super) const CLAIM: &str = "Konfirmasi order B3-0142 sdh trf Rp 325.417 via Mandiri an SITI AMINAH jam 20.15
alamat ganti ya kak ke kantor: Gd Wisma Asia Lt 3, Jl S Parman Kav 79, Slipi, Jakbar 11420";

#[test]
fn a_filled_form_is_a_whole_order_and_depok_is_a_district_of_sleman() {
    assert_eq!(
        told(FORM),
        "order
name: Rina Marlina
phone: 0812-3456-7890
address: Jl. Kaliurang KM 7 Gg Melati No 12 RT 04/RW 21, Condongcatur, Kec. Depok, Kab. Sleman, DI Yogyakarta 55283
line: Trekker X Hitam 39 x1
courier: JNE REG"
    );
}

#[test]
fn nothing_in_a_filled_form_is_doubted() {
    let reading = understand(FORM);
    let sure = Some(Confidence::Sure);
    assert_eq!(reading.buyer_name.map(|found| found.confidence), sure);
    assert_eq!(reading.phone.map(|found| found.confidence), sure);
    assert_eq!(reading.address.map(|found| (found.confidence, found.hint)), Some((Confidence::Sure, None)));
    assert_eq!(reading.lines.first().map(|found| found.confidence), sure);
    assert_eq!(reading.courier.map(|found| found.confidence), sure);
}

#[test]
fn every_field_of_a_form_shows_the_words_it_came_from() {
    assert_eq!(source(FORM, Field::BuyerName), ["Rina Marlina"]);
    assert_eq!(source(FORM, Field::Phone), ["0812-3456-7890"]);
    assert_eq!(source(FORM, Field::Lines), ["Trekker X hitam uk 39 = 1"]);
    assert_eq!(source(FORM, Field::Courier), ["JNE REG"]);
    let address = source(FORM, Field::Address).concat();
    assert!(address.starts_with("Jl. Kaliurang") && address.ends_with("DIY 55283"));
}

#[test]
fn a_free_chat_is_a_whole_order_and_depok_is_the_city() {
    assert_eq!(
        told(CHAT),
        "order
name: Dedi S
phone: 0857-1122-3344
address: jl pahlawan 45 rt2 rw5, Sukamaju, Kec. Cilodong, Kota Depok, Jawa Barat 16415
line: Rimba Coklat 42 x1
line: Rimba Hitam 38 x1
courier: J&T Express"
    );
}

#[test]
fn a_line_that_leans_on_the_one_before_says_so() {
    let lines = understand(CHAT).lines;
    assert_eq!((lines[0].confidence, &lines[0].hint), (Confidence::Sure, &None));
    let carried = Hint::ProductCarriedOver { word: "hitam".to_owned() };
    assert_eq!((lines[1].confidence, &lines[1].hint), (Confidence::Likely, &Some(carried)));
    assert_eq!(source(CHAT, Field::Lines), ["rimba coklat no 42 satu", "hitam 38 1"]);
}

#[test]
fn a_dropshipper_is_not_the_buyer_and_an_open_courier_is_kept_as_a_note() {
    assert_eq!(
        told(DROPSHIP),
        "dropship
name: Bp Yosef W
phone: 0821-9988-7766
address: Jl Raya Sentani, Hinekombe, Kec. Sentani, Kab. Jayapura, Papua 99352, (dpn Hola Plaza)
line: Carrier Pro Navy 41 x2
line: Carrier Pro Army 43 x1
note: yg paling murah
sender: Alas Adventure
sender: 0899-0001-122
price hidden
missing: courier"
    );
    assert!(understand(DROPSHIP).courier_open);
    assert!(!source(DROPSHIP, Field::Phone).contains(&"08990001122"));
}

#[test]
fn a_custom_wish_asks_for_everything_and_which_malang() {
    assert_eq!(
        told(CUSTOM),
        "custom
address: Jawa Timur
sole: hitam
strap: oranye
stitching: putih
left: 40
right: 41
needed: tgl 20
missing: buyer_name, phone, address"
    );
    let address = understand(CUSTOM).address;
    let options = vec!["Kab. Malang".to_owned(), "Kota Malang".to_owned()];
    assert_eq!(
        address.map(|found| (found.confidence, found.hint)),
        Some((Confidence::Guess, Some(Hint::RegencyAmbiguous { options })))
    );
}

#[test]
fn a_claim_carries_a_new_address_and_the_payer_is_not_the_buyer() {
    assert_eq!(
        told(CLAIM),
        "claim
number: B3-0142
address: Gd Wisma Asia Lt 3, Jl S Parman Kav 79, Slipi, Kota Jakarta Barat, DKI Jakarta 11420
amount: Rp325.417
bank: Mandiri
payer: Siti Aminah
paid at: jam 20.15
missing: address"
    );
    assert_eq!(understand(CLAIM).changes, [Field::Address]);
    let hint = understand(CLAIM).address.and_then(|found| found.hint);
    assert_eq!(hint, Some(Hint::DistrictUnclear { word: "Slipi".to_owned() }));
}

fn asked(text: &str) -> Vec<String> {
    let questions = understand(text).questions().into_iter();
    questions.map(|question| [&[question.about], question.options.as_slice()].concat().join(" ")).collect()
}

#[test]
fn what_is_missing_becomes_questions_with_their_choices() {
    assert!(asked(FORM).is_empty() && asked(CHAT).is_empty() && asked(DROPSHIP).is_empty());
    assert_eq!(asked(CUSTOM), ["buyer_name", "phone", "address", "address.regency Kab. Malang Kota Malang"]);
    assert_eq!(asked(CLAIM), ["address.district"]);
    assert_eq!(asked("halo kak"), [""; 0]);
    let ambiguous =
        ["buyer_name", "phone", "address", "lines.0.name Carrier Pro Carrier Lite", "lines.0.size", "courier"];
    assert_eq!(asked("mau pesen carrier navy 1"), ambiguous);
    assert_eq!(asked("udah transfer ya kak"), ["order_number"]);
}
