//! Importing a courier's table: all of it in one go, cut into records that fit on the wire, to be undone as a whole.

use serde_json::{Map, json};
use uuid::Uuid;

use super::Row;
use crate::context::Context;
use crate::form::NAME;
use crate::policy::may;
use crate::record::{Edit, Noun, plain};
use crate::refusal::Refusal;
use crate::values::{Courier, clean};

pub(super) const IMPORTED: &str = "imported";
/// What one record's rows may weigh, in bytes: a change has to fit a frame, beside its fact.
const CHUNK: usize = 20_000;

#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum ImportRefusal {
    #[error("the table has no row that can be imported")]
    NothingToImport,
    #[error("this role imports no tariffs")]
    NotYourRole,
}

impl From<ImportRefusal> for Refusal {
    fn from(refusal: ImportRefusal) -> Self {
        match refusal {
            ImportRefusal::NothingToImport => Self::at("text", "tariff.nothing_to_import"),
            ImportRefusal::NotYourRole => Self::whole("not_your_role"),
        }
    }
}

/// The rows of one service, and the records that were in force for it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Service {
    pub courier: Courier,
    pub service: String,
    pub rows: Vec<Row>,
    /// They count no more for as long as this import does.
    pub replaces: Vec<Uuid>,
}

/// The edits of each new record.
pub fn decide(services: &[Service], file: &str, context: &mut Context) -> Result<Vec<Vec<Edit>>, Vec<ImportRefusal>> {
    if !may(context.actor.role, Noun::Tariff, IMPORTED) {
        return Err(vec![ImportRefusal::NotYourRole]);
    }
    if services.iter().all(|service| service.rows.is_empty()) {
        return Err(vec![ImportRefusal::NothingToImport]);
    }
    let import = (context.ids)();
    let file = clean(&file.chars().take(NAME).collect::<String>(), NAME).unwrap_or_default();
    Ok(services.iter().flat_map(|service| records(service, import, &file, context)).collect())
}

fn records(service: &Service, import: Uuid, file: &str, context: &mut Context) -> Vec<Vec<Edit>> {
    let chunks = chunks(&service.rows);
    let each = chunks.into_iter().enumerate().map(|(part, rows)| {
        let mut data = Map::from_iter([
            ("import".to_owned(), json!(import)),
            ("file".to_owned(), json!(file)),
            ("rows".to_owned(), json!(rows.len())),
        ]);
        if part == 0 && !service.replaces.is_empty() {
            data.insert("replaces".to_owned(), json!(service.replaces));
        }
        vec![
            Edit::set("courier", service.courier),
            Edit::set("service", &service.service),
            Edit::set("rows", rows),
            Edit::State(context.fact(IMPORTED, data)),
        ]
    });
    each.collect()
}

/// As many rows to a record as fit.
fn chunks(rows: &[Row]) -> Vec<&[Row]> {
    let (mut chunks, mut start, mut weight) = (Vec::new(), 0, 0);
    for (at, row) in rows.iter().enumerate() {
        let more = plain(row).to_string().len() + 1;
        if weight + more > CHUNK && at > start {
            chunks.push(&rows[start..at]);
            (start, weight) = (at, 0);
        }
        weight += more;
    }
    if start < rows.len() {
        chunks.push(&rows[start..]);
    }
    chunks
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::order::testing::Shop;
    use crate::policy::Role;
    use crate::record::{Record, Register};
    use crate::tariff::Tariff;
    use crate::values::Rupiah;

    fn service(rows: usize) -> Service {
        let row = |at: usize| Row {
            regency: "Kab. Hulu Sungai Tengah".into(),
            district: format!("Batang Alai Selatan {at}"),
            fee: Rupiah::new(42_000).unwrap(),
        };
        Service {
            courier: Courier::Jne,
            service: "REG".into(),
            rows: (0..rows).map(row).collect(),
            replaces: vec![Uuid::nil()],
        }
    }

    fn read(edits: &[Edit]) -> Tariff {
        let mut record = Record::empty(Uuid::from_u128(1), Noun::Tariff);
        for edit in edits {
            match edit {
                Edit::Set { field, value } => {
                    record.fields.insert((*field).into(), Register { value: value.clone(), others: vec![] });
                }
                Edit::State(fact) => record.facts.push(fact.clone()),
                Edit::Put { .. } | Edit::Remove { .. } => {}
            }
        }
        Tariff::new(record)
    }

    #[test]
    fn the_whole_country_is_cut_into_records_that_fit_and_none_is_lost() {
        let wanted = service(7_285);
        let shop = Shop::default();
        let made = shop.acting(Role::Cs, |context| decide(std::slice::from_ref(&wanted), "jne.csv", context)).unwrap();
        let tariffs: Vec<_> = made.iter().map(|edits| read(edits)).collect();
        assert!(tariffs.iter().all(|tariff| plain(&tariff.rows).to_string().len() <= CHUNK));
        assert_eq!(tariffs.iter().flat_map(|tariff| tariff.rows.clone()).collect::<Vec<_>>(), wanted.rows);
        assert!(tariffs.iter().all(|tariff| tariff.import() == tariffs[0].import() && tariff.file() == "jne.csv"));
        assert_eq!(tariffs[0].replaces(), [Uuid::nil()]);
        assert!(tariffs[1].replaces().is_empty() && tariffs[0].is_in_force(&shop));
    }

    #[test]
    fn the_warehouse_imports_nothing_and_an_empty_table_is_refused() {
        let refused = |role, rows| {
            let made = Shop::default().acting(role, |context| decide(&[service(rows)], "", context));
            made.map(|_| ()).unwrap_err()
        };
        assert_eq!(refused(Role::Warehouse, 1), [ImportRefusal::NotYourRole]);
        assert_eq!(refused(Role::Cs, 0), [ImportRefusal::NothingToImport]);
    }
}
