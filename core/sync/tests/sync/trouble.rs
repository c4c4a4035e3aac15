//! Lost frames, full disks, restored relays, revoked phones: what everyone notices is that it heals.

use crate::world::{RINA, TABLET, Weather, World, fair};
use std::collections::VecDeque;
use tapak_sync::client::Status;
use tapak_sync::codec::{decode_to_device, decode_to_relay, encode};
use tapak_sync::message::Challenge;
use tapak_sync::{Sequence, ToDevice, ToRelay, relay};

/// Loses the first `count` frames that look like this.
fn losing(mut count: usize, looks_like: fn(&ToDevice) -> bool) -> Weather {
    Box::new(move |queue, frame| {
        if count > 0 && looks_like(&decode_to_device(&frame).unwrap()) {
            count -= 1;
        } else {
            queue.push_back(frame);
        }
    })
}

fn is_push(frame: &[u8]) -> bool {
    matches!(decode_to_relay(frame), Ok(ToRelay::Push(_)))
}

fn is_pushed(message: &ToDevice) -> bool {
    matches!(message, ToDevice::Pushed(_))
}

fn is_page(message: &ToDevice) -> bool {
    matches!(message, ToDevice::Page(_))
}

#[test]
fn a_lost_acknowledgement_is_asked_again_and_nothing_doubles() {
    let mut shop = World::new(2);
    shop.open_the_shop();
    shop.down = losing(1, is_pushed);
    let hash = shop.save(RINA);
    shop.wait(10_000);
    assert_eq!(shop.devices[RINA].disk.outbox.len(), 1, "no answer, so it stays in the outbox");
    shop.wait(10_000);
    assert!(shop.devices[RINA].disk.outbox.is_empty());
    assert_eq!(shop.log.places.get(&hash), Some(&Sequence(1)));
    assert_eq!(shop.log.rows.len(), 1);
    assert_eq!(shop.devices[RINA].disk.own_high, Sequence(1));
}

#[test]
fn a_lost_push_is_sent_again() {
    let mut shop = World::new(1);
    shop.open_the_shop();
    let mut lost = false;
    shop.up = Box::new(move |queue: &mut VecDeque<Vec<u8>>, frame: Vec<u8>| {
        if lost || !is_push(&frame) {
            queue.push_back(frame);
        } else {
            lost = true;
        }
    });
    shop.save_many(RINA, 1_000);
    shop.wait(20_000);
    assert_eq!(shop.log.rows.len(), 1_000);
    assert!(shop.devices[RINA].disk.outbox.is_empty());
    assert!(shop.devices[RINA].disk.set_aside.is_empty());
}

#[test]
fn pages_out_of_sequence_make_the_client_start_over() {
    let mut shop = World::new(2);
    shop.save_many(RINA, 1_000);
    shop.start(RINA);
    shop.settle();
    shop.down = losing(1, is_page);
    shop.start(TABLET);
    shop.settle();
    assert!(matches!(shop.devices[TABLET].status(), Status::Offline { .. }), "a page is missing: hang up");
    shop.wait(2_000);
    assert_eq!(shop.devices[TABLET].disk.cursor, Sequence(1_000));
    assert_eq!(shop.devices[TABLET].disk.changes.len(), 1_000);
}

#[test]
fn a_last_page_that_got_lost_is_missed_by_the_next_heartbeat() {
    let mut shop = World::new(2);
    shop.open_the_shop();
    shop.down = losing(1, is_page);
    shop.save(RINA);
    shop.wait(5_000);
    assert!(shop.devices[TABLET].disk.changes.is_empty());
    shop.wait(40_000);
    assert_eq!(shop.devices[TABLET].disk.changes.len(), 1);
}

#[test]
fn a_roster_that_got_lost_is_missed_by_the_next_heartbeat() {
    let mut shop = World::new(2);
    shop.open_the_shop();
    shop.down = losing(1, |message| matches!(message, ToDevice::Roster(_)));
    shop.log.roster.0[TABLET].role = "cs".to_owned();
    let roster = shop.log.roster.clone();
    shop.session(RINA, relay::Event::RosterChanged(roster.clone()));
    shop.wait(5_000);
    assert_ne!(shop.devices[RINA].roster, roster);
    shop.wait(20_000);
    assert_eq!(shop.devices[RINA].roster, roster);
}

#[test]
fn a_doubled_page_is_stored_once() {
    let mut shop = World::new(2);
    shop.open_the_shop();
    shop.down = Box::new(|queue, frame| queue.extend([frame.clone(), frame]));
    let said = shop.devices[TABLET].statuses.len();
    shop.save(RINA);
    shop.wait(3_000);
    assert_eq!(shop.devices[TABLET].downloads, 1);
    assert_eq!(shop.devices[TABLET].statuses[said..], [Status::Live { cursor: Sequence(1) }], "and nobody hangs up");
}

#[test]
fn a_full_disk_stops_the_cursor_and_a_freed_one_moves_it_again() {
    let mut shop = World::new(2);
    shop.open_the_shop();
    shop.devices[TABLET].disk.full = true;
    shop.save(RINA);
    shop.wait(20_000);
    assert_eq!(shop.devices[TABLET].disk.cursor, Sequence::ZERO);
    shop.devices[TABLET].disk.full = false;
    shop.wait(31_000);
    assert_eq!(shop.devices[TABLET].disk.cursor, Sequence(1));
}

#[test]
fn a_phone_that_crashes_with_unsent_work_sends_it_when_it_is_back() {
    let mut shop = World::new(2);
    shop.open_the_shop();
    shop.cut(RINA);
    shop.save_many(RINA, 100);
    shop.reachable[RINA] = true;
    let now = shop.now;
    shop.devices[RINA].crash(now);
    shop.settle();
    assert_eq!(shop.log.rows.len(), 100);
    assert_eq!(shop.devices[TABLET].disk.changes.len(), 100);
}

#[test]
fn a_relay_with_a_new_epoch_is_read_from_the_beginning() {
    let mut shop = World::new(2);
    shop.open_the_shop();
    shop.save_many(RINA, 20);
    shop.wait(2_000);
    shop.cut(TABLET);
    shop.log.epoch = 2;
    shop.restore(TABLET);
    shop.wait(1_000);
    let tablet = &shop.devices[TABLET];
    assert_eq!((tablet.started_over, tablet.disk.epoch, tablet.disk.cursor), (1, 2, Sequence(20)));
    assert_eq!(tablet.downloads, 40, "read once more, and harmless");
}

#[test]
fn a_device_ahead_of_its_relay_starts_over_too() {
    let mut shop = World::new(2);
    shop.open_the_shop();
    shop.save_many(RINA, 20);
    shop.wait(2_000);
    shop.cut(TABLET);
    shop.log.rows.truncate(5);
    shop.restore(TABLET);
    shop.wait(1_000);
    assert_eq!(shop.devices[TABLET].started_over, 1);
    assert_eq!(shop.devices[TABLET].disk.cursor, Sequence(5));
}

#[test]
fn a_revoked_device_is_hung_up_on_and_stays_away() {
    let mut shop = World::new(2);
    shop.open_the_shop();
    shop.log.roster.0[TABLET].revoked_at = Some(1);
    let roster = shop.log.roster.clone();
    shop.session(TABLET, relay::Event::RosterChanged(roster));
    shop.wait(60_000);
    assert_eq!(shop.devices[TABLET].status(), Status::Rejected(tapak_sync::ByeCode::Revoked));
    assert_eq!(shop.connected(), [RINA]);
}

#[test]
fn old_protocol_is_told_to_update() {
    let mut shop = World::new(1);
    shop.down = Box::new(|queue, frame| queue.push_back(from_the_future(frame)));
    shop.start(RINA);
    shop.wait(60_000);
    assert_eq!(shop.devices[RINA].status(), Status::Rejected(tapak_sync::ByeCode::UpdateTheApp));
    shop.down = fair();
    shop.start(RINA);
    shop.settle();
    assert!(matches!(shop.devices[RINA].status(), Status::Live { .. }), "and works once it is updated");
}

/// A relay that has dropped the protocol we speak.
fn from_the_future(frame: Vec<u8>) -> Vec<u8> {
    let Ok(ToDevice::Challenge(challenge)) = decode_to_device(&frame) else { return frame };
    encode(&ToDevice::Challenge(Challenge { oldest: 8, newest: 9, ..challenge })).unwrap()
}
