//! Documents of every schema version open forever, as changes and folded.

use std::path::Path;

use serde_json::json;
use tapak_document::{Author, ChangeInfo, Document, Incarnation};
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

fn check(document: &Document) {
    let Ok(record) = document.record() else { panic!("no record") };
    assert_eq!(record.noun, Noun::Order);
    assert_eq!(record.get::<String>("buyer_name"), "Rina M.");
    assert_eq!(record.fields["address"].value, json!({"street": "Jl. Kaliurang KM 7", "regency": "Kab. Sleman"}));
    assert_eq!(record.collections["lines"][&LINE]["quantity"].value, json!(2));
    assert_eq!((record.facts[0].id, record.facts[0].by), (FACT, RINA));
    assert_eq!(record.facts[0].data, said());
    assert!(!document.is_newer());
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
    check(&Document::load(ID, changes.iter().map(Vec::as_slice)).unwrap());
}

#[test]
fn a_folded_document_of_schema_one_opens_and_gives_its_changes_back() {
    let document = Document::open(ID, &golden("order_1.folded"), []).unwrap();
    check(&document);
    for name in ["order_1_taken.change", "order_1_revised.change"] {
        let change = golden(name);
        let hash = ChangeInfo::parse(&change).unwrap().hash;
        assert_eq!(document.change(hash), Some(change));
    }
}

#[test]
fn a_document_of_a_schema_to_come_is_read_as_far_as_it_goes_and_known_to_be_newer() {
    let document = Document::load(ID, [golden("order_99.change").as_slice()]).unwrap();
    assert!(document.is_newer());
    assert_eq!(document.record().unwrap().get::<String>("buyer_name"), "Siti dari masa depan");
}
