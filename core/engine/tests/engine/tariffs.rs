//! What sending costs: tables imported by the office, looked up by everybody, also without signal.

use tapak_domain::Role;
use tapak_domain::order::OrderDraft;
use tapak_engine::DISTRICTS;
use tapak_engine::command::{Command, Outcome};
use tapak_engine::view::order::PreviewView;
use tapak_engine::view::place::PlacesView;
use tapak_engine::view::tariff::{ShippingFeeView, TariffTableView, TariffsView};
use tapak_engine::view::{Query, View};
use uuid::Uuid;

use crate::deeds::{take, whole_order};
use crate::shop::Shop;

const CS: usize = 0;
const OTHER_CS: usize = 1;
const FINANCE: usize = 2;
const GUDANG: usize = 3;

const JNE: &str = "kota;kecamatan;tarif\nKab. Sleman;;18.000\nKab. Sleman;Depok;17.000\n";

fn shop() -> Shop {
    let mut shop = Shop::with(&[Role::Cs, Role::Cs, Role::Finance, Role::Warehouse, Role::Owner]);
    shop.settle();
    shop
}

fn import(service: &str, text: &str) -> Command {
    Command::ImportTariffs {
        courier: "jne".into(),
        service: service.into(),
        file: "jne.csv".into(),
        text: text.into(),
        replace: true,
    }
}

impl Shop {
    fn fee(&mut self, who: usize, draft: OrderDraft) -> ShippingFeeView {
        match self.view(who, &Query::ShippingFee { draft: Box::new(draft) }) {
            View::ShippingFee(fee) => fee,
            other => panic!("{other:?}"),
        }
    }

    fn own_fee(&mut self, who: usize, draft: OrderDraft) -> Option<i64> {
        let fee = self.fee(who, draft);
        fee.own.map(|own| fee.offers[own as usize].fee)
    }

    fn tariffs(&mut self, who: usize) -> TariffsView {
        match self.view(who, &Query::Tariffs) {
            View::Tariffs(tariffs) => tariffs,
            other => panic!("{other:?}"),
        }
    }

    fn table(&mut self, who: usize, text: &str) -> TariffTableView {
        let query = Query::TariffTable { courier: "jne".into(), service: "REG".into(), text: text.into() };
        match self.view(who, &query) {
            View::TariffTable(table) => table,
            other => panic!("{other:?}"),
        }
    }

    fn preview(&mut self, who: usize, draft: OrderDraft) -> PreviewView {
        match self.view(who, &Query::Preview { draft: Box::new(draft), order: None }) {
            View::Preview(preview) => preview,
            other => panic!("{other:?}"),
        }
    }
}

fn in_district(district: &str) -> OrderDraft {
    let mut draft = whole_order();
    draft.address.district = district.into();
    draft
}

#[test]
fn r01_the_fee_comes_from_the_table_by_kecamatan_and_weight_also_without_signal() {
    let mut shop = shop();
    shop.done(CS, import("REG", JNE));
    shop.settle();
    shop.lose_signal(OTHER_CS);
    let fee = shop.fee(OTHER_CS, whole_order());
    assert_eq!(fee.offers[0].kilograms, 3, "three pairs nobody has weighed");
    assert_eq!((fee.guessed, fee.own, fee.offers[0].fee), (3, Some(0), 51_000));
    assert_eq!(fee.accounted, "not", "the order says 18.000");
    assert_eq!(shop.own_fee(OTHER_CS, in_district("Gamping")), Some(54_000), "the regency's");
    let elsewhere = shop.fee(OTHER_CS, OrderDraft { courier: "pos".into(), ..whole_order() });
    assert_eq!((elsewhere.own, elsewhere.why.as_str()), (None, "courier_not_there"));
}

#[test]
fn without_a_table_the_fee_says_so() {
    let mut shop = shop();
    assert_eq!(shop.fee(CS, whole_order()).why, "no_tariffs");
    shop.done(CS, import("REG", "Kota Bandung;12.000\n"));
    assert_eq!(shop.fee(CS, whole_order()).why, "place_not_there");
}

#[test]
fn r07_finance_approves_no_fee_and_a_later_table_changes_no_order() {
    let mut shop = shop();
    shop.done(CS, import("REG", JNE));
    let order = shop.done(CS, take());
    let before = shop.order(CS, order);
    shop.done(CS, import("REG", "Kab. Sleman;Depok;99.000\n"));
    shop.settle();
    for who in [CS, FINANCE] {
        let now = shop.order(who, order);
        assert_eq!((now.shipping_fee, now.row.total), (before.shipping_fee, before.row.total));
        assert_eq!(now.missing, before.missing);
    }
    let refused = |outcome| matches!(outcome, Outcome::Refused { .. });
    assert!(refused(shop.command(FINANCE, import("REG", JNE))), "it reads the tables, and that is all");
    assert_eq!(shop.tariffs(FINANCE).imports.len(), 2);
    assert!(!shop.tariffs(FINANCE).manages);
}

#[test]
fn a_new_table_counts_instead_of_the_old_one_until_it_is_withdrawn() {
    let mut shop = shop();
    shop.done(CS, import("REG", JNE));
    shop.settle();
    shop.done(OTHER_CS, import("REG", "Kab. Sleman;Depok;20.000\n"));
    shop.settle();
    for who in [CS, OTHER_CS, GUDANG] {
        assert_eq!(shop.own_fee(who, whole_order()), Some(60_000));
        assert_eq!(shop.own_fee(who, in_district("Gamping")), None, "the new table does not have it");
    }
    let newest = shop.tariffs(CS).imports[0].clone();
    assert!(!newest.replaced && shop.tariffs(CS).imports[1].replaced);
    shop.done(CS, Command::WithdrawTariffs { import: newest.import });
    shop.settle();
    for who in [CS, OTHER_CS, GUDANG] {
        assert_eq!(shop.own_fee(who, whole_order()), Some(51_000));
    }
    let withdrawn = shop.command(CS, Command::WithdrawTariffs { import: newest.import });
    assert!(matches!(withdrawn, Outcome::Refused { .. }), "once is enough");
}

#[test]
fn two_tables_imported_apart_both_count_and_the_later_wins_everywhere() {
    let mut shop = shop();
    shop.lose_signal(CS);
    shop.lose_signal(OTHER_CS);
    shop.done(CS, import("REG", "Kab. Sleman;Depok;17.000\nKab. Sleman;Gamping;16.000\n"));
    shop.done(OTHER_CS, import("REG", "Kab. Sleman;Depok;21.000\n"));
    shop.regain_signal(CS);
    shop.regain_signal(OTHER_CS);
    for who in [CS, OTHER_CS, FINANCE, GUDANG] {
        assert_eq!(shop.own_fee(who, whole_order()), Some(63_000));
        assert_eq!(shop.own_fee(who, in_district("Gamping")), Some(48_000));
    }
}

#[test]
fn a_table_of_the_whole_country_arrives_on_every_device_and_can_be_drawn_anew() {
    let mut shop = shop();
    let rows: String = DISTRICTS
        .lines()
        .scan(String::new(), |regency, line| {
            if let Some(titled) = line.strip_prefix('=') {
                *regency = titled.split_once(' ')?.1.to_owned();
            }
            let district =
                line.split_once('|').map(|(name, _)| name.trim_start_matches(|c: char| c.is_ascii_digit()).trim());
            Some(district.map(|district| format!("{regency};{district};25.000\n")).unwrap_or_default())
        })
        .collect();
    shop.lose_signal(CS);
    shop.done(CS, import("REG", &rows));
    shop.regain_signal(CS);
    shop.settle();
    assert_eq!(shop.own_fee(GUDANG, whole_order()), Some(75_000));
    let imports = shop.tariffs(GUDANG).imports;
    assert_eq!(imports.len(), 1);
    assert!(imports[0].rows > 7_200, "{}", imports[0].rows);
    shop.holders[GUDANG].device.rebuild().unwrap();
    assert_eq!(shop.tariffs(GUDANG).imports, imports);
    let code = shop.invite(Role::Cs);
    let late = shop.unpack();
    shop.pair(late, &code);
    shop.settle();
    assert_eq!(shop.tariffs(late).imports, imports);
}

#[test]
fn a_table_is_looked_at_before_it_is_imported() {
    let mut shop = shop();
    let table = shop.table(
        CS,
        "Kab. Sleman;Depok;17.000\nBandung;;15.000\nKab. Sleman;Depok Baru;18.000\nKab. Sleman;Mlati;murah\n",
    );
    assert_eq!((table.good, table.bad, table.odd), (2, 2, 1));
    assert_eq!(table.questions.iter().map(|row| row.number).collect::<Vec<_>>(), [2, 3, 4]);
    assert_eq!(table.services.len(), 1);
    assert!(!table.services[0].known && shop.tariffs(CS).imports.is_empty(), "nothing is written");
    assert_eq!(shop.table(CS, "PK\u{3}\0").refused, "table.not_text");
    let refused = shop.command(CS, import("REG", "Kab. Sleman;Mlati;murah\n"));
    assert!(matches!(refused, Outcome::Refused { refusals } if refusals[0].code == "tariff.nothing_to_import"));
    let unknown = shop.command(CS, Command::WithdrawTariffs { import: Uuid::from_u128(7) });
    assert!(matches!(unknown, Outcome::Refused { refusals } if refusals[0].code == "record_missing"));
}

#[test]
fn a_kecamatan_nobody_knows_is_doubted_and_keeps_nothing_from_being_saved() {
    let mut shop = shop();
    let place = shop.preview(CS, whole_order()).place;
    assert_eq!((place.known.map(|known| known.code), place.doubt.as_str()), (Some("34.04.07".into()), ""));
    let odd = shop.preview(CS, in_district("Depokk")).place;
    assert_eq!((odd.doubt.as_str(), odd.near[0].district.as_str()), ("district_unknown", "Depok"));
    shop.done(CS, Command::TakeOrder { draft: in_district("Depokk") });
    let offered = shop.view(CS, &Query::Places { text: "gamp".into(), regency: "Kab. Sleman".into() });
    assert!(matches!(offered, View::Places(PlacesView { rows, .. }) if rows[0].postal_codes[0].starts_with("552")));
}
