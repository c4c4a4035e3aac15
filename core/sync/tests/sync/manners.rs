//! A peer with bad manners: the session ends with a reason and nothing else happens.

use crate::world::{SHOP, entry_of, identity_of};
use tapak_sync::client::Identity;
use tapak_sync::codec::{decode_to_device, encode};
use tapak_sync::limits::MAX_FRAME;
use tapak_sync::message::{Boot, BootMark, Credit, Fetch, Hello, Looking, PROTOCOL, Ping, Push, Seen};
use tapak_sync::relay::{CARDS_BEHIND, Effect, Event, Known, Session};
use tapak_sync::{ByeCode, DeviceKey, Fingerprint, Roster, RosterEntry, Sequence, ShopId, ToDevice, ToRelay};

const NONCE: [u8; 32] = [4; 32];

fn challenged() -> Session {
    let mut session = Session::new();
    session.handle(Event::Opened { nonce: NONCE }, 0);
    session
}

fn hello_of(identity: &Identity) -> Hello {
    Hello {
        protocol: PROTOCOL,
        shop: identity.shop,
        device: identity.device,
        replica: identity.replica,
        epoch: 1,
        scopes: Vec::new(),
        own_high: Sequence::ZERO,
        signature: identity.key.sign_hello(identity.shop, identity.device, &NONCE),
        boot: None,
        roster: None,
        latest: None,
    }
}

fn known(identity: &Identity) -> Known {
    Known {
        shop: SHOP,
        key: identity.key.public(),
        role: "cs".to_owned(),
        revoked: false,
        roster: Roster::default(),
        epoch: 1,
        head: Sequence::ZERO,
        scopes: Vec::new(),
        parted: false,
        fingerprint: Fingerprint::EMPTY,
        before: None,
        cards_behind: CARDS_BEHIND,
    }
}

pub(crate) fn say(session: &mut Session, message: &ToRelay) -> Vec<Effect> {
    session.handle(Event::Frame(encode(message).unwrap()), 0)
}

pub(crate) fn live() -> Session {
    let (mut session, rina) = (challenged(), identity_of(0));
    say(&mut session, &ToRelay::Hello(hello_of(&rina)));
    session.handle(Event::Known(known(&rina)), 0);
    assert_eq!(session.device(), Some(rina.device));
    session
}

/// Told why, hung up on, and nothing further.
fn said(effects: &[Effect]) -> Vec<ToDevice> {
    let frame = |effect: &Effect| if let Effect::Send(frame) = effect { decode_to_device(frame).ok() } else { None };
    effects.iter().filter_map(frame).collect()
}

fn assert_ended(effects: &[Effect], code: ByeCode) {
    let [Effect::Send(frame), Effect::Close(closed)] = effects else { panic!("{effects:?}") };
    assert_eq!(decode_to_device(frame), Ok(ToDevice::Bye(code)));
    assert_eq!(*closed, code);
}

#[test]
fn noise_ends_the_connection_with_a_reason_and_touches_nothing() {
    for noise in [vec![], vec![0], vec![0xff; 20], vec![1, 255, 255, 255, 255, 0], b"GET / HTTP/1.1".to_vec()] {
        let mut session = challenged();
        let effects = session.handle(Event::Frame(noise), 0);
        let code = effects.last().unwrap().clone();
        assert!(matches!(code, Effect::Close(ByeCode::MalformedFrame | ByeCode::FrameTooLarge)), "{code:?}");
        assert!(say(&mut session, &ToRelay::Ping(Ping { at: 0, roster: None })).is_empty(), "it stays shut");
    }
}

#[test]
fn a_frame_over_the_limit_is_not_even_looked_at() {
    let mut session = live();
    let effects = session.handle(Event::Frame(vec![0; MAX_FRAME + 1]), 0);
    assert_ended(&effects, ByeCode::FrameTooLarge);
}

#[test]
fn pushing_before_the_hello_is_out_of_turn() {
    let push = ToRelay::Push(Push { batch: 0, changes: Vec::new() });
    let credit = ToRelay::Credit(Credit { cursor: Sequence::ZERO, pages: 1 });
    for message in [push, credit, ToRelay::Ping(Ping { at: 0, roster: None })] {
        assert_ended(&say(&mut challenged(), &message), ByeCode::OutOfTurn);
    }
}

#[test]
fn a_second_hello_is_out_of_turn() {
    let effects = say(&mut live(), &ToRelay::Hello(hello_of(&identity_of(0))));
    assert_ended(&effects, ByeCode::OutOfTurn);
}

#[test]
fn a_batch_that_skips_another_is_out_of_turn_and_a_doubled_one_is_ignored() {
    let mut session = live();
    let push = |batch| ToRelay::Push(Push { batch, changes: Vec::new() });
    assert!(matches!(say(&mut session, &push(0))[..], [Effect::Append { batch: 0, .. }]));
    assert!(say(&mut session, &push(0)).is_empty());
    assert_ended(&say(&mut session, &push(2)), ByeCode::OutOfTurn);
}

#[test]
fn a_cursor_beyond_what_was_sent_is_out_of_turn() {
    let effects = say(&mut live(), &ToRelay::Credit(Credit { cursor: Sequence(5), pages: 8 }));
    assert_ended(&effects, ByeCode::OutOfTurn);
}

#[test]
fn a_hello_signed_by_another_key_is_refused() {
    let (mut session, mut mallory) = (challenged(), identity_of(0));
    mallory.key = DeviceKey::from_seed([66; 32]);
    say(&mut session, &ToRelay::Hello(hello_of(&mallory)));
    assert_ended(&session.handle(Event::Known(known(&identity_of(0))), 0), ByeCode::BadSignature);
}

#[test]
fn a_hello_overheard_on_another_connection_is_worth_nothing() {
    let (mut session, rina) = (Session::new(), identity_of(0));
    session.handle(Event::Opened { nonce: [5; 32] }, 0);
    say(&mut session, &ToRelay::Hello(hello_of(&rina)));
    assert_ended(&session.handle(Event::Known(known(&rina)), 0), ByeCode::BadSignature);
}

/// What an old app cannot understand is kept from it, and it reads no more than its role may.
#[test]
fn an_old_app_far_behind_a_new_relay_gets_pages_of_what_it_may_read() {
    let rina = identity_of(0);
    let mut session = challenged();
    say(&mut session, &ToRelay::Hello(Hello { protocol: 1, ..hello_of(&rina) }));
    let known = Known { head: Sequence(90_000), scopes: vec![1, 3], ..known(&rina) };
    let effects = session.handle(Event::Known(known), 0);
    let [ToDevice::Welcome(welcome)] = &said(&effects)[..] else { panic!("{effects:?}") };
    assert_eq!((&welcome.scopes, &welcome.boot, welcome.proof), (&None, &None, None));
    assert!(effects.iter().any(|effect| matches!(effect, Effect::Read { scopes, .. } if *scopes == [1, 3])));
    let leaving = ToDevice::Looking(Looking { device: rina.device, document: None });
    assert_eq!(session.handle(Event::Say(Box::new(leaving)), 0), []);
}

#[test]
fn a_new_app_far_behind_gets_cards_and_goes_on_where_it_was_cut() {
    let rina = identity_of(0);
    let welcomed = |boot: Option<Boot>| {
        let mut session = challenged();
        say(&mut session, &ToRelay::Hello(Hello { boot, ..hello_of(&rina) }));
        let known = Known { head: Sequence(90_000), scopes: vec![1, 3], ..known(&rina) };
        let effects = session.handle(Event::Known(known), 0);
        let [ToDevice::Welcome(welcome)] = &said(&effects)[..] else { panic!("{effects:?}") };
        assert!(effects.iter().any(|effect| matches!(effect, Effect::ReadCards { .. })), "{effects:?}");
        welcome.boot.clone().unwrap()
    };
    let first = welcomed(None);
    assert_eq!((first.target, first.since.len()), (Sequence(90_000), 2));
    let cut = Boot { target: Sequence(80_000), mark: BootMark { rank: 1, after: Some([5; 16].into()) }, ..first };
    assert_eq!(welcomed(Some(cut.clone())), cut);
    let other_role = Boot { since: Vec::new(), ..cut };
    assert_eq!(welcomed(Some(other_role)).mark, BootMark::default(), "cards for another role are no beginning");
}

#[test]
fn who_knows_the_roster_is_told_only_how_far_the_others_are() {
    let (rina, eni) = (identity_of(0), identity_of(1));
    let roster = Roster(vec![standing_at(&rina, 3), standing_at(&eni, 9)]);
    let welcomed = |knows: &Roster| {
        let mut session = challenged();
        say(&mut session, &ToRelay::Hello(Hello { roster: Some(knows.digest()), ..hello_of(&rina) }));
        let known = Known { head: Sequence(9), roster: roster.clone(), ..known(&rina) };
        let effects = session.handle(Event::Known(known), 0);
        let Some(ToDevice::Welcome(welcome)) = said(&effects).into_iter().next() else { panic!("{effects:?}") };
        (welcome.roster, welcome.seen)
    };
    let seen =
        vec![Seen { device: rina.device, cursor: Sequence(3) }, Seen { device: eni.device, cursor: Sequence(9) }];
    let as_it_was = Roster(vec![standing_at(&eni, 0), standing_at(&rina, 0)]);
    assert_eq!(welcomed(&as_it_was), (Roster::default(), Some(seen)));
    assert_eq!(welcomed(&Roster(vec![standing_at(&rina, 3)])), (roster.clone(), None));
}

fn standing_at(identity: &Identity, seen: u64) -> RosterEntry {
    RosterEntry { seen: Sequence(seen), ..entry_of(identity, 0) }
}

#[test]
fn a_revoked_device_is_told_so_only_if_it_holds_the_key() {
    let rina = identity_of(0);
    let revoked = Known { revoked: true, ..known(&rina) };
    let mut thief = identity_of(0);
    thief.key = DeviceKey::from_seed([66; 32]);
    let old = Hello { protocol: 1, ..hello_of(&rina) };
    for (hello, code) in [(old, ByeCode::Revoked), (hello_of(&thief), ByeCode::BadSignature)] {
        let mut session = challenged();
        say(&mut session, &ToRelay::Hello(hello));
        assert_ended(&session.handle(Event::Known(revoked.clone()), 0), code);
    }
}

#[test]
fn a_revoked_device_that_knows_how_hands_over_its_outbox_and_is_given_nothing() {
    let rina = identity_of(0);
    let mut session = challenged();
    say(&mut session, &ToRelay::Hello(hello_of(&rina)));
    let head = Sequence(50);
    let effects = session.handle(Event::Known(Known { revoked: true, head, ..known(&rina) }), 0);
    assert!(matches!(said(&effects)[..], [ToDevice::Leave(_)]), "{effects:?}");
    let effects = say(&mut session, &ToRelay::Push(Push { batch: 0, changes: Vec::new() }));
    assert!(matches!(effects[..], [Effect::Append { batch: 0, .. }]), "{effects:?}");
    assert_eq!(say(&mut session, &ToRelay::Credit(Credit { cursor: Sequence::ZERO, pages: 4 })), []);
    assert_eq!(say(&mut session, &ToRelay::Fetch(Fetch { documents: Vec::new() })), []);
    assert_ended(&say(&mut session, &ToRelay::Left), ByeCode::Revoked);
}

#[test]
fn a_device_of_another_shop_or_of_none_is_told_so() {
    let mut rina = identity_of(0);
    rina.shop = ShopId::new([1; 16]);
    let mut session = challenged();
    say(&mut session, &ToRelay::Hello(hello_of(&rina)));
    assert_ended(&session.handle(Event::Known(known(&rina)), 0), ByeCode::WrongShop);

    let mut session = challenged();
    say(&mut session, &ToRelay::Hello(hello_of(&rina)));
    assert_ended(&session.handle(Event::Unknown(ByeCode::UnknownDevice), 0), ByeCode::UnknownDevice);
}

#[test]
fn a_protocol_nobody_speaks_is_told_to_update() {
    let old = Hello { protocol: 0, ..hello_of(&identity_of(0)) };
    assert_ended(&say(&mut challenged(), &ToRelay::Hello(old)), ByeCode::UpdateTheApp);
}

#[test]
fn whoever_never_says_hello_is_not_waited_for() {
    let mut session = challenged();
    assert!(session.handle(Event::Tick, 14_000).is_empty());
    assert_ended(&session.handle(Event::Tick, 15_000), ByeCode::TooSlow);
}

#[test]
fn a_flood_of_batches_is_first_held_back_then_hung_up_on() {
    let mut session = live();
    let mut push = |batch| {
        let effects = say(&mut session, &ToRelay::Push(Push { batch, changes: Vec::new() }));
        (effects, session.wants_more())
    };
    let held_back_at = (0..32).map(&mut push).take_while(|(_, wants_more)| *wants_more).count();
    assert_eq!(held_back_at, 7);
    assert!((8..32).map(&mut push).all(|(effects, _)| matches!(effects[..], [Effect::Append { .. }])));
    assert_ended(&push(32).0, ByeCode::TooSlow);
}

#[test]
fn pages_stop_when_the_device_stops_paying_for_them() {
    let mut session = live();
    let mut effects = session.handle(Event::HeadMoved(Sequence(100)), 0);
    let mut pages = 0;
    while let Some(Effect::Read { after, .. }) = effects.last() {
        pages += 1;
        let span = tapak_sync::Span { from: *after, to: after.next() };
        effects = session.handle(Event::PageRead { span, changes: Vec::new(), head: Sequence(100) }, 0);
    }
    assert_eq!(pages, 8);
    let effects = say(&mut session, &ToRelay::Credit(Credit { cursor: Sequence(4), pages: 4 }));
    assert!(matches!(effects[..], [Effect::CursorMoved { .. }, Effect::Read { after: Sequence(8), .. }]));
}

#[test]
fn a_stopping_relay_says_goodbye() {
    assert_ended(&live().handle(Event::End(ByeCode::GoingAway), 0), ByeCode::GoingAway);
    assert!(!ByeCode::GoingAway.fatal(), "and the devices come back by themselves");
}
