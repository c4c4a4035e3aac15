//! One order, end to end.

use tapak_domain::Role;
use tapak_domain::order::Standing;
use tapak_engine::view::badge::{BadgeState, SyncMark};
use tapak_engine::view::{Query, View};

use crate::deeds::{cancel, note, ship, take, whole_order};
use crate::shop::Shop;

const CS: usize = 0;
const GUDANG: usize = 1;
const BUDI: usize = 2;

fn shop() -> Shop {
    let mut shop = Shop::with(&[Role::Cs, Role::Warehouse, Role::Owner]);
    shop.settle();
    shop
}

#[test]
fn an_order_taken_without_signal_is_shipped_without_signal_and_both_devices_say_the_same() {
    let mut shop = shop();
    shop.lose_signal(CS);
    let order = shop.done(CS, take());
    shop.restart(CS);
    assert_eq!(shop.order(CS, order).row.mark, SyncMark::Local);
    assert_eq!(shop.sync(CS).badge.unsent, 2, "the order and its buyer");
    shop.regain_signal(CS);
    assert_eq!(shop.sync(CS).badge.state, BadgeState::Saved);
    assert_eq!(shop.order(CS, order).row.mark, SyncMark::Relay, "it is her own turn still");
    shop.make_ready(BUDI, order);
    assert_eq!(shop.order(CS, order).row.mark, SyncMark::Seen, "gudang has it");
    shop.lose_signal(GUDANG);
    assert_eq!(shop.done(GUDANG, ship(order, "JNE0001112223334")), order);
    assert_eq!(shop.order(CS, order).row.standing, Standing::Packed);
    shop.regain_signal(GUDANG);
    assert_eq!(shop.order(CS, order).row.standing, Standing::Shipped);
    let said = |shop: &mut Shop, who| {
        let view = shop.order(who, order);
        view.timeline.into_iter().map(|entry| (entry.id, entry.what, entry.at, entry.person)).collect::<Vec<_>>()
    };
    assert_eq!(said(&mut shop, CS), said(&mut shop, GUDANG));
    assert_eq!(shop.sync(GUDANG).badge.state, BadgeState::Saved);
}

#[test]
fn lines_stay_as_they_were_typed() {
    let mut shop = shop();
    let order = shop.done(CS, take());
    let names =
        |draft: &tapak_domain::order::OrderDraft| draft.lines.iter().map(|line| line.name.clone()).collect::<Vec<_>>();
    shop.settle();
    assert_eq!(names(&shop.order(GUDANG, order).draft), names(&whole_order()));
}

#[test]
fn two_who_did_not_know_of_each_other_leave_a_conflict_with_a_name() {
    let mut shop = shop();
    let order = shop.done(CS, take());
    shop.settle();
    shop.make_ready(BUDI, order);
    shop.lose_signal(BUDI);
    shop.lose_signal(GUDANG);
    shop.done(BUDI, cancel(order));
    shop.done(GUDANG, ship(order, "JNE0001112223334"));
    shop.regain_signal(BUDI);
    shop.regain_signal(GUDANG);
    for who in [CS, GUDANG, BUDI] {
        assert_eq!(shop.order(who, order).row.standing, Standing::CancelledAndShipped);
    }
    let View::Today(today) = shop.view(CS, &Query::Today) else { panic!() };
    assert!(today.queues.iter().any(|queue| queue.key == "conflict" && queue.count == 1 && queue.mine));
}

#[test]
fn an_order_is_found_by_name_number_phone_place_and_thing() {
    let mut shop = shop();
    let order = shop.done(CS, take());
    let number = shop.order(CS, order).row.number;
    for typed in ["rina mar", "0812-3456", "08123456", "sleman", "trekk hit", &number] {
        assert_eq!(shop.orders(CS, typed).len(), 1, "{typed}");
    }
    assert_eq!(shop.orders(CS, "dedi").len(), 0);
    assert_eq!(shop.orders(CS, "\"'*)").len(), 1, "what is no word hides nothing");
}

#[test]
fn a_buyer_who_comes_again_is_the_same_contact() {
    let mut shop = shop();
    let (first, second) = (shop.done(CS, take()), shop.done(CS, take()));
    let (first, second) = (shop.order(CS, first), shop.order(CS, second));
    assert_eq!(first.contact, second.contact);
    assert_ne!(first.row.number, second.row.number);
    let View::Contact(contact) = shop.view(CS, &Query::Contact { id: first.contact.unwrap() }) else { panic!() };
    assert_eq!((contact.row.orders, contact.orders.len()), (2, 2));
}

#[test]
fn projections_can_be_drawn_anew_from_the_documents() {
    let mut shop = shop();
    let order = shop.done(CS, take());
    shop.done(CS, note(order, "bubble wrap ya"));
    shop.settle();
    shop.make_ready(BUDI, order);
    shop.done(GUDANG, ship(order, "JNE0001112223334"));
    shop.settle();
    let all = |shop: &mut Shop| {
        let queries = [
            Query::Today,
            Query::Orders {
                filter: tapak_engine::view::order::OrderFilter::All,
                search: "rin".into(),
                offset: 0,
                limit: 9,
            },
            Query::Order { id: order },
            Query::Warehouse { search: String::new() },
            Query::Claims,
            Query::Conflicts,
            Query::Contacts { search: "mar".into(), offset: 0, limit: 9 },
            Query::Sync,
        ];
        queries.map(|query| shop.view(CS, &query))
    };
    let before = all(&mut shop);
    shop.holders[CS].device.rebuild().unwrap();
    assert_eq!(all(&mut shop), before);
}

#[test]
fn a_new_device_gets_everything() {
    let mut shop = shop();
    let order = shop.done(CS, take());
    shop.settle();
    let code = shop.invite(Role::Cs);
    let late = shop.unpack();
    shop.pair(late, &code);
    assert_eq!(shop.order(late, order).row.buyer_name, "Rina Marlina");
    assert_eq!(shop.sync(late).badge.behind, 0);
    assert_eq!(shop.order(late, order).timeline.len(), 1);
}
