//! A relay, or a host, that misbehaves: the client keeps its own counsel.

use crate::world::identity_of;
use tapak_sync::client::{Client, Config, Effect, Event, Place, Status};
use tapak_sync::codec::{decode_to_relay, encode};
use tapak_sync::message::{Challenge, Look, Page, Pushed, Welcome};
use tapak_sync::{ByeCode, ChangeHash, Roster, Sequence, SignedChange, Span, ToDevice, ToRelay};

fn hear(client: &mut Client, message: &ToDevice) -> Vec<Effect> {
    client.handle(Event::Frame(encode(message).unwrap()), 0)
}

fn challenge() -> ToDevice {
    ToDevice::Challenge(Challenge { oldest: 1, newest: 1, nonce: [4; 32] })
}

fn greeting() -> Client {
    let mut client = Client::new(Config { identity: Some(identity_of(0)), entropy: 1 });
    client.handle(Event::Start, 0);
    let place = Place {
        cursor: Sequence::ZERO,
        own_high: Sequence::ZERO,
        epoch: 1,
        scopes: Vec::new(),
        boot: None,
        roster: None,
        latest: None,
        entropy: 1,
    };
    client.handle(Event::Opened(place), 0);
    client
}

fn live() -> Client {
    let mut client = greeting();
    hear(&mut client, &challenge());
    let welcome = Welcome {
        epoch: 1,
        head: Sequence::ZERO,
        role: "cs".to_owned(),
        roster: Roster::default(),
        scopes: None,
        boot: None,
        before: None,
        proof: None,
        seen: None,
        parted: None,
    };
    hear(&mut client, &ToDevice::Welcome(welcome));
    client
}

fn frames(effects: &[Effect]) -> usize {
    effects.iter().filter(|effect| matches!(effect, Effect::Send(_))).count()
}

fn two_changes() -> Vec<(ChangeHash, SignedChange)> {
    let change = |tag| SignedChange { document: [tag; 16].into(), change: vec![tag; 40], signature: [tag; 64] };
    [1, 2].map(|tag| (ChangeHash::new([tag; 32]), change(tag))).into()
}

/// The relay of these tests speaks version 1 alone.
#[test]
fn a_new_app_speaks_the_old_language_with_an_old_relay() {
    let mut client = greeting();
    let effects = hear(&mut client, &challenge());
    let said = |effect: &Effect| if let Effect::Send(frame) = effect { decode_to_relay(frame).ok() } else { None };
    let hello = effects.iter().find_map(said);
    let Some(ToRelay::Hello(hello)) = hello else { panic!("{effects:?}") };
    assert_eq!((hello.protocol, hello.scopes.len(), hello.boot), (1, 1, None));
    let mut client = live();
    let look = ToRelay::Look(Look { document: None });
    assert_eq!(frames(&client.handle(Event::Say(Box::new(look)), 0)), 0, "it would not understand");
}

#[test]
fn an_app_too_old_or_too_new_for_the_relay_is_told_to_update() {
    for (oldest, newest) in [(3, 4), (0, 0)] {
        let mut client = greeting();
        let effects = hear(&mut client, &ToDevice::Challenge(Challenge { oldest, newest, nonce: [4; 32] }));
        assert!(effects.contains(&Effect::Refused(ByeCode::UpdateTheApp)), "{effects:?}");
    }
}

#[test]
fn a_challenge_is_answered_once() {
    let mut client = greeting();
    assert_eq!(frames(&hear(&mut client, &challenge())), 1);
    assert_eq!(frames(&hear(&mut client, &challenge())), 0);
}

#[test]
fn a_welcome_nobody_asked_for_welcomes_nobody() {
    let mut client = greeting();
    let welcome = Welcome {
        epoch: 1,
        head: Sequence::ZERO,
        role: "owner".to_owned(),
        roster: Roster::default(),
        scopes: None,
        boot: None,
        before: None,
        proof: None,
        seen: None,
        parted: None,
    };
    assert!(hear(&mut client, &ToDevice::Welcome(welcome)).is_empty());
}

#[test]
fn an_answer_that_forgets_a_change_settles_none() {
    let mut client = live();
    client.handle(Event::PushReady { changes: two_changes(), through: 2 }, 0);
    let one = vec![tapak_sync::Outcome::Accepted(Sequence(1))];
    let effects = hear(&mut client, &ToDevice::Pushed(Pushed { batch: 0, outcomes: one, span: None }));
    assert!(effects.contains(&Effect::Close));
    assert!(!effects.iter().any(|effect| matches!(effect, Effect::Settle { .. })));
}

#[test]
fn an_answer_to_a_batch_never_sent_settles_nothing() {
    let mut client = live();
    let pushed = Pushed { batch: 7, outcomes: Vec::new(), span: None };
    assert!(hear(&mut client, &ToDevice::Pushed(pushed)).is_empty());
}

#[test]
fn a_cursor_beyond_what_was_received_is_not_passed_on() {
    let mut client = live();
    client.handle(Event::PageStored { cursor: Sequence(99) }, 0);
    let span = Span { from: Sequence::ZERO, to: Sequence(3) };
    let page = Page { span, head: Sequence(3), changes: Vec::new() };
    hear(&mut client, &ToDevice::Page(page));
    let effects = client.handle(Event::PageStored { cursor: Sequence(3) }, 0);
    assert_eq!(effects, [Effect::Status(Status::Live { cursor: Sequence(3) })]);
}

#[test]
fn a_page_that_runs_backwards_moves_nothing() {
    let mut client = live();
    let span = Span { from: Sequence(5), to: Sequence::ZERO };
    let page = Page { span, head: Sequence::ZERO, changes: Vec::new() };
    assert!(hear(&mut client, &ToDevice::Page(page)).is_empty());
}

#[test]
fn frames_for_a_client_without_a_socket_are_ignored() {
    let mut client = Client::new(Config { identity: Some(identity_of(0)), entropy: 1 });
    client.handle(Event::Start, 0);
    assert!(hear(&mut client, &challenge()).is_empty());
}
