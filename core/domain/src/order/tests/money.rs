//! Money: what a claim is worth before finance looked, what came, what went back.

use uuid::Uuid;

use crate::context::Context;
use crate::order::testing::{Shop, complete};
use crate::order::verify::Evidence;
use crate::order::{ClaimDraft, Conflict, Order, Outcome, Standing, VerdictDraft, claim, refund, verify};
use crate::policy::Role;
use crate::record::Edit;
use crate::refusal::Refusal;

const LINE: Uuid = Uuid::from_u128(77);

fn draft(outcome: Outcome, amount: &str) -> VerdictDraft {
    let (bank_line, reason) = (Some(LINE), String::new());
    VerdictDraft { outcome, amount: amount.into(), bank_line, cash: false, reason, claim: None }
}

fn say(shop: &Shop, order: &Order, role: Role, draft: &VerdictDraft) -> Result<Vec<Edit>, Vec<Refusal>> {
    let evidence = Evidence { amount: Some(draft.amount.parse().unwrap_or_default()), used: false };
    let decide = |context: &mut Context| verify::decide(&shop.course(order), draft, evidence, context);
    shop.acting(role, decide).map_err(|refusals| refusals.into_iter().map(Refusal::from).collect())
}

fn said(shop: &Shop, order: &Order, draft: &VerdictDraft) -> Order {
    Shop::apply(order.clone(), say(shop, order, Role::Finance, draft).unwrap())
}

fn totalled(shop: &Shop) -> Order {
    shop.totalled(&shop.taken(&complete()))
}

#[test]
fn r03_a_claim_needs_a_proof_or_an_amount_and_a_total_before_it() {
    let shop = Shop::default();
    let ask = |order: &Order, draft: &ClaimDraft| {
        let decided = shop.acting(Role::Cs, |context| claim::decide(&shop.course(order), draft, None, context));
        decided.map_err(|refusals| refusals.into_iter().map(|refusal| Refusal::from(refusal).code).collect::<Vec<_>>())
    };
    let order = totalled(&shop);
    assert_eq!(ask(&order, &ClaimDraft::default()).unwrap_err(), ["claim.empty"]);
    let lost = ClaimDraft { file: "ab".into(), ..ClaimDraft::default() };
    assert_eq!(ask(&order, &lost).unwrap_err(), ["file.missing"]);
    let typed = ClaimDraft { amount: "Rp 207.001".into(), payer: "SITI AMINAH".into(), ..ClaimDraft::default() };
    assert_eq!(ask(&shop.taken(&complete()), &typed).unwrap_err(), ["order.not_totalled"]);
    let claimed = Shop::apply(order.clone(), ask(&order, &typed).unwrap());
    assert_eq!(shop.course(&claimed).standing, Standing::Claimed);
}

#[test]
fn a_proof_is_attached_with_its_claim() {
    let shop = Shop::default();
    let draft = ClaimDraft { file: "c0ffee".into(), ..ClaimDraft::default() };
    let order = totalled(&shop);
    let order = shop.step(&order, Role::Cs, |course, context| claim::decide(course, &draft, Some(9_000), context));
    assert_eq!(order.record.facts_of("attached").count(), 1);
    let keys = shop.course(&order).keys;
    assert!(keys.iter().any(|key| key.conflict == Conflict::Proof && key.key == "c0ffee"));
}

#[test]
fn r05_only_a_line_of_the_statement_or_cash_makes_an_order_paid() {
    let shop = Shop::default();
    let order = totalled(&shop);
    let mut bare = draft(Outcome::Paid, "207001");
    bare.bank_line = None;
    assert_eq!(say(&shop, &order, Role::Finance, &bare).unwrap_err()[0].code, "payment.evidence_missing");
    assert_eq!(say(&shop, &order, Role::Cs, &draft(Outcome::Paid, "207001")).unwrap_err()[0].code, "not_your_role");
    bare.cash = true;
    assert_eq!(shop.course(&said(&shop, &order, &bare)).standing, Standing::Paid);
    let untold = shop.taken(&complete());
    let refused = say(&shop, &untold, Role::Finance, &draft(Outcome::Over, "207001")).unwrap_err();
    assert_eq!(refused[0].code, "order.not_totalled");
}

#[test]
fn r05_a_line_pays_what_it_says_if_a_statement_has_it_and_no_order_holds_it() {
    let shop = Shop::default();
    let order = totalled(&shop);
    let ask = |amount, used| {
        let (draft, evidence) = (draft(Outcome::Paid, "207001"), Evidence { amount, used });
        shop.acting(Role::Finance, |context| verify::decide(&shop.course(&order), &draft, evidence, context))
    };
    assert!(ask(Some(207_001), false).is_ok());
    for (amount, used, code) in [
        (Some(207_001), true, "payment.bank_line_used"),
        (None, false, "payment.bank_line_missing"),
        (Some(207_000), false, "payment.amount_differs"),
        (Some(-207_001), false, "payment.amount_differs"),
    ] {
        let refused: Vec<_> =
            ask(amount, used).unwrap_err().into_iter().map(|refusal| Refusal::from(refusal).code).collect();
        assert_eq!(refused, [code]);
    }
}

#[test]
fn a_refund_may_name_the_line_on_which_it_left() {
    let shop = Shop::default();
    let over = said(&shop, &totalled(&shop), &draft(Outcome::Over, "300000"));
    let back = |amount| {
        let (said, evidence) = (("92999", "kelebihan"), Evidence { amount, used: false });
        let decide = |context: &mut Context| refund::decide(&shop.course(&over), said, Some(LINE), evidence, context);
        shop.acting(Role::Finance, decide)
    };
    assert!(back(Some(-92_999)).is_ok());
    assert_eq!(back(Some(92_999)).unwrap_err(), [refund::RefundRefusal::AmountDiffers]);
    assert_eq!(back(None).unwrap_err(), [refund::RefundRefusal::BankLineMissing]);
}

#[test]
fn the_outcome_has_to_fit_what_came() {
    let shop = Shop::default();
    let order = totalled(&shop);
    for (outcome, amount, code) in [
        (Outcome::Paid, "207000", "payment.reason_missing"),
        (Outcome::Paid, "250000", "payment.outcome_wrong"),
        (Outcome::Short, "207001", "payment.outcome_wrong"),
        (Outcome::Over, "207001", "payment.outcome_wrong"),
        (Outcome::Paid, "", "payment.amount_missing"),
        (Outcome::Paid, "banyak", "money.not_a_number"),
        (Outcome::Rejected, "", "payment.claim_missing"),
    ] {
        let refused = say(&shop, &order, Role::Finance, &draft(outcome, amount)).unwrap_err();
        assert_eq!(refused[0].code, code, "{outcome:?} {amount}");
    }
    let rounded = VerdictDraft { reason: "kode unik dibulatkan".into(), ..draft(Outcome::Paid, "207000") };
    let paid = said(&shop, &order, &rounded);
    assert_eq!((shop.course(&paid).standing, shop.course(&paid).due()), (Standing::Paid, 0));
}

#[test]
fn what_is_short_is_made_up_by_a_second_transfer() {
    let shop = Shop::default();
    let order = shop.claimed(&totalled(&shop));
    let unasked = said(&shop, &order, &draft(Outcome::Short, "100000"));
    assert_eq!(shop.course(&unasked).standing, Standing::Claimed, "the claim is not answered yet");
    let claim = Some(shop.course(&order).money.claims[0].id);
    let short = said(&shop, &order, &VerdictDraft { claim, ..draft(Outcome::Short, "100000") });
    let course = shop.course(&short);
    assert_eq!((course.standing, course.due()), (Standing::Short, 107_001));
    let second = VerdictDraft { bank_line: Some(Uuid::from_u128(78)), ..draft(Outcome::Paid, "107001") };
    assert_eq!(shop.course(&said(&shop, &short, &second)).standing, Standing::Paid);
}

#[test]
fn what_is_too_much_is_flagged_until_it_went_back() {
    let shop = Shop::default();
    let over = said(&shop, &totalled(&shop), &draft(Outcome::Over, "300000"));
    let course = shop.course(&over);
    assert_eq!((course.standing, course.flags[0].conflict), (Standing::Paid, Conflict::Overpaid));
    assert_eq!(course.flags[0].detail, "92999");
    let back = |amount| {
        shop.acting(Role::Finance, |context| {
            refund::decide(&shop.course(&over), (amount, "kelebihan"), None, Evidence::default(), context)
        })
    };
    assert_eq!(back("300001").unwrap_err(), [refund::RefundRefusal::AmountWrong]);
    let refunded = Shop::apply(over.clone(), back("92999").unwrap());
    let course = shop.course(&refunded);
    assert_eq!((course.standing, course.flags.len()), (Standing::Paid, 0));
}

#[test]
fn a_rejected_claim_leaves_the_total_waiting() {
    let shop = Shop::default();
    let claimed = shop.claimed(&totalled(&shop));
    let claim = Some(shop.course(&claimed).money.claims[0].id);
    let rejected = VerdictDraft {
        claim,
        bank_line: None,
        reason: "bukti palsu, tidak ada di mutasi".into(),
        ..draft(Outcome::Rejected, "")
    };
    let order = said(&shop, &claimed, &rejected);
    assert_eq!(shop.course(&order).standing, Standing::Totalled);
    assert_eq!(say(&shop, &order, Role::Finance, &rejected).unwrap_err()[0].code, "payment.claim_missing");
}

/// What was found for each claim, and what of it went back.
fn answered(shop: &Shop, order: &Order) -> Vec<(Option<Outcome>, i64, i64)> {
    let answers = shop.course(order).money.answers();
    answers.into_iter().map(|answer| (answer.outcome, answer.received, answer.refunded)).collect()
}

fn for_claim(shop: &Shop, order: &Order, at: usize, draft: VerdictDraft) -> Order {
    let claim = shop.course(order).money.claims[at].id;
    said(shop, order, &VerdictDraft { claim: Some(claim), ..draft })
}

#[test]
fn r04_each_claim_has_what_was_found_for_it_and_what_went_back_came_last() {
    let shop = Shop::default();
    let order = shop.claimed(&totalled(&shop));
    assert_eq!(shop.course(&order).money.claims[0].total, 207_001, "what the buyer was told by then");
    assert_eq!(answered(&shop, &order), [(None, 0, 0)]);
    let short = for_claim(&shop, &order, 0, draft(Outcome::Short, "150000"));
    let again = shop.claimed(&short);
    let line = Some(Uuid::from_u128(78));
    let over = for_claim(&shop, &again, 1, VerdictDraft { bank_line: line, ..draft(Outcome::Over, "60000") });
    let back = shop.step(&over, Role::Finance, |course, context| {
        refund::decide(course, ("70000", "batal satu"), None, Evidence::default(), context)
    });
    assert_eq!(
        answered(&shop, &back),
        [(Some(Outcome::Short), 150_000, 10_000), (Some(Outcome::Over), 60_000, 60_000)]
    );
}

#[test]
fn r04_money_that_two_found_apart_is_found_once() {
    let shop = Shop::default();
    let order = shop.claimed(&shop.claimed(&totalled(&shop)));
    let eni = for_claim(&shop, &order, 0, draft(Outcome::Over, "207002"));
    let budi = for_claim(&shop, &order, 1, draft(Outcome::Over, "207002"));
    let both = Shop::merged(&[&eni, &budi]);
    assert_eq!(answered(&shop, &both).iter().map(|(_, received, _)| received).sum::<i64>(), 207_002);
    assert_eq!(shop.course(&both).money.received, 207_002);
}
