//! Who may do what, at the border and at the relay.

use tapak_domain::Role;
use tapak_domain::order::Standing;
use tapak_engine::Store;
use tapak_engine::command::{Outcome, RefusalView};
use tapak_engine::device::{Device, Input};
use tapak_engine::view::badge::{BadgeState, SyncMark};

use crate::deeds::{note, ship, take};
use crate::shop::{Shop, opened};

#[test]
fn what_a_role_may_not_do_is_refused_at_once() {
    let mut shop = Shop::with(&[Role::Cs, Role::Owner]);
    let order = shop.done(0, take());
    shop.settle();
    shop.make_ready(1, order);
    let refused = RefusalView { code: "not_your_role".into(), field: String::new() };
    assert_eq!(shop.command(0, ship(order, "JNE0001112223334")), Outcome::Refused { refusals: vec![refused] });
    assert_eq!(shop.sync(0).badge.set_aside, 0);
}

/// A device whose program believes it is the warehouse's.
fn tamper(shop: &mut Shop, who: usize) {
    let placeholder = Device::open(Store::in_memory().unwrap(), [0; 32], 0).unwrap();
    let store = std::mem::replace(&mut shop.holders[who].device, placeholder).into_store();
    let me = String::from_utf8(store.meta("me").unwrap().unwrap()).unwrap();
    store.set_meta("me", me.replace(r#""role":"cs""#, r#""role":"warehouse""#).as_bytes()).unwrap();
    shop.holders[who].device = opened(store, [78; 32], shop.now);
    shop.tell(who, Input::Start);
}

#[test]
fn a_forged_deed_is_set_aside_with_all_that_builds_on_it_and_the_rest_goes_on() {
    let mut shop = Shop::with(&[Role::Cs, Role::Owner]);
    shop.settle();
    let (forged, other) = (shop.done(0, take()), shop.done(0, take()));
    shop.settle();
    shop.make_ready(1, forged);
    let told = shop.order(1, forged).timeline.len();
    shop.lose_signal(0);
    tamper(&mut shop, 0);
    shop.done(0, ship(forged, "JNE0001112223334"));
    shop.done(0, note(forged, "sudah dikirim ya kak"));
    shop.done(0, note(other, "tolong cepat"));
    shop.regain_signal(0);
    let sync = shop.sync(0);
    assert_eq!((sync.badge.state, sync.badge.unsent, sync.badge.set_aside), (BadgeState::Saved, 0, 2));
    assert_eq!(sync.set_aside.iter().map(|row| row.code.as_str()).collect::<Vec<_>>(), ["not_your_role"; 2]);
    assert!(sync.set_aside.iter().any(|row| format!("{:?}", row.said).contains("JNE0001112223334")), "{sync:?}");
    assert!(sync.set_aside.iter().any(|row| format!("{:?}", row.said).contains("sudah dikirim ya kak")));
    let view = shop.order(0, forged);
    assert_eq!((view.row.standing, view.row.mark), (Standing::Packed, SyncMark::Refused));
    assert_eq!(shop.order(1, forged).timeline.len(), told);
    assert_eq!(shop.order(1, other).timeline.len(), 2);
    shop.done(0, note(forged, "maaf, salah"));
    shop.settle();
    assert_eq!(shop.order(1, forged).timeline.len(), told + 1);
}
