//! Photos and proofs of payment: taken without signal, sent in parts, seen by those who may.

use tapak_domain::Role;
use tapak_domain::order::FileKind;
use tapak_engine::FileHash;
use tapak_engine::command::{Command, Outcome};
use tapak_engine::device::Input;
use tapak_engine::relay::Relay;
use tapak_engine::view::{Query, View};
use uuid::Uuid;

use crate::deeds::take;
use crate::shop::Shop;
use crate::stock::trekker;

const RINA: usize = 0;
const UJANG: usize = 1;
const ENI: usize = 2;
const DESIGNER: usize = 2;

fn shop() -> Shop {
    let mut shop = Shop::with(&[Role::Cs, Role::Warehouse, Role::Finance]);
    shop.settle();
    shop
}

/// Not compressible, and longer than a few parts.
fn picture(seed: u64) -> Vec<u8> {
    let step = |state: &mut u64| {
        *state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        Some(u8::try_from(*state >> 56).unwrap())
    };
    std::iter::repeat(()).scan(seed, |state, ()| step(state)).take(200_000).collect()
}

fn keep(shop: &mut Shop, who: usize, bytes: &[u8]) -> FileHash {
    let now = shop.now;
    shop.holders[who].device.keep_file(bytes, now).unwrap().unwrap()
}

fn attach(shop: &mut Shop, who: usize, order: Uuid, file: FileHash, kind: FileKind) -> Outcome {
    shop.command(who, Command::AttachFile { id: order, file: file.to_string(), kind })
}

fn fetch(shop: &mut Shop, who: usize, file: FileHash) -> Option<Vec<u8>> {
    shop.tell(who, Input::FetchFile { file: file.to_bytes() });
    shop.settle();
    shop.holders[who].device.file(file).unwrap()
}

#[test]
fn a_proof_taken_offline_reaches_finance_after_a_cut_and_a_restart_and_the_warehouse_never_gets_it() {
    let mut shop = shop();
    let order = shop.done(RINA, take());
    shop.settle();
    shop.lose_signal(RINA);
    let bytes = picture(1);
    let proof = keep(&mut shop, RINA, &bytes);
    assert!(matches!(attach(&mut shop, RINA, order, proof, FileKind::PaymentProof), Outcome::Done { .. }));
    shop.restart(RINA);
    let row = shop.order(RINA, order).files.remove(0);
    assert!(row.here && row.waiting, "{row:?}");
    shop.holders[RINA].frames_left = Some(5);
    shop.holders[RINA].signal = true;
    shop.tell(RINA, Input::Online);
    for _ in 0..4 {
        shop.settle();
    }
    assert!(shop.order(RINA, order).files[0].waiting, "the line broke in the middle");
    let there = shop.relay.store().file(proof).unwrap().unwrap();
    assert!(there.have > 0 && there.have < there.length, "{there:?}");
    let relay = std::mem::replace(&mut shop.relay, crate::shop::Shop::new().relay);
    shop.relay = Relay::open(relay.into_store(), [8; 32]).unwrap();
    for who in [RINA, UJANG, ENI] {
        shop.holders[who].frames_left = None;
        shop.lose_signal(who);
        shop.regain_signal(who);
    }
    assert!(!shop.order(RINA, order).files[0].waiting, "it went on where it was cut");
    assert_eq!(fetch(&mut shop, ENI, proof), Some(bytes));
    assert!(shop.order(ENI, order).files[0].here);
    assert_eq!(shop.order(UJANG, order).files, [], "nothing to see for the warehouse");
    assert_eq!(fetch(&mut shop, UJANG, proof), None, "not even for who knows its name");
}

#[test]
fn the_same_proof_on_two_orders_raises_an_alarm() {
    let mut shop = shop();
    let (first, second) = (shop.done(RINA, take()), shop.done(RINA, take()));
    let proof = keep(&mut shop, RINA, &picture(2));
    attach(&mut shop, RINA, first, proof, FileKind::PaymentProof);
    attach(&mut shop, RINA, second, proof, FileKind::PaymentProof);
    shop.settle();
    let number = shop.order(ENI, first).row.number;
    assert_eq!(shop.order(ENI, second).files[0].also_on, [number]);
}

#[test]
fn a_photo_of_the_parcel_is_for_everybody_who_reads_the_order() {
    let mut shop = shop();
    let order = shop.done(RINA, take());
    shop.settle();
    let bytes = picture(3);
    let photo = keep(&mut shop, UJANG, &bytes);
    attach(&mut shop, UJANG, order, photo, FileKind::Photo);
    shop.settle();
    assert_eq!(fetch(&mut shop, RINA, photo), Some(bytes));
    let proof = keep(&mut shop, UJANG, b"sesuatu");
    let Outcome::Refused { refusals } = attach(&mut shop, UJANG, order, proof, FileKind::PaymentProof) else {
        panic!()
    };
    assert_eq!(refusals[0].code, "not_your_role");
}

#[test]
fn r20_the_picture_of_a_model_is_for_everybody_and_a_new_one_takes_its_place() {
    let mut shop = Shop::with(&[Role::Cs, Role::Warehouse, Role::Designer]);
    let product = shop.done(RINA, Command::AddProduct { draft: trekker() });
    let photograph = |shop: &mut Shop, who, file: FileHash| {
        shop.command(who, Command::PhotographProduct { id: product, file: file.to_string() })
    };
    let shown = |shop: &mut Shop, who| match shop.view(who, &Query::Product { id: product }) {
        View::Product(product) => product.picture.map(|picture| (picture.file, picture.here)),
        other => panic!("{other:?}"),
    };
    let (before, bytes) = (keep(&mut shop, RINA, &picture(6)), picture(7));
    let now = keep(&mut shop, RINA, &bytes);
    for file in [before, now] {
        assert!(matches!(photograph(&mut shop, RINA, file), Outcome::Done { .. }));
        shop.settle();
    }
    assert_eq!(shown(&mut shop, DESIGNER), Some((now.to_string(), false)));
    assert_eq!(fetch(&mut shop, DESIGNER, now), Some(bytes));
    assert_eq!(shown(&mut shop, DESIGNER), Some((now.to_string(), true)));
    let Outcome::Refused { refusals } = photograph(&mut shop, UJANG, now) else { panic!() };
    assert_eq!(refusals[0].code, "not_your_role");
    let order = shop.done(RINA, take());
    let Outcome::Refused { refusals } = attach(&mut shop, RINA, order, now, FileKind::Catalogue) else { panic!() };
    assert_eq!(refusals[0].code, "not_your_role");
}

#[test]
fn what_nobody_names_is_forgotten_after_a_week_and_an_erased_persons_files_at_once() {
    let mut shop = Shop::with(&[Role::Owner]);
    let order = shop.done(0, take());
    let (named, unnamed) = (keep(&mut shop, 0, &picture(4)), keep(&mut shop, 0, &picture(5)));
    attach(&mut shop, 0, order, named, FileKind::PaymentProof);
    for _ in 0..2 {
        shop.settle();
    }
    let there = |shop: &Shop, file| shop.relay.store().file(file).unwrap().is_some();
    assert!(there(&shop, named) && there(&shop, unnamed));
    shop.now += 8 * 24 * 60 * 60 * 1000;
    let now = shop.now;
    shop.relay.tidy(now).unwrap();
    assert!(there(&shop, named) && !there(&shop, unnamed));
    let contact = shop.order(0, order).contact.unwrap();
    shop.done(0, Command::ErasePerson { contact, reason: "diminta".into() });
    shop.settle();
    assert!(!there(&shop, named));
    assert_eq!(shop.holders[0].device.file(named).unwrap(), None);
}

#[test]
fn bytes_that_are_not_what_they_are_called_are_not_kept() {
    let mut shop = shop();
    let now = shop.now;
    assert_eq!(shop.holders[RINA].device.keep_file(&[], now).unwrap(), None);
    assert_eq!(shop.holders[RINA].device.keep_file(&vec![0; 9 * 1024 * 1024], now).unwrap(), None);
    let order = shop.done(RINA, take());
    let stranger = FileHash::new([7; 32]);
    let Outcome::Refused { refusals } = attach(&mut shop, RINA, order, stranger, FileKind::Photo) else { panic!() };
    assert_eq!((refusals[0].code.as_str(), refusals[0].field.as_str()), ("file.missing", "file"));
}

#[test]
fn a_photo_that_found_no_room_leaves_the_phone_as_it_was() {
    let mut shop = shop();
    let now = shop.now;
    shop.holders[RINA].device.break_disk(true);
    assert!(shop.holders[RINA].device.keep_file(&picture(7), now).is_err());
    shop.holders[RINA].device.break_disk(false);
    shop.done(RINA, take());
}

#[test]
fn rina_moves_to_the_warehouse_and_proofs_leave_her_phone_once_the_relay_has_them() {
    let mut shop = Shop::with(&[Role::Cs, Role::Warehouse, Role::Finance, Role::Owner]);
    shop.settle();
    let order = shop.done(RINA, take());
    shop.settle();
    let proof = keep(&mut shop, RINA, &picture(8));
    attach(&mut shop, RINA, order, proof, FileKind::PaymentProof);
    let rina = shop.sync(RINA).devices.into_iter().find(|row| row.this_device).unwrap().device;
    shop.done(3, Command::ChangeRole { device: rina, role: "warehouse".into() });
    shop.settle();
    shop.settle();
    assert_eq!(shop.holders[RINA].device.file(proof).unwrap(), None, "it is not hers to see any more");
    assert_eq!(fetch(&mut shop, ENI, proof), Some(picture(8)), "and the relay had it first");
}
