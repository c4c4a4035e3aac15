//! Disks that say no.

use tapak_domain::Role;
use tapak_engine::command::Outcome;
use tapak_engine::relay::{Input, Output, Socket};
use tapak_engine::view::badge::BadgeState;
use uuid::Uuid;

use crate::deeds::{note, take};
use crate::shop::Shop;

#[test]
fn a_full_disk_keeps_nothing_of_a_command_and_the_same_command_works_once_there_is_room() {
    let mut shop = Shop::with(&[Role::Cs]);
    shop.settle();
    shop.holders[0].device.break_disk(true);
    let id = Uuid::from_u128(99);
    assert_eq!(shop.command_as(0, id, take()), Outcome::Fault { code: "disk_full".into() });
    assert_eq!(shop.orders(0, "").len(), 0);
    shop.holders[0].device.break_disk(false);
    let Outcome::Done { record } = shop.command_as(0, id, take()) else { panic!() };
    shop.settle();
    assert_eq!(shop.sync(0).badge.state, BadgeState::Saved);
    assert_eq!(shop.order(0, record).row.number, "A1-0001");
}

#[test]
fn a_command_repeated_after_a_lost_answer_is_done_once() {
    let mut shop = Shop::with(&[Role::Cs]);
    let order = shop.done(0, take());
    let id = Uuid::from_u128(77);
    let first = shop.command_as(0, id, note(order, "bubble wrap ya"));
    shop.restart(0);
    assert_eq!(shop.command_as(0, id, note(order, "bubble wrap ya")), first);
    assert_eq!(shop.order(0, order).timeline.len(), 2);
}

#[test]
fn a_relay_whose_disk_is_full_acknowledges_nothing_and_gets_it_all_later() {
    let mut shop = Shop::with(&[Role::Cs, Role::Warehouse]);
    shop.settle();
    shop.relay.break_disk(true);
    let order = shop.done(0, take());
    shop.settle();
    let badge = shop.sync(0).badge;
    assert_ne!(badge.state, BadgeState::Saved);
    assert_eq!(badge.unsent, 2);
    shop.relay.break_disk(false);
    shop.settle();
    shop.settle();
    assert_eq!(shop.sync(0).badge.state, BadgeState::Saved);
    assert_eq!(shop.order(1, order).row.buyer_name, "Rina Marlina");
}

#[test]
fn a_connection_that_ends_while_the_relays_disk_fails_is_closed_all_the_same() {
    let mut shop = Shop::with(&[]);
    let socket = Socket(7);
    shop.relay.handle(vec![Input::Opened(socket)], shop.now);
    shop.relay.break_disk(true);
    let outputs = shop.relay.handle(vec![Input::Frame(socket, b"no frame of ours".to_vec())], shop.now);
    assert!(
        outputs.iter().any(|output| matches!(output, Output::Close(closed, _) if *closed == socket)),
        "{outputs:?}"
    );
}
