//! Orders as lists show them.

use rusqlite::{OptionalExtension, Row, named_params};
use serde::{Deserialize, Serialize};
use tapak_domain::order::{Conflict, Standing};
use uuid::Uuid;

use crate::columns::Blob;
use crate::pick::{Wanted, condition};
use crate::record::{WHEREABOUTS, Whereabouts, whereabouts};
use crate::search::phrase;
use crate::shared_key::{held_with_another, kinds};
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
    #[serde(default, skip_serializing_if = "is_nothing")]
    pub sent_with: String,
    #[serde(default, skip_serializing_if = "is_nothing")]
    pub fee_charged: Option<i64>,
    #[serde(default, skip_serializing_if = "is_nothing")]
    pub fee_actual: Option<i64>,
    /// What a search finds it by.
    pub words: String,
    #[serde(flatten)]
    pub money: OrderMoney,
    /// How many labels were printed.
    #[serde(default, skip_serializing_if = "is_nothing")]
    pub copies: u32,
    /// The buyer was told the tracking number.
    #[serde(default, skip_serializing_if = "is_nothing")]
    pub told: bool,
    /// A conflict holds it: read from what other records say, not written.
    #[serde(skip)]
    pub held: bool,
}

/// What an order's row says of its money.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct OrderMoney {
    /// What the buyer is to transfer, to which account, and by when; nothing before that was said, or when it is void.
    #[serde(skip_serializing_if = "is_nothing")]
    pub nominal: i64,
    #[serde(skip_serializing_if = "is_nothing")]
    pub account: String,
    #[serde(skip_serializing_if = "is_nothing")]
    pub deadline: Option<i64>,
    /// What came, less what went back.
    #[serde(skip_serializing_if = "is_nothing")]
    pub paid: i64,
    /// What is still to come.
    #[serde(skip_serializing_if = "is_nothing")]
    pub due: i64,
    /// When finance last found something.
    #[serde(skip_serializing_if = "is_nothing")]
    pub paid_at: Option<i64>,
    /// Claims finance has not answered, and since when the oldest waits.
    #[serde(skip_serializing_if = "is_nothing")]
    pub claims: u32,
    #[serde(skip_serializing_if = "is_nothing")]
    pub claimed_at: Option<i64>,
}

/// What says nothing is not sent with a card.
fn is_nothing<T: Default + PartialEq>(value: &T) -> bool {
    *value == T::default()
}

/// What a row is read from: its own columns, whether a conflict holds it, and where its record is.
fn columns() -> String {
    let flagged = kinds(Conflict::all().filter(|conflict| conflict.holds()));
    format!(
        "{COLUMNS}, {} or exists (select 1 from flag f where f.record = o.id and f.kind in ({flagged})), {WHEREABOUTS}",
        held_with_another()
    )
}

const COLUMNS: &str = "o.id, o.number, o.standing, o.contact, o.buyer_name, o.regency, o.pairs, o.total, o.courier, \
    o.tracking_number, o.address, o.contents, o.taken_at, o.updated_at, o.shipped_at, o.words, o.nominal, o.account, \
    o.deadline, o.paid, o.due, o.paid_at, o.claims, o.claimed_at, o.copies, o.told, o.sent_with, \
    o.fee_charged, o.fee_actual";
/// Of the columns above, and whether it is held.
const COLUMN_COUNT: usize = 30;

const PUT: &str = "insert into order_row (id, number, standing, contact, buyer_name, regency, pairs, total, courier, \
    tracking_number, address, contents, taken_at, updated_at, shipped_at, words, nominal, account, deadline, paid, due, \
    paid_at, claims, claimed_at, copies, told, sent_with, fee_charged, fee_actual) values (:id, :number, :standing, :contact, :buyer_name, :regency, :pairs, \
    :total, :courier, :tracking_number, :address, :contents, :taken_at, :updated_at, :shipped_at, :words, :nominal, \
    :account, :deadline, :paid, :due, :paid_at, :claims, :claimed_at, :copies, :told, :sent_with, :fee_charged, :fee_actual) on conflict (id) do update set \
    number = excluded.number, standing = excluded.standing, contact = excluded.contact, \
    buyer_name = excluded.buyer_name, regency = excluded.regency, pairs = excluded.pairs, total = excluded.total, \
    courier = excluded.courier, tracking_number = excluded.tracking_number, address = excluded.address, \
    contents = excluded.contents, taken_at = excluded.taken_at, updated_at = excluded.updated_at, \
    shipped_at = excluded.shipped_at, words = excluded.words, nominal = excluded.nominal, account = excluded.account, \
    deadline = excluded.deadline, paid = excluded.paid, due = excluded.due, paid_at = excluded.paid_at, \
    claims = excluded.claims, claimed_at = excluded.claimed_at, copies = excluded.copies, told = excluded.told, \
    sent_with = excluded.sent_with, fee_charged = excluded.fee_charged, fee_actual = excluded.fee_actual";

impl Store {
    pub fn put_order(&self, row: &OrderRow) -> Stored<()> {
        self.put_found_by(("order_row", "order_search"), (row.id, &row.words), || self.put_order_row(row))
    }

    fn put_order_row(&self, row: &OrderRow) -> Stored<()> {
        let OrderMoney { nominal, account, deadline, paid, due, paid_at, claims, claimed_at } = &row.money;
        self.sql(PUT)?.execute(named_params! {
            ":id": Blob(row.id), ":number": row.number, ":standing": row.standing.code(),
            ":contact": row.contact.map(Blob), ":buyer_name": row.buyer_name, ":regency": row.regency,
            ":pairs": row.pairs, ":total": row.total, ":courier": row.courier,
            ":tracking_number": row.tracking_number, ":address": row.address, ":contents": row.contents,
            ":taken_at": row.taken_at, ":updated_at": row.updated_at, ":shipped_at": row.shipped_at,
            ":words": row.words, ":nominal": nominal, ":account": account, ":deadline": deadline, ":paid": paid,
            ":due": due, ":paid_at": paid_at, ":claims": claims, ":claimed_at": claimed_at, ":copies": row.copies,
            ":told": row.told, ":sent_with": row.sent_with, ":fee_charged": row.fee_charged,
            ":fee_actual": row.fee_actual,
        })?;
        Ok(())
    }

    pub fn order(&self, id: Uuid) -> Stored<Option<(OrderRow, Whereabouts)>> {
        let sql = format!("select {} from order_row o join record r on r.id = o.id where o.id = ?1", columns());
        Ok(self.sql(&sql)?.query_row([Blob(id)], placed).optional()?)
    }

    /// Of several with one number, which only devices that were given one prefix can make, the first.
    pub fn order_by_number(&self, number: &str) -> Stored<Option<OrderRow>> {
        let sql = format!(
            "select {} from order_row o join record r on r.id = o.id where o.number = ?1 order by o.id limit 1",
            columns()
        );
        Ok(self.sql(&sql)?.query_row([number], order_row).optional()?)
    }

    /// One page, and how many there are in all.
    pub fn orders(&self, wanted: Wanted<'_>) -> Stored<(Vec<(OrderRow, Whereabouts)>, u32)> {
        let found = phrase(wanted.search);
        let condition = condition(wanted.picks, !found.is_empty());
        let total = self
            .sql(&format!("select count(*) from order_row o where {condition}"))?
            .query_row(named_params! { ":found": found, ":now": wanted.now }, |row| row.get(0))?;
        let sql = format!(
            "select {} from order_row o join record r on r.id = o.id where {condition} \
             order by {} limit :limit offset :offset",
            columns(),
            wanted.sort.sql()
        );
        let mut statement = self.sql(&sql)?;
        let Wanted { now, limit, offset, .. } = wanted;
        let rows = statement
            .query_map(named_params! { ":found": found, ":now": now, ":limit": limit, ":offset": offset }, placed)?;
        Ok((rows.collect::<Result<_, _>>()?, total))
    }

    /// Newest first.
    pub fn orders_of(&self, contact: Uuid) -> Stored<Vec<(OrderRow, Whereabouts)>> {
        let sql = format!(
            "select {} from order_row o join record r on r.id = o.id where o.contact = ?1 \
             order by o.taken_at desc, o.id desc",
            columns()
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
            "select {} from order_row o join record r on r.id = o.id \
             where o.contact = :contact or {by_phone} order by o.id",
            columns()
        );
        let mut statement = self.sql(&sql)?;
        let rows = statement.query_map(named_params! { ":contact": Blob(contact), ":found": found }, placed)?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    pub fn count_shipped_since(&self, at: i64) -> Stored<u32> {
        let sql = "select count(*) from order_row where standing = 'shipped' and shipped_at >= ?1";
        Ok(self.sql(sql)?.query_row([at], |row| row.get(0))?)
    }
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
        money: OrderMoney {
            nominal: row.get(16)?,
            account: row.get(17)?,
            deadline: row.get(18)?,
            paid: row.get(19)?,
            due: row.get(20)?,
            paid_at: row.get(21)?,
            claims: row.get(22)?,
            claimed_at: row.get(23)?,
        },
        copies: row.get(24)?,
        told: row.get(25)?,
        sent_with: row.get(26)?,
        fee_charged: row.get(27)?,
        fee_actual: row.get(28)?,
        held: row.get(29)?,
    })
}
