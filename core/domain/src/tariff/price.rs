//! What sending a parcel costs: the row that fits its place best, times the kilograms its courier charges.

use std::cmp::Reverse;

use super::weight::{Parcel, kilograms};
use crate::values::{Courier, CourierService, Rupiah};

/// A row of a table in force that fits the place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Priced {
    pub courier: Courier,
    pub service: String,
    pub regency: String,
    /// Empty when the row is for the whole regency.
    pub district: String,
    pub per_kilogram: Rupiah,
    /// When it was imported, in milliseconds since 1970 UTC, and from which file.
    pub at: i64,
    pub file: String,
}

/// What one service asks for the parcel.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Offer {
    pub row: Priced,
    pub kilograms: u32,
    pub fee: Rupiah,
}

/// One offer for each service, the cheapest first. A row for the kecamatan counts before one for its regency, and a later
/// import before an earlier one.
pub fn offers(mut rows: Vec<Priced>, parcel: &Parcel) -> Vec<Offer> {
    rows.sort_by(|a, b| rank(a).cmp(&rank(b)));
    rows.dedup_by(|later, first| (later.courier, &later.service) == (first.courier, &first.service));
    let priced = rows.into_iter().filter_map(|row| {
        let kilograms = kilograms(row.courier, parcel);
        let fee = row.per_kilogram.times(kilograms).ok()?;
        Some(Offer { row, kilograms, fee })
    });
    let mut offers: Vec<_> = priced.collect();
    offers.sort_by_key(|offer| offer.fee);
    offers
}

/// Why none of the offers is the order's own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NoOffer {
    CourierOpen,
    /// Several services fit, and the order names none.
    ServiceOpen,
    /// No table of this courier has the place.
    CourierNotThere,
    /// The courier goes there, but not with this service.
    ServiceNotThere,
}

impl NoOffer {
    pub const fn code(self) -> &'static str {
        match self {
            Self::CourierOpen => "courier_open",
            Self::ServiceOpen => "service_open",
            Self::CourierNotThere => "courier_not_there",
            Self::ServiceNotThere => "service_not_there",
        }
    }
}

/// Which of the offers is that of the courier and service an order names.
pub fn own(offers: &[Offer], wanted: Option<&CourierService>) -> Result<usize, NoOffer> {
    let wanted = wanted.ok_or(NoOffer::CourierOpen)?;
    let of_courier: Vec<_> = (0..offers.len()).filter(|at| offers[*at].row.courier == wanted.courier).collect();
    let service = wanted.service.to_uppercase();
    match of_courier.as_slice() {
        [] => Err(NoOffer::CourierNotThere),
        [only] if service.is_empty() || offers[*only].row.service.is_empty() => Ok(*only),
        several if service.is_empty() => {
            several.iter().find(|at| offers[**at].row.service.is_empty()).copied().ok_or(NoOffer::ServiceOpen)
        }
        several => {
            several.iter().find(|at| offers[**at].row.service == service).copied().ok_or(NoOffer::ServiceNotThere)
        }
    }
}

/// Whether the fee an order asks can be accounted for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Accounted {
    /// Nobody has written a fee yet.
    Open,
    /// It is what the table asks.
    ByTariff,
    /// It is another, or there is no table, and somebody said why.
    ByReason,
    Not,
}

impl Accounted {
    pub const fn code(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::ByTariff => "by_tariff",
            Self::ByReason => "by_reason",
            Self::Not => "not",
        }
    }
}

/// `asked` is what the order's own offer asks, nothing when there is none.
pub fn accounted(fee: Option<Rupiah>, asked: Option<Rupiah>, reason: &str) -> Accounted {
    match fee {
        None => Accounted::Open,
        Some(_) if fee == asked => Accounted::ByTariff,
        Some(_) if reason.trim().is_empty() => Accounted::Not,
        Some(_) => Accounted::ByReason,
    }
}

/// Of two tables that were imported in the same moment, the dearer row: nobody ships at a loss by chance.
fn rank(row: &Priced) -> (Courier, &str, bool, Reverse<i64>, Reverse<Rupiah>) {
    (row.courier, &row.service, row.district.is_empty(), Reverse(row.at), Reverse(row.per_kilogram))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(courier: Courier, service: &str, district: &str, per_kilogram: i64, at: i64) -> Priced {
        Priced {
            courier,
            service: service.into(),
            regency: "Kab. Sleman".into(),
            district: district.into(),
            per_kilogram: Rupiah::new(per_kilogram).unwrap(),
            at,
            file: String::new(),
        }
    }

    fn fees(rows: Vec<Priced>, grams: u32) -> Vec<(Courier, i64)> {
        let parcel = Parcel { grams, ..Parcel::default() };
        offers(rows, &parcel).into_iter().map(|offer| (offer.row.courier, offer.fee.get())).collect()
    }

    #[test]
    fn the_kecamatan_wins_over_its_regency_and_the_later_table_over_the_earlier() {
        let of_the_regency = row(Courier::Jne, "REG", "", 18_000, 9);
        let (old, new) = (row(Courier::Jne, "REG", "Depok", 20_000, 1), row(Courier::Jne, "REG", "Depok", 21_000, 2));
        assert_eq!(fees(vec![of_the_regency.clone(), old.clone(), new.clone()], 900), [(Courier::Jne, 21_000)]);
        assert_eq!(fees(vec![new, old, of_the_regency], 900), [(Courier::Jne, 21_000)]);
    }

    #[test]
    fn the_cheapest_comes_first_by_what_the_whole_parcel_costs() {
        let rows = vec![row(Courier::Jne, "REG", "", 18_000, 1), row(Courier::Jnt, "EZ", "", 17_000, 1)];
        assert_eq!(fees(rows, 1_400), [(Courier::Jnt, 34_000), (Courier::Jne, 36_000)]);
    }

    #[test]
    fn an_order_finds_its_own_offer_or_hears_why_there_is_none() {
        let rows = vec![
            row(Courier::Jne, "REG", "", 18_000, 1),
            row(Courier::Jne, "YES", "", 30_000, 1),
            row(Courier::Jnt, "EZ", "", 17_000, 1),
        ];
        let offers = offers(rows, &Parcel::default());
        let fee = |courier, service| {
            let wanted = CourierService::new(courier, service).unwrap();
            own(&offers, Some(&wanted)).map(|at| offers[at].fee.get())
        };
        assert_eq!(fee(Courier::Jne, "yes"), Ok(30_000));
        assert_eq!(fee(Courier::Jnt, ""), Ok(17_000), "there is only one");
        assert_eq!(fee(Courier::Jne, ""), Err(NoOffer::ServiceOpen));
        assert_eq!(fee(Courier::Jne, "OKE"), Err(NoOffer::ServiceNotThere));
        assert_eq!(fee(Courier::Pos, ""), Err(NoOffer::CourierNotThere));
        assert_eq!(own(&offers, None), Err(NoOffer::CourierOpen));
    }
}
