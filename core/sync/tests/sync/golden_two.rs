//! What version 2 added, byte for byte: what a phone or a relay says today opens forever.

use std::path::Path;

use tapak_sync::codec::{decode_to_device, decode_to_relay, encode, encode_small};
use tapak_sync::message::{
    Ancestor, Boot, BootMark, Card, Cards, Fetch, FileHave, FilePart, FileWant, Heard, HeardOf, Hello, Latest, Leave,
    Look, Looking, Page, Ping, Proof, Reconcile, ScopeCursor, Seen, Stretch, Welcome,
};
use tapak_sync::{
    Fingerprint, Numbered, RefusalCode, Roster, RosterEntry, Sequence, SignedChange, Span, ToDevice, ToRelay,
};

use crate::golden::{bytes, hex};

fn golden(name: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden/v2").join(name).with_extension("hex");
    std::fs::read_to_string(path).unwrap()
}

fn boot() -> Boot {
    Boot {
        target: Sequence(900),
        since: vec![ScopeCursor { scope: 3, cursor: Sequence(0) }, ScopeCursor { scope: 4, cursor: Sequence(300) }],
        mark: BootMark { rank: 1, after: Some([0x0d; 16].into()) },
        left: Some(41),
    }
}

fn cards(body: Option<Vec<u8>>) -> Cards {
    let card = Card {
        document: [0x0d; 16].into(),
        scope: 3,
        seq: Sequence(301),
        fingerprint: Fingerprint::from_bytes([0xf1; 32]),
        row: br#"{"v":1}"#.to_vec(),
        body,
    };
    let (from, to) = (BootMark { rank: 0, after: None }, BootMark { rank: 0, after: Some(card.document) });
    Cards {
        stretch: Some(Stretch { from, to, left: 40, done: false }),
        cards: vec![card],
        missing: vec![[0x0e; 16].into()],
    }
}

fn part() -> FilePart {
    FilePart { file: [0xf1; 32].into(), length: 100_000, offset: 49_152, bytes: vec![0xff, 0xd8, 0xff] }
}

fn to_relay() -> Vec<(&'static str, ToRelay)> {
    let hello = Hello {
        protocol: 2,
        shop: [0x5a; 16].into(),
        device: [0xde; 16].into(),
        replica: [0x1e; 16].into(),
        epoch: 3,
        scopes: vec![ScopeCursor { scope: 1, cursor: Sequence(300) }, ScopeCursor { scope: 3, cursor: Sequence(300) }],
        own_high: Sequence(290),
        signature: [0x51; 64],
        boot: Some(boot()),
        roster: None,
        latest: None,
    };
    let latest = Latest { seq: Sequence(300), hash: [0xc4; 32].into() };
    vec![
        ("hello", ToRelay::Hello(hello.clone())),
        ("hello_with_roster", ToRelay::Hello(Hello { roster: Some([0xa7; 16]), ..hello.clone() })),
        ("hello_with_latest", ToRelay::Hello(Hello { latest: Some(latest), ..hello })),
        ("ping_with_roster", ToRelay::Ping(Ping { at: 1_790_000_000_000, roster: Some([0xa7; 16]) })),
        ("fetch", ToRelay::Fetch(Fetch { documents: vec![[0x0d; 16].into()] })),
        ("reconcile", ToRelay::Reconcile(Reconcile { bytes: vec![0x61, 0, 0, 2] })),
        ("look", ToRelay::Look(Look { document: Some([0x0d; 16].into()) })),
        ("look_away", ToRelay::Look(Look { document: None })),
        ("file_part", ToRelay::FilePart(part())),
        ("file_offer", ToRelay::FileWant(FileWant { file: [0xf1; 32].into(), offset: 0, offering: Some(100_000) })),
        ("file_want", ToRelay::FileWant(FileWant { file: [0xf1; 32].into(), offset: 49_152, offering: None })),
        ("left", ToRelay::Left),
    ]
}

fn seen_only(welcome: Welcome) -> Welcome {
    let seen = vec![Seen { device: [0xde; 16].into(), cursor: Sequence(299) }];
    Welcome { roster: Roster::default(), seen: Some(seen), ..welcome }
}

fn to_device() -> Vec<(&'static str, ToDevice)> {
    let entry = RosterEntry {
        device: [0xde; 16].into(),
        key: [0x4b; 32],
        person: "Bu Eni".to_owned(),
        device_name: "Laptop".to_owned(),
        role: "finance".to_owned(),
        prefix: "E".to_owned(),
        revoked_at: Some(1_790_000_000_000),
        seen: Sequence(299),
        roles_before: Some(vec!["cs".to_owned()]),
        keys_before: Some(vec![0x4c; 32]),
        wipe: Some(true),
    };
    let welcome = Welcome {
        epoch: 3,
        head: Sequence(302),
        role: "cs".to_owned(),
        roster: Roster(vec![entry]),
        scopes: Some(vec![1, 2, 3]),
        boot: Some(boot()),
        before: Some(Ancestor { epoch: 2, kept: Sequence(250) }),
        proof: Some(Fingerprint::from_bytes([0xf1; 32])),
        seen: None,
        parted: None,
    };
    let change = SignedChange { document: [0x0d; 16].into(), change: vec![0xc0, 0xff, 0xee], signature: [0x51; 64] };
    let row = Numbered { seq: Sequence(301), change, scope: Some(3) };
    let page = Page { span: Span { from: Sequence(300), to: Sequence(301) }, head: Sequence(302), changes: vec![row] };
    let file = [0xf1; 32].into();
    let here = HeardOf { device: [0xde; 16].into(), left_at: None };
    let gone = HeardOf { device: [0xdf; 16].into(), left_at: Some(1_790_000_000_000) };
    vec![
        ("welcome", ToDevice::Welcome(welcome.clone())),
        ("welcome_with_seen", ToDevice::Welcome(seen_only(welcome.clone()))),
        ("welcome_parted", ToDevice::Welcome(Welcome { parted: Some(true), ..welcome })),
        ("page", ToDevice::Page(page)),
        ("cards", ToDevice::Cards(cards(Some(vec![0x85, 0x6f, 0x4a, 0x83])))),
        ("cards_without_body", ToDevice::Cards(cards(None))),
        ("proof", ToDevice::Proof(Proof { cursor: Sequence(302), fingerprint: Fingerprint::from_bytes([0xf1; 32]) })),
        ("reconcile_answer", ToDevice::Reconcile(Reconcile { bytes: vec![0x61, 0, 0, 2] })),
        ("looking", ToDevice::Looking(Looking { device: [0xde; 16].into(), document: Some([0x0d; 16].into()) })),
        ("heard", ToDevice::Heard(Heard { devices: vec![here, gone] })),
        ("leave", ToDevice::Leave(Leave { wipe: true })),
        ("file_have", ToDevice::FileHave(FileHave { file, offset: 49_152, refused: None })),
        ("file_no", ToDevice::FileHave(FileHave { file, offset: 0, refused: Some(RefusalCode::NotYourRole) })),
        ("file_part_down", ToDevice::FilePart(part())),
    ]
}

#[test]
fn what_devices_say_in_version_two_reads_the_same_forever() {
    for (name, message) in to_relay() {
        assert_eq!(hex(&encode(&message).unwrap()), golden(name).trim(), "{name}");
        assert_eq!(decode_to_relay(&bytes(&golden(name))), Ok(message));
    }
}

#[test]
fn what_relays_say_in_version_two_reads_the_same_forever() {
    for (name, message) in to_device() {
        assert_eq!(hex(&encode(&message).unwrap()), golden(name).trim(), "{name}");
        assert_eq!(decode_to_device(&bytes(&golden(name))), Ok(message));
    }
}

/// Only read: another compressor may write the same content in other bytes.
#[test]
fn cards_deflated_in_version_two_still_open() {
    let mut many = cards(Some(vec![7; 400]));
    many.cards = vec![many.cards[0].clone(); 5];
    let message = ToDevice::Cards(many);
    let golden = golden("cards_deflated");
    assert_eq!(bytes(&golden)[0], 2);
    assert_eq!(decode_to_device(&bytes(&golden)), Ok(message.clone()));
    assert_eq!(decode_to_device(&encode_small(&message).unwrap()), Ok(message));
}
