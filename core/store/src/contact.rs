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
    /// As kecamatan are compared, and as names are; empty in what an older relay sends.
    #[serde(default)]
    pub district: String,
    #[serde(default)]
    pub name_key: String,
    /// Contacts it was told apart from.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub apart: Vec<Uuid>,
}

/// A contact with where it is and how many orders name it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Listed {
    /// Whom it was told apart from is left out.
    pub row: ContactRow,
    pub whereabouts: Whereabouts,
    pub orders: u32,
    /// Another contact has its number, and nobody told the two apart.
    pub doubled: bool,
}

const COLUMNS: &str = "c.id, c.name, c.phone, c.regency, c.words, c.district, c.name_key";
const COLUMN_COUNT: usize = 7;
const ORDERS: &str = "(select count(*) from order_row where contact = c.id)";
/// Of a kecamatan, those whose names begin alike.
const OF_DISTRICT: &str = "select id, name_key from contact_row \
                           where district = ?1 and district <> '' and name_key >= ?2 and name_key < ?3 order by id";
/// `o` has the number of `c`, and neither was told apart from the other.
const DOUBLE: &str = "o.phone = c.phone and o.phone <> '' and o.id <> c.id and not exists (select 1 from contact_apart a \
                      where (a.contact = c.id and a.other = o.id) or (a.contact = o.id and a.other = c.id))";

impl Store {
    pub fn put_contact(&self, row: &ContactRow) -> Stored<()> {
        self.put_found_by(("contact_row", "contact_search"), (row.id, &row.words), || self.put_contact_row(row))
    }

    fn put_contact_row(&self, row: &ContactRow) -> Stored<()> {
        let sql = "insert into contact_row (id, name, phone, regency, words, district, name_key) \
                   values (?1, ?2, ?3, ?4, ?5, ?6, ?7) on conflict (id) do update \
                   set name = ?2, phone = ?3, regency = ?4, words = ?5, district = ?6, name_key = ?7";
        let ContactRow { id, name, phone, regency, words, district, name_key, apart } = row;
        self.sql(sql)?.execute((Blob(*id), name, phone, regency, words, district, name_key))?;
        self.sql("delete from contact_apart where contact = ?1")?.execute([Blob(*id)])?;
        let mut told = self.sql("insert or ignore into contact_apart (contact, other) values (?1, ?2)")?;
        apart.iter().try_for_each(|other| Ok(told.execute((Blob(*id), Blob(*other))).map(drop)?))
    }

    pub fn contact(&self, id: Uuid) -> Stored<Option<Listed>> {
        let sql = format!(
            "select {COLUMNS}, {WHEREABOUTS}, {ORDERS}, {} from contact_row c join record r on r.id = c.id where c.id = ?1",
            doubled()
        );
        Ok(self.sql(&sql)?.query_row([Blob(id)], listed).optional()?)
    }

    pub fn contact_row(&self, id: Uuid) -> Stored<Option<ContactRow>> {
        let mut statement = self.sql(&format!("select {COLUMNS} from contact_row c where c.id = ?1"))?;
        let row = statement.query_row([Blob(id)], contact_row).optional()?;
        row.map(|row| Ok(ContactRow { apart: self.told_apart_by(id)?, ..row })).transpose()
    }

    fn told_apart_by(&self, id: Uuid) -> Stored<Vec<Uuid>> {
        self.ids("select other from contact_apart where contact = ?1 order by other", [Blob(id)])
    }

    /// Those with the number of this one, but for who was told apart from it: two devices may have added the same person.
    pub fn doubles_of(&self, contact: Uuid) -> Stored<Vec<Uuid>> {
        let sql =
            format!("select o.id from contact_row c join contact_row o on {DOUBLE} where c.id = ?1 order by o.id");
        self.ids(&sql, [Blob(contact)])
    }

    /// Contacts of a kecamatan with the key of their name, of those whose names begin alike.
    pub fn contacts_of_district(&self, district: &str, name_key: &str) -> Stored<Vec<(Uuid, String)>> {
        let Some(first) = name_key.chars().next() else { return Ok(Vec::new()) };
        let mut statement = self.sql(OF_DISTRICT)?;
        let end = format!("{first}{}", char::MAX);
        let rows = statement
            .query_map((district, first.to_string(), end), |row| Ok((row.get::<_, Blob<Uuid>>(0)?.0, row.get(1)?)))?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// When the latest order of a contact was taken, in milliseconds since 1970 UTC.
    pub fn latest_order_of(&self, contact: Uuid) -> Stored<Option<i64>> {
        let sql = "select max(taken_at) from order_row where contact = ?1";
        Ok(self.sql(sql)?.query_row([Blob(contact)], |row| row.get(0))?)
    }

    /// The oldest first: two devices may have added the same person apart.
    pub fn contacts_by_phone(&self, phone: &str) -> Stored<Vec<Uuid>> {
        self.ids("select id from contact_row where phone = ?1 and phone <> '' order by id", [phone])
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
            "select {COLUMNS}, {WHEREABOUTS}, {ORDERS}, {} from contact_row c join record r on r.id = c.id \
             where {condition} order by c.name collate nocase, c.id limit :limit offset :offset",
            doubled()
        );
        let mut statement = self.sql(&sql)?;
        let rows =
            statement.query_map(named_params! { ":found": found, ":limit": limit, ":offset": offset }, listed)?;
        Ok((rows.collect::<Result<_, _>>()?, total))
    }
}

fn doubled() -> String {
    format!("exists (select 1 from contact_row o where {DOUBLE})")
}

fn contact_row(row: &Row<'_>) -> rusqlite::Result<ContactRow> {
    Ok(ContactRow {
        id: row.get::<_, Blob<Uuid>>(0)?.0,
        name: row.get(1)?,
        phone: row.get(2)?,
        regency: row.get(3)?,
        words: row.get(4)?,
        district: row.get(5)?,
        name_key: row.get(6)?,
        apart: Vec::new(),
    })
}

fn listed(row: &Row<'_>) -> rusqlite::Result<Listed> {
    Ok(Listed {
        row: contact_row(row)?,
        whereabouts: whereabouts(row, COLUMN_COUNT)?,
        orders: row.get(COLUMN_COUNT + 3)?,
        doubled: row.get(COLUMN_COUNT + 4)?,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn r25_who_looks_alike_is_found_by_an_index_among_however_many_contacts() {
        let store = Store::in_memory().unwrap();
        let mut statement = store.sql(&format!("explain query plan {OF_DISTRICT}")).unwrap();
        let steps = statement.query_map(("depok", "r", "s"), |row| row.get::<_, String>(3)).unwrap();
        let plan = steps.collect::<Result<Vec<_>, _>>().unwrap().join("; ");
        assert!(plan.contains("contact_by_district (district=? AND name_key>? AND name_key<?)"), "{plan}");
    }
}
