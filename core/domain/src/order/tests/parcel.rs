//! Parcels: printed when paid, packed when printed, shipped when packed; held while in doubt; sent back.

use crate::context::Context;
use crate::order::testing::{Shop, complete};
use crate::order::{
    Conflict, Order, PackedBy, Paper, ReturnFor, Standing, ask_cancel, choose_tracking, close, pack, print, settle,
    take_back,
};
use crate::policy::Role;

#[test]
fn r08_what_is_paid_is_printed_at_once_and_each_copy_is_numbered() {
    let shop = Shop::default();
    let totalled = shop.totalled(&shop.taken(&complete()));
    let print = |order: &Order, held| {
        shop.acting(Role::Cs, |context| print::decide(order, &shop.course(order), Paper::A6, held, context))
    };
    assert_eq!(print(&totalled, false).unwrap_err(), [print::PrintRefusal::NotPaid]);
    let paid = shop.paid(&totalled);
    assert_eq!(print(&paid, true).unwrap_err(), [print::PrintRefusal::Held]);
    let twice = shop.printed(&shop.printed(&paid));
    let copies: Vec<_> = twice.record.facts_of("printed").map(|fact| fact.number("copy")).collect();
    assert_eq!((copies, shop.course(&twice).parcel.copies), (vec![1, 2], 2));
}

#[test]
fn every_line_is_in_the_box_before_it_is_packed() {
    let shop = Shop::default();
    let printed = shop.printed(&shop.paid(&shop.totalled(&shop.taken(&complete()))));
    let pack = |lines: &[uuid::Uuid]| {
        let course = shop.course(&printed);
        shop.acting(Role::Warehouse, |context| pack::decide(&printed, &course, (PackedBy::Scan, lines), false, context))
    };
    assert_eq!(pack(&[]).unwrap_err(), [pack::PackRefusal::LineLeft(0)]);
    let lines: Vec<_> = printed.lines.keys().copied().collect();
    let packed = Shop::apply(printed.clone(), pack(&lines).unwrap());
    assert_eq!(shop.course(&packed).standing, Standing::Packed);
}

#[test]
fn a_cancellation_that_is_asked_for_holds_the_parcel_until_the_owner_answers() {
    let shop = Shop::default();
    let paid = shop.paid(&shop.totalled(&shop.taken(&complete())));
    let asked = shop.step(&paid, Role::Cs, |course, context| ask_cancel::decide(course, "salah warna", context));
    let course = shop.course(&asked);
    assert!(course.is_held());
    let print = |context: &mut Context| print::decide(&asked, &course, Paper::Label, false, context);
    assert_eq!(shop.acting(Role::Cs, print).unwrap_err(), [print::PrintRefusal::Held]);
    let key = course.flags[0].key.clone();
    let answer = |role, choice| {
        let decide =
            |context: &mut Context| settle::decide(&asked, &course, (Conflict::CancelAsked, &key), choice, context);
        shop.acting(role, decide)
    };
    assert_eq!(answer(Role::Cs, "refused").unwrap_err(), [settle::SettleRefusal::NotYourRole]);
    assert_eq!(answer(Role::Owner, "mungkin").unwrap_err(), [settle::SettleRefusal::ChoiceUnknown]);
    let refused = Shop::apply(asked.clone(), answer(Role::Owner, "refused").unwrap());
    assert!(!shop.course(&refused).is_held());
    let again = shop.step(&refused, Role::Cs, |course, context| ask_cancel::decide(course, "sudah pindah", context));
    assert!(shop.course(&again).is_held(), "another wish is another question");
    let cancelled = shop.course(&shop.cancelled(&again, "boleh"));
    assert_eq!((cancelled.standing, cancelled.flags[0].conflict), (Standing::Cancelled, Conflict::CancelledPaid));
}

#[test]
fn r09_two_tracking_numbers_stay_until_somebody_chooses() {
    let shop = Shop::default();
    let ready = shop.ready();
    let (one, two) = (shop.shipped(&ready, "JX3300112233"), shop.shipped(&ready, "JX3300112244"));
    let both = Shop::merged(&[&one, &two]);
    let course = shop.course(&both);
    assert_eq!((course.standing, course.flags[0].conflict), (Standing::Shipped, Conflict::TwoTrackingNumbers));
    assert_eq!(course.keys.iter().filter(|key| key.conflict == Conflict::TrackingNumber).count(), 2);
    let choose = |number| shop.acting(Role::Warehouse, |context| choose_tracking::decide(&course, number, context));
    assert_eq!(choose("JX999").unwrap_err(), [choose_tracking::ChooseRefusal::Unknown]);
    let chosen = shop.course(&Shop::apply(both.clone(), choose("JX3300112233").unwrap()));
    assert_eq!((chosen.parcel.tracking.number.as_str(), chosen.flags.len()), ("JX3300112233", 0));
    assert_eq!(chosen.keys.iter().filter(|key| key.conflict == Conflict::TrackingNumber).count(), 1);
}

#[test]
fn a_return_is_received_exchanged_and_then_closed() {
    let shop = Shop::default();
    let sent = shop.delivered(&shop.shipped(&shop.ready(), "JX3300112233"));
    let back = shop
        .step(&sent, Role::Cs, |course, context| take_back::decide(course, "kekecilan", ReturnFor::Exchange, context));
    assert_eq!(shop.course(&back).standing, Standing::Returned);
    let course = shop.course(&back);
    let early = shop.acting(Role::Cs, |context| take_back::exchange(&course, context)).unwrap_err();
    assert_eq!(early, [take_back::TakeBackRefusal::NotReceived]);
    let open = shop.acting(Role::Cs, |context| close::decide(&course, context)).unwrap_err();
    assert_eq!(open, [close::CloseRefusal::ReturnOpen]);
    let here = shop.step(&back, Role::Warehouse, take_back::receive);
    let exchanged = shop.step(&here, Role::Cs, take_back::exchange);
    assert_eq!(shop.course(&shop.closed(&exchanged)).standing, Standing::Closed);
}
