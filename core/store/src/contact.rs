//! Contacts as lists show them.

use rusqlite::{OptionalExtension, Row, named_params};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::columns::Blob;
use crate::record::{WHEREABOUTS, Whereabouts, whereabouts};
use crate::search::phrase;
use crate::{Store, Stored};

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ContactRow {
    pub id: Uuid,
    pub name: String,
    /// In international form, or empty.
    pub phone: String,
    pub regency: String,
    /// What a search finds it by.
    pub words: String,
}

/// A contact with where it is and how many orders name it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Listed {
    pub row: ContactRow,
    pub whereabouts: Whereabouts,
    pub orders: u32,
}

const COLUMNS: &str = "c.id, c.name, c.phone, c.regency, c.words";
const COLUMN_COUNT: usize = 5;
const ORDERS: &str = "(select count(*) from order_row where contact = c.id)";

impl Store {
    pub fn put_contact(&self, row: &ContactRow) -> Stored<()> {
        self.put_found_by(("contact_row", "contact_search"), (row.id, &row.words), || self.put_contact_row(row))
    }

    fn put_contact_row(&self, row: &ContactRow) -> Stored<()> {
        let sql = "insert into contact_row (id, name, phone, regency, words) values (?1, ?2, ?3, ?4, ?5) \
                   on conflict (id) do update set name = ?2, phone = ?3, regency = ?4, words = ?5";
        self.sql(sql)?.execute((Blob(row.id), &row.name, &row.phone, &row.regency, &row.words))?;
        Ok(())
    }

    pub fn contact(&self, id: Uuid) -> Stored<Option<Listed>> {
        let sql = format!(
            "select {COLUMNS}, {WHEREABOUTS}, {ORDERS} from contact_row c join record r on r.id = c.id where c.id = ?1"
        );
        Ok(self.sql(&sql)?.query_row([Blob(id)], listed).optional()?)
    }

    pub fn contact_row(&self, id: Uuid) -> Stored<Option<ContactRow>> {
        let mut statement = self.sql(&format!("select {COLUMNS} from contact_row c where c.id = ?1"))?;
        Ok(statement.query_row([Blob(id)], contact_row).optional()?)
    }

    /// The contact with this phone: the oldest, where two devices added the same person apart.
    pub fn contact_by_phone(&self, phone: &str) -> Stored<Option<Uuid>> {
        let sql = "select id from contact_row where phone = ?1 and phone <> '' order by id limit 1";
        let id: Option<Blob<Uuid>> = self.sql(sql)?.query_row([phone], |row| row.get(0)).optional()?;
        Ok(id.map(|id| id.0))
    }

    /// Two devices may have added the same person apart.
    pub fn contacts_by_phone(&self, phone: &str) -> Stored<Vec<Uuid>> {
        let mut statement = self.sql("select id from contact_row where phone = ?1 and phone <> '' order by id")?;
        let ids = statement.query_map([phone], |row| row.get::<_, Blob<Uuid>>(0))?;
        Ok(ids.map(|id| id.map(|id| id.0)).collect::<Result<_, _>>()?)
    }

    /// One page by name, and how many there are in all.
    pub fn contacts(&self, search: &str, offset: u32, limit: u32) -> Stored<(Vec<Listed>, u32)> {
        let found = phrase(search);
        let condition = if found.is_empty() {
            ":found = ''"
        } else {
            "c.rowid in (select rowid from contact_search where contact_search match :found)"
        };
        let total = self
            .sql(&format!("select count(*) from contact_row c where {condition}"))?
            .query_row(named_params! { ":found": found }, |row| row.get(0))?;
        let sql = format!(
            "select {COLUMNS}, {WHEREABOUTS}, {ORDERS} from contact_row c join record r on r.id = c.id \
             where {condition} order by c.name collate nocase, c.id limit :limit offset :offset"
        );
        let mut statement = self.sql(&sql)?;
        let rows =
            statement.query_map(named_params! { ":found": found, ":limit": limit, ":offset": offset }, listed)?;
        Ok((rows.collect::<Result<_, _>>()?, total))
    }
}

fn contact_row(row: &Row<'_>) -> rusqlite::Result<ContactRow> {
    Ok(ContactRow {
        id: row.get::<_, Blob<Uuid>>(0)?.0,
        name: row.get(1)?,
        phone: row.get(2)?,
        regency: row.get(3)?,
        words: row.get(4)?,
    })
}

fn listed(row: &Row<'_>) -> rusqlite::Result<Listed> {
    Ok(Listed {
        row: contact_row(row)?,
        whereabouts: whereabouts(row, COLUMN_COUNT)?,
        orders: row.get(COLUMN_COUNT + 3)?,
    })
}
