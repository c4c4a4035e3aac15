//! No totalan to an address that no data vouches for, unless a person says why it is right.

use std::sync::Arc;

use tapak_domain::order::{OrderDraft, Standing};
use tapak_engine::Places;
use tapak_engine::command::{Command, Outcome};
use tapak_engine::view::happening::Happening;
use uuid::Uuid;

use crate::deeds::{total, whole_order};
use crate::pipeline::{RINA, shop};
use crate::shop::Shop;

const UNSAID: [(&str, &str); 1] = [("address_reason", "order.address_reason_missing")];

fn to(district: &str, postal_code: &str) -> OrderDraft {
    let mut draft = whole_order();
    draft.address.district = district.into();
    draft.address.postal_code = postal_code.into();
    draft
}

fn because(id: Uuid, why: &str) -> Command {
    match total(id) {
        Command::TotalOrder { id, account, discount, fee_reason, .. } => {
            Command::TotalOrder { id, account, discount, fee_reason, address_reason: Some(why.into()) }
        }
        other => other,
    }
}

impl Shop {
    /// What keeps the totalan from being made; nothing when it was made.
    fn held_back(&mut self, command: Command) -> Vec<(String, String)> {
        match self.command(RINA, command) {
            Outcome::Done { .. } => Vec::new(),
            Outcome::Refused { refusals } => refusals.into_iter().map(|said| (said.field, said.code)).collect(),
            other => panic!("{other:?}"),
        }
    }
}

fn pairs(said: &[(&str, &str)]) -> Vec<(String, String)> {
    said.iter().map(|(field, code)| ((*field).to_owned(), (*code).to_owned())).collect()
}

#[test]
fn r01_a_kecamatan_or_a_postal_code_no_data_knows_waits_for_a_reason_also_without_signal() {
    let mut shop = shop();
    shop.lose_signal(RINA);
    for (district, postal_code) in [("Depokk", "55283"), ("Depok", "16415"), ("Cilodong", "55283")] {
        let order = shop.done(RINA, Command::TakeOrder { draft: to(district, postal_code) });
        assert_eq!(shop.held_back(total(order)), pairs(&UNSAID), "{district} {postal_code}");
        assert_eq!(shop.held_back(because(order, "  ")), pairs(&UNSAID), "a reason of spaces is none");
        assert_eq!(shop.held_back(because(order, "kecamatan pemekaran")), []);
        let page = shop.order(RINA, order);
        let said = page.draft.address_reason.as_str();
        assert_eq!((page.row.standing, said), (Standing::Totalled, "kecamatan pemekaran"));
    }
}

#[test]
fn r01_an_address_the_data_knows_needs_no_reason_however_it_is_written() {
    let mut shop = shop();
    let mut long = to("Buay Pematang Ribu Ranau Tengah", "32268");
    long.address.regency = "Kab. Ogan Komering Ulu Selatan".into();
    long.address.province = "Sumatera Selatan".into();
    for draft in [to("Depok", "55283"), to("KEC. DEPOK", "55281"), long] {
        let order = shop.done(RINA, Command::TakeOrder { draft });
        assert_eq!(shop.held_back(total(order)), []);
    }
}

#[test]
fn r01_the_reason_may_be_said_in_the_form_and_shows_in_the_history() {
    let mut shop = shop();
    let order = shop.done(RINA, Command::TakeOrder { draft: to("Depokk", "55283") });
    let mut draft = shop.order(RINA, order).draft;
    draft.address_reason = "sesuai KTP pembeli".into();
    shop.done(RINA, Command::ReviseOrder { id: order, draft, reason: String::new() });
    let told = shop.order(RINA, order).timeline.into_iter().any(|entry| {
        matches!(entry.what, Happening::Revised { changes, .. }
            if changes.iter().any(|change| change.field == "address_reason" && change.to == "sesuai KTP pembeli"))
    });
    assert!(told);
    assert_eq!(shop.held_back(total(order)), []);
}

/// A device that has not loaded the kecamatan yet cannot vouch for any; a person still can.
#[test]
fn r01_without_the_data_of_the_country_a_person_has_to_say_so() {
    let mut shop = shop();
    shop.holders[RINA].device.know_places(Arc::new(Places::without_districts()));
    let order = shop.done(RINA, Command::TakeOrder { draft: whole_order() });
    assert_eq!(shop.held_back(total(order)), pairs(&UNSAID));
    assert_eq!(shop.held_back(because(order, "dicek di situs Pos")), []);
}
