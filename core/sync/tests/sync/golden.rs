//! Version 1 of every message, byte for byte: what a phone wrote back then opens forever.

use tapak_sync::codec::{decode_to_device, decode_to_relay, encode};
use tapak_sync::message::{
    Challenge, Credit, Hello, Page, Pair, Paired, Ping, Pong, Push, Pushed, ScopeCursor, Seen, Welcome,
};
use tapak_sync::{
    ByeCode, Numbered, Outcome, RefusalCode, Roster, RosterEntry, Sequence, SignedChange, Span, ToDevice, ToRelay,
};

macro_rules! golden {
    ($name:literal) => {
        (include_str!(concat!("../golden/", $name, ".hex")))
    };
}

pub(crate) fn bytes(hex: &str) -> Vec<u8> {
    let digits: Vec<_> = hex.trim().bytes().map(|digit| char::from(digit).to_digit(16).unwrap()).collect();
    digits.chunks(2).map(|pair| u8::try_from(pair[0] * 16 + pair[1]).unwrap()).collect()
}

pub(crate) fn hex(bytes: &[u8]) -> String {
    use core::fmt::Write;
    bytes.iter().fold(String::new(), |mut text, byte| {
        write!(text, "{byte:02x}").unwrap();
        text
    })
}

fn change() -> SignedChange {
    SignedChange { document: [0x0d; 16].into(), change: vec![0xc0, 0xff, 0xee], signature: [0x51; 64] }
}

fn span() -> Span {
    Span { from: Sequence(300), to: Sequence(301) }
}

fn roster() -> Roster {
    let entry = RosterEntry {
        device: [0xde; 16].into(),
        key: [0x4b; 32],
        person: "Bu Eni".to_owned(),
        device_name: "Laptop".to_owned(),
        role: "finance".to_owned(),
        prefix: "E".to_owned(),
        revoked_at: Some(1_790_000_000_000),
        seen: Sequence(299),
        roles_before: None,
        keys_before: None,
        wipe: None,
    };
    Roster(vec![entry])
}

fn pair() -> Pair {
    Pair {
        protocol: 1,
        secret: [0x5e; 16],
        device: [0xde; 16].into(),
        key: [0x4b; 32],
        device_name: "Samsung A05".to_owned(),
        person: "Rina".to_owned(),
        signature: [0x51; 64],
    }
}

fn hello() -> Hello {
    Hello {
        protocol: 1,
        shop: [0x5a; 16].into(),
        device: [0xde; 16].into(),
        replica: [0x1e; 16].into(),
        epoch: 3,
        scopes: vec![ScopeCursor { scope: 0, cursor: Sequence(300) }],
        own_high: Sequence(290),
        signature: [0x51; 64],
        boot: None,
        roster: None,
        latest: None,
    }
}

fn paired() -> Paired {
    Paired {
        shop: [0x5a; 16].into(),
        shop_name: "Sepatu Bandung".to_owned(),
        epoch: 3,
        role: "cs".to_owned(),
        prefix: "R".to_owned(),
    }
}

fn page() -> Page {
    let row = Numbered { seq: Sequence(301), change: change(), scope: None };
    Page { span: span(), head: Sequence(302), changes: vec![row] }
}

fn pushed() -> Pushed {
    let refused = Outcome::Refused(RefusalCode::NotYourRole);
    let outcomes = vec![Outcome::Accepted(Sequence(301)), Outcome::Known(Sequence(7)), refused];
    Pushed { batch: 2, outcomes, span: Some(span()) }
}

fn to_relay() -> Vec<(&'static str, ToRelay)> {
    vec![
        (golden!("pair"), ToRelay::Pair(pair())),
        (golden!("hello"), ToRelay::Hello(hello())),
        (golden!("push"), ToRelay::Push(Push { batch: 2, changes: vec![change()] })),
        (golden!("credit"), ToRelay::Credit(Credit { cursor: Sequence(300), pages: 4 })),
        (golden!("ping"), ToRelay::Ping(Ping { at: 1_790_000_000_000, roster: None })),
    ]
}

fn to_device() -> Vec<(&'static str, ToDevice)> {
    let welcome = Welcome {
        epoch: 3,
        head: Sequence(302),
        role: "cs".to_owned(),
        roster: roster(),
        scopes: None,
        boot: None,
        before: None,
        proof: None,
        seen: None,
        parted: None,
    };
    vec![
        (golden!("challenge"), ToDevice::Challenge(Challenge { oldest: 1, newest: 2, nonce: [0x40; 32] })),
        (golden!("paired"), ToDevice::Paired(paired())),
        (golden!("welcome"), ToDevice::Welcome(welcome)),
        (golden!("page"), ToDevice::Page(page())),
        (golden!("pushed"), ToDevice::Pushed(pushed())),
        (golden!("pushed_without_span"), ToDevice::Pushed(Pushed { span: None, ..pushed() })),
        (golden!("roster"), ToDevice::Roster(roster())),
        (golden!("seen"), ToDevice::Seen(Seen { device: [0xde; 16].into(), cursor: Sequence(299) })),
        (golden!("pong"), ToDevice::Pong(Pong { at: 1_790_000_000_000, head: Sequence(302) })),
        (golden!("bye"), ToDevice::Bye(ByeCode::TooSlow)),
    ]
}

#[test]
fn what_devices_said_in_version_one_reads_the_same_and_is_still_said_so() {
    for (golden, message) in to_relay() {
        assert_eq!(hex(&encode(&message).unwrap()), golden.trim(), "{message:?}");
        assert_eq!(decode_to_relay(&bytes(golden)), Ok(message));
    }
}

#[test]
fn what_relays_said_in_version_one_reads_the_same_and_is_still_said_so() {
    for (golden, message) in to_device() {
        assert_eq!(hex(&encode(&message).unwrap()), golden.trim(), "{message:?}");
        assert_eq!(decode_to_device(&bytes(golden)), Ok(message));
    }
}

/// Only read: another compressor may write the same content in other bytes.
#[test]
fn a_page_compressed_in_version_one_still_opens() {
    let changes = vec![Numbered { seq: Sequence(301), change: change(), scope: None }; 4];
    let golden = golden!("page_compressed");
    assert_eq!(bytes(golden)[0], 1);
    assert_eq!(decode_to_device(&bytes(golden)), Ok(ToDevice::Page(Page { changes, ..page() })));
}

/// What a later version adds at the end of a message is no reason to stop understanding it.
#[test]
fn a_field_added_later_is_skipped() {
    // Credit: frame flags, [3, [[cursor, pages]]] becomes [3, [[cursor, pages, "baru"]]].
    let later = [0x00, 0x82, 0x03, 0x81, 0x83, 0x05, 0x01, 0x64, b'b', b'a', b'r', b'u'];
    assert_eq!(decode_to_relay(&later), Ok(ToRelay::Credit(Credit { cursor: Sequence(5), pages: 1 })));
}

#[test]
fn a_change_signed_by_the_first_version_verifies_forever() {
    let key = tapak_sync::DeviceKey::from_seed([7; 32]);
    let (shop, document, hash) = ([1; 16].into(), [2; 16].into(), [3; 32].into());
    let golden = golden!("change_signature").trim();
    assert_eq!(hex(&key.sign_change(shop, document, hash)), golden);
    let signature = bytes(golden).try_into().unwrap();
    let public = tapak_sync::PublicKey::from_bytes(&key.public()).unwrap();
    let verify = |shop: [u8; 16], document: [u8; 16], hash: [u8; 32]| {
        public.verify_change(shop.into(), document.into(), hash.into(), &signature)
    };
    assert!(verify([1; 16], [2; 16], [3; 32]).is_ok());
    for (shop, document, hash) in
        [([9; 16], [2; 16], [3; 32]), ([1; 16], [9; 16], [3; 32]), ([1; 16], [2; 16], [9; 32])]
    {
        assert!(verify(shop, document, hash).is_err(), "it vouches for this change in this document of this shop only");
    }
}
