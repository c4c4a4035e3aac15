//! Where each record is: what only this device has, what was set aside, and the relay's latest number for it.

use rusqlite::{OptionalExtension, Row};
use serde::{Deserialize, Serialize};
use tapak_domain::Noun;
use tapak_sync::Sequence;
use uuid::Uuid;

use crate::columns::{Blob, sequence};
use crate::{Store, Stored};

/// How far a record has travelled.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Whereabouts {
    /// Changes only this device has.
    pub unsent: u32,
    /// Changes the relay did not accept.
    pub set_aside: u32,
    /// The relay's number of the latest change.
    pub seq: Sequence,
}

/// What every record has, whatever its noun.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Recorded {
    pub title: String,
    /// Facts by devices the roster does not name yet.
    pub strangers: u32,
    /// 0 while it is worked on, 1 when it is closed or only looked up.
    pub rank: u8,
    /// Milliseconds since 1970 UTC.
    pub updated_at: i64,
}

/// A record as the sync page names it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Named {
    pub id: Uuid,
    pub noun: String,
    pub title: String,
    pub whereabouts: Whereabouts,
}

/// Where projections of a record lie, and by which column.
const ROWS: [(&str, &str); 16] = [
    ("record", "id"),
    ("order_row", "id"),
    ("contact_row", "id"),
    ("contact_apart", "contact"),
    ("product_row", "id"),
    ("shared_key", "record"),
    ("flag", "record"),
    ("claim_row", "record"),
    ("statement_row", "id"),
    ("bank_line", "statement"),
    ("tariff", "id"),
    ("tariff_replaced", "by"),
    ("tariff_row", "record"),
    ("stock_move", "record"),
    ("recap_part", "recap"),
    ("recap_entry", "recap"),
];

/// The columns of [`Whereabouts`], from a `record` called `r`.
pub(crate) const WHEREABOUTS: &str = "r.unsent, r.set_aside, r.seq";

pub(crate) fn whereabouts(row: &Row<'_>, at: usize) -> rusqlite::Result<Whereabouts> {
    Ok(Whereabouts { unsent: row.get(at)?, set_aside: row.get(at + 1)?, seq: sequence(row.get(at + 2)?) })
}

fn named(row: &Row<'_>) -> rusqlite::Result<Named> {
    Ok(Named {
        id: row.get::<_, Blob<Uuid>>(0)?.0,
        noun: row.get(1)?,
        title: row.get(2)?,
        whereabouts: whereabouts(row, 3)?,
    })
}

impl Store {
    pub fn put_record(&self, id: Uuid, noun: Noun, record: &Recorded) -> Stored<()> {
        let sql = "insert into record (id, noun, title, strangers, rank, updated_at) values (?1, ?2, ?3, ?4, ?5, ?6) \
                   on conflict do update set noun = ?2, title = ?3, strangers = ?4, rank = ?5, updated_at = ?6";
        let Recorded { title, strangers, rank, updated_at } = record;
        self.sql(sql)?.execute((Blob(id), noun.code(), title, strangers, rank, updated_at))?;
        self.refresh_whereabouts(id)
    }

    pub fn recorded(&self, id: Uuid) -> Stored<Option<Recorded>> {
        let mut statement = self.sql("select title, strangers, rank, updated_at from record where id = ?1")?;
        let recorded = statement.query_row([Blob(id)], |row| {
            let (title, strangers, rank, updated_at) = (row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?);
            Ok(Recorded { title, strangers, rank, updated_at })
        });
        Ok(recorded.optional()?)
    }

    /// Counts anew from the log.
    pub fn refresh_whereabouts(&self, id: Uuid) -> Stored<()> {
        self.count()?;
        let sql = "update record set unsent = (select count(*) from change where document = ?1 and seq is null), \
                   seq = ifnull((select seq from document where id = ?1), 0), \
                   set_aside = (select count(*) from set_aside where document = ?1) where id = ?1";
        Ok(self.sql(sql)?.execute([Blob(id)]).map(drop)?)
    }

    /// All of them, after numbers were taken back.
    pub(crate) fn refresh_all_whereabouts(&self) -> Stored<()> {
        self.count()?;
        let sql = "update record set unsent = (select count(*) from change where document = record.id and seq is null), \
                   seq = ifnull((select seq from document where id = record.id), 0)";
        Ok(self.sql(sql)?.execute([]).map(drop)?)
    }

    pub fn named(&self, id: Uuid) -> Stored<Option<Named>> {
        let mut statement =
            self.sql(&format!("select r.id, r.noun, r.title, {WHEREABOUTS} from record r where id = ?1"))?;
        Ok(statement.query_row([Blob(id)], named).optional()?)
    }

    pub fn count_records(&self) -> Stored<u32> {
        Ok(self.sql("select count(*) from record where noun <> 'shop'")?.query_row([], |row| row.get(0))?)
    }

    /// Records with changes only this device has, at most `limit`.
    pub fn unsent_records(&self, limit: u32) -> Stored<Vec<Named>> {
        let sql = format!(
            "select r.id, r.noun, r.title, {WHEREABOUTS} from record r where r.unsent > 0 order by r.id limit ?1"
        );
        let mut statement = self.sql(&sql)?;
        let rows = statement.query_map([limit], named)?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// Records that hold facts by devices the roster did not name when they were projected.
    pub fn records_of_strangers(&self) -> Stored<Vec<Uuid>> {
        self.ids("select id from record where strangers > 0 order by id", [])
    }

    /// Everything projected from documents that are here is gone, to be drawn anew.
    pub fn clear_projections(&self) -> Stored<()> {
        const NOT_HERE: &str = "(select id from document where whole = 0)";
        for table in ["order", "contact"] {
            let sql = format!(
                "delete from {table}_search where rowid in (select rowid from {table}_row where id not in {NOT_HERE})"
            );
            self.sql(&sql)?.execute([])?;
        }
        for (table, id) in ROWS {
            let sql = format!("delete from {table} where {id} not in {NOT_HERE}");
            self.sql(&sql)?.execute([])?;
        }
        self.compare_all_keys()?;
        self.refresh_stock_levels()
    }

    /// Nothing is left of a record: every change of it was set aside.
    pub fn drop_record(&self, id: Uuid) -> Stored<()> {
        for table in ["order", "contact"] {
            let sql =
                format!("delete from {table}_search where rowid in (select rowid from {table}_row where id = ?1)");
            self.sql(&sql)?.execute([Blob(id)])?;
        }
        // What it shared with another belongs to that one alone now, and what it held of the stock is free.
        self.put_shared_keys(id, &[])?;
        self.put_stock_moves(id, &[])?;
        ROWS.iter().try_for_each(|(table, of)| {
            self.sql(&format!("delete from {table} where {of} = ?1"))?.execute([Blob(id)]).map(drop).map_err(Into::into)
        })
    }
}
