//! A relay whose disk answers late: what a session does with an answer depends on what it sent meanwhile.

use crate::manners::{live, say};
use tapak_sync::codec::decode_to_device;
use tapak_sync::message::{Push, Pushed};
use tapak_sync::relay::{Effect, Event, Session};
use tapak_sync::{Outcome, Sequence, Span, ToDevice, ToRelay};

fn push(session: &mut Session, batch: u32) {
    let effects = say(session, &ToRelay::Push(Push { batch, changes: Vec::new() }));
    assert!(matches!(effects[..], [Effect::Append { .. }]));
}

fn appended(session: &mut Session, batch: u32, places: &[u64]) -> (Pushed, Vec<Effect>) {
    let outcomes = places.iter().map(|place| Outcome::Accepted(Sequence(*place))).collect();
    let head = Sequence(*places.last().unwrap());
    let mut effects = session.handle(Event::Appended { batch, outcomes, head }, 0);
    let rest = effects.split_off(1);
    let [Effect::Send(frame)] = &effects[..] else { panic!("{effects:?}") };
    let Ok(ToDevice::Pushed(pushed)) = decode_to_device(frame) else { panic!("{frame:?}") };
    (pushed, rest)
}

fn span(from: u64, to: u64) -> Span {
    Span { from: Sequence(from), to: Sequence(to) }
}

fn page_read(session: &mut Session, span: Span, head: u64) -> Vec<Effect> {
    session.handle(Event::PageRead { span, changes: Vec::new(), head: Sequence(head) }, 0)
}

#[test]
fn a_batch_right_behind_what_was_sent_moves_the_cursor_by_itself() {
    let mut session = live();
    push(&mut session, 0);
    let (pushed, rest) = appended(&mut session, 0, &[1, 2, 3]);
    assert_eq!(pushed.span, Some(span(0, 3)));
    assert!(rest.is_empty(), "nothing to read: {rest:?}");
}

#[test]
fn a_batch_mixed_with_the_changes_of_others_moves_it_up_to_the_first_of_theirs() {
    let mut session = live();
    push(&mut session, 0);
    let (pushed, rest) = appended(&mut session, 0, &[1, 2, 4, 5]);
    assert_eq!(pushed.span, Some(span(0, 2)));
    assert!(matches!(rest[..], [Effect::Read { after: Sequence(2), .. }]));
}

#[test]
fn a_batch_behind_unread_changes_of_others_moves_nothing() {
    let mut session = live();
    push(&mut session, 0);
    let (pushed, rest) = appended(&mut session, 0, &[4, 5]);
    assert_eq!(pushed.span, None);
    assert!(matches!(rest[..], [Effect::Read { after: Sequence::ZERO, .. }]));
}

#[test]
fn a_batch_appended_while_a_page_is_being_read_leaves_the_cursor_to_the_page() {
    let mut session = live();
    push(&mut session, 0);
    session.handle(Event::HeadMoved(Sequence(1)), 0);
    let (pushed, rest) = appended(&mut session, 0, &[1]);
    assert_eq!((pushed.span, rest.len()), (None, 0), "one read at a time");
    let effects = page_read(&mut session, span(0, 1), 1);
    assert!(matches!(effects[..], [Effect::Send(_)]), "an empty page still moves the cursor");
}

#[test]
fn an_answer_to_a_question_nobody_asks_any_more_is_dropped() {
    let mut session = live();
    assert!(page_read(&mut session, span(5, 9), 0).is_empty());
    assert!(page_read(&mut session, span(0, 0), 0).is_empty(), "a page that leads nowhere is not asked for again");
}

#[test]
fn changes_refused_or_known_leave_the_cursor_where_it_is() {
    let mut session = live();
    push(&mut session, 0);
    let outcomes = vec![Outcome::Known(Sequence::ZERO), Outcome::Refused(tapak_sync::RefusalCode::Malformed)];
    let effects = session.handle(Event::Appended { batch: 0, outcomes, head: Sequence::ZERO }, 0);
    let [Effect::Send(frame)] = &effects[..] else { panic!("{effects:?}") };
    assert!(matches!(decode_to_device(frame), Ok(ToDevice::Pushed(Pushed { span: None, .. }))));
}
