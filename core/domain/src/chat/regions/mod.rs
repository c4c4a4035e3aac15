//! Provinces, regencies and cities by the names people give them, and the postal codes that lie in each.

mod aliases;

use std::collections::BTreeMap;

use super::spelling::is_misspelt;
use aliases::{PROVINCE_ALIASES, REGENCY_ALIASES};

const DATA: &str = include_str!("regencies.txt");

/// Whether the writer said `Kab.` or `Kota`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Status {
    Regency,
    City,
    Unsaid,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Regency {
    pub(crate) name: &'static str,
    pub(crate) province: &'static str,
    is_city: bool,
    postal_codes: &'static str,
}

impl Regency {
    pub(crate) fn title(&self) -> String {
        format!("{} {}", if self.is_city { "Kota" } else { "Kab." }, self.name)
    }

    pub(crate) fn holds(&self, postal_code: u32) -> bool {
        self.postal_codes.split(' ').any(|range| {
            let (first, last) = range.split_once('-').unwrap_or((range, range));
            let bound = |text: &str| text.parse::<u32>().ok();
            bound(first).zip(bound(last)).is_some_and(|(first, last)| (first..=last).contains(&postal_code))
        })
    }

    fn answers_to(&self, status: Status) -> bool {
        match status {
            Status::Regency => !self.is_city,
            Status::City => self.is_city,
            Status::Unsaid => true,
        }
    }
}

/// The whole country, indexed by names in lower case without spaces.
#[derive(Debug)]
pub(crate) struct Regions {
    all: Vec<Regency>,
    by_name: BTreeMap<String, Vec<Regency>>,
    provinces: BTreeMap<String, &'static str>,
}

impl Regions {
    pub(crate) fn new() -> Self {
        let (all, names) = load(DATA);
        let mut by_name: BTreeMap<String, Vec<Regency>> = BTreeMap::new();
        for regency in &all {
            by_name.entry(compact(regency.name)).or_default().push(*regency);
        }
        let mut provinces: BTreeMap<_, _> = names.iter().map(|name| (compact(name), *name)).collect();
        provinces.extend(PROVINCE_ALIASES.iter().map(|(alias, name)| ((*alias).to_owned(), *name)));
        Self { all, by_name, provinces }
    }

    pub(crate) fn province(&self, name: &str) -> Option<&'static str> {
        self.provinces.get(name).copied()
    }

    /// Regencies and cities called `name`. A nickname that nobody qualified means the city.
    pub(crate) fn regencies(&self, name: &str, status: Status) -> Vec<Regency> {
        let Some(full) = Self::nickname(name) else {
            return self.named(name, status);
        };
        let cities = self.named(full, if status == Status::Unsaid { Status::City } else { status });
        if cities.is_empty() { self.named(full, status) } else { cities }
    }

    /// Everything that shares its name with `regency`.
    pub(crate) fn namesakes(&self, regency: &Regency) -> Vec<Regency> {
        self.named(&compact(regency.name), Status::Unsaid)
    }

    pub(crate) fn nickname(name: &str) -> Option<&'static str> {
        REGENCY_ALIASES.iter().find(|(alias, _)| *alias == name).map(|(_, full)| *full)
    }

    /// The one regency whose name is a slip of the finger away.
    pub(crate) fn misspelt(&self, name: &str, status: Status) -> Option<Regency> {
        let mut near = self.all.iter().filter(|r| r.answers_to(status) && is_misspelt(name, &compact(r.name)));
        let first = near.next()?;
        near.next().is_none().then_some(*first)
    }

    pub(crate) fn with_postal_code(&self, postal_code: u32) -> Vec<Regency> {
        self.all.iter().filter(|regency| regency.holds(postal_code)).copied().collect()
    }

    /// By the title that [`Regency::title`] gives.
    pub(crate) fn titled(&self, title: &str) -> Option<Regency> {
        self.all.iter().find(|regency| regency.title() == title).copied()
    }

    fn named(&self, name: &str, status: Status) -> Vec<Regency> {
        let found = self.by_name.get(name).into_iter().flatten();
        found.filter(|regency| regency.answers_to(status)).copied().collect()
    }
}

fn load(data: &'static str) -> (Vec<Regency>, Vec<&'static str>) {
    let (mut all, mut provinces) = (Vec::new(), Vec::new());
    for line in data.lines().filter(|line| !line.starts_with('#')) {
        if let Some(province) = line.strip_prefix('=') {
            provinces.push(province);
        } else if let (Some((name, postal_codes)), Some(province)) = (line.split_once('|'), provinces.last()) {
            let is_city = name.starts_with('*');
            all.push(Regency { name: name.trim_start_matches('*'), province, is_city, postal_codes });
        }
    }
    (all, provinces)
}

fn compact(name: &str) -> String {
    name.chars().filter(|c| c.is_alphabetic()).flat_map(char::to_lowercase).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn titles(found: &[Regency]) -> Vec<String> {
        found.iter().map(Regency::title).collect()
    }

    #[test]
    fn the_whole_country_is_there() {
        let (all, provinces) = load(DATA);
        assert_eq!((all.len(), provinces.len()), (514, 38));
        assert!(all.iter().all(|regency| !regency.postal_codes.is_empty()));
    }

    #[test]
    fn every_nickname_leads_somewhere() {
        let regions = Regions::new();
        for (alias, _) in REGENCY_ALIASES {
            assert_eq!(regions.regencies(alias, Status::Unsaid).len(), 1, "{alias}");
        }
        for (alias, name) in PROVINCE_ALIASES {
            assert!(regions.all.iter().any(|regency| regency.province == *name), "{alias}");
        }
    }

    #[test]
    fn one_name_may_be_a_regency_and_a_city() {
        let regions = Regions::new();
        assert_eq!(titles(&regions.regencies("malang", Status::Unsaid)), ["Kab. Malang", "Kota Malang"]);
        assert_eq!(titles(&regions.regencies("malang", Status::City)), ["Kota Malang"]);
        assert_eq!(titles(&regions.regencies("bdg", Status::Unsaid)), ["Kota Bandung"]);
        assert_eq!(titles(&regions.regencies("bdg", Status::Regency)), ["Kab. Bandung"]);
        assert_eq!(titles(&regions.regencies("gunungkidul", Status::Unsaid)), ["Kab. Gunungkidul"]);
    }

    #[test]
    fn a_postal_code_knows_its_regency() {
        let regions = Regions::new();
        assert_eq!(titles(&regions.with_postal_code(11420)), ["Kota Jakarta Barat"]);
        assert_eq!(titles(&regions.with_postal_code(16415)), ["Kota Depok"]);
        assert_eq!(titles(&regions.with_postal_code(99352)), ["Kab. Jayapura"]);
        assert!(regions.with_postal_code(10000).is_empty());
    }

    #[test]
    fn a_slip_of_the_finger_is_forgiven_when_only_one_place_is_meant() {
        let regions = Regions::new();
        assert_eq!(regions.misspelt("slemann", Status::Regency).map(|r| r.title()), Some("Kab. Sleman".to_owned()));
        assert_eq!(regions.misspelt("atlantis", Status::Unsaid), None);
    }
}
