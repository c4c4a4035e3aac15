//! What Rina, Ujang's tablet and Bu Eni notice of all this on a usual day.

use crate::world::{ENI, RINA, TABLET, World};
use tapak_sync::client::{Event, Status};
use tapak_sync::{Outcome, RefusalCode, Sequence};

#[test]
fn rina_uploads_and_the_tablet_catches_up() {
    let mut shop = World::new(2);
    shop.start(RINA);
    let saved: Vec<_> = (0..2_000).map(|_| shop.save(RINA)).collect();
    shop.settle();
    assert!(shop.devices[RINA].disk.outbox.is_empty());
    assert_eq!(shop.devices[RINA].status(), Status::Live { cursor: Sequence(2_000) });

    shop.start(TABLET);
    shop.settle();
    let tablet = &shop.devices[TABLET];
    assert!(saved.iter().all(|hash| tablet.disk.changes.contains_key(hash)));
    assert_eq!(tablet.status(), Status::Live { cursor: Sequence(2_000) });
    assert_eq!(tablet.downloads, 2_000);
    assert_eq!(shop.devices[RINA].downloads, 0, "nobody is sent what they wrote");
}

#[test]
fn the_tablet_sees_its_progress_while_it_catches_up() {
    let mut shop = World::new(2);
    shop.save_many(RINA, 1_000);
    shop.start(RINA);
    shop.settle();
    shop.start(TABLET);
    shop.settle();
    let head = Sequence(1_000);
    let steps = shop.devices[TABLET]
        .statuses
        .iter()
        .filter(|status| matches!(status, Status::CatchingUp { head: to, .. } if *to == head));
    assert!(steps.count() > 3);
}

#[test]
fn an_edit_reaches_the_other_screens_at_once_and_everyone_knows_who_has_seen_it() {
    let mut shop = World::new(3);
    shop.open_the_shop();
    let hash = shop.save(RINA);
    shop.settle();
    for device in [TABLET, ENI] {
        assert!(shop.devices[device].disk.changes.contains_key(&hash));
    }
    shop.wait(1_500);
    let tablet = shop.devices[TABLET].disk.identity.as_ref().unwrap().device;
    assert_eq!(shop.devices[RINA].roster.find(tablet).unwrap().seen, Sequence(1));
}

#[test]
fn nothing_changed_costs_three_messages() {
    let mut shop = World::new(10);
    shop.open_the_shop();
    shop.save_many(RINA, 50);
    shop.wait(5_000);
    shop.cut(TABLET);
    shop.frames.clear();
    shop.restore(TABLET);
    shop.settle();
    assert_eq!(shop.frames.len(), 3, "challenge, hello, welcome");
    assert!(shop.frames.iter().sum::<usize>() < 2_000, "{:?}", shop.frames);
    assert!(matches!(shop.devices[TABLET].status(), Status::Live { .. }));
}

#[test]
fn a_save_costs_a_push_and_an_answer() {
    let mut shop = World::new(1);
    shop.open_the_shop();
    shop.frames.clear();
    shop.save(RINA);
    shop.settle();
    assert_eq!(shop.frames.len(), 2);
    assert_eq!(shop.devices[RINA].disk.cursor, Sequence(1), "its own change needs no page");
}

#[test]
fn what_both_wrote_meanwhile_crosses_once() {
    let mut shop = World::new(2);
    shop.open_the_shop();
    shop.cut(RINA);
    shop.cut(TABLET);
    shop.save_many(RINA, 300);
    shop.save_many(TABLET, 200);
    shop.restore(RINA);
    shop.restore(TABLET);
    shop.wait(1_900);
    assert_eq!((shop.devices[RINA].downloads, shop.devices[TABLET].downloads), (200, 300));
    assert_eq!(shop.devices[RINA].disk.cursor, Sequence(500));
    assert_eq!(shop.devices[TABLET].disk.cursor, Sequence(500));
}

#[test]
fn a_refused_change_is_set_aside_and_the_rest_goes_on() {
    let mut shop = World::new(2);
    shop.open_the_shop();
    shop.cut(TABLET);
    let (before, refused, after) = (shop.save(TABLET), shop.save(TABLET), shop.save(TABLET));
    shop.log.forbidden.insert(refused);
    shop.restore(TABLET);
    shop.wait(1_000);
    let disk = &shop.devices[TABLET].disk;
    assert_eq!(disk.set_aside, [(refused, Outcome::Refused(RefusalCode::NotYourRole))]);
    assert!(disk.outbox.is_empty() && disk.changes.contains_key(&refused));
    assert!(shop.log.places.contains_key(&before) && shop.log.places.contains_key(&after));
}

#[test]
fn a_change_too_large_for_the_wire_does_not_block_the_others() {
    let mut shop = World::new(1);
    shop.open_the_shop();
    shop.cut(RINA);
    let huge = shop.save_sized(RINA, 40_000);
    let usual = shop.save(RINA);
    shop.restore(RINA);
    shop.settle();
    assert_eq!(shop.devices[RINA].disk.set_aside, [(huge, Outcome::Refused(RefusalCode::TooLarge))]);
    assert!(shop.log.places.contains_key(&usual));
}

#[test]
fn a_switched_off_client_stays_quiet() {
    let mut shop = World::new(1);
    shop.open_the_shop();
    shop.tell(RINA, Event::Stop);
    shop.wait(60_000);
    assert!(shop.connected().is_empty());
    shop.start(RINA);
    shop.settle();
    assert!(matches!(shop.devices[RINA].status(), Status::Live { .. }));
}

#[test]
fn what_rina_wrote_while_far_behind_is_not_sent_back_to_her() {
    let mut shop = World::new(2);
    shop.start(TABLET);
    shop.save_many(TABLET, 1_900);
    shop.settle();
    shop.save_many(RINA, 100);
    shop.start(RINA);
    shop.settle();
    assert_eq!(shop.devices[RINA].disk.cursor, Sequence(2_000));
    assert_eq!(shop.devices[RINA].downloads, 1_900);
}

#[test]
fn nor_after_a_cut_between_her_upload_and_its_place_in_the_log() {
    let mut shop = World::new(2);
    shop.start(TABLET);
    shop.save_many(TABLET, 1_900);
    shop.settle();
    shop.save_many(RINA, 100);
    shop.start(RINA);
    while !shop.devices[RINA].disk.outbox.is_empty() {
        shop.step();
    }
    assert!(shop.devices[RINA].disk.cursor < Sequence(1_900), "acknowledged, but not read that far");
    shop.cut(RINA);
    shop.restore(RINA);
    shop.settle();
    assert_eq!(shop.devices[RINA].disk.cursor, Sequence(2_000));
    assert_eq!(shop.devices[RINA].downloads, 1_900);
}
