//! Rekap: every claim on exactly one sheet, however the devices that take claims and freeze them hear of each other.

use tapak_domain::Role;
use tapak_domain::order::{Outcome as Verdict, VerdictDraft};
use tapak_engine::command::Command;
use tapak_engine::view::recap::{NextRecapView, RecapLine, RecapView, RecapsView};
use tapak_engine::view::{Query, View};
use uuid::Uuid;

use crate::deeds::{claim, receive, verify};
use crate::pipeline::{BUDI, DEDI, ENI, RINA, UJANG, refusal, shop, totalled};
use crate::shop::Shop;

const FREEZE: Command = Command::FreezeRecap { until: None };

fn recaps(shop: &mut Shop, who: usize) -> RecapsView {
    match shop.view(who, &Query::Recaps { offset: 0, limit: 50 }) {
        View::Recaps(recaps) => recaps,
        other => panic!("{other:?}"),
    }
}

fn recap(shop: &mut Shop, who: usize, id: Uuid) -> RecapView {
    match shop.view(who, &Query::Recap { id }) {
        View::Recap(recap) => recap,
        other => panic!("{other:?}"),
    }
}

fn next(shop: &mut Shop, who: usize, until: Option<u64>) -> NextRecapView {
    match shop.view(who, &Query::NextRecap { until }) {
        View::NextRecap(next) => next,
        other => panic!("{other:?}"),
    }
}

/// An order that was told its total, and a claim of all of it.
fn claimed(shop: &mut Shop, who: usize) -> (Uuid, i64) {
    let (order, nominal) = totalled(shop);
    shop.done(who, claim(order, nominal));
    (order, nominal)
}

/// How often each of these orders is counted, over all batches a device knows.
fn counted(shop: &mut Shop, who: usize, orders: &[Uuid]) -> Vec<usize> {
    let batches: Vec<_> = recaps(shop, who).rows.iter().map(|row| row.id).collect();
    let mut lines: Vec<RecapLine> = Vec::new();
    for id in batches {
        lines.extend(recap(shop, who, id).lines.into_iter().filter(|line| line.counted_in.is_none()));
    }
    orders.iter().map(|order| lines.iter().filter(|line| line.order == *order).count()).collect()
}

#[test]
fn r04_all_claims_up_to_now_are_on_one_sheet_and_a_later_one_is_on_the_next() {
    let mut shop = shop();
    let (first, nominal) = claimed(&mut shop, RINA);
    let (second, _) = claimed(&mut shop, DEDI);
    shop.settle();
    let waiting = recaps(&mut shop, ENI);
    assert_eq!((waiting.waiting.claims, waiting.freezes, waiting.until), (2, true, None));
    let one = shop.done(ENI, FREEZE);
    assert_eq!(refusal(&mut shop, ENI, FREEZE), "recap.nothing");
    let (third, _) = claimed(&mut shop, RINA);
    shop.settle();
    let two = shop.done(BUDI, FREEZE);
    shop.settle();
    for who in [ENI, BUDI] {
        let of = |view: &RecapView| view.lines.iter().map(|line| line.order).collect::<Vec<_>>();
        let (one, two) = (recap(&mut shop, who, one), recap(&mut shop, who, two));
        assert_eq!((of(&one), of(&two)), (vec![first, second], vec![third]));
        assert_eq!((one.row.figures.claims, one.row.figures.amount), (2, one.lines.iter().map(|l| l.amount).sum()));
        assert_eq!((one.lines[0].total, one.lines[0].amount, one.lines[0].late), (nominal, nominal, false));
        assert_eq!(one.lines[0].buyer_name, "Rina Marlina");
        assert_eq!(two.row.from, Some(one.row.until));
    }
}

#[test]
fn r04_a_claim_that_comes_late_is_on_the_next_sheet_and_marked_and_on_no_other() {
    let mut shop = shop();
    let (late, _) = totalled(&mut shop);
    shop.settle();
    shop.lose_signal(DEDI);
    let nominal = shop.order(DEDI, late).row.nominal;
    shop.done(DEDI, claim(late, nominal));
    let (punctual, _) = claimed(&mut shop, RINA);
    shop.settle();
    let first = shop.done(ENI, FREEZE);
    shop.regain_signal(DEDI);
    shop.settle();
    assert_eq!(next(&mut shop, ENI, None).figures.late, 1);
    let second = shop.done(ENI, FREEZE);
    shop.settle();
    let marked = |shop: &mut Shop, id| {
        let view = recap(shop, BUDI, id);
        view.lines.iter().map(|line| (line.order, line.late)).collect::<Vec<_>>()
    };
    assert_eq!(marked(&mut shop, first), [(punctual, false)]);
    assert_eq!(marked(&mut shop, second), [(late, true)]);
    assert_eq!(counted(&mut shop, BUDI, &[late, punctual]), [1, 1]);
}

#[test]
fn r04_two_that_freeze_apart_count_no_claim_twice_and_miss_none() {
    let mut shop = shop();
    let (both, _) = claimed(&mut shop, RINA);
    shop.settle();
    shop.lose_signal(ENI);
    let hers = shop.done(ENI, FREEZE);
    let (his_alone, _) = claimed(&mut shop, RINA);
    shop.settle();
    let his = shop.done(BUDI, FREEZE);
    assert_eq!(recap(&mut shop, BUDI, his).row.figures.claims, 2);
    shop.regain_signal(ENI);
    shop.settle();
    for who in [ENI, BUDI] {
        assert_eq!(counted(&mut shop, who, &[both, his_alone]), [1, 1], "device {who}");
        let his = recap(&mut shop, who, his);
        assert_eq!((his.row.figures.claims, his.row.figures.again), (1, 1));
        assert_eq!(his.lines[0].counted_in, Some(hers));
        assert_eq!(next(&mut shop, who, None).lines, []);
    }
}

#[test]
fn r04_a_sheet_up_to_five_leaves_what_was_claimed_after_it_and_five_is_frozen_once() {
    let mut shop = shop();
    let (before, _) = claimed(&mut shop, RINA);
    let five = shop.now;
    let (after, _) = claimed(&mut shop, RINA);
    shop.settle();
    let next_up_to_five = next(&mut shop, ENI, Some(five));
    assert_eq!(next_up_to_five.lines.iter().map(|line| line.order).collect::<Vec<_>>(), [before]);
    let frozen = shop.done(ENI, Command::FreezeRecap { until: Some(five) });
    assert_eq!(recap(&mut shop, ENI, frozen).row.until, i64::try_from(five).unwrap());
    let again = Command::FreezeRecap { until: Some(five) };
    assert_eq!(refusal(&mut shop, ENI, again), "recap.nothing");
    assert_eq!(next(&mut shop, ENI, None).lines[0].order, after);
}

#[test]
fn r04_the_sheet_says_what_finance_found_for_each_claim_where_and_what_went_back() {
    let mut shop = shop();
    let (order, nominal) = claimed(&mut shop, RINA);
    let (counter, due) = claimed(&mut shop, RINA);
    let (doubted, _) = claimed(&mut shop, RINA);
    shop.settle();
    let frozen = shop.done(ENI, FREEZE);
    let waiting = recap(&mut shop, ENI, frozen);
    assert_eq!((waiting.row.figures.waiting, waiting.row.figures.received), (3, 0));
    let claim_of = |order: Uuid| waiting.lines.iter().find(|line| line.order == order).map(|line| line.claim);
    let line = shop.money_in(ENI, nominal);
    shop.done(ENI, verify(order, nominal, line, claim_of(order)));
    let Command::VerifyPayment { id, verdict } = receive(counter, due) else { panic!() };
    shop.done(ENI, Command::VerifyPayment { id, verdict: VerdictDraft { claim: claim_of(counter), ..verdict } });
    let rejected = VerdictDraft {
        outcome: Verdict::Rejected,
        amount: String::new(),
        bank_line: None,
        cash: false,
        reason: "tidak ada di mutasi".into(),
        claim: claim_of(doubted),
    };
    shop.done(ENI, Command::VerifyPayment { id: doubted, verdict: rejected });
    let (amount, reason) = ("50000".to_owned(), "salah ukuran".to_owned());
    shop.done(ENI, Command::RefundPayment { id: order, amount, reason, bank_line: None });
    shop.settle();
    let view = recap(&mut shop, BUDI, frozen);
    let said = |at: usize| {
        let line = &view.lines[at];
        (line.outcome, line.received, line.refunded, line.cash, line.bank_date.as_str(), line.bank_text.as_str())
    };
    let told = format!("TRSF SITI AMINAH {nominal}");
    assert_eq!(said(0), (Some(Verdict::Paid), nominal, 50_000, false, "2026-11-24", told.as_str()));
    assert_eq!(said(1), (Some(Verdict::Paid), due, 0, true, "", ""));
    assert_eq!(said(2), (Some(Verdict::Rejected), 0, 0, false, "", ""));
    let figures = view.row.figures;
    assert_eq!((figures.waiting, figures.received, figures.refunded), (0, nominal + due, 50_000));
}

#[test]
fn cs_and_the_warehouse_neither_freeze_nor_read_batches() {
    let mut shop = shop();
    claimed(&mut shop, RINA);
    shop.settle();
    let frozen = shop.done(ENI, FREEZE);
    shop.settle();
    for who in [RINA, UJANG] {
        assert_eq!(shop.view(who, &Query::Recap { id: frozen }), View::Missing);
        assert_eq!((recaps(&mut shop, who).rows.len(), recaps(&mut shop, who).freezes), (0, false));
    }
    claimed(&mut shop, RINA);
    assert_eq!(refusal(&mut shop, RINA, FREEZE), "not_your_role");
}

#[test]
fn what_was_erased_keeps_its_figures_on_the_sheet_and_nobodys_name() {
    let mut shop = shop();
    let (order, nominal) = claimed(&mut shop, RINA);
    shop.settle();
    let frozen = shop.done(ENI, FREEZE);
    shop.settle();
    let contact = shop.order(BUDI, order).contact.unwrap();
    shop.done(BUDI, Command::ErasePerson { contact, reason: "diminta pembeli".into() });
    shop.settle();
    let view = recap(&mut shop, ENI, frozen);
    let line = &view.lines[0];
    assert_eq!((line.erased, line.amount, line.buyer_name.as_str(), line.payer.as_str()), (true, nominal, "", ""));
    assert_eq!(view.row.figures.amount, nominal);
}

#[test]
fn a_device_that_is_new_has_the_batches_and_projections_can_be_drawn_anew() {
    let mut shop = shop();
    claimed(&mut shop, RINA);
    shop.settle();
    let frozen = shop.done(ENI, FREEZE);
    shop.settle();
    let code = shop.invite(Role::Finance);
    let new = shop.unpack();
    shop.pair(new, &code);
    shop.settle();
    let seen = recap(&mut shop, ENI, frozen);
    assert_eq!(recap(&mut shop, new, frozen), seen);
    shop.holders[ENI].device.rebuild().unwrap();
    assert_eq!(recap(&mut shop, ENI, frozen), seen);
}
