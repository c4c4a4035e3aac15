//! The codec: what goes in comes out, what is no message never gets further, no length is believed.

use proptest::array::{uniform16, uniform32};
use proptest::collection::vec;
use proptest::prelude::*;
use tapak_sync::codec::{CodecError, decode_to_device, decode_to_relay, encode};
use tapak_sync::limits::{MAX_CHANGE, MAX_CHANGES, MAX_FRAME, MAX_RAW, PAGE_BYTES};
use tapak_sync::message::{
    Card, Cards, Challenge, Credit, Fetch, FilePart, Hello, Page, Pair, Ping, Push, Pushed, Reconcile, ScopeCursor,
    Welcome,
};
use tapak_sync::pack::{Room, pack};
use tapak_sync::{
    ByeCode, DeviceId, Fingerprint, Numbered, Outcome, RefusalCode, Roster, RosterEntry, Sequence, SignedChange, Span,
    ToDevice, ToRelay,
};

fn long() -> impl Strategy<Value = [u8; 64]> {
    vec(any::<u8>(), 64).prop_map(|bytes| bytes.try_into().unwrap())
}

fn sequence() -> impl Strategy<Value = Sequence> {
    any::<u64>().prop_map(Sequence)
}

fn change() -> impl Strategy<Value = SignedChange> {
    (uniform16(any::<u8>()), vec(any::<u8>(), 0..400), long()).prop_map(|(document, change, signature)| SignedChange {
        document: document.into(),
        change,
        signature,
    })
}

fn outcome() -> impl Strategy<Value = Outcome> {
    prop_oneof![
        sequence().prop_map(Outcome::Accepted),
        sequence().prop_map(Outcome::Known),
        any::<u16>().prop_map(|number| Outcome::Refused(RefusalCode::from_number(number))),
    ]
}

fn entry() -> impl Strategy<Value = RosterEntry> {
    let names = (".{0,40}", ".{0,40}", "[a-z]{0,12}", "[A-Z]{0,3}");
    (uniform16(any::<u8>()), uniform32(any::<u8>()), names, any::<Option<u64>>(), sequence()).prop_map(
        |(device, key, (person, device_name, role, prefix), revoked_at, seen)| RosterEntry {
            device: device.into(),
            key,
            person,
            device_name,
            role,
            prefix,
            revoked_at,
            seen,
            roles_before: None,
            keys_before: None,
            wipe: None,
        },
    )
}

fn hello() -> impl Strategy<Value = Hello> {
    let ids = (uniform16(any::<u8>()), uniform16(any::<u8>()), uniform16(any::<u8>()));
    let scope = (any::<u16>(), sequence()).prop_map(|(scope, cursor)| ScopeCursor { scope, cursor });
    (any::<u16>(), ids, any::<u64>(), vec(scope, 0..5), sequence(), long()).prop_map(
        |(protocol, (shop, device, replica), epoch, scopes, own_high, signature)| Hello {
            protocol,
            shop: shop.into(),
            device: device.into(),
            replica: replica.into(),
            epoch,
            scopes,
            own_high,
            signature,
            boot: None,
            roster: None,
            latest: None,
        },
    )
}

fn pair() -> impl Strategy<Value = Pair> {
    (uniform16(any::<u8>()), uniform16(any::<u8>()), uniform32(any::<u8>()), ".{0,40}", ".{0,40}", long()).prop_map(
        |(secret, device, key, device_name, person, signature)| Pair {
            protocol: 1,
            secret,
            device: device.into(),
            key,
            device_name,
            person,
            signature,
        },
    )
}

fn to_relay() -> impl Strategy<Value = ToRelay> {
    prop_oneof![
        hello().prop_map(ToRelay::Hello),
        pair().prop_map(ToRelay::Pair),
        (any::<u32>(), vec(change(), 0..20)).prop_map(|(batch, changes)| ToRelay::Push(Push { batch, changes })),
        (sequence(), any::<u16>()).prop_map(|(cursor, pages)| ToRelay::Credit(Credit { cursor, pages })),
        (any::<u64>(), any::<Option<[u8; 16]>>()).prop_map(|(at, roster)| ToRelay::Ping(Ping { at, roster })),
        vec(uniform16(any::<u8>()), 0..40)
            .prop_map(|ids| ToRelay::Fetch(Fetch { documents: ids.into_iter().map(Into::into).collect() })),
        vec(any::<u8>(), 0..300).prop_map(|bytes| ToRelay::Reconcile(Reconcile { bytes })),
        part().prop_map(ToRelay::FilePart),
    ]
}

fn part() -> impl Strategy<Value = FilePart> {
    (uniform32(any::<u8>()), vec(any::<u8>(), 0..300), 0..1_000_u64).prop_map(|(file, bytes, offset)| FilePart {
        file: file.into(),
        length: offset + bytes.len() as u64,
        offset,
        bytes,
    })
}

fn card() -> impl Strategy<Value = Card> {
    let bytes = || vec(any::<u8>(), 0..200);
    let ids = (uniform16(any::<u8>()), any::<u16>(), sequence(), uniform32(any::<u8>()));
    (ids, bytes(), proptest::option::of(bytes())).prop_map(|((document, scope, seq, fingerprint), row, body)| Card {
        document: document.into(),
        scope,
        seq,
        fingerprint: Fingerprint::from_bytes(fingerprint),
        row,
        body,
    })
}

fn span() -> impl Strategy<Value = Span> {
    (sequence(), sequence()).prop_map(|(from, to)| Span { from, to })
}

fn page() -> impl Strategy<Value = Page> {
    let numbered = (sequence(), change()).prop_map(|(seq, change)| Numbered { seq, change, scope: None });
    (span(), sequence(), vec(numbered, 0..20)).prop_map(|(span, head, changes)| Page { span, head, changes })
}

fn to_device() -> impl Strategy<Value = ToDevice> {
    let roster = || vec(entry(), 0..12).prop_map(Roster);
    let pushed = (any::<u32>(), vec(outcome(), 0..50), proptest::option::of(span()));
    let welcome = (any::<u64>(), sequence(), "[a-z]{1,9}", roster());
    let challenge = (any::<u16>(), any::<u16>(), uniform32(any::<u8>()));
    prop_oneof![
        challenge.prop_map(|(oldest, newest, nonce)| ToDevice::Challenge(Challenge { oldest, newest, nonce })),
        welcome.prop_map(|(epoch, head, role, roster)| ToDevice::Welcome(Welcome {
            epoch,
            head,
            role,
            roster,
            scopes: None,
            boot: None,
            before: None,
            proof: None,
            parted: None,
            seen: None
        })),
        page().prop_map(ToDevice::Page),
        pushed.prop_map(|(batch, outcomes, span)| ToDevice::Pushed(Pushed { batch, outcomes, span })),
        roster().prop_map(ToDevice::Roster),
        vec(card(), 0..20).prop_map(|cards| ToDevice::Cards(Cards { stretch: None, cards, missing: vec![] })),
        part().prop_map(ToDevice::FilePart),
        any::<u16>().prop_map(|number| ToDevice::Bye(ByeCode::from_number(number))),
    ]
}

proptest! {
    #[test]
    fn what_a_device_says_arrives_unchanged(message in to_relay()) {
        prop_assert_eq!(decode_to_relay(&encode(&message).unwrap()), Ok(message));
    }

    #[test]
    fn what_the_relay_says_arrives_unchanged(message in to_device()) {
        prop_assert_eq!(decode_to_device(&encode(&message).unwrap()), Ok(message));
    }

    #[test]
    fn junk_is_never_more_than_an_error(flags in 0..4u8, junk in vec(any::<u8>(), 0..2_000)) {
        let frame = [vec![flags], junk].concat();
        let _ = (decode_to_relay(&frame), decode_to_device(&frame));
    }

    #[test]
    fn a_damaged_message_is_never_more_than_an_error(message in to_device(), place: usize, byte: u8) {
        let mut frame = encode(&message).unwrap();
        let place = place % frame.len();
        frame[place] = byte;
        let _ = decode_to_device(&frame);
    }

    #[test]
    fn a_cut_message_is_refused(message in to_relay(), place: usize) {
        let frame = encode(&message).unwrap();
        prop_assert!(decode_to_relay(&frame[..place % frame.len()]).is_err());
    }

    #[test]
    fn nothing_may_follow_the_end_of_a_message(message in to_relay(), tail in vec(any::<u8>(), 1..9)) {
        let frame = [encode(&message).unwrap(), tail].concat();
        prop_assert!(decode_to_relay(&frame).is_err());
    }

    #[test]
    fn a_full_pack_fits_a_frame_even_when_nothing_compresses(changes in vec(change(), 1..300)) {
        let mut rest = changes.clone().into_iter().peekable();
        let mut sent = Vec::new();
        while rest.peek().is_some() {
            let changes = pack(&mut rest, PAGE_BYTES);
            prop_assert!(!changes.is_empty());
            sent.extend(changes.clone());
            let frame = encode(&ToRelay::Push(Push { batch: 0, changes }));
            prop_assert!(frame.is_ok());
        }
        prop_assert_eq!(sent, changes);
    }
}

fn sized(size: usize) -> SignedChange {
    SignedChange { document: [1; 16].into(), change: vec![0; size], signature: [2; 64] }
}

fn push_of(changes: Vec<SignedChange>) -> ToRelay {
    ToRelay::Push(Push { batch: 0, changes })
}

#[test]
fn every_limit_is_kept_on_the_way_out() {
    assert!(encode(&push_of(vec![sized(MAX_CHANGE)])).is_ok());
    assert_eq!(encode(&push_of(vec![sized(MAX_CHANGE + 1)])), Err(CodecError::ChangeTooLarge));
    assert_eq!(encode(&push_of(vec![sized(1); MAX_CHANGES + 1])), Err(CodecError::TooMany));
    assert_eq!(encode(&push_of(vec![sized(MAX_CHANGE); 9])), Err(CodecError::MessageTooLarge));
    let roster = |person: String| Roster(vec![RosterEntry { person, ..plain_entry() }]);
    assert!(encode(&ToDevice::Roster(roster("x".repeat(200)))).is_ok());
    assert_eq!(encode(&ToDevice::Roster(roster("x".repeat(201)))), Err(CodecError::StringTooLong));
}

fn plain_entry() -> RosterEntry {
    RosterEntry {
        device: DeviceId::new([1; 16]),
        key: [0; 32],
        person: String::new(),
        device_name: String::new(),
        role: String::new(),
        prefix: String::new(),
        revoked_at: None,
        seen: Sequence::ZERO,
        roles_before: None,
        keys_before: None,
        wipe: None,
    }
}

/// A message as a peer without our limits would write it.
fn unchecked(message: &ToRelay) -> Vec<u8> {
    [vec![0], minicbor::to_vec(message).unwrap()].concat()
}

#[test]
fn every_limit_is_kept_on_the_way_in() {
    assert_eq!(decode_to_relay(&unchecked(&push_of(vec![sized(MAX_CHANGE + 1)]))), Err(CodecError::ChangeTooLarge));
    assert_eq!(decode_to_relay(&unchecked(&push_of(vec![sized(1); MAX_CHANGES + 1]))), Err(CodecError::TooMany));
    assert_eq!(decode_to_relay(&vec![0; MAX_FRAME + 1]), Err(CodecError::FrameTooLarge));
}

#[test]
fn a_small_frame_that_claims_to_be_huge_is_refused_before_it_is_unpacked() {
    let claimed = u32::try_from(MAX_RAW + 1).unwrap().to_le_bytes();
    for packing in [1, 2] {
        let frame = [&[packing], &claimed[..], &[0; 10]].concat();
        assert_eq!(decode_to_relay(&frame), Err(CodecError::MessageTooLarge));
        assert_eq!(decode_to_relay(&[packing, 255, 0, 0, 0, 0]), Err(CodecError::Malformed));
    }
}

#[test]
fn flags_from_the_future_are_refused() {
    assert_eq!(decode_to_relay(&[3, 0x80]), Err(CodecError::UnknownFlags));
}

#[test]
fn repeated_content_travels_small() {
    let frame = encode(&push_of(vec![sized(300); 100])).unwrap();
    assert!(frame.len() < 3_000, "{}", frame.len());
}

#[test]
fn the_first_change_always_has_room() {
    let mut room = Room::new(10);
    assert!(room.take(&sized(5_000)));
    assert!(!room.take(&sized(0)));
}

#[test]
fn codes_are_words_that_never_change_and_strangers_keep_their_number() {
    for code in ByeCode::ALL {
        assert_eq!(ByeCode::from_number(code.number()), *code);
        assert!(code.code().bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'_'));
    }
    assert_eq!(RefusalCode::from_number(999), RefusalCode::Other(999));
    assert_eq!(RefusalCode::MissingDependency.code(), "missing_dependency");
}
