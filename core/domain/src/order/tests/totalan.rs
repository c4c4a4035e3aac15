//! Totals: when one may be sent, what it adds up, and when it no longer holds.

use crate::context::Context;
use crate::order::testing::{Shop, complete};
use crate::order::{CodeBlock, Order, OrderDraft, Standing, expire, revise, total};
use crate::policy::Role;
use crate::record::Edit;
use crate::refusal::Refusal;

fn ask(shop: &Shop, order: &Order, role: Role, known: bool, said: &total::Said<'_>) -> Result<Vec<Edit>, Vec<Refusal>> {
    let settings = Shop::settings();
    let terms = total::Terms {
        account: settings.account(""),
        hours: 24,
        located: known,
        tariff: known,
        codes: CodeBlock::of_device(1),
        used: 0,
        taken: &|key| key == "1391234567:207050",
    };
    let decide = |context: &mut Context| total::decide(order, &shop.course(order), said, &terms, context);
    shop.acting(role, decide).map_err(|refusals| refusals.into_iter().map(Refusal::from).collect())
}

fn revised(shop: &Shop, order: &Order, draft: &OrderDraft) -> Order {
    shop.step(order, Role::Cs, |course, context| revise::decide(order, course, draft, "kata pembeli", context))
}

#[test]
fn r01_no_total_before_the_address_is_whole_and_the_fee_is_known() {
    let shop = Shop::default();
    let mut draft = complete();
    draft.address.district.clear();
    draft.address.postal_code.clear();
    let refused = ask(&shop, &shop.taken(&draft), Role::Cs, false, &total::Said::default()).unwrap_err();
    let fields: Vec<_> = refused.iter().map(|refusal| (refusal.field.as_str(), refusal.code)).collect();
    assert_eq!(
        fields,
        [
            ("address.district", "order.incomplete"),
            ("address.postal_code", "order.incomplete"),
            ("fee_reason", "order.fee_reason_missing"),
        ]
    );
    let order = shop.taken(&complete());
    assert!(ask(&shop, &order, Role::Cs, true, &total::Said::default()).is_ok(), "a tariff says the fee");
    let unknown = ask(&shop, &order, Role::Cs, false, &total::Said::default()).unwrap_err();
    let codes: Vec<_> = unknown.iter().map(|refusal| refusal.code).collect();
    assert_eq!(codes, ["order.address_reason_missing", "order.fee_reason_missing"]);
    let reason = total::Said {
        fee_reason: Some("titip truk langganan"),
        address_reason: Some("pemekaran, belum ada di data"),
        discount: None,
    };
    let order = Shop::apply(order.clone(), ask(&shop, &order, Role::Cs, false, &reason).unwrap());
    assert_eq!((order.fee_reason.as_str(), shop.course(&order).standing), ("titip truk langganan", Standing::Totalled));
}

#[test]
fn r02_the_total_is_lines_less_discount_with_fee_and_a_code_nobody_else_uses() {
    let shop = Shop::default();
    let order = shop.taken(&complete());
    let order = Shop::apply(order.clone(), ask(&shop, &order, Role::Cs, true, &total::Said::default()).unwrap());
    let totalan = shop.course(&order).totalan.unwrap();
    assert_eq!((totalan.version, totalan.unique_code, totalan.total), (1, 51, 189_000 + 18_000 + 51));
    let cheaper = total::Said { discount: Some("9rb"), ..total::Said::default() };
    let order = Shop::apply(order.clone(), ask(&shop, &order, Role::Cs, true, &cheaper).unwrap());
    let totalan = shop.course(&order).totalan.unwrap();
    assert_eq!((totalan.version, totalan.discount, totalan.total, totalan.void), (2, 9_000, 198_050, false));
    let changes = order.record.facts_of("revised").next().unwrap().data["changes"].to_string();
    assert!(changes.contains("Rp0") && changes.contains("Rp9.000"), "{changes}");
}

#[test]
fn r11_what_changes_the_sum_voids_the_totalan_and_the_next_one_is_its_second_version() {
    let shop = Shop::default();
    let order = shop.totalled(&shop.taken(&complete()));
    let mut draft = order.draft();
    draft.note = "warna jangan yang pudar".into();
    let noted = revised(&shop, &order, &draft);
    assert_eq!(shop.course(&noted).standing, Standing::Totalled, "a note changes no sum");
    draft.lines[0].quantity = "2".into();
    let more = revised(&shop, &noted, &draft);
    let course = shop.course(&more);
    assert_eq!((course.standing, course.totalan.as_ref().map(|totalan| totalan.void)), (Standing::Checked, Some(true)));
    assert!(course.keys.is_empty(), "nobody owes the old amount");
    let again = shop.course(&shop.totalled(&more));
    assert_eq!((again.standing, again.totalan.map(|totalan| totalan.version)), (Standing::Totalled, Some(2)));
}

#[test]
fn who_paid_before_is_asked_for_the_rest() {
    let shop = Shop::default();
    let order = shop.paid(&shop.totalled(&shop.taken(&complete())));
    let mut draft = order.draft();
    draft.lines[0].quantity = "2".into();
    let order = shop.totalled(&revised(&shop, &order, &draft));
    let course = shop.course(&order);
    assert_eq!(course.standing, Standing::Short);
    let totalan = course.totalan.as_ref().unwrap();
    assert_eq!((totalan.total, totalan.nominal(), course.due()), (396_001, 189_000, 189_000));
    assert_eq!(shop.course(&shop.paid(&order)).standing, Standing::Paid);
}

#[test]
fn a_total_expires_when_its_time_is_over_and_not_before() {
    let shop = Shop::default();
    let order = shop.totalled(&shop.taken(&complete()));
    let decide = |context: &mut Context| expire::decide(&shop.course(&order), context);
    assert_eq!(shop.acting_after(23, Role::Cs, decide).unwrap_err(), [expire::ExpireRefusal::NotOverdue]);
    let expired = Shop::apply(order.clone(), shop.acting_after(25, Role::Cs, decide).unwrap());
    let course = shop.course(&expired);
    assert_eq!((course.standing, course.keys.len()), (Standing::Expired, 0));
    assert_eq!(shop.course(&shop.totalled(&expired)).standing, Standing::Totalled, "a second version starts anew");
}

#[test]
fn what_the_buyer_fetches_needs_no_address_and_no_reason_for_a_fee_of_nothing() {
    let shop = Shop::default();
    let draft = OrderDraft {
        buyer_phone: String::new(),
        address: crate::order::AddressDraft::default(),
        courier: "pickup".into(),
        service: String::new(),
        shipping_fee: "0".into(),
        channel: "counter".into(),
        ..complete()
    };
    let order = shop.taken(&draft);
    assert!(ask(&shop, &order, Role::Cs, false, &total::Said::default()).is_ok(), "{:?}", order.missing());
    let paid = shop.paid(&shop.totalled(&order));
    assert_eq!(shop.course(&shop.delivered(&paid)).standing, Standing::Delivered);
}

#[test]
fn the_warehouse_sends_no_total_and_an_absurd_discount_is_refused() {
    let shop = Shop::default();
    let order = shop.taken(&complete());
    let said = total::Said { discount: Some("9jt"), ..total::Said::default() };
    let codes: Vec<_> =
        ask(&shop, &order, Role::Warehouse, true, &said).unwrap_err().into_iter().map(|refusal| refusal.code).collect();
    assert_eq!(codes, ["order.discount_too_large", "not_your_role"]);
}
