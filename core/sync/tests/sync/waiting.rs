//! Patience: heartbeats, dead lines, and how long the next attempt waits.

use crate::world::{RINA, TABLET, World};
use tapak_sync::backoff::Backoff;
use tapak_sync::client::{Event, Status};
use tapak_sync::{Sequence, relay};

#[test]
fn an_idle_shop_stays_connected_for_one_ping_every_twenty_seconds() {
    let mut shop = World::new(1);
    shop.open_the_shop();
    shop.frames.clear();
    shop.wait(200_000);
    assert!(matches!(shop.devices[RINA].status(), Status::Live { .. }));
    let pairs = shop.frames.len() / 2;
    assert!((9..=10).contains(&pairs), "{pairs}");
}

#[test]
fn a_line_that_went_dead_without_a_word_is_given_up_and_dialled_again() {
    let mut shop = World::new(1);
    shop.open_the_shop();
    let connected = shop.devices[RINA].statuses.len();
    shop.down = Box::new(|_, _| {});
    shop.wait(46_000);
    assert!(shop.devices[RINA].statuses[connected..].iter().any(|status| matches!(status, Status::Offline { .. })));
    shop.down = crate::world::fair();
    shop.wait(60_000);
    assert!(matches!(shop.devices[RINA].status(), Status::Live { .. }));
}

#[test]
fn the_relay_lets_go_of_a_device_that_fell_silent() {
    let mut shop = World::new(1);
    shop.open_the_shop();
    shop.devices[RINA].wake_at = Some(u64::MAX);
    shop.wait(46_000);
    assert_eq!(shop.devices[RINA].refusals, [tapak_sync::ByeCode::TooSlow]);
}

#[test]
fn offline_says_since_when_and_keeps_saying_it() {
    let mut shop = World::new(1);
    shop.open_the_shop();
    let since = shop.now;
    shop.cut(RINA);
    shop.wait(120_000);
    let offline = |status: &&Status| matches!(status, Status::Offline { .. });
    let said: Vec<_> = shop.devices[RINA].statuses.iter().filter(offline).collect();
    assert!(said.len() > 3 && said.iter().all(|status| **status == Status::Offline { since }));
}

#[test]
fn a_dial_that_hangs_is_called_offline_after_two_seconds_and_not_only_once_it_is_given_up() {
    let mut shop = World::new(1);
    shop.open_the_shop();
    shop.cut(RINA);
    shop.down = Box::new(|_, _| {});
    let dialled = shop.devices[RINA].statuses.len();
    shop.restore(RINA);
    shop.wait(1_900);
    assert_eq!(shop.devices[RINA].status(), Status::Connecting);
    shop.wait(200);
    assert!(matches!(shop.devices[RINA].status(), Status::Offline { .. }));
    shop.wait(10_000);
    let said = &shop.devices[RINA].statuses[dialled..];
    assert_eq!(said.len(), 2, "once: {said:?}");
}

#[test]
fn the_network_coming_back_does_not_wait_for_the_clock() {
    let mut shop = World::new(2);
    shop.open_the_shop();
    shop.cut(RINA);
    shop.save(RINA);
    shop.wait(300_000);
    shop.restore(RINA);
    shop.settle();
    assert_eq!(shop.devices[TABLET].disk.changes.len(), 1);
}

#[test]
fn the_network_coming_back_leaves_a_working_line_alone() {
    let mut shop = World::new(1);
    shop.open_the_shop();
    shop.frames.clear();
    shop.tell(RINA, Event::Online);
    shop.settle();
    assert!(shop.frames.is_empty());
}

#[test]
fn waits_double_up_to_half_a_minute_and_never_agree() {
    let mut one = Backoff::new(1);
    let mut other = Backoff::new(2);
    let waits: Vec<_> = (0..12).map(|_| one.next_delay()).collect();
    let others: Vec<_> = (0..12).map(|_| other.next_delay()).collect();
    for (wait, step) in waits.iter().zip([500, 1_000, 2_000, 4_000, 8_000, 16_000, 30_000, 30_000, 30_000]) {
        assert!((step / 2..=step).contains(wait), "{wait} of {step}");
    }
    assert!(waits.iter().zip(&others).all(|(one, other)| one != other));
    one.reset();
    assert!(one.next_delay() <= 500);
}

#[test]
fn a_device_that_only_listens_is_not_taken_for_gone() {
    let mut shop = World::new(2);
    shop.open_the_shop();
    shop.cut(TABLET);
    let device = shop.devices[TABLET].disk.identity.as_ref().unwrap().device;
    for cursor in (0..20).map(Sequence) {
        shop.session(RINA, relay::Event::Seen { device, cursor });
        shop.wait(10_000);
    }
    assert!(shop.devices[RINA].refusals.is_empty());
}
