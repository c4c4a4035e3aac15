//! New and long-absent devices, old records, and proving that two replicas have the same.

use tapak_domain::Role;
use tapak_domain::order::Standing;
use tapak_engine::command::Outcome;
use tapak_engine::device::Input;
use tapak_engine::view::badge::{BadgeState, SyncMark};
use tapak_engine::view::happening::Happening;
use tapak_engine::view::{Query, View};
use uuid::Uuid;

use crate::deeds::{cancel, note, ship, take};
use crate::shop::Shop;

const RINA: usize = 0;
const UJANG: usize = 1;
const BUDI: usize = 2;

fn shop() -> Shop {
    let mut shop = Shop::with(&[Role::Cs, Role::Warehouse, Role::Owner]);
    shop.relay.send_cards_behind(5);
    shop.settle();
    shop
}

/// Everybody is brought up, and everybody was found to have the same.
fn proved(shop: &mut Shop) {
    shop.settle();
    for who in 0..shop.holders.len() {
        let sync = shop.sync(who);
        assert_eq!(sync.badge.state, BadgeState::Saved, "{sync:?}");
        assert!(sync.proof.is_some_and(|proof| proof.equal), "device {who}: {sync:?}");
    }
}

/// Another phone joins, and the relay goes on sending cards early.
fn join(shop: &mut Shop, role: Role) -> usize {
    let code = shop.invite(role);
    shop.relay.send_cards_behind(5);
    let who = shop.unpack();
    shop.pair(who, &code);
    who
}

#[test]
fn a_new_phone_is_brought_up_by_cards_and_shows_the_same_as_one_that_was_there() {
    let mut shop = shop();
    let orders: Vec<_> = (0..8).map(|_| shop.done(RINA, take())).collect();
    shop.done(RINA, note(orders[0], "dus pink"));
    shop.done(RINA, cancel(orders[1]));
    shop.settle();
    let dedi = join(&mut shop, Role::Cs);
    proved(&mut shop);
    assert_eq!(shop.orders(dedi, "").len(), 8);
    for order in orders {
        let (hers, his) = (shop.order(RINA, order), shop.order(dedi, order));
        assert_eq!(hers.draft, his.draft);
        let said = |view: &tapak_engine::view::order::OrderView| {
            view.timeline.iter().map(|entry| (entry.id, entry.what.clone(), entry.person.clone())).collect::<Vec<_>>()
        };
        assert_eq!(said(&hers), said(&his));
        assert_ne!(his.row.mark, SyncMark::Local, "what came from the relay is on the relay");
    }
    let newest = shop.orders(dedi, "")[0].id;
    shop.done(dedi, note(newest, "jadi"));
    proved(&mut shop);
}

/// Text that no compressor makes smaller.
fn noise(seed: u32) -> String {
    let mut state = seed.wrapping_mul(2_654_435_761).wrapping_add(1);
    let mut letter = || {
        state ^= state << 13;
        state ^= state >> 17;
        state ^= state << 5;
        char::from_u32(0x4e00 + state % 16_384).unwrap_or('?')
    };
    (0..600).map(|_| letter()).collect()
}

#[test]
fn an_order_with_a_very_long_history_comes_whole_to_a_new_phone() {
    let mut shop = shop();
    let order = shop.done(RINA, take());
    for n in 0..100 {
        shop.done(RINA, note(order, &noise(n)));
    }
    shop.settle();
    let dedi = join(&mut shop, Role::Cs);
    proved(&mut shop);
    assert_eq!(shop.order(dedi, order).timeline.len(), shop.order(RINA, order).timeline.len());
}

#[test]
fn a_phone_that_was_long_away_keeps_what_it_wrote_meanwhile() {
    let mut shop = shop();
    let order = shop.done(RINA, take());
    shop.settle();
    shop.make_ready(BUDI, order);
    shop.lose_signal(UJANG);
    shop.done(UJANG, ship(order, "JNE0001112223334"));
    for n in 0..12 {
        shop.done(RINA, note(order, &format!("catatan {n}")));
    }
    shop.settle();
    shop.regain_signal(UJANG);
    proved(&mut shop);
    for who in [RINA, UJANG] {
        let view = shop.order(who, order);
        assert_eq!(view.row.standing, Standing::Shipped);
        let kept = view.timeline.iter().filter(|entry| matches!(entry.what, Happening::Noted { .. })).count();
        assert_eq!(kept, 12, "device {who}");
    }
}

#[test]
fn an_old_closed_order_is_listed_and_found_and_comes_whole_when_somebody_opens_it() {
    let mut shop = shop();
    let (old, open) = (shop.done(RINA, take()), shop.done(RINA, take()));
    shop.done(RINA, cancel(old));
    for n in 0..6 {
        shop.done(RINA, note(open, &format!("catatan {n}")));
    }
    shop.settle();
    shop.now += 200 * 24 * 60 * 60 * 1000;
    let dedi = join(&mut shop, Role::Cs);
    proved(&mut shop);
    assert!(matches!(shop.view(dedi, &Query::Order { id: old }), View::Away(_)));
    assert_eq!(shop.order(dedi, open).timeline.len(), 7);
    assert!(shop.orders(dedi, "rina").iter().any(|row| row.id == old), "it is found all the same");
    let Outcome::Refused { refusals } = shop.command(dedi, note(old, "halo")) else { panic!() };
    assert_eq!(refusals[0].code, "not_here");
    shop.tell(dedi, Input::Look { record: Some(old) });
    assert_eq!(shop.order(dedi, old).row.standing, Standing::Cancelled);
    shop.done(dedi, note(old, "halo"));
    proved(&mut shop);
    assert_eq!(shop.order(RINA, old).timeline.len(), 3);
}

#[test]
fn news_of_a_record_that_is_not_here_whole_brings_the_rest() {
    let mut shop = shop();
    let old = shop.done(RINA, take());
    shop.done(RINA, cancel(old));
    for _ in 0..6 {
        shop.done(RINA, take());
    }
    shop.settle();
    shop.now += 200 * 24 * 60 * 60 * 1000;
    let dedi = join(&mut shop, Role::Cs);
    proved(&mut shop);
    assert!(matches!(shop.view(dedi, &Query::Order { id: old }), View::Away(_)));
    shop.done(RINA, note(old, "pembeli tanya lagi"));
    proved(&mut shop);
    assert_eq!(shop.order(dedi, old).timeline.len(), 3);
}

#[test]
fn what_is_folded_reads_the_same_and_is_still_given_change_by_change() {
    let mut shop = shop();
    let order = shop.done(RINA, take());
    for n in 0..20 {
        shop.done(RINA, note(order, &format!("catatan {n}")));
    }
    proved(&mut shop);
    let before = shop.order(RINA, order);
    shop.relay.send_cards_behind(0);
    let now = shop.now;
    while shop.relay.tidy(now).unwrap() {}
    shop.relay.send_cards_behind(1_000);
    for who in [RINA, UJANG] {
        let now = shop.now;
        while shop.holders[who].device.tidy(now).unwrap() {}
        shop.restart(who);
    }
    proved(&mut shop);
    assert_eq!(shop.order(RINA, order).timeline, before.timeline);
    let code = shop.invite(Role::Cs);
    let dedi = shop.unpack();
    shop.pair(dedi, &code);
    proved(&mut shop);
    assert_eq!(shop.order(dedi, order).timeline.len(), before.timeline.len(), "out of folded documents");
    shop.done(dedi, note(order, "masih bisa"));
    proved(&mut shop);
    assert_eq!(shop.order(UJANG, order).timeline.len(), before.timeline.len() + 1);
}

#[test]
fn an_old_closed_order_leaves_the_phone_in_a_quiet_moment_but_not_while_it_is_needed() {
    let mut shop = shop();
    let (old, unsent) = (shop.done(RINA, take()), shop.done(RINA, take()));
    shop.done(RINA, cancel(old));
    shop.done(RINA, cancel(unsent));
    shop.settle();
    shop.lose_signal(RINA);
    shop.done(RINA, note(unsent, "belum terkirim"));
    shop.now += 200 * 24 * 60 * 60 * 1000;
    let now = shop.now;
    while shop.holders[RINA].device.tidy(now).unwrap() {}
    assert!(matches!(shop.view(RINA, &Query::Order { id: old }), View::Away(_)));
    assert_eq!(shop.order(RINA, unsent).timeline.len(), 3);
    shop.regain_signal(RINA);
    proved(&mut shop);
}

#[test]
fn who_has_an_order_open_is_seen_by_others_and_gone_with_the_signal() {
    let mut shop = shop();
    let order = shop.done(RINA, take());
    shop.settle();
    shop.tell(UJANG, Input::Look { record: Some(order) });
    assert_eq!(shop.order(RINA, order).also_here, ["Orang 1"]);
    shop.lose_signal(UJANG);
    assert_eq!(shop.order(RINA, order).also_here, Vec::<String>::new());
    shop.regain_signal(UJANG);
    assert_eq!(shop.order(RINA, order).also_here, ["Orang 1"], "said again to a relay that is back");
    shop.tell(UJANG, Input::Look { record: None });
    assert_eq!(shop.order(RINA, order).also_here, Vec::<String>::new());
}

#[test]
fn the_warehouse_has_no_contacts_on_its_tablet() {
    let mut shop = shop();
    shop.done(RINA, take());
    shop.settle();
    let contacts = |shop: &mut Shop, who| {
        let query = Query::Contacts { search: String::new(), offset: 0, limit: 10 };
        let View::Contacts(contacts) = shop.view(who, &query) else { panic!() };
        contacts.total
    };
    assert_eq!((contacts(&mut shop, RINA), contacts(&mut shop, UJANG)), (1, 0));
    assert_eq!(shop.count_orders(UJANG), 1);
    let id = Uuid::nil();
    assert!(matches!(shop.view(UJANG, &Query::Contact { id }), View::Missing));
}
