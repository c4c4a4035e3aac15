//! The catalogue the test messages are read against, and short ways to show what was understood.

use uuid::Uuid;

use crate::chat::{Claim, Custom, Field, Found, LineGuess, Product, Reading, read};
use crate::values::Rupiah;

const CATALOGUE: [(&str, &[&str]); 4] = [
    ("Trekker X", &["Hitam", "Navy", "Army"]),
    ("Rimba", &["Coklat", "Hitam"]),
    ("Carrier Pro", &["Navy", "Army", "Abu-abu"]),
    ("Carrier Lite", &["Hitam", "Merah"]),
];

/// Reads a message as the shop of the tests would.
pub(super) fn understand(text: &str) -> Reading {
    let owned = |colours: &[&str]| colours.iter().map(|colour| (*colour).to_owned()).collect::<Vec<_>>();
    let colours: Vec<_> = CATALOGUE.iter().map(|(_, colours)| owned(colours)).collect();
    let listed = CATALOGUE.iter().zip(&colours).zip(1_u128..);
    let products: Vec<_> = listed
        .map(|(((name, _), colours), id)| Product { id: Uuid::from_u128(id), name, colours, price: Rupiah::ZERO })
        .collect();
    read(text, &products)
}

/// Everything that was understood, one field a line, in the words of the screen.
pub(super) fn told(text: &str) -> String {
    let reading = understand(text);
    let mut told = vec![reading.kind.code().to_owned()];
    told.extend(reading.order_number.as_ref().map(|found| format!("number: {}", found.value)));
    told.extend(reading.buyer_name.as_ref().map(|found| format!("name: {}", found.value)));
    told.extend(reading.phone.as_ref().map(|found| format!("phone: {}", found.value.national())));
    told.extend(reading.address.as_ref().map(|found| format!("address: {}", found.value)));
    told.extend(reading.lines.iter().map(|found| format!("line: {}", line(found))));
    told.extend(reading.courier.as_ref().map(|found| format!("courier: {}", found.value)));
    told.extend(reading.note.as_ref().map(|found| format!("note: {}", found.value)));
    told.extend(reading.sender.name.as_ref().map(|found| format!("sender: {}", found.value)));
    told.extend(reading.sender.phone.as_ref().map(|found| format!("sender: {}", found.value.national())));
    told.extend(reading.sender.hide_price.as_ref().map(|_| "price hidden".to_owned()));
    told.extend(reading.claim.iter().flat_map(paid));
    told.extend(reading.custom.iter().flat_map(wished));
    told.extend(reading.deadline.as_ref().map(|found| format!("needed: {}", found.value)));
    let missing: Vec<_> = reading.missing.iter().map(|field| field.code()).collect();
    if !missing.is_empty() {
        told.push(format!("missing: {}", missing.join(", ")));
    }
    told.join("\n")
}

fn paid(claim: &Claim) -> Vec<String> {
    let text = |name: &str, found: Option<&Found<String>>| found.map(|found| format!("{name}: {}", found.value));
    let amount = claim.amount.as_ref().map(|found| format!("amount: {}", found.value));
    let rest = [("bank", &claim.bank), ("payer", &claim.payer), ("paid at", &claim.paid_at)];
    let rest = rest.into_iter().filter_map(|(name, found)| text(name, found.as_ref()));
    amount.into_iter().chain(rest).collect()
}

fn wished(custom: &Custom) -> Vec<String> {
    let parts = custom.parts.iter().map(|found| format!("{}: {}", found.value.part.code(), found.value.colour));
    let feet = [("left", &custom.left), ("right", &custom.right)];
    let feet = feet.into_iter().filter_map(|(foot, size)| size.as_ref().map(|size| format!("{foot}: {}", size.value)));
    parts.chain(feet).collect()
}

/// Holds what was understood against the lines of [`told`].
pub(super) fn expect(text: &str, lines: &[&str]) {
    assert_eq!(told(text).lines().collect::<Vec<_>>(), lines, "{text}");
}

/// `Rimba Hitam 38 x1`, with `?` before a name the catalogue does not have and `-` for a size nobody said.
pub(super) fn line(found: &Found<LineGuess>) -> String {
    let LineGuess { product, name, colour, size, quantity } = &found.value;
    let known = if product.is_some() { "" } else { "?" };
    let size = size.map_or("-".to_owned(), |size| size.to_string());
    [&format!("{known}{name}"), colour, &size, &format!("x{quantity}")].map(String::as_str).join(" ").replace("  ", " ")
}

/// The words of the message a field was read from.
pub(super) fn source(text: &str, field: Field) -> Vec<&str> {
    let reading = understand(text);
    reading.segments(text).iter().filter(|segment| segment.field == Some(field)).map(|segment| segment.text).collect()
}
