//! The small values people type: what reads well reads the same again.

use std::fmt::Debug;

use tapak_domain::Stamp;
use tapak_domain::tariff::ParcelSize;
use tapak_domain::values::{Courier, Phone, PostalCode, Quantity, Rupiah, Size, TrackingNumber, clean};

pub(super) fn parse(bytes: &[u8]) {
    let text = &String::from_utf8_lossy(bytes);
    again(text, |text| Phone::parse(text).ok(), |phone| phone.as_str().to_owned());
    again(text, |text| Phone::parse(text).ok(), Phone::national);
    again(text, |text| Rupiah::parse(text).ok(), |money| money.get().to_string());
    again(text, |text| Rupiah::parse(text).ok(), ToString::to_string);
    again(text, |text| TrackingNumber::parse(text).ok(), |number| number.as_str().to_owned());
    again(text, |text| Quantity::parse(text).ok(), |quantity| quantity.get().to_string());
    again(text, |text| Size::parse(text).ok(), ToString::to_string);
    again(text, |text| PostalCode::parse(text).ok(), |code| code.as_str().to_owned());
    again(text, |text| ParcelSize::parse(text).ok(), ToString::to_string);
    again(text, |text| clean(text, 200).ok(), Clone::clone);
    again(text, |text| text.parse::<Stamp>().ok(), ToString::to_string);
    ask(text);
}

/// What is asked of a value beside being read.
fn ask(text: &str) {
    if let Ok(number) = TrackingNumber::parse(text) {
        drop(number.likely_couriers());
    }
    let courier = Courier::from_code(text).or_else(|| Courier::from_alias(text));
    if let Some(courier) = courier {
        assert_eq!(Courier::from_code(courier.code()), Some(courier));
    }
    let seen = text.parse::<Stamp>().map(|stamp| Stamp::default().observe(stamp, 1_790_000_000_000));
    if let Ok(seen) = seen {
        assert!(seen.tick(1_790_000_000_000) > seen, "the next reading comes later");
    }
}

fn again<T: PartialEq + Debug>(text: &str, read: fn(&str) -> Option<T>, write: fn(&T) -> String) {
    if let Some(value) = read(text) {
        let written = write(&value);
        assert_eq!(read(&written).as_ref(), Some(&value), "{text:?} was written as {written:?}");
    }
}
