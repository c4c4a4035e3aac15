//! What people do.

use tapak_domain::order::{
    AddressDraft, ClaimDraft, LineDraft, OrderDraft, Outcome, PackedBy, Paper, ShipmentDraft, VerdictDraft,
};
use tapak_domain::shop::{BankAccount, Setting};
use tapak_engine::command::Command;
use uuid::Uuid;

/// What Rina Marlina ordered: everything the warehouse needs is there.
pub(crate) fn whole_order() -> OrderDraft {
    OrderDraft {
        buyer_name: "Rina Marlina".into(),
        buyer_phone: "0812-3456-7890".into(),
        address: AddressDraft {
            street: "Jl. Kaliurang KM 7 Gg Melati No 12 RT 04/RW 21".into(),
            village: "Condongcatur".into(),
            district: "Depok".into(),
            regency: "Kab. Sleman".into(),
            province: "DI Yogyakarta".into(),
            postal_code: "55283".into(),
            landmark: String::new(),
        },
        lines: vec![line("Trekker X", "hitam", "39"), line("Rimba", "coklat", "42"), line("Arus", "abu", "40")],
        courier: "jne".into(),
        service: "REG".into(),
        shipping_fee: "18.000".into(),
        ..OrderDraft::default()
    }
}

fn line(name: &str, colour: &str, size: &str) -> LineDraft {
    LineDraft {
        name: name.into(),
        colour: colour.into(),
        size: size.into(),
        quantity: "1".into(),
        price: "189000".into(),
        ..LineDraft::default()
    }
}

pub(crate) fn take() -> Command {
    Command::TakeOrder { draft: whole_order() }
}

pub(crate) fn note(id: Uuid, text: &str) -> Command {
    Command::NoteOrder { id, text: text.into() }
}

pub(crate) fn ship(id: Uuid, number: &str) -> Command {
    Command::ShipOrder { id, shipment: ShipmentDraft { tracking_number: number.into(), ..ShipmentDraft::default() } }
}

/// Where buyers transfer to.
pub(crate) fn set_up() -> Command {
    let account = BankAccount { bank: "BCA".into(), number: "1391234567".into(), holder: "CV XYZ".into() };
    Command::SetUp { setting: Setting::Accounts(vec![account]) }
}

pub(crate) fn total(id: Uuid) -> Command {
    Command::TotalOrder {
        id,
        account: String::new(),
        discount: None,
        fee_reason: Some("tarif agen JNE Cibaduyut".into()),
        address_reason: None,
    }
}

/// Nothing is said that the data would have to say.
pub(crate) fn bare_total(id: Uuid) -> Command {
    Command::TotalOrder { id, account: String::new(), discount: None, fee_reason: None, address_reason: None }
}

pub(crate) fn claim(id: Uuid, amount: i64) -> Command {
    let claim = ClaimDraft { amount: amount.to_string(), payer: "SITI AMINAH".into(), ..ClaimDraft::default() };
    Command::ClaimPayment { id, claim }
}

/// All of it over the counter.
pub(crate) fn receive(id: Uuid, amount: i64) -> Command {
    let (outcome, amount, reason) = (Outcome::Paid, amount.to_string(), String::new());
    let verdict = VerdictDraft { outcome, amount, bank_line: None, cash: true, reason, claim: None };
    Command::VerifyPayment { id, verdict }
}

/// Found on that line of the bank's statement, and taken for all of it whatever was told.
pub(crate) fn verify(id: Uuid, amount: i64, line: Uuid, claim: Option<Uuid>) -> Command {
    let (outcome, amount, reason) = (Outcome::Paid, amount.to_string(), "kode unik dibulatkan".into());
    let verdict = VerdictDraft { outcome, amount, bank_line: Some(line), cash: false, reason, claim };
    Command::VerifyPayment { id, verdict }
}

pub(crate) fn print(id: Uuid) -> Command {
    Command::PrintLabel { id, paper: Paper::Label }
}

/// All of it is ticked.
pub(crate) fn pack(id: Uuid, order: &OrderDraft) -> Command {
    Command::PackOrder { id, by: PackedBy::Tick, lines: order.lines.iter().filter_map(|line| line.id).collect() }
}

pub(crate) fn cancel(id: Uuid) -> Command {
    Command::CancelOrder { id, reason: "berubah pikiran".into() }
}
