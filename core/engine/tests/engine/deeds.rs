//! What people do.

use tapak_domain::order::{AddressDraft, LineDraft, OrderDraft};
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
    Command::ShipOrder { id, tracking_number: number.into() }
}

pub(crate) fn cancel(id: Uuid) -> Command {
    Command::CancelOrder { id, reason: "berubah pikiran".into() }
}
