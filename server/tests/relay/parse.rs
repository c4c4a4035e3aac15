//! `tapak parse` as somebody at a terminal meets it.

use std::io::Write;
use std::process::{Command, Stdio};

use serde_json::{Value, json};
use tapak_domain::product::ProductDraft;
use tapak_engine::command::Command as EngineCommand;

use crate::world::{Phone, Relay};

const DROPSHIP: &str = "DROPSHIP
Pengirim: Alas Adventure 08990001122
Penerima: Bp Yosef W / +62 821 9988 7766
Alamat: Jl Raya Sentani dpn Hola Plaza, Hinekombe, Sentani, Kab Jayapura 99352
1. Carrier Pro Navy 41 x2
2. Carrier Pro Army 43 x1
Eksp: yg paling murah. Jgn cantumin harga ya min";
const CLAIM: &str = "Konfirmasi order B3-0142 sdh trf Rp 325.417 via Mandiri an SITI AMINAH jam 20.15
alamat ganti ya kak ke kantor: Gd Wisma Asia Lt 3, Jl S Parman Kav 79, Slipi, Jakbar 11420";
const CUSTOM: &str = "Min bs custom ga? sol hitam tali oranye jahitan putih, kiri 40 kanan 41. Sy di Malang. DP brp? \
    mau dipake tgl 20";

fn parse(arguments: &[&str], message: &[u8]) -> Value {
    let mut command = Command::new(env!("CARGO_BIN_EXE_tapak"));
    command.arg("parse").args(arguments).stdin(Stdio::piped()).stdout(Stdio::piped());
    let mut process = command.spawn().unwrap();
    process.stdin.take().unwrap().write_all(message).unwrap();
    let output = process.wait_with_output().unwrap();
    assert!(output.status.success());
    serde_json::from_slice(&output.stdout).unwrap()
}

/// The value at a path, or what of a list is under its path.
fn at<'v>(told: &'v Value, path: &str) -> &'v Value {
    told.pointer(path).unwrap_or(&Value::Null)
}

#[test]
fn a_message_is_told_with_its_sender_its_lines_and_the_words_they_came_from() {
    let told = parse(&[], DROPSHIP.as_bytes());
    assert_eq!((at(&told, "/kind"), at(&told, "/time_zone")), (&json!("dropship"), &json!("wit")));
    assert_eq!(at(&told, "/sender/name/value"), &json!("Alas Adventure"));
    assert_eq!(at(&told, "/sender/hide_price/value"), &json!(true));
    assert_eq!(at(&told, "/fields/phone/value"), &json!("+6282199887766"));
    assert_eq!((at(&told, "/fields/courier"), at(&told, "/courier_open")), (&Value::Null, &json!(true)));
    assert_eq!(at(&told, "/lines/1/value/colour"), &json!("army"));
    let (source, span) = (at(&told, "/lines/1/source/0/text"), at(&told, "/lines/1/source/0/span"));
    let (from, to): (usize, usize) = serde_json::from_value(span.clone()).unwrap();
    assert_eq!(source, &json!("Carrier Pro Army 43 x1"));
    assert_eq!(&DROPSHIP[from..to], "Carrier Pro Army 43 x1");
}

#[test]
fn a_claim_and_a_wish_are_told_with_what_to_ask() {
    let claim = parse(&[], CLAIM.as_bytes());
    assert_eq!(at(&claim, "/claim/amount/value"), &json!(325_417));
    assert_eq!(at(&claim, "/claim/payer/value"), &json!("Siti Aminah"));
    assert_eq!(at(&claim, "/fields/order_number/value"), &json!("B3-0142"));
    assert_eq!(at(&claim, "/changes"), &json!(["address"]));
    let custom = parse(&[], CUSTOM.as_bytes());
    assert_eq!(at(&custom, "/custom/left/value"), &json!(40));
    assert_eq!(at(&custom, "/custom/parts/1/value"), &json!({ "part": "strap", "colour": "oranye" }));
    let which = json!({ "about": "address.regency", "options": ["Kab. Malang", "Kota Malang"] });
    assert_eq!(at(&custom, "/questions/3"), &which);
}

#[test]
fn nothing_at_all_and_bytes_that_are_no_text_are_answered_too() {
    assert_eq!(at(&parse(&[], b""), "/kind"), &json!("unclear"));
    assert_eq!(at(&parse(&[], b"\xff\xfe rimba hitam 40 1"), "/lines/0/value/name"), &json!("Rimba"));
}

#[tokio::test]
async fn a_shops_own_catalogue_is_read_beside_its_running_relay() {
    let relay = Relay::open();
    let mut owner = Phone::paired(&relay, "owner", "Bu Tini").await;
    let draft = ProductDraft { name: "Gununghalu".to_owned(), price: "150000".to_owned(), ..ProductDraft::default() };
    owner.run(vec![EngineCommand::AddProduct { draft }]).await;
    owner.until_all_saved().await;
    let data = relay.data().to_str().unwrap();
    let told = parse(&["--data", data], b"order gununghalu 40 1");
    assert_eq!(at(&told, "/lines/0/value/name"), &json!("Gununghalu"));
    assert_eq!(at(&parse(&[], b"order gununghalu 40 1"), "/lines"), &json!([]));
}

#[test]
fn a_folder_without_a_shop_is_named() {
    let home = tempfile::tempdir().unwrap();
    let output = crate::world::tapak(&["parse", "--data", home.path().to_str().unwrap()]);
    assert!(String::from_utf8_lossy(&output.stderr).contains("there is no shop in"));
}
