//! The place of a row, written as everybody here writes it.

use crate::place::{Places, key};
use crate::values::clean;

const NAME: usize = 80;

#[derive(Debug, Default)]
pub(super) struct Place {
    pub(super) regency: String,
    pub(super) district: String,
    pub(super) problem: Option<&'static str>,
    pub(super) doubt: Option<&'static str>,
}

/// Couriers also write `DEPOK, SLEMAN`: the kecamatan before its regency, in one cell.
pub(super) fn read(places: &Places, regency: &str, district: &str, province: &str) -> Place {
    let (Ok(regency), Ok(district)) = (clean(regency, NAME), clean(district, NAME)) else {
        return Place { problem: Some("text.too_long"), ..Place::default() };
    };
    match regency.rsplit_once(',').map(|(first, last)| (first.trim(), last.trim())) {
        Some((first, last)) if district.is_empty() && places.count_regencies(&regency) == 0 => {
            named(places, last, first, province)
        }
        _ => named(places, &regency, &district, province),
    }
}

fn named(places: &Places, regency: &str, district: &str, province: &str) -> Place {
    let as_written = Place { regency: regency.to_owned(), district: district.to_owned(), ..Place::default() };
    if regency.is_empty() {
        return Place { problem: Some("tariff.regency_missing"), ..as_written };
    }
    if let Some(found) = places.district(regency, district) {
        return Place { regency: found.regency(), district: found.name.clone(), ..Place::default() };
    }
    match (places.regency(regency), places.count_regencies(regency)) {
        (Some(title), _) => Place { regency: title, doubt: unknown(places, district), ..as_written },
        (None, 0) => Place { doubt: Some("regency_unknown"), ..as_written },
        (None, _) => in_province(places, as_written, province),
    }
}

/// Only a column of provinces tells namesakes in two provinces apart; Kab. and Kota of one name it does not.
fn in_province(places: &Places, place: Place, province: &str) -> Place {
    match places.regency_in(&place.regency, &key(province)) {
        Some(title) => Place { regency: title, doubt: unknown(places, &place.district), ..place },
        None => Place { problem: Some("tariff.regency_ambiguous"), ..place },
    }
}

/// Without the data of kecamatan nothing is called unknown.
fn unknown(places: &Places, district: &str) -> Option<&'static str> {
    (!district.is_empty() && places.has_districts()).then_some("district_unknown")
}
