//! Tariffs: what sending costs, a table before it is imported, what was imported, and what it cost in the end.

use tapak_domain::order::{OrderDraft, fill};
use tapak_domain::policy::may;
use tapak_domain::tariff::{Offer, accounted, own, table};
use tapak_domain::values::{Courier, Rupiah};
use tapak_domain::{DeviceId, Noun};
use tapak_store::tariff::TariffImport;

use super::PAGE;
use crate::device::Device;
use crate::fault::Fault;
use crate::view::tariff::{
    FeeVarianceRow, FeeVarianceView, OfferRow, ShippingFeeView, TableRow, TableService, TariffImportRow,
    TariffTableView, TariffsView,
};

/// As many questions as a person answers, and as many rows as show that the columns were understood.
const QUESTIONS: usize = 200;
const SAMPLE: usize = 5;

impl Device {
    pub(super) fn show_shipping_fee(&self, draft: &OrderDraft) -> Result<ShippingFeeView, Fault> {
        let (filled, _) = fill(draft);
        let parcel = self.fees().parcel(filled.lines.iter().map(|(_, line)| line), filled.parcel_size)?;
        let offers = self.fees().offers(&filled.address, &parcel)?;
        let picked_up = filled.courier.as_ref().is_some_and(|wanted| wanted.courier == Courier::Pickup);
        let (own, why) = match own(&offers, filled.courier.as_ref()) {
            _ if picked_up => (None, ""),
            _ if filled.address.regency.is_empty() => (None, "address_open"),
            _ if offers.is_empty() && !self.store.has_tariffs()? => (None, "no_tariffs"),
            _ if offers.is_empty() => (None, "place_not_there"),
            Ok(at) => (u32::try_from(at).ok(), ""),
            Err(why) => (None, why.code()),
        };
        let asked = match own {
            Some(at) => offers.get(at as usize).map(|offer| offer.fee),
            None => picked_up.then_some(Rupiah::ZERO),
        };
        Ok(ShippingFeeView {
            accounted: accounted(filled.shipping_fee, asked, &filled.fee_reason).code().to_owned(),
            offers: offers.into_iter().map(offer).collect(),
            own,
            why: why.to_owned(),
            weight_grams: parcel.grams,
            guessed: parcel.guessed,
        })
    }

    pub(super) fn show_tariff_table(&self, courier: &str, service: &str, text: &str) -> Result<TariffTableView, Fault> {
        let read = match table::read(text, Courier::from_code(courier), service, &self.places) {
            Ok(read) => read,
            Err(error) => return Ok(TariffTableView { refused: error.code().to_owned(), ..nothing() }),
        };
        let services = table::by_service(&read).into_iter().map(|((courier, service), rows)| {
            let known = !self.store.tariffs_of_service(courier.code(), &service)?.is_empty();
            Ok(TableService { courier: courier.code().to_owned(), service, rows: count(rows.len()), known })
        });
        let (good, bad): (Vec<_>, Vec<_>) = read.iter().partition(|row| row.problem.is_none());
        let questions = read.iter().filter(|row| row.problem.or(row.doubt).is_some());
        Ok(TariffTableView {
            services: services.collect::<Result<_, Fault>>()?,
            good: count(good.len()),
            bad: count(bad.len()),
            odd: count(good.iter().filter(|row| row.doubt.is_some()).count()),
            questions: questions.take(QUESTIONS).map(row).collect(),
            sample: good.into_iter().filter(|row| row.doubt.is_none()).take(SAMPLE).map(row).collect(),
            ..nothing()
        })
    }

    pub(super) fn show_tariffs(&self) -> Result<TariffsView, Fault> {
        let imports = self.store.tariff_imports()?.into_iter().map(|import| self.tariff_import_row(import));
        let manages = self.role().is_some_and(|role| may(role, Noun::Tariff, "imported"));
        Ok(TariffsView { imports: imports.collect(), manages })
    }

    pub(super) fn show_fee_variance(&self) -> Result<FeeVarianceView, Fault> {
        if !self.sees_money() {
            return Ok(FeeVarianceView { rows: Vec::new() });
        }
        let rows = self.store.fees_spent(PAGE)?.into_iter().map(|spent| FeeVarianceRow {
            month: spent.month,
            courier: spent.courier,
            parcels: spent.known,
            unknown: spent.unknown,
            charged: spent.charged,
            actual: spent.actual,
        });
        Ok(FeeVarianceView { rows: rows.collect() })
    }

    fn tariff_import_row(&self, import: TariffImport) -> TariffImportRow {
        let by = self.crew.find(DeviceId(import.by));
        TariffImportRow {
            import: import.import,
            courier: import.courier,
            service: import.service,
            file: import.file,
            rows: import.rows,
            at: import.at,
            person: by.map(|entry| entry.person.clone()).unwrap_or_default(),
            withdrawn: import.withdrawn,
            replaced: import.replaced,
        }
    }
}

fn offer(offer: Offer) -> OfferRow {
    OfferRow {
        courier: offer.row.courier.code().to_owned(),
        service: offer.row.service,
        fee: offer.fee.get(),
        kilograms: offer.kilograms,
        per_kilogram: offer.row.per_kilogram.get(),
        whole_regency: offer.row.district.is_empty(),
        at: offer.row.at,
        file: offer.row.file,
    }
}

fn row(read: &table::Read) -> TableRow {
    TableRow {
        number: read.number,
        courier: read.courier.map_or("", Courier::code).to_owned(),
        service: read.service.clone(),
        regency: read.regency.clone(),
        district: read.district.clone(),
        fee: read.fee.map(Rupiah::get),
        problem: read.problem.unwrap_or_default().to_owned(),
        doubt: read.doubt.unwrap_or_default().to_owned(),
    }
}

fn nothing() -> TariffTableView {
    TariffTableView {
        refused: String::new(),
        services: Vec::new(),
        good: 0,
        bad: 0,
        odd: 0,
        questions: Vec::new(),
        sample: Vec::new(),
    }
}

fn count(rows: usize) -> u32 {
    u32::try_from(rows).unwrap_or(u32::MAX)
}
