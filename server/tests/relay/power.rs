//! The power of the relay goes ten times while Rina sends a thousand orders.

use std::collections::BTreeSet;

use tapak_domain::order::{LineDraft, OrderDraft};
use tapak_engine::command::Command;
use uuid::Uuid;

use crate::world::{Phone, Relay};

const CUTS: u32 = 10;
const ORDERS_BETWEEN_CUTS: u32 = 100;
const ORDERS_AT_ONCE: u32 = 5;

#[tokio::test]
async fn nothing_acknowledged_is_lost_and_nothing_arrives_twice() {
    let mut relay = Relay::open();
    let mut rina = Phone::paired(&relay, "cs", "Rina").await;
    let mut taken = BTreeSet::new();
    let mut cut_in_flight = 0;
    for cut in 0..CUTS {
        taken.extend(take_orders(&mut rina).await);
        // Each time a little later: from nothing acknowledged to most of it.
        let left = rina.badge().unsent.saturating_sub(cut * 8);
        rina.go_on_until(|rina| rina.badge().unsent <= left).await;
        cut_in_flight += u32::from(rina.badge().unsent > 0);
        relay.kill();
        relay.start();
        rina.network_is_back().await;
    }
    rina.until_all_saved().await;
    assert!(cut_in_flight >= CUTS / 2, "only {cut_in_flight} cuts came in the middle of a push");

    let mut eni = Phone::paired(&relay, "finance", "Bu Eni").await;
    eni.until_all_saved().await;
    let orders = eni.orders();
    let numbers: BTreeSet<_> = orders.iter().map(|order| order.number.clone()).collect();
    assert_eq!(orders.len(), (CUTS * ORDERS_BETWEEN_CUTS) as usize);
    assert_eq!(numbers.len(), orders.len());
    assert_eq!(orders.iter().map(|order| order.id).collect::<BTreeSet<_>>(), taken);
}

async fn take_orders(rina: &mut Phone) -> Vec<Uuid> {
    let mut taken = Vec::new();
    for _ in 0..ORDERS_BETWEEN_CUTS / ORDERS_AT_ONCE {
        let commands = (0..ORDERS_AT_ONCE).map(|_| Command::TakeOrder { draft: order() });
        taken.extend(rina.run(commands.collect()).await);
    }
    taken
}

fn order() -> OrderDraft {
    let line = LineDraft { name: "Trekker X".into(), size: "39".into(), price: "189rb".into(), ..LineDraft::default() };
    OrderDraft {
        buyer_name: "Dedi Setiawan".into(),
        buyer_phone: "0857-1122-3344".into(),
        lines: vec![line],
        ..OrderDraft::default()
    }
}
