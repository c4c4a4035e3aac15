//! The owner runs the shop: who joins, who changes role, who is out, what is erased.

use tapak_domain::Role;
use tapak_domain::order::Standing;
use tapak_engine::command::{Command, Outcome};
use tapak_engine::relay::{self, Relay};
use tapak_engine::view::badge::BadgeState;
use tapak_engine::view::happening::Happening;
use tapak_engine::view::said::SaidRow;
use tapak_engine::view::shop::ShopView;
use tapak_engine::view::{Query, View};
use uuid::Uuid;

use crate::deeds::{note, ship, take};
use crate::shop::Shop;

const BUDI: usize = 0;
const RINA: usize = 1;
const UJANG: usize = 2;

fn shop() -> Shop {
    let mut shop = Shop::with(&[Role::Owner, Role::Cs, Role::Warehouse]);
    shop.settle();
    shop
}

fn device_of(shop: &mut Shop, who: usize) -> Uuid {
    let devices = shop.sync(who).devices;
    devices.into_iter().find(|row| row.this_device).unwrap().device
}

fn page(shop: &mut Shop, who: usize) -> ShopView {
    match shop.view(who, &Query::Shop) {
        View::Shop(page) => page,
        other => panic!("{other:?}"),
    }
}

fn code(shop: &mut Shop, command: Command) -> String {
    match shop.command(BUDI, command) {
        Outcome::Code { code } => code,
        other => panic!("{other:?}"),
    }
}

fn contact_of(shop: &mut Shop, who: usize) -> Vec<Uuid> {
    let query = Query::Contacts { search: String::new(), offset: 0, limit: 10 };
    let View::Contacts(contacts) = shop.view(who, &query) else { panic!() };
    contacts.rows.into_iter().map(|row| row.id).collect()
}

fn level(shop: &mut Shop, who: usize) {
    shop.settle();
    let sync = shop.sync(who);
    assert_eq!(sync.badge.state, BadgeState::Saved, "{sync:?}");
    assert!(sync.proof.is_some_and(|proof| proof.equal), "{sync:?}");
}

#[test]
fn the_owner_invites_from_the_phone_also_before_there_is_signal() {
    let mut shop = shop();
    shop.lose_signal(BUDI);
    let code = code(&mut shop, Command::InviteDevice { role: "finance".into(), hours: 24 });
    let eni = shop.unpack();
    shop.pair(eni, &code);
    assert_eq!(shop.sync(eni).badge.state, BadgeState::Unpaired, "the relay has not heard of it");
    shop.regain_signal(BUDI);
    shop.pair(eni, &code);
    level(&mut shop, eni);
    assert_eq!(shop.sync(eni).devices.len(), 4, "the relay itself is nobody's device");
    assert_eq!(page(&mut shop, BUDI).invites, []);
    let Outcome::Refused { refusals } = shop.command(RINA, Command::InviteDevice { role: "cs".into(), hours: 1 })
    else {
        panic!()
    };
    assert_eq!(refusals[0].code, "not_your_role");
}

#[test]
fn rina_moves_to_the_warehouse_what_she_took_stays_and_the_contacts_leave_her_phone() {
    let mut shop = shop();
    let order = shop.done(RINA, take());
    shop.settle();
    let rina = device_of(&mut shop, RINA);
    shop.done(BUDI, Command::ChangeRole { device: rina, role: "warehouse".into() });
    level(&mut shop, RINA);
    assert!(contact_of(&mut shop, RINA).is_empty());
    assert_eq!(contact_of(&mut shop, BUDI).len(), 1);
    assert_eq!(shop.order(UJANG, order).row.standing, Standing::Checked, "what she stated as CS counts");
    assert!(shop.order(UJANG, order).timeline.iter().all(|entry| !entry.ignored));
    shop.make_ready(BUDI, order);
    shop.done(RINA, ship(order, "JNE0001112223334"));
    level(&mut shop, RINA);
    assert_eq!(shop.order(BUDI, order).row.standing, Standing::Shipped);
    let Outcome::Refused { .. } = shop.command(RINA, take()) else { panic!("she takes no orders any more") };
    shop.done(BUDI, Command::ChangeRole { device: rina, role: "cs".into() });
    level(&mut shop, RINA);
    assert_eq!(contact_of(&mut shop, RINA).len(), 1, "and back");
}

/// The roster has no place in the log that would show it is missing, and the shop goes on over the same connection.
#[test]
fn a_tablet_that_missed_that_rina_was_moved_still_counts_what_she_does_now() {
    let mut shop = shop();
    let order = shop.done(RINA, take());
    shop.settle();
    shop.make_ready(BUDI, order);
    let rina = device_of(&mut shop, RINA);
    shop.holders[UJANG].misses = 1;
    shop.done(BUDI, Command::ChangeRole { device: rina, role: "warehouse".into() });
    assert_eq!(shop.holders[UJANG].misses, 0);
    let socket = shop.holders[UJANG].socket;
    shop.settle();
    shop.done(RINA, ship(order, "JNE0001112223334"));
    level(&mut shop, UJANG);
    assert_eq!(shop.holders[UJANG].socket, socket);
    let seen = shop.order(UJANG, order);
    assert_eq!(seen.row.standing, Standing::Shipped);
    let mut hers = seen.timeline.iter().filter(|entry| entry.role != "owner");
    assert!(hers.all(|entry| entry.role == "warehouse" && !entry.ignored));
}

#[test]
fn an_owner_whose_clock_is_days_behind_still_gives_out_work() {
    let mut shop = Shop::with(&[Role::Cs]);
    shop.now -= 6 * 24 * 60 * 60 * 1000;
    let code = shop.invite(Role::Owner);
    let budi = shop.unpack();
    shop.pair(budi, &code);
    let rina = device_of(&mut shop, 0);
    shop.done(budi, Command::ChangeRole { device: rina, role: "warehouse".into() });
    shop.settle();
    assert!(shop.sync(budi).devices.iter().any(|row| row.device == rina && row.role == "warehouse"));
}

#[test]
fn what_rina_took_after_she_was_moved_is_set_aside_whole_and_her_phone_can_be_drawn_anew() {
    let mut shop = shop();
    shop.lose_signal(RINA);
    shop.done(RINA, take());
    let rina = device_of(&mut shop, RINA);
    shop.done(BUDI, Command::ChangeRole { device: rina, role: "warehouse".into() });
    shop.settle();
    shop.regain_signal(RINA);
    level(&mut shop, RINA);
    assert_eq!(shop.orders(RINA, "").len(), 0);
    let aside = shop.sync(RINA).set_aside;
    assert_eq!(aside.len(), 2, "the order and its contact");
    assert!(
        aside.iter().all(|row| !row.said.is_empty()),
        "she can read what she wrote, and tell it to who may: {aside:?}"
    );
    shop.holders[RINA].device.rebuild().unwrap();
    assert_eq!(shop.sync(RINA).set_aside.len(), 2);
}

#[test]
fn a_stolen_tablet_hands_over_what_only_it_had_and_keeps_nothing() {
    let mut shop = shop();
    let (order, other) = (shop.done(RINA, take()), shop.done(RINA, take()));
    shop.settle();
    shop.make_ready(BUDI, order);
    shop.lose_signal(UJANG);
    shop.done(UJANG, ship(order, "JNE0001112223334"));
    shop.done(UJANG, note(other, "ambil saja semua"));
    let tablet = device_of(&mut shop, UJANG);
    shop.done(BUDI, Command::RevokeDevice { device: tablet, wipe: true });
    shop.settle();
    shop.regain_signal(UJANG);
    shop.settle();
    assert_eq!(shop.orders(UJANG, "").len(), 0, "nothing is left on it");
    let View::Start(start) = shop.view(UJANG, &Query::Start) else { panic!() };
    assert_eq!(start.problem, "wiped");
    assert_eq!(shop.order(RINA, order).row.standing, Standing::Packed, "what came late counts for nothing yet");
    let held = page(&mut shop, BUDI).held;
    assert_eq!(held.len(), 2, "{held:?}");
    let said: Vec<_> = held.iter().map(|held| held.said.as_slice()).collect();
    let shipped = Happening::Shipped {
        tracking_number: "JNE0001112223334".into(),
        courier: "jne".into(),
        fee: None,
        weight_grams: None,
    };
    let noted = Happening::Noted { text: "ambil saja semua".into() };
    assert_eq!(said, [[SaidRow::Happened { what: shipped }], [SaidRow::Happened { what: noted }]]);
    shop.done(BUDI, Command::ReviewChange { change: held[0].change.clone(), accept: true });
    shop.done(BUDI, Command::ReviewChange { change: held[1].change.clone(), accept: false });
    level(&mut shop, RINA);
    assert_eq!(shop.order(RINA, order).row.standing, Standing::Shipped, "the parcel had really left");
    assert_eq!(shop.order(RINA, other).timeline.len(), 1);
    assert_eq!(page(&mut shop, BUDI).held, []);
}

#[test]
fn a_connected_device_is_out_the_moment_it_is_revoked() {
    let mut shop = shop();
    let tablet = device_of(&mut shop, UJANG);
    shop.done(BUDI, Command::RevokeDevice { device: tablet, wipe: false });
    assert_eq!(shop.holders[UJANG].socket, None);
    let View::Start(start) = shop.view(UJANG, &Query::Start) else { panic!() };
    assert_eq!(start.problem, "revoked");
    shop.done(RINA, take());
    shop.settle();
    assert_eq!(shop.orders(UJANG, "").len(), 0);
    let Outcome::Refused { refusals } = shop.command(BUDI, Command::RevokeDevice { device: tablet, wipe: false })
    else {
        panic!()
    };
    assert_eq!(refusals[0].code, "device.revoked");
}

#[test]
fn the_owner_who_lost_the_phone_comes_back_with_the_printed_code() {
    let mut shop = shop();
    let printed = code(&mut shop, Command::MakeRecoveryCode);
    shop.settle();
    shop.lose_signal(BUDI);
    shop.now += 300 * 24 * 60 * 60 * 1000;
    let new = shop.unpack();
    shop.pair(new, &printed);
    level(&mut shop, new);
    assert!(page(&mut shop, new).manages);
    let rows = shop.sync(new).devices;
    assert_eq!(rows.iter().filter(|row| row.revoked).count(), 1, "the lost phone is out: {rows:?}");
    shop.regain_signal(BUDI);
    shop.settle();
    let View::Start(start) = shop.view(BUDI, &Query::Start) else { panic!() };
    assert_eq!(start.problem, "wiped");
    let again = shop.unpack();
    shop.pair(again, &printed);
    assert_eq!(shop.sync(again).badge.state, BadgeState::Unpaired, "the code works once");
}

#[test]
fn a_person_who_asks_is_erased_everywhere_also_from_a_phone_that_was_away_with_an_edit() {
    let mut shop = shop();
    let order = shop.done(RINA, take());
    level(&mut shop, RINA);
    let person = contact_of(&mut shop, BUDI)[0];
    shop.lose_signal(RINA);
    shop.done(RINA, note(order, "orangnya minta dihubungi"));
    shop.done(BUDI, Command::ErasePerson { contact: person, reason: "permintaan sendiri".into() });
    shop.settle();
    assert_eq!(shop.orders(UJANG, "").len(), 0);
    assert_eq!(shop.orders(RINA, "").len(), 1, "she has not heard of it");
    shop.regain_signal(RINA);
    for who in [BUDI, RINA, UJANG] {
        level(&mut shop, who);
        assert_eq!(shop.orders(who, "").len(), 0);
        assert!(matches!(shop.view(who, &Query::Order { id: order }), View::Missing));
        assert_eq!(shop.sync(who).set_aside, [], "not even among what was not accepted");
    }
    assert!(contact_of(&mut shop, BUDI).is_empty());
    assert_eq!(page(&mut shop, BUDI).erased, 2);
    let inventory = shop.relay.store().inventory().unwrap();
    assert!(inventory.iter().all(|(document, ..)| document.to_bytes() != order.into_bytes()));
    let joined = shop.invite(Role::Cs);
    let dedi = shop.unpack();
    shop.pair(dedi, &joined);
    level(&mut shop, dedi);
    assert_eq!(shop.orders(dedi, "").len(), 0);
}

#[test]
fn the_owner_signs_with_another_key_and_what_was_signed_before_stays() {
    let mut shop = shop();
    shop.done(BUDI, take());
    shop.lose_signal(BUDI);
    shop.done(BUDI, Command::RotateKey);
    let meanwhile = shop.done(BUDI, take());
    shop.regain_signal(BUDI);
    level(&mut shop, BUDI);
    let after = shop.done(BUDI, note(meanwhile, "dengan kunci baru"));
    level(&mut shop, RINA);
    assert_eq!(shop.order(RINA, after).timeline.len(), 2);
    shop.restart(BUDI);
    level(&mut shop, BUDI);
    shop.done(BUDI, Command::SetWindow { days: 30 });
    level(&mut shop, UJANG);
    assert_eq!(page(&mut shop, UJANG).window_days, 30);
    assert!(!page(&mut shop, UJANG).manages);
}

fn seen_by(shop: &mut Shop, who: usize, other: Uuid) -> (bool, Option<i64>) {
    let row = shop.sync(who).devices.into_iter().find(|row| row.device == other).unwrap();
    (row.here, row.left_at)
}

#[test]
fn the_owner_sees_who_is_connected_and_since_when_the_others_are_not() {
    let mut shop = shop();
    let tablet = device_of(&mut shop, UJANG);
    assert_eq!(seen_by(&mut shop, BUDI, tablet), (true, None));
    shop.lose_signal(UJANG);
    let left = i64::try_from(shop.now).unwrap();
    assert_eq!(seen_by(&mut shop, BUDI, tablet), (false, Some(left)));
    shop.tell_relay(relay::Input::Tick);
    let relay = std::mem::replace(&mut shop.relay, Shop::new().relay);
    shop.relay = Relay::open(relay.into_store(), [8; 32]).unwrap();
    for who in [BUDI, RINA] {
        shop.lose_signal(who);
        shop.regain_signal(who);
    }
    assert_eq!(seen_by(&mut shop, BUDI, tablet), (false, Some(left)), "the relay remembers");
    assert_eq!(seen_by(&mut shop, RINA, tablet), (false, None), "it is nobody else's business");
    shop.lose_signal(BUDI);
    assert_eq!(seen_by(&mut shop, BUDI, tablet), (false, None), "what he does not know now is not said");
}

#[test]
fn a_reseller_with_hundreds_of_orders_is_erased_in_changes_that_each_fit() {
    let mut shop = shop();
    let orders: Vec<_> = (0..400).map(|_| shop.done(RINA, take())).collect();
    level(&mut shop, RINA);
    let person = contact_of(&mut shop, BUDI)[0];
    shop.done(BUDI, Command::ErasePerson { contact: person, reason: "permintaan sendiri".into() });
    for who in [BUDI, RINA] {
        level(&mut shop, who);
        assert_eq!(shop.count_orders(who), 0);
        assert_eq!(shop.sync(who).set_aside, []);
    }
    assert_eq!(page(&mut shop, BUDI).erased as usize, orders.len() + 1);
}
