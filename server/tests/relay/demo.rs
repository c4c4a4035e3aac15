//! The demo shop as a device sees it.

use std::collections::BTreeSet;

use tapak_engine::view::badge::SyncMark;
use tapak_engine::view::order::OrderRow;
use tapak_engine::view::{Query, View};
use tempfile::TempDir;

use crate::world::{Phone, Relay, now, tapak};

const DAY: i64 = 24 * 60 * 60 * 1_000;

fn demo(seed: &str) -> TempDir {
    let home = tempfile::tempdir().unwrap();
    let output = tapak(&["demo", "--orders", "30", "--seed", seed, "--data", home.path().to_str().unwrap()]);
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    home
}

async fn seen_in(home: TempDir) -> Vec<OrderRow> {
    let relay = Relay::over(home);
    let mut owner = Phone::paired(&relay, "owner", "Bu Tini").await;
    owner.until_all_saved().await;
    let unmarked = |order| OrderRow { mark: SyncMark::Relay, ..order };
    owner.orders().into_iter().map(unmarked).collect()
}

#[tokio::test]
async fn one_seed_draws_one_shop_with_orders_in_every_standing() {
    let orders = seen_in(demo("7")).await;
    let standings: BTreeSet<_> = orders.iter().map(|order| order.standing.code()).collect();
    assert_eq!(orders.len(), 30);
    assert_eq!(standings.len(), 15, "{standings:?}");
    assert_eq!(seen_in(demo("7")).await, orders);
    assert_ne!(seen_in(demo("8")).await, orders);
}

#[tokio::test]
async fn the_shop_has_tables_of_fees_counted_shelves_a_rekap_and_prices_that_changed() {
    let relay = Relay::over(demo("7"));
    let mut owner = Phone::paired(&relay, "owner", "Bu Tini").await;
    owner.until_all_saved().await;
    let View::Tariffs(tariffs) = owner.view(&Query::Tariffs) else { panic!("another view") };
    assert_eq!(tariffs.imports.len(), 10);
    let View::Stock(stock) = owner.view(&Query::Stock { product: None }) else { panic!("another view") };
    assert!(stock.products.iter().all(|product| product.toko > Some(0) && product.online > Some(0)), "{stock:?}");
    let View::Recaps(recaps) = owner.view(&Query::Recaps { offset: 0, limit: 1 }) else { panic!("another view") };
    assert!(recaps.rows[0].figures.claims > 0);
    assert!(recaps.rows[0].at > i64::try_from(now()).unwrap() - 3 * DAY, "the latest is of yesterday");
    let trekker = stock.products.iter().find(|product| product.name == "Trekker X").unwrap().id;
    let View::Product(product) = owner.view(&Query::Product { id: trekker }) else { panic!("another view") };
    assert_eq!(product.prices.iter().map(|row| row.price).collect::<Vec<_>>(), [189_000, 182_000, 175_000]);
    let View::Contacts(contacts) = owner.view(&contacts()) else { panic!("another view") };
    assert_eq!(contacts.rows.iter().filter(|row| row.doubled).count(), 2, "written down by two people");
}

fn contacts() -> Query {
    Query::Contacts { search: "sleman".into(), offset: 0, limit: 40 }
}

#[test]
fn a_folder_that_holds_a_shop_is_left_alone() {
    let home = demo("1");
    let again = tapak(&["demo", "--orders", "1", "--data", home.path().to_str().unwrap()]);
    assert!(!again.status.success());
    assert!(String::from_utf8_lossy(&again.stderr).contains("already holds a shop"));
}
