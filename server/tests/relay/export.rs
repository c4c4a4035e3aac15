//! `tapak export rekap` beside a running relay, as somebody at a terminal meets it.

use std::fs;
use std::path::Path;

use tapak_domain::order::{AddressDraft, ClaimDraft, LineDraft, OrderDraft};
use tapak_domain::shop::{BankAccount, Setting};
use tapak_engine::command::Command;
use uuid::Uuid;

use crate::world::{Phone, Relay, tapak};

fn take() -> Command {
    let text = str::to_owned;
    let address = AddressDraft {
        street: text("Jl. Kaliurang KM 7 No 12"),
        village: text("Condongcatur"),
        district: text("Depok"),
        regency: text("Kab. Sleman"),
        province: text("DI Yogyakarta"),
        postal_code: text("55283"),
        landmark: String::new(),
    };
    let line = LineDraft {
        name: text("Trekker X"),
        size: text("39"),
        quantity: text("1"),
        price: text("189000"),
        ..LineDraft::default()
    };
    let draft = OrderDraft {
        buyer_name: text("Rina Marlina"),
        buyer_phone: text("0812-3456-7890"),
        address,
        lines: vec![line],
        courier: text("jne"),
        service: text("REG"),
        shipping_fee: text("18000"),
        ..OrderDraft::default()
    };
    Command::TakeOrder { draft }
}

/// Two claims, frozen and on the relay; answers with the batch.
async fn frozen(relay: &Relay) -> Uuid {
    let mut owner = Phone::paired(relay, "owner", "Bu Tini").await;
    owner.until_all_saved().await;
    let account = BankAccount { bank: "BCA".into(), number: "1391234567".into(), holder: "CV XYZ".into() };
    let set_up = Command::SetUp { setting: Setting::Accounts(vec![account]) };
    let orders = owner.run(vec![set_up, take(), take()]).await.split_off(1);
    for id in orders {
        let (account, fee_reason) = (String::new(), Some("tarif agen".to_owned()));
        let claim = ClaimDraft { amount: "207.000".into(), payer: "SITI AMINAH".into(), ..ClaimDraft::default() };
        let total = Command::TotalOrder {
            id,
            account,
            discount: None,
            fee_reason,
            address_reason: Some("sudah ditanya".to_owned()),
        };
        owner.run(vec![total, Command::ClaimPayment { id, claim }]).await;
    }
    let recap = owner.run(vec![Command::FreezeRecap { until: None }]).await[0];
    owner.until_all_saved().await;
    recap
}

/// What it said when it succeeded, or why it did not.
fn export(relay: &Relay, more: &[&str]) -> Result<String, String> {
    let output = tapak(&[&["export", "rekap", "--data", relay.data().to_str().unwrap()], more].concat());
    let said = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
    if output.status.success() { Ok(said(output.stdout)) } else { Err(said(output.stderr)) }
}

fn written(file: &Path) -> String {
    String::from_utf8(fs::read(file).unwrap()).unwrap()
}

#[tokio::test]
async fn r04_a_rekap_is_listed_and_written_as_xlsx_and_csv_while_the_relay_runs() {
    let relay = Relay::open();
    let id = frozen(&relay).await.to_string();
    let listed = export(&relay, &[]).unwrap();
    assert!(listed.starts_with(&id) && listed.contains("2 klaim  Rp414000"), "{listed}");
    let out = tempfile::tempdir().unwrap();
    let (xlsx, csv) = (out.path().join("rekap.xlsx"), out.path().join("rekap.csv"));
    export(&relay, &["--id", &id, "--to", xlsx.to_str().unwrap()]).unwrap();
    assert!(fs::read(&xlsx).unwrap().starts_with(b"PK\x03\x04"));
    let as_csv = ["--id", &id, "--format", "csv", "--to", csv.to_str().unwrap()];
    export(&relay, &as_csv).unwrap();
    let text = written(&csv);
    let lines: Vec<_> = text.lines().collect();
    assert_eq!(lines.len(), 4, "{text}");
    assert!(lines[0].contains("Nomor;Waktu klaim;Pembeli"), "{text}");
    assert!(lines[1].contains("Rina Marlina") && lines[1].contains("SITI AMINAH"), "{text}");
    assert!(lines[3].starts_with("Jumlah;") && lines[3].contains(";414000;"), "{text}");
    let again = export(&relay, &as_csv).unwrap_err();
    assert!(again.contains("rekap.csv"), "nothing is written over: {again}");
}

#[test]
fn a_batch_that_is_not_there_is_said_and_nothing_is_written() {
    let relay = Relay::open();
    let nobodys = Uuid::from_u128(7).to_string();
    let said = export(&relay, &["--id", &nobodys]).unwrap_err();
    assert!(said.contains(&nobodys), "{said}");
    assert_eq!(export(&relay, &[]).unwrap(), "");
}
