//! A tariff's rows, by the keys of their places.

use tapak_domain::Record;
use tapak_domain::place::key;
use tapak_domain::tariff::{Row, Tariff};
use tapak_domain::values::Courier;
use tapak_store::tariff::{TariffHead, TariffRow};
use tapak_store::{Store, StoreError};
use uuid::Uuid;

use super::millis;
use crate::crew::Crew;

/// Answers with the record's title. What counts for nothing is listed, and has no rows.
pub(super) fn draw(store: &Store, record: &Record, crew: &Crew) -> Result<String, StoreError> {
    let tariff = Tariff::new(record.clone());
    let in_force = tariff.is_in_force(crew);
    let imported = tariff.imported();
    let head = TariffHead {
        id: record.id,
        import: tariff.import(),
        courier: tariff.courier.map(|courier| courier.code().to_owned()).unwrap_or_default(),
        service: tariff.service.clone(),
        file: tariff.file().to_owned(),
        rows: u32::try_from(tariff.rows.len()).unwrap_or(u32::MAX),
        at: imported.map_or(0, |fact| millis(fact.at)),
        by: imported.map_or(Uuid::nil(), |fact| fact.by.0),
        withdrawn: !in_force,
        replaces: if in_force { tariff.replaces() } else { Vec::new() },
    };
    let rows: Vec<_> = tariff.rows.iter().filter(|_| in_force).map(row).collect();
    store.put_tariff(&head, &rows)?;
    let courier = tariff.courier.map_or("", Courier::name);
    Ok([courier, &tariff.service, tariff.file()]
        .into_iter()
        .filter(|word| !word.is_empty())
        .collect::<Vec<_>>()
        .join(" · "))
}

fn row(row: &Row) -> TariffRow {
    TariffRow { regency: key(&row.regency), district: key(&row.district), fee: row.fee.get() }
}
