//! A pasted chat on a phone: what the form is given, and what else the screen is told.

use tapak_domain::Role;
use tapak_domain::product::ProductDraft;
use tapak_engine::command::Command;
use tapak_engine::view::chat::{ChatView, ClaimReading};
use tapak_engine::view::{Query, View};

use crate::shop::Shop;

const DROPSHIP: &str = "DROPSHIP
Pengirim: Alas Adventure 08990001122
Penerima: Bp Yosef W / +62 821 9988 7766
Alamat: Jl Raya Sentani dpn Hola Plaza, Hinekombe, Sentani, Kab Jayapura 99352
1. Carrier Pro Navy 41 x2
Eksp: yg paling murah. Jgn cantumin harga ya min";

const TWO: &str =
    "Nama: Rina\nHP: 081200001111\nAlamat: Jl A 1, Kec. Coblong, Bandung 40132\nPesanan: carrier pro navy 40 1\n
Nama: Budi\nHP: 081200002222\nAlamat: Jl B 2, Kec. Klojen, Kota Malang 65113\nPesanan: carrier pro army 41 1";

fn shop() -> Shop {
    let mut shop = Shop::with(&[Role::Owner]);
    let colours = ["navy", "army"].map(str::to_owned).to_vec();
    let draft = ProductDraft { name: "Carrier Pro".into(), colours, price: "245000".into(), ..ProductDraft::default() };
    shop.done(0, Command::AddProduct { draft });
    shop
}

fn read(shop: &mut Shop, text: &str) -> ChatView {
    match shop.view(0, &Query::Chat { text: text.into() }) {
        View::Chat(chat) => *chat,
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_dropship_chat_fills_the_sender_and_the_order_is_saved_with_it() {
    let mut shop = shop();
    let chat = read(&mut shop, DROPSHIP);
    assert_eq!((chat.kind.as_str(), chat.time_zone.as_str()), ("dropship", "wit"));
    let draft = chat.draft;
    assert_eq!((draft.sender_name.as_str(), draft.sender_phone.as_str()), ("Alas Adventure", "0899-0001-122"));
    assert!(draft.hide_price);
    assert_eq!(draft.lines[0].price, "245000");
    let order = shop.done(0, Command::TakeOrder { draft });
    let saved = shop.order(0, order).draft;
    assert_eq!((saved.sender_name.as_str(), saved.hide_price), ("Alas Adventure", true));
}

#[test]
fn a_claim_is_told_as_it_would_be_typed() {
    let mut shop = shop();
    let chat = read(&mut shop, "Konfirmasi order B3-0142 sdh trf Rp 325.417 via Mandiri an SITI AMINAH jam 20.15");
    let claim = ClaimReading {
        amount: "325417".into(),
        bank: "Mandiri".into(),
        payer: "Siti Aminah".into(),
        paid_at: "jam 20.15".into(),
    };
    assert_eq!((chat.kind.as_str(), chat.order_number.as_str(), chat.claim), ("claim", "B3-0142", Some(claim)));
    let amount = chat.fields.iter().find(|field| field.field == "amount").unwrap();
    assert_eq!((amount.confidence.as_str(), amount.source.as_str()), ("sure", "Rp 325.417"));
}

#[test]
fn a_wish_goes_along_as_the_note_and_asks_which_malang() {
    let mut shop = shop();
    let chat =
        read(&mut shop, "bs custom ga? sol hitam tali oranye, kiri 40 kanan 41. Sy di Malang. mau dipake tgl 20");
    let custom = chat.custom.unwrap();
    assert_eq!((custom.parts[1].part.as_str(), custom.parts[1].colour.as_str()), ("strap", "oranye"));
    assert_eq!((custom.left.as_str(), custom.right.as_str(), chat.deadline.as_str()), ("40", "41", "tgl 20"));
    assert_eq!(chat.draft.note, "sol hitam, tali oranye, kiri 40, kanan 41, tgl 20");
    let which = chat.questions.iter().find(|question| question.about == "address.regency").unwrap();
    assert_eq!(which.options, ["Kab. Malang", "Kota Malang"]);
}

#[test]
fn each_order_of_a_chat_keeps_its_own_words_only() {
    let mut shop = shop();
    let chat = read(&mut shop, TWO);
    let told: String = chat.segments.iter().map(|segment| segment.text.as_str()).collect();
    assert_eq!(told, TWO);
    let buyers: Vec<_> = chat.orders.iter().map(|order| order.draft.buyer_name.as_str()).collect();
    assert_eq!(buyers, ["Rina", "Budi"]);
    assert!(chat.orders[1].draft.source.starts_with("Nama: Budi") && !chat.orders[0].draft.source.contains("Budi"));
    assert!(read(&mut shop, DROPSHIP).orders.is_empty());
}
