//! What the new way leaves out: nobody checks a fee twice, copies an order, or asks who has paid.

use tapak_domain::order::{OrderDraft, ShipmentDraft};
use tapak_engine::command::Command;
use tapak_engine::view::happening::Happening;
use tapak_engine::view::order::OrderFilter;
use tapak_engine::view::tariff::FeeVarianceRow;
use tapak_engine::view::{Query, View};
use uuid::Uuid;

use crate::deeds::{pack, print, total, whole_order};
use crate::pipeline::{BUDI, DEDI, ENI, RINA, UJANG, paid, queue, shop, today, totalled, warehouse};
use crate::shop::Shop;

fn variance(shop: &mut Shop, who: usize) -> Vec<FeeVarianceRow> {
    match shop.view(who, &Query::FeeVariance) {
        View::FeeVariance(view) => view.rows,
        other => panic!("{other:?}"),
    }
}

fn shipped_for(shop: &mut Shop, number: &str, fee: &str) -> Uuid {
    let order = paid(shop);
    shop.done(UJANG, print(order));
    let draft = shop.order(UJANG, order).draft;
    shop.done(UJANG, pack(order, &draft));
    let shipment = ShipmentDraft { tracking_number: number.into(), fee: fee.into(), ..ShipmentDraft::default() };
    shop.done(UJANG, Command::ShipOrder { id: order, shipment });
    shop.settle();
    order
}

#[test]
fn r07_no_fee_waits_for_finance_and_what_the_courier_took_is_looked_at_afterwards() {
    let mut shop = shop();
    assert!(variance(&mut shop, ENI).is_empty());
    let dear = shipped_for(&mut shop, "010120001234567", "21.000");
    shipped_for(&mut shop, "010120001234568", "18.000");
    shipped_for(&mut shop, "010120001234569", "");
    let waiting = today(&mut shop, ENI).queues;
    let nothing_to_do = waiting.iter().filter(|queue| queue.mine).all(|queue| queue.count == 0);
    assert!(nothing_to_do, "finance has nothing to approve: {waiting:?}");
    let months = variance(&mut shop, ENI);
    let [month] = months.as_slice() else { panic!("{months:?}") };
    assert_eq!((month.courier.as_str(), month.parcels, month.unknown), ("jne", 2, 1));
    assert_eq!((month.charged, month.actual), (36_000, 39_000));
    assert!(variance(&mut shop, UJANG).is_empty(), "money is no matter of the warehouse");
    assert_eq!(shop.order(RINA, dear).row.total, 3 * 189_000 + 18_000, "the buyer pays what was said");
}

#[test]
fn r15_all_see_in_one_list_who_has_paid_and_the_warehouse_is_shown_nobody_else() {
    let mut shop = shop();
    let (order, (unpaid, _)) = (paid(&mut shop), totalled(&mut shop));
    for who in [RINA, ENI, BUDI] {
        let query = Query::Orders { filter: OrderFilter::HasPaid, search: String::new(), offset: 0, limit: 10 };
        let View::Orders(list) = shop.view(who, &query) else { panic!() };
        assert_eq!(list.rows.iter().map(|row| row.id).collect::<Vec<_>>(), [order]);
    }
    let view = warehouse(&mut shop);
    let queues = [&view.to_print, &view.to_pack, &view.to_ship, &view.shipped];
    let shown: Vec<_> = queues.into_iter().flatten().map(|row| row.id).collect();
    assert_eq!(shown, [order], "and not {unpaid}");
}

#[test]
fn r16_an_order_of_the_site_is_printed_from_the_same_queue_with_nothing_typed_again() {
    let mut shop = shop();
    let chatted = paid(&mut shop);
    let draft = OrderDraft { channel: "site".into(), ..whole_order() };
    let bought = shop.done(RINA, Command::TakeOrder { draft });
    shop.done(RINA, total(bought));
    let nominal = shop.order(RINA, bought).row.nominal;
    shop.settle();
    assert_eq!(queue(&mut shop, UJANG, "to_print"), 1);
    shop.done(ENI, crate::deeds::receive(bought, nominal));
    shop.settle();
    let to_print: Vec<_> = warehouse(&mut shop).to_print.iter().map(|row| row.id).collect();
    assert_eq!(to_print, [chatted, bought]);
    let View::Labels(labels) = shop.view(UJANG, &Query::Labels { ids: to_print }) else { panic!() };
    let couriers: Vec<_> = labels.labels.iter().map(|label| label.courier.as_str()).collect();
    assert_eq!(couriers.len(), 2);
    assert_eq!(couriers[0], couriers[1]);
}

#[test]
fn r42_the_history_says_who_when_on_which_device_and_the_old_and_new_of_each_field() {
    let mut shop = shop();
    let (order, _) = totalled(&mut shop);
    let mut draft = shop.order(DEDI, order).draft;
    let (from, to) = (draft.address.street.clone(), "Jl. Kaliurang KM 9 No 1".to_owned());
    draft.address.street.clone_from(&to);
    let done_at = shop.now;
    shop.done(DEDI, Command::ReviseOrder { id: order, draft, reason: "salah nomor".into() });
    shop.settle();
    for who in [RINA, ENI, UJANG, BUDI] {
        let timeline = shop.order(who, order).timeline;
        let found = timeline.iter().find_map(|entry| match &entry.what {
            Happening::Revised { changes, reason } if !reason.is_empty() => Some((entry, changes, reason)),
            _ => None,
        });
        let (entry, changes, reason) = found.unwrap();
        assert_eq!((entry.role.as_str(), reason.as_str()), ("cs", "salah nomor"));
        assert!(!entry.device_name.is_empty() && !entry.person.is_empty());
        assert_eq!(entry.at / 60_000, i64::try_from(done_at / 60_000).unwrap());
        let change = changes.iter().find(|change| change.field == "address").unwrap();
        assert!(change.from.contains(&from) && change.to.contains(&to), "{change:?}");
    }
}
