//! Orders as lists show them.

use rusqlite::{OptionalExtension, Row, named_params};
use serde::{Deserialize, Serialize};
use tapak_domain::order::Standing;
use uuid::Uuid;

use crate::columns::Blob;
use crate::record::{WHEREABOUTS, Whereabouts, whereabouts};
use crate::search::phrase;
use crate::{Store, Stored};

/// Times are milliseconds since 1970 UTC, money whole rupiah.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OrderRow {
    pub id: Uuid,
    pub number: String,
    pub standing: Standing,
    pub contact: Option<Uuid>,
    pub buyer_name: String,
    pub regency: String,
    pub pairs: u32,
    pub total: i64,
    pub courier: String,
    pub tracking_number: String,
    pub address: String,
    pub contents: String,
    pub taken_at: i64,
    pub updated_at: i64,
    pub shipped_at: Option<i64>,
    /// The courier it left with, by its code; what the buyer was charged, and what it really cost, once that is known.
    #[serde(default)]
    pub sent_with: String,
    #[serde(default)]
    pub fee_charged: Option<i64>,
    #[serde(default)]
    pub fee_actual: Option<i64>,
    /// What a search finds it by.
    pub words: String,
}

/// What a list asks for.
#[derive(Debug, Clone, Copy)]
pub struct Wanted<'a> {
    /// Empty for all.
    pub standings: &'a [Standing],
    pub search: &'a str,
    pub sort: Sort,
    pub offset: u32,
    pub limit: u32,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sort {
    NewestFirst,
    OldestFirst,
    LatestShippedFirst,
}

/// How many orders stand somewhere, and since when the oldest.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Tally {
    pub count: u32,
    pub oldest: Option<i64>,
}

const COLUMNS: &str = "o.id, o.number, o.standing, o.contact, o.buyer_name, o.regency, o.pairs, o.total, o.courier, \
                       o.tracking_number, o.address, o.contents, o.taken_at, o.updated_at, o.shipped_at, o.words, o.sent_with, \
                       o.fee_charged, o.fee_actual";
const COLUMN_COUNT: usize = 19;

const PUT: &str = "insert into order_row (id, number, standing, contact, buyer_name, regency, pairs, total, courier, \
    tracking_number, address, contents, taken_at, updated_at, shipped_at, words, sent_with, fee_charged, fee_actual) values (:id, :number, :standing, \
    :contact, :buyer_name, :regency, :pairs, :total, :courier, :tracking_number, :address, :contents, :taken_at, \
    :updated_at, :shipped_at, :words, :sent_with, :fee_charged, :fee_actual) on conflict (id) do update set number = excluded.number, \
    standing = excluded.standing, contact = excluded.contact, buyer_name = excluded.buyer_name, \
    regency = excluded.regency, pairs = excluded.pairs, total = excluded.total, courier = excluded.courier, \
    tracking_number = excluded.tracking_number, address = excluded.address, contents = excluded.contents, \
    taken_at = excluded.taken_at, updated_at = excluded.updated_at, shipped_at = excluded.shipped_at, \
    words = excluded.words, sent_with = excluded.sent_with, fee_charged = excluded.fee_charged, \
    fee_actual = excluded.fee_actual";

impl Store {
    pub fn put_order(&self, row: &OrderRow) -> Stored<()> {
        self.put_found_by(("order_row", "order_search"), (row.id, &row.words), || self.put_order_row(row))
    }

    fn put_order_row(&self, row: &OrderRow) -> Stored<()> {
        self.sql(PUT)?.execute(named_params! {
            ":id": Blob(row.id), ":number": row.number, ":standing": row.standing.code(),
            ":contact": row.contact.map(Blob), ":buyer_name": row.buyer_name, ":regency": row.regency,
            ":pairs": row.pairs, ":total": row.total, ":courier": row.courier,
            ":tracking_number": row.tracking_number, ":address": row.address, ":contents": row.contents,
            ":taken_at": row.taken_at, ":updated_at": row.updated_at, ":shipped_at": row.shipped_at,
            ":words": row.words, ":sent_with": row.sent_with, ":fee_charged": row.fee_charged,
            ":fee_actual": row.fee_actual,
        })?;
        Ok(())
    }

    pub fn order(&self, id: Uuid) -> Stored<Option<(OrderRow, Whereabouts)>> {
        let sql =
            format!("select {COLUMNS}, {WHEREABOUTS} from order_row o join record r on r.id = o.id where o.id = ?1");
        Ok(self.sql(&sql)?.query_row([Blob(id)], placed).optional()?)
    }

    /// One page, and how many there are in all.
    pub fn orders(&self, wanted: Wanted<'_>) -> Stored<(Vec<(OrderRow, Whereabouts)>, u32)> {
        let found = phrase(wanted.search);
        let condition = condition(wanted.standings, !found.is_empty());
        let total = self
            .sql(&format!("select count(*) from order_row o where {condition}"))?
            .query_row(named_params! { ":found": found }, |row| row.get(0))?;
        let sql = format!(
            "select {COLUMNS}, {WHEREABOUTS} from order_row o join record r on r.id = o.id where {condition} \
             order by {} limit :limit offset :offset",
            wanted.sort.sql()
        );
        let mut statement = self.sql(&sql)?;
        let rows = statement
            .query_map(named_params! { ":found": found, ":limit": wanted.limit, ":offset": wanted.offset }, placed)?;
        Ok((rows.collect::<Result<_, _>>()?, total))
    }

    /// Newest first.
    pub fn orders_of(&self, contact: Uuid) -> Stored<Vec<(OrderRow, Whereabouts)>> {
        let sql = format!(
            "select {COLUMNS}, {WHEREABOUTS} from order_row o join record r on r.id = o.id where o.contact = ?1 \
             order by o.taken_at desc, o.id desc"
        );
        let mut statement = self.sql(&sql)?;
        let rows = statement.query_map([Blob(contact)], placed)?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// All orders of a person: by contact, or by the phone they were taken with (international form, or empty).
    pub fn orders_of_person(&self, contact: Uuid, phone: &str) -> Stored<Vec<(OrderRow, Whereabouts)>> {
        let found = if phone.is_empty() { String::new() } else { phrase(phone) };
        let by_phone = if found.is_empty() {
            ":found <> ''"
        } else {
            "o.rowid in (select rowid from order_search where order_search match :found)"
        };
        let sql = format!(
            "select {COLUMNS}, {WHEREABOUTS} from order_row o join record r on r.id = o.id \
             where o.contact = :contact or {by_phone} order by o.id"
        );
        let mut statement = self.sql(&sql)?;
        let rows = statement.query_map(named_params! { ":contact": Blob(contact), ":found": found }, placed)?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    pub fn tally(&self, standing: Standing) -> Stored<Tally> {
        let mut statement = self.sql("select count(*), min(taken_at) from order_row where standing = ?1")?;
        Ok(statement.query_row([standing.code()], |row| Ok(Tally { count: row.get(0)?, oldest: row.get(1)? }))?)
    }

    pub fn count_shipped_since(&self, at: i64) -> Stored<u32> {
        let sql = "select count(*) from order_row where standing = 'shipped' and shipped_at >= ?1";
        Ok(self.sql(sql)?.query_row([at], |row| row.get(0))?)
    }

    /// Does an order other than `except` carry this tracking number?
    pub fn tracking_number_used(&self, number: &str, except: Uuid) -> Stored<bool> {
        let sql = "select exists (select 1 from order_row where tracking_number = ?1 and tracking_number <> '' \
                   and id <> ?2)";
        Ok(self.sql(sql)?.query_row((number, Blob(except)), |row| row.get(0))?)
    }
}

impl Sort {
    const fn sql(self) -> &'static str {
        match self {
            Self::NewestFirst => "o.taken_at desc, o.id desc",
            Self::OldestFirst => "o.taken_at, o.id",
            Self::LatestShippedFirst => "o.shipped_at desc, o.id desc",
        }
    }
}

fn condition(standings: &[Standing], searched: bool) -> String {
    let codes = standings.iter().map(|standing| format!("'{}'", standing.code())).collect::<Vec<_>>().join(", ");
    let standing = if codes.is_empty() { "true".to_owned() } else { format!("o.standing in ({codes})") };
    let found = if searched {
        "o.rowid in (select rowid from order_search where order_search match :found)"
    } else {
        ":found = ''"
    };
    format!("{standing} and {found}")
}

fn placed(row: &Row<'_>) -> rusqlite::Result<(OrderRow, Whereabouts)> {
    Ok((order_row(row)?, whereabouts(row, COLUMN_COUNT)?))
}

fn order_row(row: &Row<'_>) -> rusqlite::Result<OrderRow> {
    let standing: String = row.get(2)?;
    Ok(OrderRow {
        id: row.get::<_, Blob<Uuid>>(0)?.0,
        number: row.get(1)?,
        standing: Standing::from_code(&standing).unwrap_or(Standing::Draft),
        contact: row.get::<_, Option<Blob<Uuid>>>(3)?.map(|contact| contact.0),
        buyer_name: row.get(4)?,
        regency: row.get(5)?,
        pairs: row.get(6)?,
        total: row.get(7)?,
        courier: row.get(8)?,
        tracking_number: row.get(9)?,
        address: row.get(10)?,
        contents: row.get(11)?,
        taken_at: row.get(12)?,
        updated_at: row.get(13)?,
        shipped_at: row.get(14)?,
        words: row.get(15)?,
        sent_with: row.get(16)?,
        fee_charged: row.get(17)?,
        fee_actual: row.get(18)?,
    })
}
