//! Sales over the counter: cash, in one go, from the shop's own shelf.

use tapak_domain::order::{OrderDraft, Outcome as Verdict, Standing, VerdictDraft};
use tapak_domain::stock::Pool;
use tapak_engine::command::{Command, Outcome};
use tapak_engine::view::stock::StockCell;
use tapak_engine::view::{Query, View};
use uuid::Uuid;

use crate::deeds::whole_order;
use crate::pipeline::{BUDI, DEDI, ENI, RINA, UJANG, claims, queue, refusal, shop, warehouse};
use crate::shop::Shop;
use crate::stock::{cell, count, stock, trekker};

fn counted(shop: &mut Shop, pairs: &str) -> Uuid {
    let product = shop.done(BUDI, Command::AddProduct { draft: trekker() });
    for pool in Pool::ALL {
        shop.done(BUDI, count(product, pool, &[cell("hitam", "39", pairs)]));
    }
    shop.settle();
    product
}

fn sell(product: Uuid) -> Command {
    let mut line = whole_order().lines.swap_remove(0);
    line.product = Some(product);
    let draft = OrderDraft { buyer_name: "Pembeli di toko".into(), lines: vec![line], ..OrderDraft::default() };
    Command::SellOrder { draft, paid_in: "Tunai di toko".into() }
}

fn on_hand(shop: &mut Shop, who: usize, product: Uuid) -> Vec<(Pool, i32, i32)> {
    let cells = stock(shop, who, Some(product)).grid.unwrap().cells.into_iter();
    cells.map(|StockCell { pool, on_hand, reserved, .. }| (pool, on_hand, reserved)).collect()
}

#[test]
fn r14_a_sale_over_the_counter_takes_from_the_shop_s_own_shelf_and_is_done_in_one_go() {
    let mut shop = shop();
    let product = counted(&mut shop, "2");
    shop.lose_signal(BUDI);
    let order = shop.done(BUDI, sell(product));
    let sold = shop.order(BUDI, order);
    assert_eq!((sold.row.standing, sold.row.due, sold.row.paid), (Standing::Delivered, 0, 189_000));
    shop.regain_signal(BUDI);
    for who in [RINA, ENI, UJANG, BUDI, DEDI] {
        assert_eq!(on_hand(&mut shop, who, product), [(Pool::Online, 2, 0), (Pool::Toko, 1, 0)], "device {who}");
    }
    let listed = warehouse(&mut shop);
    assert!(listed.to_print.is_empty() && listed.to_pack.is_empty(), "it went nowhere");
}

#[test]
fn r14_pairs_sold_to_who_is_erased_stay_sold_and_what_was_only_held_is_free() {
    let mut shop = shop();
    let product = counted(&mut shop, "3");
    let Command::SellOrder { draft, paid_in } = sell(product) else { unreachable!() };
    let named = OrderDraft { buyer_phone: "0812-3456-7890".into(), ..draft };
    shop.done(BUDI, Command::SellOrder { draft: named.clone(), paid_in });
    shop.done(BUDI, Command::TakeOrder { draft: OrderDraft { channel: "counter".into(), ..named } });
    shop.settle();
    assert_eq!(on_hand(&mut shop, UJANG, product), [(Pool::Online, 3, 0), (Pool::Toko, 2, 1)]);
    let contact = first_contact(&mut shop);
    shop.done(BUDI, Command::ErasePerson { contact, reason: "permintaan sendiri".into() });
    shop.settle();
    for who in [BUDI, RINA, UJANG] {
        assert_eq!(on_hand(&mut shop, who, product), [(Pool::Online, 3, 0), (Pool::Toko, 2, 0)], "device {who}");
        shop.holders[who].device.rebuild().unwrap();
        assert_eq!(on_hand(&mut shop, who, product)[1], (Pool::Toko, 2, 0), "drawn anew");
    }
}

fn first_contact(shop: &mut Shop) -> Uuid {
    match shop.view(BUDI, &Query::Contacts { search: String::new(), offset: 0, limit: 1 }) {
        View::Contacts(contacts) => contacts.rows[0].id,
        other => panic!("{other:?}"),
    }
}

#[test]
fn r05_the_cash_of_a_sale_by_cs_waits_for_finance() {
    let mut shop = shop();
    let product = counted(&mut shop, "2");
    let order = shop.done(RINA, sell(product));
    shop.settle();
    let waiting = claims(&mut shop, ENI);
    assert_eq!((waiting.len(), waiting[0].claim.bank.as_str(), waiting[0].claim.amount), (1, "Tunai di toko", 189_000));
    assert_eq!((queue(&mut shop, ENI, "to_verify"), shop.order(ENI, order).row.due), (1, 189_000));
    let claim = Some(waiting[0].claim.id);
    let (outcome, amount, reason) = (Verdict::Paid, "189000".to_owned(), String::new());
    let verdict = VerdictDraft { outcome, amount, bank_line: None, cash: true, reason, claim };
    shop.done(ENI, Command::VerifyPayment { id: order, verdict });
    shop.settle();
    assert_eq!(queue(&mut shop, ENI, "to_verify"), 0);
    assert_eq!((shop.order(RINA, order).row.standing, shop.order(RINA, order).row.due), (Standing::Delivered, 0));
}

#[test]
fn r14_what_the_shelf_does_not_have_is_not_sold_over_the_counter() {
    let mut shop = shop();
    let product = counted(&mut shop, "1");
    shop.done(RINA, sell(product));
    let Outcome::Refused { refusals } = shop.command(RINA, sell(product)) else { panic!() };
    assert_eq!((refusals[0].field.as_str(), refusals[0].code.as_str()), ("lines.0.quantity", "stock.not_enough"));
    assert_eq!(refusal(&mut shop, UJANG, sell(product)), "not_your_role");
    shop.done(RINA, count(product, Pool::Toko, &[cell("hitam", "39", "1")]));
    shop.done(RINA, sell(product));
    assert_eq!(on_hand(&mut shop, RINA, product), [(Pool::Online, 1, 0), (Pool::Toko, 0, 0)]);
}
