//! The catalogue the test messages are read against, and short ways to show what was understood.

use uuid::Uuid;

use crate::chat::{Field, Found, LineGuess, Product, Reading, read};
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
    told.extend(reading.buyer_name.as_ref().map(|found| format!("name: {}", found.value)));
    told.extend(reading.phone.as_ref().map(|found| format!("phone: {}", found.value.national())));
    told.extend(reading.address.as_ref().map(|found| format!("address: {}", found.value)));
    told.extend(reading.lines.iter().map(|found| format!("line: {}", line(found))));
    told.extend(reading.courier.as_ref().map(|found| format!("courier: {}", found.value)));
    told.extend(reading.note.as_ref().map(|found| format!("note: {}", found.value)));
    let missing: Vec<_> = reading.missing.iter().map(|field| field.code()).collect();
    if !missing.is_empty() {
        told.push(format!("missing: {}", missing.join(", ")));
    }
    told.join("\n")
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
