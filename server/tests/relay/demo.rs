//! The demo shop as a device sees it.

use std::collections::BTreeSet;

use tapak_engine::view::badge::SyncMark;
use tapak_engine::view::order::OrderRow;
use tempfile::TempDir;

use crate::world::{Phone, Relay, tapak};

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

#[test]
fn a_folder_that_holds_a_shop_is_left_alone() {
    let home = demo("1");
    let again = tapak(&["demo", "--orders", "1", "--data", home.path().to_str().unwrap()]);
    assert!(!again.status.success());
    assert!(String::from_utf8_lossy(&again.stderr).contains("already holds a shop"));
}
