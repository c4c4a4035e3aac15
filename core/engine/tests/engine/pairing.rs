//! Entering a shop by invite.

use tapak_domain::Role;
use tapak_engine::command::Outcome;
use tapak_engine::view::start::{Pairing, StartView};
use tapak_engine::view::{Query, View};

use crate::deeds::take;
use crate::shop::Shop;

fn start(shop: &mut Shop, who: usize) -> StartView {
    match shop.view(who, &Query::Start) {
        View::Start(start) => start,
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_paired_device_knows_its_shop_its_role_and_its_numbers() {
    let mut shop = Shop::with(&[Role::Owner, Role::Warehouse]);
    let start = start(&mut shop, 1);
    assert_eq!(start.pairing, Pairing::Paired);
    assert_eq!(
        (start.shop_name.as_str(), start.role.as_str(), start.prefix.as_str()),
        ("Sandal Cibaduyut", "warehouse", "A2")
    );
    shop.settle();
    assert_eq!(shop.sync(0).devices.len(), 2);
}

#[test]
fn an_invite_used_twice_expired_or_mistyped_says_so_and_a_good_one_still_works() {
    let mut shop = Shop::with(&[]);
    let code = shop.invite(Role::Cs);
    let first = shop.unpack();
    shop.pair(first, &code);
    let second = shop.unpack();
    let told = |shop: &mut Shop, code: &str| {
        shop.pair(second, code);
        let start = start(shop, second);
        assert_eq!(start.pairing, Pairing::Unpaired);
        start.problem
    };
    assert_eq!(told(&mut shop, &code), "invite_used");
    let expired = shop.invite_until(Role::Cs, shop.now - 1);
    assert_eq!(told(&mut shop, &expired), "invite_expired");
    assert_eq!(told(&mut shop, "halo kak, bisa pesan?"), "invite_not_a_code");
    let good = shop.invite(Role::Cs);
    shop.pair(second, &good);
    assert_eq!(start(&mut shop, second).pairing, Pairing::Paired);
}

#[test]
fn a_device_that_belongs_to_no_shop_takes_no_orders() {
    let mut shop = Shop::with(&[]);
    let who = shop.unpack();
    assert!(matches!(shop.command(who, take()), Outcome::Refused { refusals } if refusals[0].code == "not_paired"));
    assert_eq!(start(&mut shop, who).pairing, Pairing::Unpaired);
}
