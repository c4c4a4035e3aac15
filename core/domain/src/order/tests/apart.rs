//! Facts stated apart, by devices that did not know of each other: whatever comes first, the same comes out.

use uuid::Uuid;

use crate::context::Context;
use crate::order::testing::{CS, Shop, complete};
use crate::order::{Conflict, Course, Order, Standing, expire, revise, settle, standing};
use crate::policy::Role;
use crate::record::Edit;

/// However the copies are put together.
fn met(shop: &Shop, one: &Order, two: &Order) -> Course {
    let course = shop.course(&Shop::merged(&[one, two]));
    assert_eq!(shop.course(&Shop::merged(&[two, one])), course);
    assert_eq!(shop.course(&Shop::merged(&[one, two, one])), course, "and again");
    course
}

#[test]
fn a_cancel_and_a_shipment_are_both_kept_until_somebody_chooses() {
    let shop = Shop::default();
    let ready = shop.ready();
    let shipped = shop.shipped(&ready, "JNE0001112223334");
    let cancelled = shop.cancelled(&ready, "berubah pikiran");
    let course = met(&shop, &shipped, &cancelled);
    assert_eq!(course.standing, Standing::CancelledAndShipped);
    let both = Shop::merged(&[&shipped, &cancelled]);
    let choose = |role, choice| {
        let about = (Conflict::CancelledAndShipped, "");
        shop.acting(role, |context| settle::decide(&both, &course, about, choice, context))
    };
    assert_eq!(choose(Role::Warehouse, "shipped").unwrap_err(), [settle::SettleRefusal::NotYourRole]);
    let stood = |choice| standing(&Shop::apply(both.clone(), choose(Role::Cs, choice).unwrap()), &shop);
    assert_eq!((stood("shipped"), stood("cancelled")), (Standing::Shipped, Standing::Cancelled));
}

#[test]
fn a_choice_of_somebody_it_does_not_belong_to_counts_for_nothing() {
    let shop = Shop::default();
    let line = Uuid::from_u128(77);
    let paid = shop.paid_by(&shop.totalled(&shop.taken(&complete())), line);
    let key = line.to_string();
    let course = shop.course(&paid);
    let settle = |context: &mut Context| settle::decide(&paid, &course, (Conflict::BankLine, &key), "release", context);
    let mut settled = Shop::apply(paid.clone(), shop.acting(Role::Finance, settle).unwrap());
    let given_up = shop.course(&settled);
    assert_eq!((given_up.standing, given_up.money.received), (Standing::Totalled, 0), "that money is another's");
    for fact in settled.record.facts.iter_mut().filter(|fact| fact.kind == "settled") {
        fact.by = CS;
    }
    assert_eq!(shop.course(&settled).standing, Standing::Paid);
}

#[test]
fn a_claim_wins_over_an_expiry() {
    let shop = Shop::default();
    let order = shop.totalled(&shop.taken(&complete()));
    let claimed = shop.claimed(&order);
    let decide = |context: &mut Context| expire::decide(&shop.course(&order), context);
    let expired = Shop::apply(order.clone(), shop.acting_after(25, Role::Cs, decide).unwrap());
    assert_eq!(met(&shop, &claimed, &expired).standing, Standing::Claimed);
}

#[test]
fn an_address_edit_and_a_label_printed_apart_raise_the_alarm() {
    let shop = Shop::default();
    let paid = shop.paid(&shop.totalled(&shop.taken(&complete())));
    let mut draft = paid.draft();
    draft.address.street = "Gd Wisma Asia Lt 3".into();
    let moved =
        shop.step(&paid, Role::Cs, |course, context| revise::decide(&paid, course, &draft, "pindah kantor", context));
    let printed = shop.printed(&paid);
    // The registers are those of the copy that is merged last; the edit knew more.
    let course = shop.course(&Shop::merged(&[&printed, &moved]));
    assert_eq!((course.standing, course.flags[0].conflict), (Standing::Paid, Conflict::AddressChanged));
    let gone = shop.shipped(&shop.packed(&printed), "JX3300112233");
    let course = shop.course(&Shop::merged(&[&gone, &moved]));
    assert_eq!((course.standing, course.flags[0].conflict), (Standing::Shipped, Conflict::AddressChanged));
}

#[test]
fn the_same_line_found_twice_for_one_order_is_one_payment() {
    let shop = Shop::default();
    let order = shop.totalled(&shop.taken(&complete()));
    let line = Uuid::from_u128(77);
    let course = met(&shop, &shop.paid_by(&order, line), &shop.paid_by(&order, line));
    assert_eq!((course.standing, course.money.received, course.flags.len()), (Standing::Paid, 207_001, 0));
}

#[test]
fn two_payments_found_apart_are_too_much() {
    let shop = Shop::default();
    let order = shop.totalled(&shop.taken(&complete()));
    let course = met(&shop, &shop.paid(&order), &shop.paid(&order));
    assert_eq!((course.standing, course.flags[0].conflict), (Standing::Paid, Conflict::Overpaid));
}

#[test]
fn a_cancel_apart_from_a_payment_leaves_a_refund_to_make() {
    let shop = Shop::default();
    let order = shop.totalled(&shop.taken(&complete()));
    let course = met(&shop, &shop.paid(&order), &shop.cancelled(&order, "batal"));
    assert_eq!((course.standing, course.flags[0].conflict), (Standing::Cancelled, Conflict::CancelledPaid));
}

#[test]
fn a_second_total_made_out_apart_is_compared_with_what_came() {
    let shop = Shop::default();
    let order = shop.totalled(&shop.taken(&complete()));
    let mut draft = order.draft();
    draft.lines[0].quantity = "2".into();
    let more = shop.step(&order, Role::Cs, |course, context| revise::decide(&order, course, &draft, "", context));
    let second = shop.totalled(&more);
    let course = shop.course(&Shop::merged(&[&shop.paid(&order), &second]));
    assert_eq!((course.standing, course.due()), (Standing::Short, 189_000));
}

#[test]
fn a_field_set_apart_is_settled_by_who_may_edit() {
    let shop = Shop::default();
    let mut order = shop.taken(&complete());
    let note = order.record.fields.entry("note".into()).or_default();
    (note.value, note.others) = ("titip satpam".into(), vec!["titip tetangga".into()]);
    let order = Order::new(order.record);
    let course = shop.course(&order);
    assert_eq!((course.flags[0].conflict, course.flags[0].key.as_str()), (Conflict::FieldApart, "note"));
    let choose = |choice| {
        let about = (Conflict::FieldApart, "note");
        shop.acting(Role::Cs, |context| settle::decide(&order, &course, about, choice, context))
    };
    assert_eq!(choose("2").unwrap_err(), [settle::SettleRefusal::ChoiceUnknown]);
    let edits = choose("1").unwrap();
    assert!(matches!(&edits[0], Edit::Set { field: "note", value } if value == "titip tetangga"));
    assert!(shop.course(&Shop::apply(order.clone(), edits)).flags.is_empty());
}
