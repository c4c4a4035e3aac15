//! A relay that was put back from an older copy, and devices that give it back what it lost.

use std::path::PathBuf;

use tapak_domain::Role;
use tapak_domain::order::Standing;
use tapak_engine::Store;
use tapak_engine::relay::{self, Relay};
use tapak_engine::view::badge::BadgeState;
use uuid::Uuid;

use crate::deeds::{note, ship, take};
use crate::shop::Shop;

const RINA: usize = 0;
const UJANG: usize = 1;
/// Where Rina is not the only one of CS.
const DEDI: usize = 2;
/// Where somebody has to find the money.
const BUDI: usize = 2;

/// A copy of the relay's database as it is now.
fn copy(shop: &Shop, name: &str) -> PathBuf {
    let path = std::env::temp_dir().join(format!("tapak-heal-{name}-{}.db", std::process::id()));
    let _ = std::fs::remove_file(&path);
    shop.relay.store().back_up(&path).unwrap();
    path
}

/// The relay's disk is replaced; whether anybody said so is up to `told`.
fn put_back(shop: &mut Shop, path: &PathBuf, told: bool) {
    let mut store = Store::open(path).unwrap();
    if told {
        relay::restored(&mut store, [9; 32]).unwrap();
    }
    for who in 0..shop.holders.len() {
        shop.lose_signal(who);
    }
    shop.relay = Relay::open(store, [4; 32]).unwrap();
    for who in 0..shop.holders.len() {
        shop.regain_signal(who);
    }
    let _ = std::fs::remove_file(path);
}

fn healed(shop: &mut Shop, orders: usize) {
    for _ in 0..3 {
        shop.settle();
    }
    for who in 0..shop.holders.len() {
        let sync = shop.sync(who);
        assert_eq!(sync.badge.state, BadgeState::Saved, "device {who}: {sync:?}");
        assert!(sync.proof.is_some_and(|proof| proof.equal), "device {who}: {sync:?}");
        assert_eq!(shop.count_orders(who), orders, "device {who}");
    }
}

fn lost_day(told: bool, name: &str) {
    let mut shop = Shop::with(&[Role::Cs, Role::Warehouse, Role::Owner]);
    let first = shop.done(RINA, take());
    shop.settle();
    let yesterday = copy(&shop, name);
    let second = shop.done(RINA, take());
    shop.done(RINA, note(first, "dus pink"));
    shop.settle();
    shop.make_ready(BUDI, second);
    shop.done(UJANG, ship(second, "JNE0001112223334"));
    shop.settle();
    put_back(&mut shop, &yesterday, told);
    healed(&mut shop, 2);
    for who in [RINA, UJANG, BUDI] {
        assert_eq!(shop.order(who, second).row.standing, Standing::Shipped);
        assert_eq!(shop.order(who, first).timeline.len(), 2);
    }
    shop.done(UJANG, note(first, "sudah siap"));
    healed(&mut shop, 2);
}

#[test]
fn a_relay_restored_from_yesterday_gets_back_what_it_lost_from_the_phones() {
    lost_day(true, "told");
}

#[test]
fn also_when_nobody_told_it_that_it_was_restored() {
    lost_day(false, "silent");
}

/// It looks as if nothing had happened: the log is as long as before, and says something else.
#[test]
fn also_when_new_changes_took_the_numbers_of_the_lost_ones() {
    let mut shop = Shop::with(&[Role::Cs, Role::Warehouse, Role::Cs]);
    let first = shop.done(RINA, take());
    shop.settle();
    let yesterday = copy(&shop, "same-length");
    let lost = shop.done(RINA, take());
    shop.settle();
    shop.lose_signal(RINA);
    shop.lose_signal(UJANG);
    let store = Store::open(&yesterday).unwrap();
    shop.lose_signal(DEDI);
    shop.relay = Relay::open(store, [4; 32]).unwrap();
    shop.regain_signal(DEDI);
    for n in 0..4 {
        shop.done(DEDI, note(first, &format!("catatan {n}")));
    }
    shop.settle();
    shop.regain_signal(RINA);
    shop.regain_signal(UJANG);
    healed(&mut shop, 2);
    assert_eq!(shop.order(UJANG, first).timeline.len(), 5);
    assert_eq!(shop.order(DEDI, lost).timeline.len(), 1);
    let _ = std::fs::remove_file(yesterday);
}

/// The relay is put back to `yesterday` while nobody is connected, and nobody says so; then only Dedi finds signal.
fn put_back_before_dedi(shop: &mut Shop, yesterday: &PathBuf) {
    for who in 0..shop.holders.len() {
        shop.lose_signal(who);
    }
    shop.relay = Relay::open(Store::open(yesterday).unwrap(), [4; 32]).unwrap();
    shop.regain_signal(DEDI);
    let _ = std::fs::remove_file(yesterday);
}

fn said(shop: &mut Shop, who: usize, order: Uuid) -> usize {
    shop.order(who, order).timeline.len()
}

/// Ujang's tablet has Rina's note from a card, so it cannot bring it back, and knows the order by a number that means
/// something else by now.
fn a_tablet_with_a_card_of_the_lost_log(name: &str) -> (Shop, Uuid, PathBuf) {
    let mut shop = Shop::with(&[Role::Cs, Role::Warehouse, Role::Cs]);
    let order = shop.done(RINA, take());
    shop.settle();
    let yesterday = copy(&shop, name);
    shop.lose_signal(UJANG);
    shop.lose_signal(DEDI);
    shop.done(RINA, note(order, "dus pink"));
    shop.relay.send_cards_behind(0);
    shop.regain_signal(UJANG);
    assert_eq!(said(&mut shop, UJANG, order), 2);
    (shop, order, yesterday)
}

#[test]
fn a_tablet_takes_what_the_relay_has_now_though_its_card_bore_the_same_number() {
    let (mut shop, order, yesterday) = a_tablet_with_a_card_of_the_lost_log("card");
    put_back_before_dedi(&mut shop, &yesterday);
    shop.done(DEDI, note(order, "alamat sudah dicek"));
    shop.regain_signal(UJANG);
    shop.settle();
    assert!(shop.order(UJANG, order).timeline.iter().any(|entry| entry.person == "Orang 2"), "what Dedi wrote");
    assert!(shop.sync(UJANG).proof.is_some_and(|proof| proof.equal));
    shop.regain_signal(RINA);
    healed(&mut shop, 1);
    for who in [RINA, UJANG, DEDI] {
        assert_eq!(said(&mut shop, who, order), 3);
    }
}

#[test]
fn what_builds_on_a_lost_note_stays_readable_until_the_note_is_brought_back() {
    let (mut shop, order, yesterday) = a_tablet_with_a_card_of_the_lost_log("outgrown");
    shop.done(UJANG, note(order, "dus pink habis"));
    shop.settle();
    put_back_before_dedi(&mut shop, &yesterday);
    shop.done(DEDI, note(order, "alamat sudah dicek"));
    shop.done(DEDI, note(order, "sudah bilang pembeli"));
    shop.regain_signal(UJANG);
    shop.settle();
    assert!(said(&mut shop, UJANG, order) >= 3, "taken, dus pink, habis");
    shop.regain_signal(RINA);
    healed(&mut shop, 1);
    for who in [RINA, UJANG, DEDI] {
        assert_eq!(said(&mut shop, who, order), 5);
    }
}

/// So far behind that documents come in one piece: what only this phone has is not taken for part of them.
#[test]
fn a_phone_far_behind_a_relay_put_back_in_silence_brings_its_lost_note() {
    let mut shop = Shop::with(&[Role::Cs, Role::Warehouse, Role::Cs]);
    let order = shop.done(RINA, take());
    shop.settle();
    let yesterday = copy(&shop, "far");
    shop.lose_signal(UJANG);
    shop.lose_signal(DEDI);
    shop.done(RINA, note(order, "dus pink"));
    put_back_before_dedi(&mut shop, &yesterday);
    for n in 0..9 {
        shop.done(DEDI, note(order, &format!("catatan {n}")));
    }
    shop.settle();
    shop.relay.send_cards_behind(5);
    shop.regain_signal(RINA);
    shop.regain_signal(UJANG);
    healed(&mut shop, 1);
    for who in [RINA, UJANG, DEDI] {
        assert_eq!(said(&mut shop, who, order), 11);
    }
}
