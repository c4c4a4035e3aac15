//! Rina's phone and Dedi's phone write the same order apart; their documents come to say the same.

use proptest::prelude::*;
use tapak_document::{Author, ChangeInfo, Document, DocumentError, Incarnation, NewChange};
use tapak_domain::{DeviceId, Edit, Fact, Noun, Stamp};
use uuid::Uuid;

const ORDER: Uuid = Uuid::from_u128(9);

fn author(device: u128) -> Author {
    Author { device: DeviceId(Uuid::from_u128(device)), incarnation: Incarnation([7; 8]) }
}

#[expect(clippy::unwrap_used, reason = "a helper of tests; clippy knows only the tests themselves")]
fn write(document: &mut Document, device: u128, edits: &[Edit]) -> NewChange {
    document.edit(Noun::Order, edits, author(device), 1_790_000_000_000).unwrap()
}

fn take_in(document: &mut Document, change: &NewChange) -> Result<(), DocumentError> {
    document.apply([ChangeInfo::parse(&change.bytes)?])
}

fn note(id: u128, by: u128, millis: u64) -> Edit {
    Edit::State(Fact {
        id: Uuid::from_u128(id),
        kind: "noted".into(),
        at: Stamp::new(millis, 0),
        by: DeviceId(Uuid::from_u128(by)),
        data: serde_json::Map::new(),
    })
}

/// An order Rina (1) began and Dedi (2) has too.
fn shared() -> (Document, Document) {
    let mut rina = Document::new(ORDER);
    let begun = write(&mut rina, 1, &[Edit::set("buyer_name", "Rina Marlina")]);
    let mut dedi = Document::new(ORDER);
    assert_eq!(take_in(&mut dedi, &begun), Ok(()));
    (rina, dedi)
}

#[test]
fn two_notes_written_apart_are_both_kept_in_the_order_of_the_clock() {
    let (mut rina, mut dedi) = shared();
    let later = write(&mut rina, 1, &[note(11, 1, 200)]);
    let earlier = write(&mut dedi, 2, &[note(12, 2, 100)]);
    take_in(&mut dedi, &later).unwrap();
    take_in(&mut rina, &earlier).unwrap();
    assert_eq!(rina.record(), dedi.record());
    let notes: Vec<_> = rina.record().unwrap().facts.iter().map(|fact| fact.id.as_u128()).collect();
    assert_eq!(notes, [12, 11]);
}

#[test]
fn an_address_set_twice_at_once_shows_one_and_keeps_the_other() {
    let (mut rina, mut dedi) = shared();
    let one = write(&mut rina, 1, &[Edit::set("address", serde_json::json!({ "street": "Jl. Pahlawan 45" }))]);
    let two = write(&mut dedi, 2, &[Edit::set("address", serde_json::json!({ "street": "Gd Wisma Asia" }))]);
    take_in(&mut dedi, &one).unwrap();
    take_in(&mut rina, &two).unwrap();
    assert_eq!(rina.record(), dedi.record());
    let address = &rina.record().unwrap().fields["address"];
    let mut streets = vec![address.value["street"].clone()];
    streets.extend(address.others.iter().map(|other| other["street"].clone()));
    streets.sort_by_key(ToString::to_string);
    assert_eq!(streets, ["Gd Wisma Asia", "Jl. Pahlawan 45"]);
}

#[test]
fn a_change_that_came_before_what_it_builds_on_waits_outside() {
    let mut rina = Document::new(ORDER);
    write(&mut rina, 1, &[Edit::set("buyer_name", "Rina Marlina")]);
    let second = write(&mut rina, 1, &[note(11, 1, 100)]);
    assert_eq!(take_in(&mut Document::new(ORDER), &second), Err(DocumentError::MissingDependency));
}

#[test]
fn a_change_taken_in_twice_counts_once() {
    let (mut rina, mut dedi) = shared();
    let noted = write(&mut rina, 1, &[note(11, 1, 100)]);
    assert_eq!(take_in(&mut dedi, &noted), Ok(()));
    assert_eq!(take_in(&mut dedi, &noted), Ok(()));
    assert_eq!(dedi.record().unwrap().facts.len(), 1);
}

#[test]
fn each_fact_knows_the_change_that_stated_it_and_its_author() {
    let (mut rina, _) = shared();
    let noted = write(&mut rina, 1, &[note(11, 1, 100)]);
    assert_eq!(rina.fact_changes()[&Uuid::from_u128(11)], noted.hash);
    assert_eq!(ChangeInfo::parse(&noted.bytes).unwrap().author, author(1));
}

#[test]
fn a_document_loaded_from_its_changes_is_the_same_document() {
    let mut rina = Document::new(ORDER);
    let changes = [
        write(&mut rina, 1, &[Edit::set("buyer_name", "Rina Marlina"), Edit::put("lines", ORDER, "name", "Trekker X")]),
        write(&mut rina, 1, &[Edit::Remove { collection: "lines", item: ORDER }]),
    ];
    let again = Document::load(ORDER, changes.iter().map(|change| change.bytes.as_slice())).unwrap();
    assert_eq!(again.record(), rina.record());
    assert_eq!(again.record().unwrap().collection("lines").count(), 0);
}

proptest! {
    #[test]
    fn junk_is_named_malformed_and_never_panics(bytes in proptest::collection::vec(any::<u8>(), 0..400)) {
        prop_assert!(matches!(ChangeInfo::parse(&bytes), Err(DocumentError::Malformed(_))));
    }

    #[test]
    fn a_broken_change_is_refused_wherever_it_is_broken(at in 0_usize..200, flip in 1_u8..=255) {
        let mut rina = Document::new(ORDER);
        let mut bytes = write(&mut rina, 1, &[Edit::set("buyer_name", "Rina Marlina")]).bytes;
        let at = at % bytes.len();
        bytes[at] ^= flip;
        prop_assert!(ChangeInfo::parse(&bytes).is_err());
    }

    #[test]
    fn notes_arriving_in_any_sequence_make_the_same_record(shuffled in Just((0..6_usize).collect::<Vec<_>>()).prop_shuffle()) {
        let (base, _) = shared();
        let write_apart = |i: usize| write(&mut base.clone(), 10 + i as u128, &[note(20 + i as u128, 1, 50)]);
        let changes: Vec<_> = (0..6).map(write_apart).collect();
        let arrive = |sequence: &[usize]| {
            let mut replica = base.clone();
            for i in sequence {
                take_in(&mut replica, &changes[*i]).unwrap();
            }
            replica.record()
        };
        prop_assert_eq!(arrive(&shuffled), arrive(&[0, 1, 2, 3, 4, 5]));
    }
}
