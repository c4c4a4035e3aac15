//! From chat to the van on four devices, with and without signal; each story is a row of the requirements.

use crate::deeds::{bare_total, claim, note, pack, print, receive, set_up, ship, take, total, verify, whole_order};
use crate::shop::Shop;
use tapak_domain::Role;
use tapak_domain::order::{Conflict, Standing};
use tapak_engine::command::{Command, Outcome};
use tapak_engine::view::conflict::ConflictView;
use tapak_engine::view::happening::Happening;
use tapak_engine::view::order::OrderAction;
use tapak_engine::view::payment::ClaimRow;
use tapak_engine::view::today::TodayView;
use tapak_engine::view::warehouse::WarehouseView;
use tapak_engine::view::{Query, View};
use uuid::Uuid;

pub(crate) const RINA: usize = 0;
pub(crate) const ENI: usize = 1;
pub(crate) const UJANG: usize = 2;
pub(crate) const BUDI: usize = 3;
pub(crate) const DEDI: usize = 4;

pub(crate) fn shop() -> Shop {
    let mut shop = Shop::with(&[Role::Cs, Role::Finance, Role::Warehouse, Role::Owner, Role::Cs]);
    shop.settle();
    shop.done(BUDI, set_up());
    shop.settle();
    shop
}

pub(crate) fn refusal(shop: &mut Shop, who: usize, command: Command) -> String {
    match shop.command(who, command) {
        Outcome::Refused { refusals } => refusals[0].code.clone(),
        other => panic!("{other:?}"),
    }
}

pub(crate) fn totalled(shop: &mut Shop) -> (Uuid, i64) {
    let order = shop.done(RINA, take());
    shop.done(RINA, total(order));
    shop.settle();
    (order, shop.order(RINA, order).row.nominal)
}

pub(crate) fn paid(shop: &mut Shop) -> Uuid {
    let (order, nominal) = totalled(shop);
    shop.done(ENI, receive(order, nominal));
    shop.settle();
    order
}

pub(crate) fn conflicts(shop: &mut Shop, who: usize) -> Vec<ConflictView> {
    match shop.view(who, &Query::Conflicts) {
        View::Conflicts(conflicts) => conflicts.rows,
        other => panic!("{other:?}"),
    }
}

pub(crate) fn claims(shop: &mut Shop, who: usize) -> Vec<ClaimRow> {
    match shop.view(who, &Query::Claims) {
        View::Claims(claims) => claims.rows,
        other => panic!("{other:?}"),
    }
}

pub(crate) fn today(shop: &mut Shop, who: usize) -> TodayView {
    match shop.view(who, &Query::Today) {
        View::Today(today) => today,
        other => panic!("{other:?}"),
    }
}

pub(crate) fn warehouse(shop: &mut Shop) -> WarehouseView {
    match shop.view(UJANG, &Query::Warehouse { search: String::new() }) {
        View::Warehouse(warehouse) => warehouse,
        other => panic!("{other:?}"),
    }
}

pub(crate) fn queue(shop: &mut Shop, who: usize, key: &str) -> u32 {
    let today = today(shop, who);
    let mut queues = today.queues.into_iter().filter(|queue| queue.mine);
    queues.find(|queue| queue.key == key).map_or(0, |queue| queue.count)
}

#[test]
fn r01_a_total_waits_until_it_is_known_where_to_and_for_how_much_also_without_signal() {
    let mut shop = shop();
    shop.lose_signal(RINA);
    let mut draft = whole_order();
    draft.address.postal_code.clear();
    let order = shop.done(RINA, Command::TakeOrder { draft });
    let bare = bare_total(order);
    let Outcome::Refused { refusals } = shop.command(RINA, bare.clone()) else { panic!() };
    let said: Vec<_> = refusals.iter().map(|refusal| (refusal.field.as_str(), refusal.code.as_str())).collect();
    assert_eq!(said, [("address.postal_code", "order.incomplete"), ("fee_reason", "order.fee_reason_missing")]);
    let mut draft = shop.order(RINA, order).draft;
    draft.address.postal_code = "55283".into();
    shop.done(RINA, Command::ReviseOrder { id: order, draft, reason: String::new() });
    assert_eq!(shop.order(RINA, order).actions[0], OrderAction::Total);
    shop.done(RINA, total(order));
    assert_eq!(shop.order(RINA, order).row.standing, Standing::Totalled);
    assert_eq!(refusal(&mut shop, UJANG, note(order, "halo")), "record_missing", "nobody else has heard of it");
}

#[test]
fn r02_the_buyer_gets_the_account_the_nominal_and_the_deadline_in_one_message() {
    let mut shop = shop();
    let (order, nominal) = totalled(&mut shop);
    let totalan = shop.order(RINA, order).totalan.unwrap();
    assert_eq!((totalan.version, nominal), (1, 3 * 189_000 + 18_000 + i64::from(totalan.unique_code)));
    for said in ["BCA 1391234567 a.n. CV XYZ", "WIB", "Trekker X hitam 39 × 1", "*Rp585.0"] {
        assert!(totalan.message.contains(said), "{said}: {}", totalan.message);
    }
    assert!(totalan.whatsapp.starts_with("https://wa.me/6281234567890?text=Totalan%20"));
    assert!(shop.order(UJANG, order).totalan.is_none(), "money is no business of the warehouse's");
    assert_eq!(shop.orders(UJANG, ""), [], "who has not paid is hidden from it");
}

/// Each pair of equal amounts would have to be flagged; within one block there is none.
#[test]
fn r02_two_phones_without_signal_tell_no_two_buyers_the_same_amount() {
    let mut shop = shop();
    shop.lose_signal(RINA);
    shop.lose_signal(DEDI);
    let mut told = Vec::new();
    for who in [RINA, DEDI] {
        for _ in 0..40 {
            let order = shop.done(who, take());
            shop.done(who, total(order));
            told.push(shop.order(who, order).row.nominal);
        }
    }
    told.sort_unstable();
    told.dedup();
    assert_eq!(told.len(), 80);
    shop.regain_signal(RINA);
    shop.regain_signal(DEDI);
    assert_eq!(conflicts(&mut shop, ENI), []);
}

#[test]
fn r02_a_block_that_is_used_up_is_found_out_and_holds_both_orders() {
    let mut shop = shop();
    let mut orders = Vec::new();
    for _ in 0..50 {
        let order = shop.done(RINA, take());
        shop.done(RINA, total(order));
        orders.push(order);
    }
    shop.settle();
    let found = conflicts(&mut shop, ENI);
    assert_eq!((found.len(), found[0].conflict, found[0].sides.len()), (1, Conflict::Nominal, 2));
    assert!(found[0].mine && found[0].holds);
    let (first, last) = (orders[0], orders[49]);
    let nominal = shop.order(ENI, first).row.nominal;
    shop.done(ENI, receive(first, nominal));
    shop.settle();
    assert_eq!(refusal(&mut shop, RINA, print(first)), "order.held");
    let key = found[0].key.clone();
    let give_up = Command::SettleConflict { id: last, conflict: Conflict::Nominal, key, choice: "release".into() };
    shop.done(ENI, give_up);
    shop.settle();
    shop.done(RINA, print(first));
}

#[test]
fn r03_a_claim_reaches_finance_and_one_proof_for_two_orders_is_a_question() {
    let mut shop = shop();
    let ((one, nominal), (two, _)) = (totalled(&mut shop), totalled(&mut shop));
    shop.lose_signal(RINA);
    shop.done(RINA, claim(one, nominal));
    assert_eq!(claims(&mut shop, ENI), []);
    shop.regain_signal(RINA);
    let waiting = claims(&mut shop, ENI);
    assert_eq!((waiting.len(), waiting[0].claim.payer.as_str()), (1, "SITI AMINAH"));
    assert_eq!(
        (waiting[0].order.id, waiting[0].order.nominal, waiting[0].account.as_str()),
        (one, nominal, "1391234567")
    );
    assert_eq!((queue(&mut shop, ENI, "to_verify"), shop.order(RINA, one).row.standing), (1, Standing::Claimed));
    assert_eq!(shop.order(ENI, one).actions[0], OrderAction::Verify);
    let hash = shop.holders[RINA].device.keep_file(b"bukti transfer m-BCA", shop.now).unwrap().unwrap();
    for id in [one, two] {
        let claim = tapak_domain::order::ClaimDraft { file: hash.to_string(), ..Default::default() };
        shop.done(RINA, Command::ClaimPayment { id, claim });
    }
    shop.settle();
    let found = conflicts(&mut shop, ENI);
    assert_eq!((found.len(), found[0].conflict, found[0].holds), (1, Conflict::Proof, false));
    assert!(claims(&mut shop, ENI).iter().any(|row| !row.also_on.is_empty()));
    assert_eq!(claims(&mut shop, UJANG), []);
}

#[test]
fn r05_same_bank_line_on_two_offline_devices_holds_both() {
    let mut shop = shop();
    let ((one, first), (two, _)) = (totalled(&mut shop), totalled(&mut shop));
    let line = shop.money_in(ENI, first);
    shop.settle();
    shop.lose_signal(ENI);
    shop.lose_signal(BUDI);
    shop.done(ENI, verify(one, first, line, None));
    shop.done(BUDI, verify(two, first, line, None));
    shop.regain_signal(ENI);
    shop.regain_signal(BUDI);
    for who in [RINA, ENI, UJANG, BUDI, DEDI] {
        let held: Vec<_> = [one, two].iter().map(|id| shop.order(who, *id).row.held).collect();
        assert_eq!(held, [true, true], "device {who}");
    }
    for order in [one, two] {
        assert_eq!(refusal(&mut shop, RINA, print(order)), "order.held");
        assert!(!shop.order(UJANG, order).actions.contains(&OrderAction::Print));
    }
    let found = conflicts(&mut shop, ENI);
    assert_eq!((found.len(), found[0].conflict, found[0].mine), (1, Conflict::BankLine, true));
    let sides: Vec<_> = found[0].sides.iter().map(|side| side.facts.len()).collect();
    assert_eq!(sides, [1, 1], "the two verdicts, side by side");
    assert_eq!((queue(&mut shop, ENI, "conflict"), queue(&mut shop, RINA, "conflict")), (1, 0));
    let choice = found[0].choices[0].clone();
    let key = found[0].key.clone();
    shop.done(ENI, Command::SettleConflict { id: two, conflict: Conflict::BankLine, key, choice });
    shop.settle();
    assert_eq!(shop.order(BUDI, two).row.standing, Standing::Totalled, "the money was the other's");
    assert_eq!(shop.order(BUDI, one).row.standing, Standing::Paid);
    shop.done(RINA, print(one));
    assert_eq!(refusal(&mut shop, BUDI, verify(two, first, line, None)), "payment.bank_line_used");
    assert_eq!(conflicts(&mut shop, BUDI), []);
}

#[test]
fn r05_a_line_known_here_pays_one_order_only_and_cs_never_says_paid() {
    let mut shop = shop();
    let ((one, first), (two, second)) = (totalled(&mut shop), totalled(&mut shop));
    let line = shop.money_in(ENI, first);
    shop.done(ENI, verify(one, first, line, None));
    assert_eq!(refusal(&mut shop, ENI, verify(two, first, line, None)), "payment.bank_line_used");
    assert_eq!(refusal(&mut shop, RINA, receive(two, second)), "not_your_role");
}

#[test]
fn r06_between_lunas_and_label_nobody_confirms_anything_and_an_address_edit_voids_the_label() {
    let mut shop = shop();
    let order = paid(&mut shop);
    assert_eq!(shop.order(RINA, order).actions[0], OrderAction::Print);
    shop.done(RINA, print(order));
    shop.settle();
    let mut draft = shop.order(RINA, order).draft;
    draft.address.street = "Gd Wisma Asia Lt 3, Jl S Parman Kav 79".into();
    let revise = |reason: &str| Command::ReviseOrder { id: order, draft: draft.clone(), reason: reason.into() };
    assert_eq!(refusal(&mut shop, RINA, revise("")), "order.reason_missing");
    shop.done(RINA, revise("pindah ke kantor"));
    shop.settle();
    assert!(shop.order(UJANG, order).parcel.label.unwrap().void);
    let listed = warehouse(&mut shop);
    assert_eq!((listed.to_print.len(), listed.to_pack.len()), (1, 0), "to print again");
    assert_eq!(conflicts(&mut shop, UJANG)[0].conflict, Conflict::AddressChanged);
    let draft = shop.order(UJANG, order).draft;
    assert_eq!(refusal(&mut shop, UJANG, pack(order, &draft)), "order.not_printed");
    shop.done(UJANG, print(order));
    let view = shop.order(UJANG, order);
    assert_eq!((view.row.standing, view.row.copies), (Standing::Printed, 2));
    let copies: Vec<_> = view.timeline.iter().filter_map(|entry| copy(&entry.what)).collect();
    assert_eq!(copies, [1, 2]);
}

fn copy(what: &Happening) -> Option<u32> {
    if let Happening::Printed { copy, .. } = what { Some(*copy) } else { None }
}

#[test]
fn r08_lunas_is_in_every_queue_at_once_and_prints_without_signal() {
    let mut shop = shop();
    let (order, nominal) = totalled(&mut shop);
    shop.done(ENI, receive(order, nominal));
    assert_eq!(queue(&mut shop, UJANG, "to_print"), 1, "no minute passed");
    shop.lose_signal(UJANG);
    shop.done(UJANG, print(order));
    let draft = shop.order(UJANG, order).draft;
    shop.done(UJANG, pack(order, &draft));
    assert_eq!((queue(&mut shop, UJANG, "to_ship"), queue(&mut shop, UJANG, "to_pack")), (1, 0));
    shop.regain_signal(UJANG);
    assert_eq!(shop.order(RINA, order).row.standing, Standing::Packed);
}

#[test]
fn r09_one_tracking_number_on_two_orders_is_found_and_the_one_that_gives_it_up_is_shipped_again() {
    let mut shop = shop();
    let (one, two) = (paid(&mut shop), paid(&mut shop));
    for order in [one, two] {
        shop.done(UJANG, print(order));
        let draft = shop.order(UJANG, order).draft;
        shop.done(UJANG, pack(order, &draft));
    }
    shop.settle();
    shop.lose_signal(UJANG);
    shop.lose_signal(BUDI);
    shop.done(UJANG, ship(one, "jx33 0011 2233"));
    assert_eq!(refusal(&mut shop, UJANG, ship(two, "JX3300112233")), "order.tracking_number_used");
    shop.done(BUDI, ship(two, "JX3300112233"));
    shop.regain_signal(UJANG);
    shop.regain_signal(BUDI);
    let found = conflicts(&mut shop, UJANG);
    assert_eq!((found.len(), found[0].conflict, found[0].sides.len()), (1, Conflict::TrackingNumber, 2));
    let (key, choice) = (found[0].key.clone(), "release".into());
    shop.done(UJANG, Command::SettleConflict { id: two, conflict: Conflict::TrackingNumber, key, choice });
    assert_eq!(shop.order(UJANG, two).row.standing, Standing::Packed);
    assert_eq!(refusal(&mut shop, UJANG, ship(two, "JX3300112233")), "order.tracking_number_used");
    shop.done(UJANG, ship(two, "JX3300112299"));
    shop.settle();
    assert_eq!(conflicts(&mut shop, BUDI), []);
}

#[test]
fn r09_two_numbers_on_one_order_are_both_kept_until_somebody_chooses() {
    let mut shop = shop();
    let order = paid(&mut shop);
    shop.done(UJANG, print(order));
    let draft = shop.order(UJANG, order).draft;
    shop.done(UJANG, pack(order, &draft));
    shop.settle();
    shop.lose_signal(UJANG);
    shop.done(UJANG, ship(order, "JX3300112233"));
    shop.done(BUDI, ship(order, "JX3300112244"));
    shop.settle();
    shop.regain_signal(UJANG);
    assert_eq!(conflicts(&mut shop, RINA)[0].conflict, Conflict::TwoTrackingNumbers);
    assert_eq!(shop.orders(RINA, "JX3300112233").len(), 1, "found by both");
    let tell = Command::SendTracking { id: order, again: false };
    assert_eq!(refusal(&mut shop, RINA, tell), "order.tracking_not_chosen");
    shop.done(RINA, Command::ChooseTracking { id: order, tracking_number: "JX3300112233".into() });
    shop.settle();
    assert_eq!(shop.order(UJANG, order).row.tracking_number, "JX3300112233");
    assert_eq!(conflicts(&mut shop, UJANG), []);
}
