//! Where in the country: provinces, regencies, kecamatan and their postal codes, found while one types and checked in an
//! address.

mod check;
mod district;
mod load;
mod names;
mod suggest;

pub use check::{Check, Doubt};
pub use district::{District, PostalCodes};
pub use load::PlacesError;
pub use names::key;

use std::collections::BTreeMap;

use crate::chat::regions::{Regency, Regions};

/// The kecamatan of the country with their postal codes, as an app ships them beside its program.
pub const DISTRICTS: &str = include_str!("districts.txt");

/// What is known of the country. Regencies always are; kecamatan only once the host has handed them in.
#[derive(Debug)]
pub struct Places {
    regions: Regions,
    /// In the sequence of their codes.
    districts: Vec<District>,
    /// Where in `districts` those of each name are.
    by_name: BTreeMap<String, Vec<usize>>,
    version: String,
}

impl Places {
    pub fn without_districts() -> Self {
        Self::new(Regions::new(), Vec::new(), String::new())
    }

    fn new(regions: Regions, districts: Vec<District>, version: String) -> Self {
        let mut by_name: BTreeMap<String, Vec<usize>> = BTreeMap::new();
        for (at, district) in districts.iter().enumerate() {
            district.names().for_each(|name| by_name.entry(name).or_default().push(at));
        }
        Self { regions, districts, by_name, version }
    }

    pub fn has_districts(&self) -> bool {
        !self.districts.is_empty()
    }

    /// Which state of the data this is, as the data itself says; empty without districts.
    pub fn version(&self) -> &str {
        &self.version
    }

    /// The regency or city as everybody here writes it: `Kab. Sleman`. `None` when nothing, or more than one, is called so.
    pub fn regency(&self, written: &str) -> Option<String> {
        match self.regencies(written).as_slice() {
            [only] => Some(only.title()),
            _ => None,
        }
    }

    /// The kecamatan that both names mean; `None` when nothing, or more than one, is called so.
    pub fn district(&self, regency: &str, district: &str) -> Option<&District> {
        let said = self.regencies(regency);
        let name = key(district);
        let mut found = self.named(&name).filter(|district| said.contains(&district.regency));
        found.next().filter(|_| found.next().is_none())
    }

    /// The same among those of the province with this [`key`].
    pub fn regency_in(&self, written: &str, province: &str) -> Option<String> {
        let mut found = self.regencies(written).into_iter().filter(|regency| key(regency.province) == province);
        found.next().filter(|_| found.next().is_none()).map(|regency| regency.title())
    }

    /// How many regencies and cities may be meant.
    pub fn count_regencies(&self, written: &str) -> usize {
        self.regencies(written).len()
    }

    fn regencies(&self, written: &str) -> Vec<Regency> {
        let (status, name) = names::split_status(written);
        self.regions.regencies(&names::letters(name), status)
    }

    /// The one regency meant by a word with a slip in it.
    fn regency_near(&self, written: &str) -> Option<Regency> {
        let (status, name) = names::split_status(written);
        self.regions.misspelt(&names::letters(name), status)
    }

    fn holding(&self, postal_code: u32) -> impl Iterator<Item = &District> {
        self.districts.iter().filter(move |district| district.postal_codes.holds(postal_code))
    }

    /// Kecamatan of this name, see [`key`], wherever they are.
    fn named(&self, key: &str) -> impl Iterator<Item = &District> {
        self.by_name.get(key).into_iter().flatten().map(|at| &self.districts[*at])
    }
}

/// Whether `regency` is one of those that may be meant; with none named, every one may.
fn is_among(regency: &Regency, meant: &[Regency]) -> bool {
    meant.is_empty() || meant.contains(regency)
}

#[cfg(test)]
pub(crate) fn country() -> Places {
    Places::load(DISTRICTS).unwrap()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_regency_is_known_however_it_is_written() {
        let places = Places::without_districts();
        for (written, title) in [
            ("Kab. Sleman", Some("Kab. Sleman")),
            ("KABUPATEN SLEMAN", Some("Kab. Sleman")),
            ("sleman", Some("Kab. Sleman")),
            ("SLEMAN, KAB.", Some("Kab. Sleman")),
            ("Jakbar", Some("Kota Jakarta Barat")),
            ("Kota Adm. Jakarta Barat", Some("Kota Jakarta Barat")),
            ("Kota Bandung", Some("Kota Bandung")),
            ("Bandung", None),
            ("Atlantis", None),
            ("", None),
        ] {
            assert_eq!(places.regency(written).as_deref(), title, "{written}");
        }
    }
}
