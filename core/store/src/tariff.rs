//! What couriers ask for a kilogram, by place: imported tables as they are looked up.

use rusqlite::{Row, named_params};
use uuid::Uuid;

use crate::columns::Blob;
use crate::{Store, Stored};

/// One record of an imported table. `at` is in milliseconds since 1970 UTC.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TariffHead {
    pub id: Uuid,
    pub import: Uuid,
    pub courier: String,
    pub service: String,
    pub file: String,
    pub rows: u32,
    pub at: i64,
    /// The device that imported it.
    pub by: Uuid,
    pub withdrawn: bool,
    /// Records that count no more while this one does.
    pub replaces: Vec<Uuid>,
}

/// A row by the keys of its place; an empty district is the whole regency. Rupiah for one kilogram.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TariffRow {
    pub regency: String,
    pub district: String,
    pub fee: i64,
}

/// A row that fits a place, with the service it is of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TariffFound {
    pub courier: String,
    pub service: String,
    pub whole_regency: bool,
    pub fee: i64,
    pub at: i64,
    pub file: String,
}

/// What one import brought for one service.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TariffImport {
    pub import: Uuid,
    pub courier: String,
    pub service: String,
    pub file: String,
    pub rows: u32,
    pub at: i64,
    pub by: Uuid,
    pub withdrawn: bool,
    /// A later import counts instead.
    pub replaced: bool,
}

/// What shipping with one courier cost in one month. Rupiah; the sums are of parcels whose actual fee is known.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FeesSpent {
    /// `2026-11`, in Western Indonesian time.
    pub month: String,
    /// A courier's code.
    pub courier: String,
    pub known: u32,
    pub unknown: u32,
    pub charged: i64,
    pub actual: i64,
}

/// Whether a later record, itself not withdrawn, counts instead of `t`.
const REPLACED: &str = "exists (select 1 from tariff_replaced r join tariff n on n.id = r.by \
                        where r.id = t.id and n.withdrawn = 0)";

impl Store {
    /// In place of what was known of this record.
    pub fn put_tariff(&self, head: &TariffHead, rows: &[TariffRow]) -> Stored<()> {
        self.drop_tariff(head.id)?;
        let sql = "insert into tariff (id, import, courier, service, file, rows, at, by, withdrawn) values \
                   (:id, :import, :courier, :service, :file, :rows, :at, :by, :withdrawn)";
        self.sql(sql)?.execute(named_params! {
            ":id": Blob(head.id), ":import": Blob(head.import), ":courier": head.courier, ":service": head.service,
            ":file": head.file, ":rows": head.rows, ":at": head.at, ":by": Blob(head.by), ":withdrawn": head.withdrawn,
        })?;
        for replaced in &head.replaces {
            let sql = "insert or ignore into tariff_replaced (id, by) values (?1, ?2)";
            self.sql(sql)?.execute((Blob(*replaced), Blob(head.id)))?;
        }
        rows.iter().try_for_each(|row| {
            let sql = "insert or replace into tariff_row (regency, district, record, fee) values (?1, ?2, ?3, ?4)";
            Ok(self.sql(sql)?.execute((&row.regency, &row.district, Blob(head.id), row.fee)).map(drop)?)
        })
    }

    pub(crate) fn drop_tariff(&self, id: Uuid) -> Stored<()> {
        ["tariff where id", "tariff_replaced where by", "tariff_row where record"].iter().try_for_each(|which| {
            self.sql(&format!("delete from {which} = ?1"))?.execute([Blob(id)]).map(drop).map_err(Into::into)
        })
    }

    /// Every row in force for a place, by the keys of its regency and kecamatan.
    pub fn tariffs_for(&self, regency: &str, district: &str) -> Stored<Vec<TariffFound>> {
        let sql = format!(
            "select t.courier, t.service, w.district = '', w.fee, t.at, t.file from tariff_row w \
             join tariff t on t.id = w.record where w.regency = ?1 and w.district in ('', ?2) and t.withdrawn = 0 \
             and not {REPLACED} order by t.courier, t.service, w.district, t.id"
        );
        let mut statement = self.sql(&sql)?;
        let rows = statement.query_map((regency, district), found)?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// Is anything in force at all?
    pub fn has_tariffs(&self) -> Stored<bool> {
        let sql = format!("select exists (select 1 from tariff t where t.withdrawn = 0 and not {REPLACED})");
        Ok(self.sql(&sql)?.query_row([], |row| row.get(0))?)
    }

    /// Newest first, one for each service of each import.
    pub fn tariff_imports(&self) -> Stored<Vec<TariffImport>> {
        let sql = format!(
            "select t.import, t.courier, t.service, max(t.file), sum(t.rows), max(t.at), t.by, min(t.withdrawn), \
             max({REPLACED}) from tariff t group by t.import, t.courier, t.service, t.by \
             order by max(t.at) desc, t.import, t.courier, t.service"
        );
        let mut statement = self.sql(&sql)?;
        let rows = statement.query_map([], imported)?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// Records of an import that are not withdrawn.
    pub fn tariffs_of_import(&self, import: Uuid) -> Stored<Vec<Uuid>> {
        self.ids("select id from tariff where import = ?1 and withdrawn = 0 order by id", [Blob(import)])
    }

    /// Records of a service that are not withdrawn, in force or not.
    pub fn tariffs_of_service(&self, courier: &str, service: &str) -> Stored<Vec<Uuid>> {
        let sql = "select id from tariff where courier = ?1 and service = ?2 and withdrawn = 0 order by id";
        self.ids(sql, (courier, service))
    }

    /// The latest month first, at most so many rows.
    pub fn fees_spent(&self, limit: u32) -> Stored<Vec<FeesSpent>> {
        // Seven hours ahead of UTC, with no summer time.
        let sql = "select strftime('%Y-%m', shipped_at / 1000 + 25200, 'unixepoch') as month, sent_with, \
                   count(fee_actual), count(*) - count(fee_actual), \
                   ifnull(sum(fee_charged) filter (where fee_actual is not null), 0), ifnull(sum(fee_actual), 0) \
                   from order_row where shipped_at is not null and sent_with not in ('', 'pickup') \
                   group by month, sent_with order by month desc, sent_with limit ?1";
        let mut statement = self.sql(sql)?;
        let rows = statement.query_map([limit], spent)?;
        Ok(rows.collect::<Result<_, _>>()?)
    }
}

fn found(row: &Row<'_>) -> rusqlite::Result<TariffFound> {
    Ok(TariffFound {
        courier: row.get(0)?,
        service: row.get(1)?,
        whole_regency: row.get(2)?,
        fee: row.get(3)?,
        at: row.get(4)?,
        file: row.get(5)?,
    })
}

fn imported(row: &Row<'_>) -> rusqlite::Result<TariffImport> {
    Ok(TariffImport {
        import: row.get::<_, Blob<Uuid>>(0)?.0,
        courier: row.get(1)?,
        service: row.get(2)?,
        file: row.get(3)?,
        rows: row.get(4)?,
        at: row.get(5)?,
        by: row.get::<_, Blob<Uuid>>(6)?.0,
        withdrawn: row.get(7)?,
        replaced: row.get(8)?,
    })
}

fn spent(row: &Row<'_>) -> rusqlite::Result<FeesSpent> {
    Ok(FeesSpent {
        month: row.get(0)?,
        courier: row.get(1)?,
        known: row.get(2)?,
        unknown: row.get(3)?,
        charged: row.get(4)?,
        actual: row.get(5)?,
    })
}
