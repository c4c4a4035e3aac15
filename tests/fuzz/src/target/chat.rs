//! A pasted chat: any text is read, and the stretches it was cut into are the whole of it.

use tapak_domain::chat::{self, Product, Reading};
use tapak_domain::values::Rupiah;
use uuid::Uuid;

pub(super) fn read(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    let colours = ["hitam", "coklat tua"].map(str::to_owned);
    let product = |id, name| Product { id: Uuid::from_u128(id), name, colours: &colours, price: Rupiah::ZERO };
    for catalogue in [&[][..], &[product(1, "Trekker X"), product(2, "Trekker"), product(3, "Kaki Gunung 2.0")]] {
        check(&chat::read(&text, catalogue), &text);
    }
}

fn check(reading: &Reading, text: &str) {
    let whole: String = reading.segments(text).iter().map(|segment| segment.text).collect();
    assert_eq!(whole, text);
    let told: Vec<_> = reading.orders().flat_map(Reading::told).collect();
    for span in told.iter().flat_map(|told| told.spans) {
        assert!(text.get(span.clone()).is_some(), "{span:?} is no stretch of the text");
    }
}
