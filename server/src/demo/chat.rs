//! The chat an order of the demo shop was read from: a filled-in form, or how people really write.

use tapak_domain::order::{LineDraft, OrderDraft};

use super::dice::Dice;
use super::parcels::Carrier;

pub(super) fn write(draft: &OrderDraft, carrier: &Carrier, dice: &mut Dice) -> String {
    if dice.chance(60) { form(draft, carrier) } else { free(draft, carrier) }
}

fn form(draft: &OrderDraft, carrier: &Carrier) -> String {
    let address = &draft.address;
    let lines: Vec<_> = draft.lines.iter().map(|line| format!("{} = {}", sandal(line, "uk"), line.quantity)).collect();
    format!(
        "Format Order\nNama : {}\nAlamat : {}, {}, Kec. {}, {} {}\nNo HP : {}\nPesanan : {}\nEkspedisi : {}",
        draft.buyer_name,
        address.street,
        address.village,
        address.district,
        address.regency,
        address.postal_code,
        draft.buyer_phone,
        lines.join("\n"),
        carrier.nickname.to_uppercase(),
    )
}

fn free(draft: &OrderDraft, carrier: &Carrier) -> String {
    let address = &draft.address;
    let lines: Vec<_> = draft.lines.iter().map(|line| format!("{} {}", sandal(line, "no"), line.quantity)).collect();
    let text = format!(
        "kak mau order {}\na/n {} {} kec {} {} {}\nwa {} pake {} ya kak, totalin sekalian",
        lines.join(" sm "),
        draft.buyer_name,
        address.street,
        address.district,
        address.regency,
        address.postal_code,
        draft.buyer_phone.replace('-', " "),
        carrier.nickname,
    );
    text.to_lowercase()
}

fn sandal(line: &LineDraft, size: &str) -> String {
    format!("{} {} {size} {}", line.name, line.colour, line.size)
}
