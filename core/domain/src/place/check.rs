//! Which kecamatan an address means, and what in it does not fit together.

use super::names::key;
use super::{District, Places, is_among};
use crate::chat::regions::Regency;
use crate::chat::spelling::is_misspelt;
use crate::values::{Address, PostalCode};

/// Most names offered in place of a doubtful one.
const NEAR: usize = 4;

/// Why an address may not be found by a courier. None of them keeps it from being saved.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Doubt {
    /// Nothing in the country is called so.
    RegencyUnknown,
    /// The regency has no such kecamatan.
    DistrictUnknown,
    /// There is one, but in another regency.
    DistrictElsewhere,
    /// There are several, and nothing tells which.
    DistrictAmbiguous,
    /// The kecamatan does not have this postal code.
    PostalCodeElsewhere,
}

impl Doubt {
    pub const fn code(self) -> &'static str {
        match self {
            Self::RegencyUnknown => "regency_unknown",
            Self::DistrictUnknown => "district_unknown",
            Self::DistrictElsewhere => "district_elsewhere",
            Self::DistrictAmbiguous => "district_ambiguous",
            Self::PostalCodeElsewhere => "postal_code_elsewhere",
        }
    }
}

/// What was found out about an address.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Check<'p> {
    pub district: Option<&'p District>,
    pub doubt: Option<Doubt>,
    /// What may be meant instead, the likeliest first.
    pub near: Vec<&'p District>,
}

impl<'p> Check<'p> {
    fn doubtful(doubt: Doubt, near: impl IntoIterator<Item = &'p District>) -> Self {
        let mut kept: Vec<&District> = Vec::new();
        for district in near {
            if kept.len() < NEAR && !kept.contains(&district) {
                kept.push(district);
            }
        }
        Self { district: None, doubt: Some(doubt), near: kept }
    }

    /// Its kecamatan is known, and the postal code lies in it.
    pub fn is_certain(&self) -> bool {
        self.district.is_some() && self.doubt.is_none()
    }
}

impl Places {
    /// Nothing is doubted before a kecamatan was written, or while the country is not known.
    pub fn check(&self, address: &Address) -> Check<'_> {
        if address.district.is_empty() || !self.has_districts() {
            return Check::default();
        }
        let said = self.regencies(&address.regency);
        if said.is_empty() && !address.regency.is_empty() {
            return self.in_no_regency(address);
        }
        let name = key(&address.district);
        let here = self.named(&name).filter(|district| is_among(&district.regency, &said)).collect();
        match narrowed(here, address).as_slice() {
            [] => self.unknown(&name, &said, address),
            [district] => self.in_district(district, address),
            several => Check::doubtful(Doubt::DistrictAmbiguous, several.iter().copied()),
        }
    }

    /// The regency is called like nothing: perhaps a slip of the finger, perhaps only the kecamatan is right.
    fn in_no_regency(&self, address: &Address) -> Check<'_> {
        let meant = self.regency_near(&address.regency);
        let name = key(&address.district);
        let mut named: Vec<_> = self.named(&name).collect();
        named.sort_by_key(|district| (Some(district.regency) != meant, !fits_code(district, address)));
        Check::doubtful(Doubt::RegencyUnknown, named)
    }

    fn unknown(&self, name: &str, said: &[Regency], address: &Address) -> Check<'_> {
        let here = |district: &&District| is_among(&district.regency, said);
        let near = |district: &&District| is_misspelt(name, &district.key) || begins_alike(name, &district.key);
        let slips = self.districts.iter().filter(here).filter(near);
        let by_code = number(address).into_iter().flat_map(|code| self.holding(code)).filter(here);
        let mut close: Vec<_> = slips.chain(by_code).collect();
        let elsewhere: Vec<_> = self.named(name).collect();
        let doubt = if elsewhere.is_empty() { Doubt::DistrictUnknown } else { Doubt::DistrictElsewhere };
        close.extend(elsewhere);
        Check::doubtful(doubt, close)
    }

    fn in_district<'p>(&'p self, district: &'p District, address: &Address) -> Check<'p> {
        match number(address) {
            Some(code) if !district.postal_codes.holds(code) => {
                let mut holders: Vec<_> = self.holding(code).collect();
                holders.sort_by_key(|holder| holder.regency != district.regency);
                let doubtful = Check::doubtful(Doubt::PostalCodeElsewhere, holders);
                Check { district: Some(district), ..doubtful }
            }
            Some(_) | None => Check { district: Some(district), ..Check::default() },
        }
    }
}

/// By the province, then by the postal code, as far as they tell the candidates apart.
fn narrowed<'p>(found: Vec<&'p District>, address: &Address) -> Vec<&'p District> {
    let province = key(&address.province);
    let by_province = keep(found, |district| key(district.province()) == province);
    keep(by_province, |district| fits_code(district, address))
}

fn keep(found: Vec<&District>, fits: impl Fn(&District) -> bool) -> Vec<&District> {
    let kept: Vec<_> = found.iter().filter(|district| fits(district)).copied().collect();
    if kept.is_empty() { found } else { kept }
}

fn fits_code(district: &District, address: &Address) -> bool {
    number(address).is_some_and(|code| district.postal_codes.holds(code))
}

fn number(address: &Address) -> Option<u32> {
    address.postal_code.as_ref().map(PostalCode::as_str).and_then(|code| code.parse().ok())
}

/// `Ilir Barat` for `Ilir Barat I`, and the other way round.
fn begins_alike(name: &str, other: &str) -> bool {
    const LONG_ENOUGH: usize = 4;
    name.len() >= LONG_ENOUGH && (other.starts_with(name) || (other.len() >= LONG_ENOUGH && name.starts_with(other)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::place::country;

    fn address(district: &str, regency: &str, postal_code: &str) -> Address {
        Address {
            district: district.into(),
            regency: regency.into(),
            postal_code: PostalCode::parse(postal_code).ok(),
            ..Address::default()
        }
    }

    fn found(address: &Address) -> (Option<String>, Option<Doubt>, Vec<String>) {
        let places = country();
        let check = places.check(address);
        let near = check.near.iter().map(|district| format!("{}, {}", district.name, district.regency())).collect();
        (check.district.map(|district| district.code.clone()), check.doubt, near)
    }

    #[test]
    fn depok_in_sleman_is_a_kecamatan_and_no_city() {
        assert_eq!(found(&address("Depok", "Kab. Sleman", "55283")), (Some("34.04.07".into()), None, vec![]));
    }

    #[test]
    fn kab_and_kota_of_one_name_are_told_apart_by_the_kecamatan() {
        let (lembang, ..) = found(&address("Coblong", "Bandung", "40132"));
        assert_eq!(lembang.as_deref(), Some("32.73.02"));
        let (ciparay, ..) = found(&address("Ciparay", "Bandung", "40381"));
        assert_eq!(ciparay.as_deref(), Some("32.04.29"));
        let (_, doubt, _) = found(&address("Coblong", "Kab. Bandung", "40132"));
        assert_eq!(doubt, Some(Doubt::DistrictElsewhere));
    }

    #[test]
    fn a_kecamatan_without_its_regency_is_found_by_the_postal_code() {
        assert_eq!(found(&address("Depok", "", "55281")).0.as_deref(), Some("34.04.07"));
        let (_, doubt, near) = found(&address("Depok", "", ""));
        assert_eq!(doubt, Some(Doubt::DistrictAmbiguous));
        assert!(near.contains(&"Depok, Kab. Sleman".to_owned()) && near.len() > 1);
    }

    #[test]
    fn an_unknown_kecamatan_is_named_with_the_nearest() {
        let (district, doubt, near) = found(&address("Cilodon", "Kota Depok", "16415"));
        assert_eq!((district, doubt), (None, Some(Doubt::DistrictUnknown)));
        assert_eq!(near[0], "Cilodong, Kota Depok");
        let (_, doubt, near) = found(&address("Sukamaju Baru", "Kota Depok", "16455"));
        assert_eq!(doubt, Some(Doubt::DistrictUnknown));
        assert_eq!(near, ["Tapos, Kota Depok"], "by the postal code");
    }

    #[test]
    fn a_misspelt_regency_still_leads_somewhere() {
        let (_, doubt, near) = found(&address("Depok", "Kab. Slemann", "55281"));
        assert_eq!(doubt, Some(Doubt::RegencyUnknown));
        assert_eq!(near[0], "Depok, Kab. Sleman");
    }

    #[test]
    fn a_postal_code_of_another_kecamatan_is_noticed() {
        let (district, doubt, near) = found(&address("Depok", "Kab. Sleman", "16415"));
        assert_eq!((district.as_deref(), doubt), (Some("34.04.07"), Some(Doubt::PostalCodeElsewhere)));
        assert_eq!(near, ["Cilodong, Kota Depok"]);
    }

    /// What was taken from the list is never doubted, whichever of its postal codes was chosen.
    #[test]
    fn every_kecamatan_filled_in_from_the_list_is_certain() {
        let places = country();
        for district in &places.districts {
            let code = district.postal_codes.all().last().unwrap().to_string();
            let written =
                Address { province: district.province().into(), ..address(&district.name, &district.regency(), &code) };
            let check = places.check(&written);
            assert!(check.is_certain(), "{}: {check:?}", district.code);
            assert_eq!(check.district.map(|found| &found.code), Some(&district.code));
        }
    }

    #[test]
    fn without_the_data_nothing_is_doubted() {
        let places = Places::without_districts();
        assert_eq!(places.check(&address("Entah", "Kab. Sleman", "")), Check::default());
    }
}
