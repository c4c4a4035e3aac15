//! Documents of every schema version open forever, as changes and folded.

use std::path::Path;

use serde_json::json;
use tapak_document::{Author, ChangeInfo, Document, Incarnation, Schema};
use tapak_domain::{DeviceId, Edit, Fact, Noun, Stamp};
use uuid::Uuid;

const ID: Uuid = Uuid::from_u128(0x0190_0000_0000_7000_8000_0000_0000_0001);
const LINE: Uuid = Uuid::from_u128(0x0190_0000_0000_7000_8000_0000_0000_0002);
const FACT: Uuid = Uuid::from_u128(0x0190_0000_0000_7000_8000_0000_0000_0003);
const RINA: DeviceId = DeviceId(Uuid::from_u128(0x0190_0000_0000_4000_8000_0000_0000_0004));

fn golden(name: &str) -> Vec<u8> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden").join(name);
    std::fs::read(path).unwrap_or_default()
}

fn said() -> serde_json::Map<String, serde_json::Value> {
    [("from_chat".to_owned(), json!(true))].into_iter().collect()
}

fn edits() -> [Vec<Edit>; 2] {
    let taken = Fact { id: FACT, kind: "taken".into(), at: Stamp::new(1_790_000_000_000, 1), by: RINA, data: said() };
    let first = vec![
        Edit::set("number", "A1-0001"),
        Edit::set("buyer_name", "Rina Marlina"),
        Edit::set("address", json!({"street": "Jl. Kaliurang KM 7", "regency": "Kab. Sleman"})),
        Edit::put("lines", LINE, "name", "Trekker X"),
        Edit::put("lines", LINE, "quantity", 2),
        Edit::State(taken),
    ];
    [first, vec![Edit::set("buyer_name", "Rina M.")]]
}

fn check(document: &Document, schema: Schema) {
    let Ok(record) = document.record() else { panic!("no record") };
    assert_eq!(record.noun, Noun::Order);
    assert_eq!(record.get::<String>("buyer_name"), "Rina M.");
    assert_eq!(record.fields["address"].value, json!({"street": "Jl. Kaliurang KM 7", "regency": "Kab. Sleman"}));
    assert_eq!(record.collections["lines"][&LINE]["quantity"].value, json!(2));
    assert_eq!((record.facts[0].id, record.facts[0].by), (FACT, RINA));
    assert_eq!(record.facts[0].data, said());
    assert_eq!(document.schema(), schema);
}

/// And they are still made so: two devices that make the same record make the same bytes.
#[test]
fn changes_of_schema_one_open_and_are_still_written_so() {
    let author = Author { device: RINA, incarnation: Incarnation([7; 8]) };
    let mut document = Document::new(ID);
    let names = ["order_1_taken.change", "order_1_revised.change"];
    for (name, edits) in names.iter().zip(edits()) {
        let made = document.edit(Noun::Order, &edits, author, 1_790_000_000_000).unwrap();
        assert_eq!(made.bytes, golden(name), "{name}");
    }
    let changes = names.map(golden);
    check(&Document::load(ID, changes.iter().map(Vec::as_slice)).unwrap(), Schema::OLDEST);
}

#[test]
fn a_folded_document_of_schema_one_opens_and_gives_its_changes_back() {
    let document = Document::open(ID, &golden("order_1.folded"), []).unwrap();
    check(&document, Schema::OLDEST);
    for name in ["order_1_taken.change", "order_1_revised.change"] {
        let change = golden(name);
        let hash = ChangeInfo::parse(&change).unwrap().hash;
        assert_eq!(document.change(hash), Some(change));
    }
}

fn dropship() -> Vec<Edit> {
    vec![
        Edit::set("sender_name", "Toko Ayu"),
        Edit::set("sender_phone", "+6285711112222"),
        Edit::set("hide_price", true),
    ]
}

fn check_dropship(document: &Document) {
    let Ok(record) = document.record() else { panic!("no record") };
    assert_eq!(record.get::<String>("sender_name"), "Toko Ayu");
    assert!(record.get::<bool>("hide_price"));
    assert_eq!(document.schema(), Schema::DROPSHIP);
    assert!(document.is_newer(Schema::OLDEST) && !document.is_newer(Schema::DROPSHIP));
}

#[test]
fn changes_of_schema_two_open_and_are_still_written_so() {
    let author = Author { device: RINA, incarnation: Incarnation([7; 8]) };
    let [taken, _] = edits();
    let mut document = Document::new(ID);
    let whole: Vec<_> = taken.into_iter().chain(dropship()).collect();
    let made = document.edit(Noun::Order, &whole, author, 1_790_000_000_000).unwrap();
    assert_eq!(made.bytes, golden("order_2_taken.change"));
    check_dropship(&Document::load(ID, [golden("order_2_taken.change").as_slice()]).unwrap());
    check_dropship(&Document::open(ID, &golden("order_2.folded"), []).unwrap());
}

/// The first change that needs schema two raises the document, and only that one does.
#[test]
fn a_document_of_schema_one_is_raised_by_the_change_that_needs_it() {
    let author = Author { device: RINA, incarnation: Incarnation([7; 8]) };
    let changes = ["order_1_taken.change", "order_1_revised.change"].map(golden);
    let mut document = Document::load(ID, changes.iter().map(Vec::as_slice)).unwrap();
    assert_eq!(document.schema(), Schema::OLDEST);
    let made = document.edit(Noun::Order, &dropship(), author, 1_790_000_060_000).unwrap();
    assert_eq!(made.bytes, golden("order_2_raised.change"));
    check(&document, Schema::DROPSHIP);
    check_dropship(&document);
}

#[test]
fn two_devices_that_raise_a_document_apart_have_the_same_and_lose_nothing() {
    let device = |n| Author { device: RINA, incarnation: Incarnation([n; 8]) };
    let changes = ["order_1_taken.change", "order_1_revised.change"].map(golden);
    let open = || Document::load(ID, changes.iter().map(Vec::as_slice)).unwrap();
    let (mut one, mut other, mut old) = (open(), open(), open());
    let name = one.edit(Noun::Order, &dropship()[..1], device(1), 1_790_000_060_000).unwrap();
    let phone = other.edit(Noun::Order, &dropship()[1..], device(2), 1_790_000_060_000).unwrap();
    let note = old.edit(Noun::Order, &[Edit::set("note", "titip satpam")], device(3), 1_790_000_060_000).unwrap();
    let all = [name, phone, note].map(|made| ChangeInfo::parse(&made.bytes).unwrap());
    for document in [&mut one, &mut other, &mut old] {
        document.apply(all.clone()).unwrap();
        check_dropship(document);
        assert_eq!(document.record().unwrap().get::<String>("note"), "titip satpam");
    }
    assert_eq!(one.record(), other.record());
    assert_eq!(one.record(), old.record());
}

fn pipeline() -> Vec<Edit> {
    vec![
        Edit::set("discount", 10_000),
        Edit::set("fee_reason", "titip truk langganan"),
        Edit::set("channel", "counter"),
    ]
}

fn check_pipeline(document: &Document) {
    let Ok(record) = document.record() else { panic!("no record") };
    assert_eq!(record.get::<i64>("discount"), 10_000);
    assert_eq!(record.get::<String>("fee_reason"), "titip truk langganan");
    assert_eq!(document.schema(), Schema::PIPELINE);
    assert!(document.is_newer(Schema::DROPSHIP) && !document.is_newer(Schema::PIPELINE));
}

#[test]
fn changes_of_schema_three_open_and_are_still_written_so() {
    let author = Author { device: RINA, incarnation: Incarnation([7; 8]) };
    let [taken, _] = edits();
    let mut document = Document::new(ID);
    let whole: Vec<_> = taken.into_iter().chain(pipeline()).collect();
    let made = document.edit(Noun::Order, &whole, author, 1_790_000_000_000).unwrap();
    assert_eq!(made.bytes, golden("order_3_taken.change"));
    check_pipeline(&Document::load(ID, [golden("order_3_taken.change").as_slice()]).unwrap());
    check_pipeline(&Document::open(ID, &golden("order_3.folded"), []).unwrap());
}

/// From schema two as from schema one: whoever first gives a discount raises it.
#[test]
fn a_document_of_schema_two_is_raised_by_the_change_that_needs_schema_three() {
    let author = Author { device: RINA, incarnation: Incarnation([7; 8]) };
    let mut document = Document::load(ID, [golden("order_2_taken.change").as_slice()]).unwrap();
    let made = document.edit(Noun::Order, &pipeline(), author, 1_790_000_060_000).unwrap();
    assert_eq!(made.bytes, golden("order_3_raised.change"));
    check_pipeline(&document);
    assert_eq!(document.record().unwrap().get::<String>("sender_name"), "Toko Ayu");
}

fn parcel() -> Vec<Edit> {
    vec![Edit::set("address_reason", "kecamatan pemekaran"), Edit::set("parcel_size", "35×25×13")]
}

fn check_parcel(document: &Document) {
    let Ok(record) = document.record() else { panic!("no record") };
    assert_eq!(record.get::<String>("address_reason"), "kecamatan pemekaran");
    assert_eq!(record.get::<String>("parcel_size"), "35×25×13");
    assert_eq!(document.schema(), Schema::PARCEL);
    assert!(document.is_newer(Schema::PIPELINE) && !document.is_newer(Schema::PARCEL));
}

#[test]
fn changes_of_schema_four_open_and_are_still_written_so() {
    let author = Author { device: RINA, incarnation: Incarnation([7; 8]) };
    let [taken, _] = edits();
    let mut document = Document::new(ID);
    let whole: Vec<_> = taken.into_iter().chain(parcel()).collect();
    let made = document.edit(Noun::Order, &whole, author, 1_790_000_000_000).unwrap();
    assert_eq!(made.bytes, golden("order_4_taken.change"));
    check_parcel(&Document::load(ID, [golden("order_4_taken.change").as_slice()]).unwrap());
    check_parcel(&Document::open(ID, &golden("order_4.folded"), []).unwrap());
}

/// From schema three: whoever first says why an address is right raises it.
#[test]
fn a_document_of_schema_three_is_raised_by_the_change_that_needs_schema_four() {
    let author = Author { device: RINA, incarnation: Incarnation([7; 8]) };
    let mut document = Document::load(ID, [golden("order_3_taken.change").as_slice()]).unwrap();
    let made = document.edit(Noun::Order, &parcel(), author, 1_790_000_060_000).unwrap();
    assert_eq!(made.bytes, golden("order_4_raised.change"));
    check_parcel(&document);
    assert_eq!(document.record().unwrap().get::<i64>("discount"), 10_000);
}

#[test]
fn a_document_of_a_schema_to_come_is_read_as_far_as_it_goes_and_known_to_be_newer() {
    let document = Document::load(ID, [golden("order_99.change").as_slice()]).unwrap();
    assert!(document.is_newer(Schema::NEWEST));
    assert_eq!(document.record().unwrap().get::<String>("buyer_name"), "Siti dari masa depan");
}
