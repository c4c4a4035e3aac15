//! What sending an order costs: its place and its weight looked up in the tables in force.

use tapak_domain::order::{Line, Order};
use tapak_domain::place::{Places, key};
use tapak_domain::tariff::{Accounted, Offer, Parcel, ParcelSize, Priced, accounted, offers, own};
use tapak_domain::values::{Address, Courier, CourierService, Rupiah};
use tapak_store::Store;
use tapak_store::tariff::TariffFound;

use crate::fault::Fault;

/// The tables in force, and what is known of the country.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Fees<'a> {
    pub(crate) store: &'a Store,
    pub(crate) places: &'a Places,
}

impl Fees<'_> {
    /// The cheapest first.
    pub(crate) fn offers(&self, address: &Address, parcel: &Parcel) -> Result<Vec<Offer>, Fault> {
        let (regency, district) = self.place_of(address);
        let found = self.store.tariffs_for(&key(&regency), &key(&district))?;
        let rows = found.into_iter().filter_map(|found| priced(found, &regency, &district)).collect();
        Ok(offers(rows, parcel))
    }

    /// Whether the order's fee is what a table in force asks for it.
    pub(crate) fn is_by_tariff(&self, order: &Order) -> Result<bool, Fault> {
        let parcel = self.parcel(order.lines.values(), order.parcel_size)?;
        let asked = self.asked(&order.address, &parcel, order.courier.as_ref())?;
        Ok(accounted(order.shipping_fee, asked, "") == Accounted::ByTariff)
    }

    /// What the wanted service asks; nothing where no table says it.
    pub(crate) fn asked(
        &self,
        address: &Address,
        parcel: &Parcel,
        wanted: Option<&CourierService>,
    ) -> Result<Option<Rupiah>, Fault> {
        let offers = self.offers(address, parcel)?;
        Ok(own(&offers, wanted).ok().and_then(|at| offers.get(at)).map(|offer| offer.fee))
    }

    /// Whether the order's kecamatan is known, and its postal code lies in it. While the country is not known here, none is:
    /// then a person has to say why it is right.
    pub(crate) fn is_located(&self, order: &Order) -> bool {
        self.places.check(&order.address).is_certain()
    }

    /// As tables name it; as it was written where the country does not know it.
    fn place_of(&self, address: &Address) -> (String, String) {
        if let Some(district) = self.places.check(address).district {
            return (district.regency(), district.name.clone());
        }
        let regency = self.places.regency(&address.regency);
        (regency.unwrap_or_else(|| address.regency.clone()), address.district.clone())
    }

    pub(crate) fn parcel<'l>(
        &self,
        lines: impl Iterator<Item = &'l Line>,
        size: Option<ParcelSize>,
    ) -> Result<Parcel, Fault> {
        let mut parcel = Parcel { size, ..Parcel::default() };
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
