//! Bank statements: imported, imported again, withdrawn, and never read by who has no business with them.

use tapak_domain::Role;
use tapak_engine::command::{Command, Outcome};
use tapak_engine::view::statement::{ImportRow, PreviewStatementView};
use tapak_engine::view::{Query, View};
use uuid::Uuid;

use crate::shop::Shop;

const ENI: usize = 0;
const OWNER: usize = 1;
const CS: usize = 2;
const ACCOUNT: &str = "0111222333";

fn shop() -> Shop {
    let mut shop = Shop::with(&[Role::Finance, Role::Owner, Role::Cs]);
    shop.settle();
    shop
}

/// A statement of BCA with one line to each amount.
pub(crate) fn bca(date: &str, amounts: &[i64]) -> String {
    let mut balance = 1_000_000;
    let rows = amounts.iter().map(|amount| {
        balance += amount;
        format!("{date},TRSF E-BANKING CR {amount},'0000,{amount}.00,CR,{balance}.00\n")
    });
    let header = "No. rekening : 0111222333\nPeriode : 20/11/2026 - 24/11/2026\n\
                  Tanggal Transaksi,Keterangan,Cabang,Jumlah,,Saldo\n";
    rows.fold(header.to_owned(), |text, row| text + &row)
}

pub(crate) fn import(text: &str) -> Command {
    Command::ImportStatement { account: ACCOUNT.into(), text: text.into(), file: "mutasi.csv".into() }
}

fn preview(shop: &mut Shop, who: usize, text: &str) -> PreviewStatementView {
    match shop.view(who, &Query::PreviewStatement { account: ACCOUNT.into(), text: text.into() }) {
        View::PreviewStatement(preview) => *preview,
        other => panic!("{other:?}"),
    }
}

fn imports(shop: &mut Shop, who: usize) -> Vec<ImportRow> {
    match shop.view(who, &Query::Statements) {
        View::Statements(statements) => statements.imports,
        other => panic!("{other:?}"),
    }
}

fn codes(outcome: Outcome) -> Vec<String> {
    match outcome {
        Outcome::Refused { refusals } => refusals.into_iter().map(|refusal| refusal.code).collect(),
        other => panic!("{other:?}"),
    }
}

#[test]
fn eni_looks_before_she_imports_and_importing_again_adds_nothing() {
    let mut shop = shop();
    let text = bca("'21/11", &[325_417, 189_083]) + "'22/11,RUSAK,'0000,abc,CR,1\n";
    let before = preview(&mut shop, ENI, &text);
    assert_eq!((before.fresh, before.known, before.credits, before.credited), (2, 0, 2, 514_500));
    assert_eq!((before.shape.as_str(), before.account.as_str()), ("bca_personal", ACCOUNT));
    assert_eq!((before.problem_count, before.problems[0].row), (1, 6));
    assert_eq!(imports(&mut shop, ENI), [], "looking saves nothing");
    let imported = shop.done(ENI, import(&text));
    assert_eq!(preview(&mut shop, ENI, &text).fresh, 0);
    assert_eq!(codes(shop.command(ENI, import(&text))), ["statement.nothing_new"]);
    let listed = imports(&mut shop, ENI);
    assert_eq!(listed.len(), 1);
    assert_eq!((listed[0].import, listed[0].lines, listed[0].withdrawn), (imported, 2, false));
    assert_eq!((listed[0].person.as_str(), listed[0].file.as_str()), ("Orang 0", "mutasi.csv"));
}

#[test]
fn a_longer_export_adds_its_new_lines_and_what_was_pending_gets_its_day() {
    let mut shop = shop();
    shop.done(ENI, import(&bca("PEND", &[325_417])));
    let later = preview(&mut shop, ENI, &bca("'21/11", &[325_417, 189_083]));
    assert_eq!((later.fresh, later.known), (2, 0), "one is new, one was posted");
    shop.done(ENI, import(&bca("'21/11", &[325_417, 189_083])));
    let again = preview(&mut shop, ENI, &bca("PEND", &[325_417]));
    assert_eq!((again.fresh, again.known), (0, 1), "the same line, whether it is posted or not");
}

#[test]
fn a_long_statement_is_one_import_on_every_device_and_is_withdrawn_as_one() {
    let mut shop = shop();
    let amounts: Vec<_> = (1..=257).map(|n| 300_000 + n).collect();
    let text = bca("'21/11", &amounts);
    let imported = shop.done(ENI, import(&text));
    shop.settle();
    let listed = imports(&mut shop, OWNER);
    assert_eq!(listed.iter().map(|row| (row.import, row.lines)).collect::<Vec<_>>(), [(imported, 257)]);
    assert_eq!(preview(&mut shop, OWNER, &text).fresh, 0);
    shop.done(OWNER, Command::WithdrawStatement { import: imported });
    assert_eq!(codes(shop.command(OWNER, Command::WithdrawStatement { import: imported })), ["statement.withdrawn"]);
    shop.settle();
    assert!(imports(&mut shop, ENI)[0].withdrawn);
    assert_eq!(preview(&mut shop, ENI, &text).fresh, 257, "it can be imported anew");
    let nothing = Command::WithdrawStatement { import: Uuid::from_u128(1) };
    assert_eq!(codes(shop.command(ENI, nothing)), ["record_missing"]);
}

#[test]
fn the_same_export_imported_on_two_devices_apart_is_the_same_lines() {
    let mut shop = shop();
    let text = bca("'21/11", &[325_417, 189_083]);
    shop.lose_signal(ENI);
    shop.lose_signal(OWNER);
    let first = shop.done(ENI, import(&text));
    shop.done(OWNER, import(&text));
    shop.regain_signal(ENI);
    shop.regain_signal(OWNER);
    for who in [ENI, OWNER] {
        assert_eq!(imports(&mut shop, who).len(), 2);
        assert_eq!(preview(&mut shop, who, &text).known, 2);
    }
    shop.done(ENI, Command::WithdrawStatement { import: first });
    assert_eq!(preview(&mut shop, ENI, &text).known, 2, "the other import still holds them");
}

#[test]
fn cs_neither_imports_nor_reads_what_is_on_the_account() {
    let mut shop = shop();
    let text = bca("'21/11", &[325_417]);
    assert_eq!(codes(shop.command(CS, import(&text))), ["not_your_role"]);
    shop.done(ENI, import(&text));
    shop.settle();
    assert_eq!(imports(&mut shop, CS), []);
    assert_eq!(imports(&mut shop, OWNER).len(), 1);
}

#[test]
fn a_file_that_is_no_statement_or_of_another_account_is_refused_and_saves_nothing() {
    let mut shop = shop();
    assert_eq!(codes(shop.command(ENI, import("\u{FFFD}PNG\r\n"))), ["statement.unreadable"]);
    assert_eq!(preview(&mut shop, ENI, "").refusals[0].code, "statement.empty");
    let other = bca("'21/11", &[325_417]).replace("0111222333", "0999888777");
    assert_eq!(codes(shop.command(ENI, import(&other))), ["statement.other_account"]);
    let seen = preview(&mut shop, ENI, &other);
    assert_eq!((seen.refusals[0].code.as_str(), seen.fresh), ("statement.other_account", 1));
    assert_eq!(shop.sync(ENI).badge.unsent, 0);
}

#[test]
fn projections_of_statements_can_be_drawn_anew() {
    let mut shop = shop();
    let text = bca("'21/11", &[325_417, 189_083]);
    shop.done(ENI, import(&text));
    let before = imports(&mut shop, ENI);
    shop.holders[ENI].device.rebuild().unwrap();
    assert_eq!(imports(&mut shop, ENI), before);
    assert_eq!(preview(&mut shop, ENI, &text).known, 2);
}
