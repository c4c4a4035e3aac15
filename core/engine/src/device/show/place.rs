//! Places: what is offered while one types, and what an address means.

use tapak_domain::place::{Check, District};
use tapak_domain::values::Address;

use crate::device::Device;
use crate::view::place::{PlaceRow, PlaceView, PlacesView};

/// As many as a person reads.
const OFFERED: usize = 8;

impl Device {
    pub(super) fn show_places(&self, text: &str, regency: &str) -> PlacesView {
        let rows = self.places.suggest(text, regency, OFFERED);
        PlacesView { rows: rows.into_iter().map(row).collect(), version: self.places.version().to_owned() }
    }

    pub(super) fn show_place(&self, address: &Address) -> PlaceView {
        let Check { district, doubt, near } = self.places.check(address);
        PlaceView {
            known: district.map(row),
            doubt: doubt.map_or("", |doubt| doubt.code()).to_owned(),
            near: near.into_iter().map(row).collect(),
        }
    }
}

fn row(district: &District) -> PlaceRow {
    PlaceRow {
        code: district.code.clone(),
        district: district.name.clone(),
        regency: district.regency(),
        province: district.province().to_owned(),
        postal_codes: district.postal_codes.all().map(|code| code.to_string()).collect(),
    }
}
