//! Verifikasi: claims beside the lines of the bank, suggested and never taken, and no line pays twice.

use tapak_domain::Role;
use tapak_domain::order::{Conflict, Outcome as Verdict, Standing, VerdictDraft};
use tapak_engine::command::{Command, Outcome};
use tapak_engine::view::verification::{BankLinesView, LineWay, VerificationView};
use tapak_engine::view::{Query, View};
use uuid::Uuid;

use crate::deeds::{claim, set_up, take, total, verify};
use crate::shop::Shop;

const RINA: usize = 0;
const ENI: usize = 1;
const BUDI: usize = 2;
const UJANG: usize = 3;
const ACCOUNT: &str = "1391234567";

fn shop() -> Shop {
    let mut shop = Shop::with(&[Role::Cs, Role::Finance, Role::Owner, Role::Warehouse]);
    shop.settle();
    shop.done(BUDI, set_up());
    shop.settle();
    shop
}

fn totalled(shop: &mut Shop) -> (Uuid, i64) {
    let order = shop.done(RINA, take());
    shop.done(RINA, total(order));
    (order, shop.order(RINA, order).row.nominal)
}

/// What BCA gives out, each amount on a line of its own, the balance behind it.
fn bca(date: &str, amounts: &[i64]) -> Command {
    let mut balance = 1_000_000;
    let rows = amounts.iter().map(|amount| {
        balance += amount;
        let side = if *amount < 0 { "DB" } else { "CR" };
        format!("{date},TRSF E-BANKING {side} SITI,'0000,{}.00,{side},{balance}.00\n", amount.abs())
    });
    let header = "No. rekening : 1391234567\nPeriode : 20/11/2026 - 24/11/2026\n\
                  Tanggal Transaksi,Keterangan,Cabang,Jumlah,,Saldo\n";
    let text = rows.fold(header.to_owned(), |text, row| text + &row);
    Command::ImportStatement { account: ACCOUNT.into(), text, file: "mutasi.csv".into() }
}

fn verification(shop: &mut Shop, who: usize, search: &str) -> VerificationView {
    match shop.view(who, &Query::Verification { search: search.into() }) {
        View::Verification(view) => *view,
        other => panic!("{other:?}"),
    }
}

fn lines(shop: &mut Shop, amount: i64, way: LineWay, search: &str) -> BankLinesView {
    match shop.view(ENI, &Query::BankLines { amount, account: ACCOUNT.into(), way, search: search.into() }) {
        View::BankLines(lines) => lines,
        other => panic!("{other:?}"),
    }
}

fn refusal(shop: &mut Shop, who: usize, command: Command) -> String {
    match shop.command(who, command) {
        Outcome::Refused { refusals } => refusals[0].code.clone(),
        other => panic!("{other:?}"),
    }
}

#[test]
fn r05_fifty_unique_nominals_are_fifty_suggestions_and_none_is_paid_by_itself() {
    let mut shop = shop();
    let mut told = Vec::new();
    for n in 0..50 {
        // Two phones share the work, so that no block of codes runs out.
        let who = if n % 2 == 0 { RINA } else { BUDI };
        let order = shop.done(who, take());
        shop.done(who, total(order));
        told.push((order, shop.order(who, order).row.nominal));
        shop.done(who, claim(order, told[n].1));
    }
    shop.settle();
    let amounts: Vec<_> = told.iter().map(|(_, nominal)| *nominal).rev().collect();
    shop.done(ENI, bca("'24/11", &amounts));
    shop.settle();
    let view = verification(&mut shop, ENI, "");
    assert_eq!((view.due.len(), view.waiting), (50, 50));
    let mut suggested: Vec<_> = view.due.iter().flat_map(|row| row.fits.clone()).collect();
    assert!(view.due.iter().all(|row| row.fits.len() == 1), "one line for each");
    suggested.sort_unstable();
    suggested.dedup();
    assert_eq!(suggested.len(), 50, "no line for two");
    for row in &view.due {
        let best = &lines(&mut shop, row.order.due, LineWay::In, "").rows[0];
        assert_eq!((best.line.id, best.line.amount, best.fits), (row.fits[0], row.order.due, true));
        assert_eq!(row.order.standing, Standing::Claimed);
    }
    assert!(shop.orders(UJANG, "").is_empty(), "none is paid");
}

#[test]
fn r05_same_line_imported_apart_and_used_apart_holds_both_orders() {
    let mut shop = shop();
    let ((one, first), (two, _)) = (totalled(&mut shop), totalled(&mut shop));
    shop.settle();
    shop.lose_signal(ENI);
    shop.lose_signal(BUDI);
    // Eni has the morning's export, Budi the evening's: the line is pending in one and has its day in the other.
    shop.done(ENI, bca("PEND", &[first]));
    shop.done(BUDI, bca("'24/11", &[first, 75_000]));
    let hers = verification(&mut shop, ENI, "").due[0].fits[0];
    let his = verification(&mut shop, BUDI, "").due[0].fits[0];
    shop.done(ENI, verify(one, first, hers, None));
    shop.done(BUDI, verify(two, first, his, None));
    shop.regain_signal(ENI);
    shop.regain_signal(BUDI);
    for who in [RINA, ENI, BUDI, UJANG] {
        assert!(shop.order(who, one).row.held && shop.order(who, two).row.held, "device {who}");
    }
    for order in [one, two] {
        assert_eq!(refusal(&mut shop, UJANG, crate::deeds::print(order)), "order.held");
    }
    let View::Conflicts(found) = shop.view(ENI, &Query::Conflicts) else { panic!() };
    assert_eq!((found.rows.len(), found.rows[0].conflict), (1, Conflict::BankLine));
    let numbers = [one, two].map(|order| shop.order(ENI, order).row.number);
    let mut orders = lines(&mut shop, first, LineWay::Any, "").rows[0].orders.clone();
    orders.sort_unstable();
    assert_eq!(orders, numbers);
}

#[test]
fn money_nobody_claimed_is_found_and_what_fits_nothing_is_listed_by_its_distance() {
    let mut shop = shop();
    let ((_, first), (two, second)) = (totalled(&mut shop), totalled(&mut shop));
    shop.settle();
    shop.done(ENI, bca("'23/11", &[first, 75_000, first - 17]));
    let view = verification(&mut shop, ENI, "");
    assert_eq!((view.due.len(), view.waiting), (1, 0));
    assert_eq!((view.due[0].order.due, view.due[0].claim.is_none(), view.due[0].bank.as_str()), (first, true, "BCA"));
    let near = lines(&mut shop, second, LineWay::In, "");
    let said: Vec<_> = near.rows.iter().map(|row| (row.line.amount, row.outcome, row.fits)).collect();
    let short = Verdict::Short;
    assert_eq!(said, [(first, short, false), (first - 17, short, false), (75_000, short, false)]);
    assert_eq!(lines(&mut shop, second, LineWay::In, "75.000").total, 1);
    assert_eq!(lines(&mut shop, second, LineWay::In, "siti").total, 3);
    for search in ["rina", &format!("Rp {second}"), &shop.order(ENI, two).row.number] {
        assert!(verification(&mut shop, ENI, search).due.iter().any(|row| row.order.id == two), "{search}");
    }
}

#[test]
fn a_line_that_is_used_is_offered_to_nobody_and_another_with_its_amount_says_so() {
    let mut shop = shop();
    let (one, first) = totalled(&mut shop);
    shop.settle();
    shop.done(ENI, bca("'23/11", &[first]));
    let line = verification(&mut shop, ENI, "").due[0].fits[0];
    shop.done(ENI, verify(one, first, line, None));
    assert_eq!(lines(&mut shop, first, LineWay::In, "").total, 0);
    // The bank's other export words the same money in another way.
    let text = format!("Tanggal;Uraian;Kredit;Debet\n23/11/2026;TRANSFER DARI SITI A;{first};\n");
    shop.done(ENI, Command::ImportStatement { account: ACCOUNT.into(), text, file: "lain.csv".into() });
    let rows = lines(&mut shop, first, LineWay::In, "").rows;
    assert_eq!((rows.len(), rows[0].alike.clone()), (1, vec![shop.order(ENI, one).row.number]));
}

#[test]
fn an_import_a_paid_order_stands_on_is_not_undone_and_undone_apart_it_is_shown() {
    let mut shop = shop();
    let (order, nominal) = totalled(&mut shop);
    shop.settle();
    let import = shop.done(ENI, bca("'23/11", &[nominal]));
    let line = verification(&mut shop, ENI, "").due[0].fits[0];
    shop.settle();
    shop.lose_signal(BUDI);
    shop.done(ENI, verify(order, nominal, line, None));
    let undo = || Command::WithdrawStatement { import };
    assert_eq!(refusal(&mut shop, ENI, undo()), "statement.line_used");
    shop.done(BUDI, undo());
    assert_eq!(refusal(&mut shop, BUDI, verify(order, nominal, line, None)), "payment.bank_line_missing");
    shop.regain_signal(BUDI);
    let view = verification(&mut shop, ENI, "");
    assert_eq!(view.unbacked.iter().map(|row| row.id).collect::<Vec<_>>(), [order]);
    shop.done(ENI, bca("'23/11", &[nominal]));
    assert!(verification(&mut shop, ENI, "").unbacked.is_empty(), "imported again, it is there again");
}

#[test]
fn a_refund_leaves_on_a_line_that_went_out() {
    let mut shop = shop();
    let (order, nominal) = totalled(&mut shop);
    shop.settle();
    shop.done(ENI, bca("'23/11", &[nominal + 5_000, -5_000]));
    let line = lines(&mut shop, nominal, LineWay::In, "").rows[0].line.id;
    let (outcome, amount, reason) = (Verdict::Over, (nominal + 5_000).to_string(), String::new());
    let verdict = VerdictDraft { outcome, amount, bank_line: Some(line), cash: false, reason, claim: None };
    shop.done(ENI, Command::VerifyPayment { id: order, verdict });
    let view = verification(&mut shop, ENI, "");
    assert_eq!((view.refunds.len(), view.refunds[0].amount, view.refunds[0].why.as_str()), (1, 5_000, "overpaid"));
    let out = lines(&mut shop, 5_000, LineWay::Out, "");
    assert_eq!((out.total, out.rows[0].line.amount, out.rows[0].fits), (1, -5_000, true));
    let bank_line = Some(out.rows[0].line.id);
    let refund =
        |amount: &str| Command::RefundPayment { id: order, amount: amount.into(), reason: "lebih".into(), bank_line };
    assert_eq!(refusal(&mut shop, ENI, refund("4000")), "payment.amount_differs");
    shop.done(ENI, refund("5.000"));
    assert!(verification(&mut shop, ENI, "").refunds.is_empty());
    assert_eq!(lines(&mut shop, 5_000, LineWay::Out, "").total, 0);
}

#[test]
fn nobody_but_finance_and_the_owner_looks_at_the_account() {
    let mut shop = shop();
    let (_, nominal) = totalled(&mut shop);
    shop.settle();
    shop.done(ENI, bca("'23/11", &[nominal]));
    shop.settle();
    for who in [RINA, UJANG] {
        let view = verification(&mut shop, who, "");
        assert_eq!((view.due.len(), view.imports.len(), view.verifies), (0, 0, false));
    }
    assert_eq!(verification(&mut shop, BUDI, "").due.len(), 1);
}
