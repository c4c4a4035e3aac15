//! What sending an order costs: its place and its weight looked up in the tables in force.

use tapak_domain::order::Line;
use tapak_domain::place::key;
use tapak_domain::tariff::{Offer, Parcel, Priced, offers};
use tapak_domain::values::{Address, Courier, Rupiah};
use tapak_store::tariff::TariffFound;

use super::Device;
use crate::fault::Fault;

impl Device {
    /// The cheapest first.
    pub(super) fn offers(&self, address: &Address, parcel: &Parcel) -> Result<Vec<Offer>, Fault> {
        let (regency, district) = self.place_of(address);
        let found = self.store.tariffs_for(&key(&regency), &key(&district))?;
        let rows = found.into_iter().filter_map(|found| priced(found, &regency, &district)).collect();
        Ok(offers(rows, parcel))
    }

    /// As tables name it; as it was written where the country does not know it.
    fn place_of(&self, address: &Address) -> (String, String) {
        match self.places.check(address).district {
            Some(district) => (district.regency(), district.name.clone()),
            None => {
                let regency = self.places.regency(&address.regency);
                (regency.unwrap_or_else(|| address.regency.clone()), address.district.clone())
            }
        }
    }

    pub(super) fn parcel<'l>(&self, lines: impl Iterator<Item = &'l Line>) -> Result<Parcel, Fault> {
        let mut parcel = Parcel::default();
        for line in lines {
            let product = line.product.map(|id| self.store.product(id)).transpose()?.flatten();
            parcel.add(u32::from(line.quantity.get()), product.map_or(0, |product| product.weight_grams));
        }
        Ok(parcel)
    }
}

fn priced(found: TariffFound, regency: &str, district: &str) -> Option<Priced> {
    Some(Priced {
        courier: Courier::from_code(&found.courier)?,
        service: found.service,
        regency: regency.to_owned(),
        district: if found.whole_regency { String::new() } else { district.to_owned() },
        per_kilogram: Rupiah::new(found.fee).ok()?,
        at: found.at,
        file: found.file,
    })
}
