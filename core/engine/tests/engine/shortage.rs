//! What orders hold of the stock, who goes without when more was sold than there is, and whose that is to settle.

use tapak_domain::order::{Conflict, OrderDraft, Standing};
use tapak_domain::stock::Pool;
use tapak_engine::command::Command;
use tapak_engine::view::order::OrderAction;
use tapak_engine::view::stock::{LineStock, ShortOrder, StockView};
use tapak_engine::view::{Query, View};
use uuid::Uuid;

use crate::deeds::{cancel, claim, pack, print, receive, total, whole_order};
use crate::pipeline::{BUDI, DEDI, ENI, RINA, UJANG, conflicts, queue, shop};
use crate::shop::Shop;
use crate::stock::{cell, count, stock, trekker};

const DAY: u64 = 24 * 60 * 60 * 1000;

/// The owner adds a model, and so many pairs of it, black in 39, lie in both pools.
fn counted(shop: &mut Shop, pairs: &str) -> Uuid {
    let product = shop.done(BUDI, Command::AddProduct { draft: trekker() });
    for pool in Pool::ALL {
        shop.done(BUDI, count(product, pool, &[cell("hitam", "39", pairs), cell("army", "39", "4")]));
    }
    shop.settle();
    product
}

fn wanted(product: Uuid) -> OrderDraft {
    let mut draft = whole_order();
    draft.lines.truncate(1);
    draft.lines[0].product = Some(product);
    draft
}

fn taken(shop: &mut Shop, who: usize, product: Uuid) -> Uuid {
    shop.done(who, Command::TakeOrder { draft: wanted(product) })
}

fn totalled(shop: &mut Shop, who: usize, product: Uuid) -> Uuid {
    let order = taken(shop, who, product);
    shop.done(who, total(order));
    order
}

/// Black in 39, on the shelf and spoken for.
fn at(shop: &mut Shop, who: usize, product: Uuid, pool: Pool) -> (i32, i32) {
    let grid = stock(shop, who, Some(product)).grid.unwrap();
    let cell = grid.cells.iter().find(|cell| (cell.pool, cell.colour, cell.size) == (pool, 0, 39)).unwrap();
    (cell.on_hand, cell.reserved)
}

fn pay(shop: &mut Shop, order: Uuid) {
    let nominal = shop.order(ENI, order).row.nominal;
    shop.done(ENI, receive(order, nominal));
}

/// Rina and Dedi sell the last pair while neither has signal; Dedi's buyer pays first.
fn oversold(shop: &mut Shop) -> (Uuid, Uuid, Uuid) {
    let product = counted(shop, "1");
    shop.lose_signal(RINA);
    shop.lose_signal(DEDI);
    let (hers, his) = (totalled(shop, RINA, product), totalled(shop, DEDI, product));
    shop.regain_signal(RINA);
    shop.regain_signal(DEDI);
    pay(shop, his);
    pay(shop, hers);
    shop.settle();
    (product, hers, his)
}

fn served(stock: &StockView) -> Vec<(Uuid, i32, bool)> {
    let orders = stock.shortages.iter().flat_map(|row| row.orders.iter());
    orders.map(|ShortOrder { row, lacks, waits, .. }| (row.id, *lacks, *waits)).collect()
}

fn settle(id: Uuid, key: &str) -> Command {
    Command::SettleConflict { id, conflict: Conflict::Shortage, key: key.into(), choice: "wait".into() }
}

#[test]
fn r14_of_two_who_bought_the_last_pair_apart_who_paid_later_goes_without_on_every_device() {
    let mut shop = shop();
    let (product, hers, his) = oversold(&mut shop);
    for who in [RINA, ENI, UJANG, BUDI, DEDI] {
        let seen = stock(&mut shop, who, Some(product));
        assert_eq!(served(&seen), [(his, 0, false), (hers, 1, false)], "device {who}");
        assert_eq!(seen.products[0].short, 1);
        shop.holders[who].device.rebuild().unwrap();
        assert_eq!(stock(&mut shop, who, Some(product)), seen, "drawn anew on device {who}");
    }
}

#[test]
fn r14_a_shortage_is_in_the_queue_of_conflicts_with_an_owner_and_a_way_out() {
    let mut shop = shop();
    let (_, hers, his) = oversold(&mut shop);
    let found = conflicts(&mut shop, DEDI);
    assert_eq!((found.len(), found[0].conflict, found[0].mine, found[0].holds), (1, Conflict::Shortage, true, false));
    let sides: Vec<_> = found[0].sides.iter().map(|side| side.order.id).collect();
    assert_eq!((sides, found[0].detail.as_str()), (vec![hers], "Trekker X hitam 39 × 1"));
    assert_eq!((found[0].choices.as_slice(), found[0].owners.len()), (["wait".to_owned()].as_slice(), 3));
    assert!(found[0].actions.contains(&OrderAction::Revise) && found[0].actions.contains(&OrderAction::AskCancel));
    assert_eq!(found[0].sides[0].facts.len(), 2, "what was told, and what came");
    assert!(!conflicts(&mut shop, ENI)[0].mine && conflicts(&mut shop, UJANG).is_empty());
    let queues = [RINA, DEDI, BUDI, ENI, UJANG].map(|who| queue(&mut shop, who, "conflict"));
    assert_eq!(queues, [1, 1, 1, 0, 0]);
    assert_eq!(shop.order(RINA, hers).conflicts, conflicts(&mut shop, RINA));
    assert_eq!(shop.order(RINA, his).conflicts, []);
}

#[test]
fn r14_a_buyer_who_waits_is_marked_so_and_gets_the_next_pair() {
    let mut shop = shop();
    let (product, hers, his) = oversold(&mut shop);
    let key = conflicts(&mut shop, RINA)[0].key.clone();
    assert_eq!(crate::pipeline::refusal(&mut shop, ENI, settle(hers, &key)), "not_your_role");
    assert_eq!(crate::pipeline::refusal(&mut shop, RINA, settle(hers, "lain")), "conflict.unknown");
    shop.done(RINA, settle(hers, &key));
    shop.settle();
    for who in [RINA, UJANG, BUDI, DEDI] {
        assert_eq!((conflicts(&mut shop, who), queue(&mut shop, who, "conflict")), (vec![], 0));
        assert_eq!(served(&stock(&mut shop, who, None)), [(his, 0, false), (hers, 1, true)], "device {who}");
    }
    let cells = vec![cell("hitam", "39", "1")];
    shop.done(UJANG, Command::ReceiveStock { product, pool: Pool::Online, cells });
    shop.settle();
    assert!(stock(&mut shop, RINA, None).shortages.is_empty());
}

#[test]
fn r14_another_colour_or_a_cancelled_order_ends_a_shortage() {
    let mut shop = shop();
    let (product, hers, his) = oversold(&mut shop);
    let mut draft = shop.order(RINA, hers).draft;
    draft.lines[0].colour = "army".into();
    shop.done(RINA, Command::ReviseOrder { id: hers, draft, reason: "mau yang army".into() });
    assert_eq!(conflicts(&mut shop, RINA), []);
    shop.settle();
    assert_eq!((at(&mut shop, BUDI, product, Pool::Online), conflicts(&mut shop, BUDI)), ((1, 1), vec![]));
    shop.done(BUDI, cancel(his));
    shop.settle();
    assert_eq!(at(&mut shop, RINA, product, Pool::Online), (1, 0));
}

#[test]
fn r14_an_order_holds_its_pairs_from_its_totalan_until_the_box() {
    let mut shop = shop();
    let product = counted(&mut shop, "3");
    let order = taken(&mut shop, RINA, product);
    assert_eq!(at(&mut shop, RINA, product, Pool::Online), (3, 0), "a wish holds nothing");
    shop.done(RINA, total(order));
    shop.settle();
    assert_eq!(at(&mut shop, DEDI, product, Pool::Online), (3, 1));
    pay(&mut shop, order);
    shop.done(UJANG, print(order));
    let draft = shop.order(UJANG, order).draft;
    shop.done(UJANG, pack(order, &draft));
    shop.settle();
    for who in [RINA, ENI, UJANG, BUDI, DEDI] {
        assert_eq!(at(&mut shop, who, product, Pool::Online), (2, 0), "in the box, off the shelf");
        assert_eq!(at(&mut shop, who, product, Pool::Toko), (3, 0), "the shop's own shelf is another's");
    }
}

#[test]
fn r14_pairs_are_free_once_a_totalan_expires_and_held_again_by_a_late_claim() {
    let mut shop = shop();
    let product = counted(&mut shop, "1");
    let order = totalled(&mut shop, RINA, product);
    let nominal = shop.order(RINA, order).row.nominal;
    shop.now += 3 * DAY;
    shop.done(RINA, Command::ExpireTotal { id: order });
    shop.settle();
    assert_eq!(at(&mut shop, DEDI, product, Pool::Online), (1, 0));
    let next = totalled(&mut shop, DEDI, product);
    shop.done(RINA, claim(order, nominal));
    shop.settle();
    assert_eq!(shop.order(DEDI, order).row.standing, Standing::Claimed);
    assert_eq!(at(&mut shop, DEDI, product, Pool::Online), (1, 2));
    let seen = stock(&mut shop, RINA, Some(product));
    assert_eq!(served(&seen).len(), 2, "whoever pays first has it");
    assert_eq!(conflicts(&mut shop, RINA), [], "no money is here yet");
    pay(&mut shop, order);
    assert_eq!(served(&stock(&mut shop, ENI, Some(product))), [(order, 0, false), (next, 1, false)]);
}

#[test]
fn r14_over_the_counter_only_the_shop_s_own_shelf_is_touched_and_from_the_start() {
    let mut shop = shop();
    let product = counted(&mut shop, "3");
    let draft = OrderDraft { channel: "counter".into(), ..wanted(product) };
    let order = shop.done(RINA, Command::TakeOrder { draft });
    shop.settle();
    assert_eq!(at(&mut shop, DEDI, product, Pool::Toko), (3, 1));
    assert_eq!(at(&mut shop, DEDI, product, Pool::Online), (3, 0));
    shop.done(RINA, cancel(order));
    shop.settle();
    assert_eq!(at(&mut shop, DEDI, product, Pool::Toko), (3, 0));
}

fn left(shop: &mut Shop, who: usize, draft: OrderDraft, order: Option<Uuid>) -> Vec<LineStock> {
    match shop.view(who, &Query::Preview { draft: Box::new(draft), order }) {
        View::Preview(preview) => preview.stock,
        other => panic!("{other:?}"),
    }
}

#[test]
fn r01_the_form_says_what_is_left_and_when_a_pair_has_to_be_made_first() {
    let mut shop = shop();
    let product = counted(&mut shop, "1");
    let online = left(&mut shop, RINA, wanted(product), None)[0];
    assert_eq!((online.left, online.share, online.indent), (Some(1), None, false));
    let order = totalled(&mut shop, RINA, product);
    assert!(left(&mut shop, RINA, wanted(product), None)[0].indent, "it is spoken for");
    let own = left(&mut shop, RINA, wanted(product), Some(order))[0];
    assert_eq!((own.left, own.indent), (Some(1), false), "what it holds itself is there for it");
    let counter = OrderDraft { channel: "counter".into(), ..wanted(product) };
    assert_eq!(left(&mut shop, RINA, counter, None)[0].left, Some(1));
}

#[test]
fn r14_without_signal_the_last_pair_is_one_phone_s_to_sell() {
    let mut shop = shop();
    let product = counted(&mut shop, "1");
    shop.lose_signal(RINA);
    shop.lose_signal(DEDI);
    let shares = [RINA, DEDI].map(|who| left(&mut shop, who, wanted(product), None)[0]);
    let mut may: Vec<_> = shares.iter().map(|line| (line.share, line.indent)).collect();
    may.sort_unstable();
    assert_eq!(may, [(Some(0), true), (Some(1), false)]);
}

#[test]
fn r14_a_phone_that_joins_later_knows_what_is_held_and_who_goes_without() {
    let mut shop = shop();
    let (product, ..) = oversold(&mut shop);
    shop.settle();
    let code = shop.invite(tapak_domain::Role::Cs);
    shop.relay.send_cards_behind(2);
    let newcomer = shop.unpack();
    shop.pair(newcomer, &code);
    shop.settle();
    let (hers, theirs) = (stock(&mut shop, RINA, Some(product)), stock(&mut shop, newcomer, Some(product)));
    assert_eq!(served(&theirs), served(&hers));
    assert_eq!(theirs.grid.map(|grid| grid.cells), hers.grid.map(|grid| grid.cells));
}
