//! From the van to the doorstep and back, on the same devices; each story is a row of the requirements.

use crate::deeds::{cancel, claim, note, set_up, ship, take, verify};
use crate::pipeline::{
    BUDI, DEDI, ENI, RINA, UJANG, claims, conflicts, paid, queue, refusal, shop, totalled, warehouse,
};
use crate::shop::Shop;
use tapak_domain::Role;
use tapak_domain::order::{Conflict, Outcome as Verdict, ReturnFor, Standing, VerdictDraft};
use tapak_engine::command::Command;
use tapak_engine::view::order::{OrderAction, OrderFilter};
use tapak_engine::view::{Query, View};

#[test]
fn r10_the_buyer_is_told_with_one_tap_and_never_twice_unmarked() {
    let mut shop = shop();
    let order = shop.done(RINA, take());
    shop.settle();
    shop.make_ready(BUDI, order);
    shop.done(UJANG, ship(order, "JX3300112233"));
    shop.settle();
    assert_eq!(queue(&mut shop, RINA, "to_tell"), 1);
    let tracking = shop.order(RINA, order).parcel.tracking.unwrap();
    assert!(tracking.message.contains("Resi: JX3300112233") && tracking.whatsapp.starts_with("https://wa.me/62812"));
    shop.done(RINA, Command::SendTracking { id: order, again: false });
    shop.settle();
    assert_eq!(queue(&mut shop, DEDI, "to_tell"), 0, "Dedi need not");
    assert_eq!(refusal(&mut shop, DEDI, Command::SendTracking { id: order, again: false }), "order.tracking_sent");
    shop.done(DEDI, Command::SendTracking { id: order, again: true });
    shop.done(RINA, Command::DeliverOrder { id: order });
    shop.done(RINA, Command::CloseOrder { id: order });
    shop.settle();
    assert_eq!(shop.order(UJANG, order).row.standing, Standing::Closed);
}

#[test]
fn r11_a_cancel_and_a_shipment_apart_are_a_conflict_with_an_owner() {
    let mut shop = shop();
    let order = shop.done(RINA, take());
    shop.settle();
    shop.make_ready(BUDI, order);
    assert_eq!(refusal(&mut shop, RINA, cancel(order)), "order.owner_cancels");
    shop.lose_signal(BUDI);
    shop.lose_signal(UJANG);
    shop.done(BUDI, cancel(order));
    shop.done(UJANG, ship(order, "JX3300112233"));
    shop.regain_signal(BUDI);
    shop.regain_signal(UJANG);
    for who in [RINA, ENI, UJANG, BUDI] {
        assert_eq!(shop.order(who, order).row.standing, Standing::CancelledAndShipped);
    }
    let found = conflicts(&mut shop, RINA);
    let facts: Vec<_> = found[0].sides[0].facts.iter().map(|entry| entry.person.as_str()).collect();
    assert_eq!((found[0].conflict, facts), (Conflict::CancelledAndShipped, vec!["Orang 3", "Orang 2"]));
    let choice = "shipped".into();
    let settle = Command::SettleConflict { id: order, conflict: found[0].conflict, key: String::new(), choice };
    shop.done(RINA, settle);
    shop.settle();
    assert_eq!(shop.order(UJANG, order).row.standing, Standing::Shipped);
}

#[test]
fn r11_asked_by_cs_cancelled_by_the_owner_refunded_by_finance() {
    let mut shop = shop();
    let order = paid(&mut shop);
    shop.done(RINA, Command::AskCancel { id: order, reason: "salah ukuran".into() });
    shop.settle();
    assert_eq!((queue(&mut shop, BUDI, "conflict"), warehouse(&mut shop).to_print[0].held), (1, true));
    shop.done(BUDI, cancel(order));
    shop.settle();
    assert_eq!(queue(&mut shop, ENI, "refund_due"), 1);
    let amount = shop.order(ENI, order).payment.unwrap().received.to_string();
    let refund =
        |amount: String| Command::RefundPayment { id: order, amount, reason: "dibatalkan".into(), bank_line: None };
    assert_eq!(refusal(&mut shop, RINA, refund(amount.clone())), "not_your_role");
    shop.done(ENI, refund(amount));
    shop.settle();
    assert_eq!((queue(&mut shop, ENI, "refund_due"), conflicts(&mut shop, BUDI).len()), (0, 0));
}

#[test]
fn r12_every_role_sees_the_same_standing_and_the_funnel_adds_up() {
    let mut shop = shop();
    let waiting = totalled(&mut shop).0;
    let lunas = paid(&mut shop);
    let sent = shop.done(RINA, take());
    shop.settle();
    shop.make_ready(BUDI, sent);
    shop.done(UJANG, ship(sent, "JX3300112233"));
    shop.settle();
    for who in [RINA, ENI, UJANG, BUDI, DEDI] {
        shop.lose_signal(who);
        let stands: Vec<_> = [waiting, lunas, sent].iter().map(|id| shop.order(who, *id).row.standing).collect();
        assert_eq!(stands, [Standing::Totalled, Standing::Paid, Standing::Shipped], "device {who}");
    }
    let count = |shop: &mut Shop, filter| {
        let query = Query::Orders { filter, search: String::new(), offset: 0, limit: 9 };
        let View::Orders(orders) = shop.view(ENI, &query) else { panic!() };
        orders.total
    };
    let parts = [OrderFilter::Totalled, OrderFilter::Paid, OrderFilter::Shipped].map(|filter| count(&mut shop, filter));
    assert_eq!((parts, count(&mut shop, OrderFilter::All)), ([1, 1, 1], 3));
}

#[test]
fn r17_notes_of_two_devices_without_signal_both_stay() {
    let mut shop = shop();
    let order = paid(&mut shop);
    shop.lose_signal(UJANG);
    shop.lose_signal(RINA);
    shop.done(UJANG, note(order, "dus penyok, diganti"));
    shop.done(RINA, note(order, "titip satpam"));
    shop.regain_signal(UJANG);
    shop.regain_signal(RINA);
    let said = format!("{:?}", shop.order(ENI, order).timeline);
    assert!(said.contains("dus penyok, diganti") && said.contains("titip satpam"));
}

#[test]
fn what_is_overdue_expires_and_a_claim_made_meanwhile_wins() {
    let mut shop = shop();
    let (order, nominal) = totalled(&mut shop);
    assert_eq!(refusal(&mut shop, RINA, Command::ExpireTotal { id: order }), "order.not_overdue");
    shop.now += 25 * 60 * 60 * 1000;
    assert_eq!(queue(&mut shop, RINA, "overdue"), 1);
    shop.lose_signal(DEDI);
    shop.done(RINA, Command::ExpireTotal { id: order });
    assert_eq!(shop.order(RINA, order).row.standing, Standing::Expired);
    shop.done(DEDI, claim(order, nominal));
    shop.regain_signal(DEDI);
    for who in [RINA, ENI, DEDI] {
        assert_eq!(shop.order(who, order).row.standing, Standing::Claimed);
    }
}

#[test]
fn a_return_comes_back_is_exchanged_and_closed() {
    let mut shop = shop();
    let order = shop.done(RINA, take());
    shop.settle();
    shop.make_ready(BUDI, order);
    shop.done(UJANG, ship(order, "JX3300112233"));
    shop.settle();
    shop.done(RINA, Command::ReturnOrder { id: order, reason: "kekecilan".into(), wanted: ReturnFor::Exchange });
    shop.settle();
    assert_eq!(
        (queue(&mut shop, UJANG, "returned"), shop.order(UJANG, order).actions[0]),
        (1, OrderAction::ReceiveReturn)
    );
    shop.done(UJANG, Command::ReceiveReturn { id: order });
    shop.settle();
    shop.done(RINA, Command::ExchangeOrder { id: order });
    shop.done(RINA, Command::CloseOrder { id: order });
    shop.settle();
    assert_eq!(shop.order(ENI, order).row.standing, Standing::Closed);
}

#[test]
fn a_rejected_claim_says_why_and_the_total_waits_on() {
    let mut shop = shop();
    let (order, nominal) = totalled(&mut shop);
    shop.done(RINA, claim(order, nominal));
    shop.settle();
    let claim = Some(claims(&mut shop, ENI)[0].claim.id);
    let verdict = VerdictDraft {
        outcome: Verdict::Rejected,
        amount: String::new(),
        bank_line: None,
        cash: false,
        reason: "tidak ada di mutasi".into(),
        claim,
    };
    shop.done(ENI, Command::VerifyPayment { id: order, verdict });
    shop.settle();
    assert_eq!((claims(&mut shop, ENI).len(), shop.order(RINA, order).row.standing), (0, Standing::Totalled));
}

#[test]
fn a_new_phone_has_the_conflicts_and_claims_of_orders_it_never_opened() {
    let mut shop = shop();
    let ((one, first), (two, _)) = (totalled(&mut shop), totalled(&mut shop));
    shop.done(RINA, claim(one, first));
    let line = shop.money_in(ENI, first);
    shop.settle();
    shop.lose_signal(ENI);
    shop.done(ENI, verify(one, first, line, None));
    shop.done(BUDI, verify(two, first, line, None));
    shop.regain_signal(ENI);
    let code = shop.invite(Role::Finance);
    shop.relay.send_cards_behind(1);
    let siti = shop.unpack();
    shop.pair(siti, &code);
    shop.settle();
    let (hers, theirs) = (conflicts(&mut shop, siti), conflicts(&mut shop, ENI));
    assert_eq!((hers.len(), theirs.len()), (1, 1));
    assert_eq!(hers[0].sides.len(), 2);
    assert_eq!(claims(&mut shop, siti).len(), claims(&mut shop, ENI).len());
}

#[test]
fn where_buyers_transfer_to_is_the_owners_word_alone() {
    let mut shop = shop();
    assert_eq!(refusal(&mut shop, RINA, set_up()), "not_your_role");
    let View::Shop(page) = shop.view(RINA, &Query::Shop) else { panic!() };
    assert_eq!((page.settings.accounts.len(), page.settings.deadline_hours), (1, 24));
}
