//! Stock: counted, received and moved on one device, and the same on every other.

use tapak_domain::Role;
use tapak_domain::product::ProductDraft;
use tapak_domain::stock::{CellDraft, Pool};
use tapak_engine::command::{Command, Outcome};
use tapak_engine::view::product::{ProductAction, ProductView};
use tapak_engine::view::stock::{StockGrid, StockHappening, StockView};
use tapak_engine::view::{Query, View};
use uuid::Uuid;

use crate::shop::Shop;

const OWNER: usize = 0;
const RINA: usize = 1;
const TONO: usize = 2;
const UJANG: usize = 3;

fn shop() -> Shop {
    let mut shop = Shop::with(&[Role::Owner, Role::Cs, Role::Cs, Role::Warehouse]);
    shop.settle();
    shop
}

pub(crate) fn trekker() -> ProductDraft {
    ProductDraft {
        name: "Trekker X".into(),
        colours: vec!["hitam".into(), "army".into()],
        price: "189000".into(),
        weight_grams: "850".into(),
        ..ProductDraft::default()
    }
}

pub(crate) fn cell(colour: &str, size: &str, count: &str) -> CellDraft {
    CellDraft { colour: colour.into(), size: size.into(), count: count.into() }
}

pub(crate) fn count(product: Uuid, pool: Pool, cells: &[CellDraft]) -> Command {
    Command::CountStock { product, pool, cells: cells.to_vec() }
}

pub(crate) fn stock(shop: &mut Shop, who: usize, product: Option<Uuid>) -> StockView {
    match shop.view(who, &Query::Stock { product }) {
        View::Stock(stock) => stock,
        other => panic!("{other:?}"),
    }
}

fn grid(shop: &mut Shop, who: usize, product: Uuid) -> StockGrid {
    stock(shop, who, Some(product)).grid.unwrap()
}

/// On the shelf and spoken for.
fn at(grid: &StockGrid, pool: Pool, colour: &str, size: u8) -> Option<(i32, i32)> {
    let place = grid.colours.iter().position(|name| name == colour)?;
    let mut cells = grid.cells.iter();
    let cell = cells.find(|cell| (cell.pool, cell.colour as usize, cell.size) == (pool, place, size))?;
    Some((cell.on_hand, cell.reserved))
}

#[test]
fn r14_an_opname_without_signal_is_the_same_everywhere_once_it_arrives() {
    let mut shop = shop();
    let product = shop.done(OWNER, Command::AddProduct { draft: trekker() });
    shop.settle();
    shop.lose_signal(UJANG);
    shop.done(UJANG, count(product, Pool::Toko, &[cell("hitam", "39", "4"), cell("army", "40", "0")]));
    assert_eq!(at(&grid(&mut shop, UJANG, product), Pool::Toko, "hitam", 39), Some((4, 0)));
    assert_eq!(
        at(&grid(&mut shop, RINA, product), Pool::Toko, "hitam", 39),
        None,
        "nobody counted, as far as she knows"
    );
    shop.regain_signal(UJANG);
    for who in [OWNER, RINA, TONO, UJANG] {
        let grid = grid(&mut shop, who, product);
        assert_eq!(at(&grid, Pool::Toko, "hitam", 39), Some((4, 0)));
        assert_eq!(at(&grid, Pool::Online, "hitam", 39), None);
        assert!(matches!(grid.log[0].what, StockHappening::Counted { pool: Pool::Toko, cells: 2, .. }));
    }
}

#[test]
fn r14_of_two_counts_made_apart_the_later_is_the_baseline_whichever_arrives_first() {
    let mut shop = shop();
    let product = shop.done(OWNER, Command::AddProduct { draft: trekker() });
    shop.settle();
    shop.lose_signal(UJANG);
    shop.lose_signal(RINA);
    shop.done(UJANG, count(product, Pool::Online, &[cell("hitam", "39", "7")]));
    shop.done(RINA, count(product, Pool::Online, &[cell("hitam", "39", "6")]));
    let received = Command::ReceiveStock { product, pool: Pool::Online, cells: vec![cell("hitam", "39", "3")] };
    shop.done(UJANG, received);
    shop.regain_signal(RINA);
    shop.regain_signal(UJANG);
    for who in [OWNER, RINA, TONO, UJANG] {
        assert_eq!(at(&grid(&mut shop, who, product), Pool::Online, "hitam", 39), Some((9, 0)), "{who}");
        let before = stock(&mut shop, who, Some(product));
        shop.holders[who].device.rebuild().unwrap();
        assert_eq!(stock(&mut shop, who, Some(product)), before, "drawn anew");
    }
}

#[test]
fn r14_a_transfer_is_logged_and_leaves_the_sum_as_it_was() {
    let mut shop = shop();
    let product = shop.done(OWNER, Command::AddProduct { draft: trekker() });
    shop.done(OWNER, count(product, Pool::Online, &[cell("hitam", "39", "5")]));
    shop.settle();
    let transfer = |n: &str| Command::MoveStock { product, from: Pool::Online, cells: vec![cell("hitam", "39", n)] };
    let Outcome::Refused { refusals } = shop.command(UJANG, transfer("6")) else { panic!() };
    assert_eq!((refusals[0].code.as_str(), refusals[0].field.as_str()), ("stock.not_enough", "cells.0.count"));
    shop.done(UJANG, transfer("2"));
    shop.settle();
    let grid = grid(&mut shop, RINA, product);
    assert_eq!(at(&grid, Pool::Online, "hitam", 39), Some((3, 0)));
    assert_eq!(at(&grid, Pool::Toko, "hitam", 39), Some((2, 0)));
    assert!(matches!(&grid.log[0].what, StockHappening::Moved { from: Pool::Online, to: Pool::Toko, .. }));
    assert_eq!(grid.log[0].person, "Orang 3");
}

fn product(shop: &mut Shop, who: usize, id: Uuid) -> ProductView {
    match shop.view(who, &Query::Product { id }) {
        View::Product(product) => product,
        other => panic!("{other:?}"),
    }
}

#[test]
fn r20_a_new_price_reaches_everybody_with_its_history() {
    let mut shop = shop();
    let id = shop.done(OWNER, Command::AddProduct { draft: trekker() });
    shop.settle();
    let draft = ProductDraft { price: "199rb".into(), ..product(&mut shop, OWNER, id).draft };
    let Outcome::Refused { refusals } = shop.command(RINA, Command::ReviseProduct { id, draft: draft.clone() }) else {
        panic!()
    };
    assert_eq!(refusals[0].code, "product.price_not_yours");
    shop.done(OWNER, Command::ReviseProduct { id, draft });
    shop.settle();
    let view = product(&mut shop, RINA, id);
    assert_eq!(view.row.price, 199_000);
    assert_eq!(view.prices.iter().map(|row| row.price).collect::<Vec<_>>(), [199_000, 189_000]);
    assert_eq!(view.actions, [ProductAction::Revise, ProductAction::Photograph]);
}

#[test]
fn r20_a_retired_model_is_offered_no_more_and_is_still_there() {
    let mut shop = shop();
    let id = shop.done(OWNER, Command::AddProduct { draft: trekker() });
    shop.done(OWNER, Command::RetireProduct { id });
    shop.settle();
    assert!(product(&mut shop, UJANG, id).row.retired);
    let text = "Pesanan : Trekker X hitam uk 39 = 1".to_owned();
    let View::Chat(chat) = shop.view(RINA, &Query::Chat { text }) else { panic!() };
    assert!(chat.draft.lines.iter().all(|line| line.product.is_none()));
    assert!(stock(&mut shop, RINA, None).products.is_empty());
    shop.done(OWNER, Command::RestoreProduct { id });
    shop.settle();
    assert!(!product(&mut shop, RINA, id).row.retired);
}
