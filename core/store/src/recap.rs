//! Batches of claims as lists show them, and which of two batches counts a claim.

use rusqlite::{OptionalExtension, Row, named_params};
use tapak_domain::recap::Entry;
use uuid::Uuid;

use crate::claim::{self, ClaimRow};
use crate::columns::{Blob, natural, whole};
use crate::{Store, Stored};

/// A part of a batch as it is put down.
#[derive(Debug, Clone, Copy)]
pub struct Part<'a> {
    pub recap: Uuid,
    /// Its place among everything that was ever frozen; sorts as text.
    pub place: &'a str,
    /// Milliseconds since 1970 UTC.
    pub at: i64,
    pub author: Uuid,
    /// Up to when the batch before it reached, and this one.
    pub since: i64,
    pub until: i64,
    /// In how many parts the batch was written.
    pub parts: u32,
    pub entries: &'a [Entry],
}

/// A batch. Times are milliseconds since 1970 UTC.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RecapRow {
    pub id: Uuid,
    pub at: i64,
    pub author: Uuid,
    pub since: i64,
    pub until: i64,
    /// How many of its parts are here, of how many.
    pub here: u32,
    pub parts: u32,
    /// Up to when the batches before it reached: what was claimed before that came late.
    pub before: Option<i64>,
}

/// What a batch comes to; what another batch counts is only counted as `again`. Money is whole rupiah.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Figures {
    pub claims: u32,
    pub late: u32,
    pub again: u32,
    /// Not verified yet.
    pub waiting: u32,
    pub total: i64,
    pub amount: i64,
    pub received: i64,
    pub refunded: i64,
}

/// A claim of a batch: as it was frozen, and as it is now unless its order is not here.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RecapEntry {
    pub frozen: Entry,
    /// The batch that counts it, if it is another.
    pub counted_in: Option<Uuid>,
    pub now: Option<ClaimRow>,
}

/// A claim that no batch has, and the number of its order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Waiting {
    pub claim: ClaimRow,
    pub number: String,
}

const FIRST: &str = "(select min(f.place) from recap_entry f where f.claim = e.claim)";

impl Store {
    /// All parts of a batch that are here now.
    pub fn put_recap(&self, recap: Uuid, parts: &[Part<'_>]) -> Stored<()> {
        self.drop_recap(recap)?;
        parts.iter().try_for_each(|part| self.put_part(part))
    }

    pub(crate) fn drop_recap(&self, recap: Uuid) -> Stored<()> {
        self.sql("delete from recap_entry where recap = ?1")?.execute([Blob(recap)])?;
        Ok(self.sql("delete from recap_part where recap = ?1")?.execute([Blob(recap)]).map(drop)?)
    }

    fn put_part(&self, part: &Part<'_>) -> Stored<()> {
        let sql = "insert or replace into recap_part (place, recap, at, author, since, until, parts) \
                   values (?1, ?2, ?3, ?4, ?5, ?6, ?7)";
        let (recap, author) = (Blob(part.recap), Blob(part.author));
        self.sql(sql)?.execute((part.place, recap, part.at, author, part.since, part.until, part.parts))?;
        let sql = "insert or ignore into recap_entry (claim, place, recap, record, at, number, amount, total) \
                   values (:claim, :place, :recap, :record, :at, :number, :amount, :total)";
        let mut statement = self.sql(sql)?;
        part.entries.iter().try_for_each(|entry| {
            let put = statement.execute(named_params! {
                ":claim": Blob(entry.claim), ":place": part.place, ":recap": Blob(part.recap),
                ":record": Blob(entry.order), ":at": whole(entry.at), ":number": entry.number,
                ":amount": entry.amount, ":total": entry.total,
            });
            put.map(drop)
        })?;
        Ok(())
    }

    /// One page, the latest first, and how many there are in all.
    pub fn recaps(&self, offset: u32, limit: u32) -> Stored<(Vec<RecapRow>, u32)> {
        let total = self.sql("select count(distinct recap) from recap_part")?.query_row([], |row| row.get(0))?;
        let sql = "select recap from recap_part group by recap order by min(place) desc limit ?1 offset ?2";
        let ids = self.ids(sql, (limit, offset))?;
        let rows = ids.into_iter().map(|id| self.recap(id)).collect::<Stored<Vec<_>>>()?;
        Ok((rows.into_iter().flatten().collect(), total))
    }

    pub fn recap(&self, id: Uuid) -> Stored<Option<RecapRow>> {
        let sql = "select p.recap, p.at, p.author, p.since, p.until, p.parts, \
                   (select count(*) from recap_part o where o.recap = p.recap), \
                   (select max(b.until) from recap_part b where b.place < p.place) \
                   from recap_part p where p.recap = ?1 order by p.place limit 1";
        Ok(self.sql(sql)?.query_row([Blob(id)], recap_row).optional()?)
    }

    /// Up to when the latest batch reaches.
    pub fn frozen_until(&self) -> Stored<Option<i64>> {
        Ok(self.sql("select max(until) from recap_part")?.query_row([], |row| row.get(0))?)
    }

    /// Every claim that no batch has, the oldest first.
    pub fn claims_waiting(&self) -> Stored<Vec<Waiting>> {
        let sql = format!(
            "select {}, ifnull((select o.number from order_row o where o.id = c.record), '') from claim_row c \
             where not exists (select 1 from recap_entry e where e.claim = c.id) order by c.at, c.id",
            claim_columns()
        );
        let mut statement = self.sql(&sql)?;
        let rows = statement
            .query_map([], |row| Ok(Waiting { claim: claim::claim(row)?, number: row.get(claim::COLUMN_COUNT)? }))?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    pub fn recap_figures(&self, row: &RecapRow) -> Stored<Figures> {
        let sql = format!(
            "select count(*) filter (where first), count(*) filter (where first and late), \
             count(*) filter (where not first), count(*) filter (where first and waiting), \
             ifnull(sum(total) filter (where first), 0), ifnull(sum(amount) filter (where first), 0), \
             ifnull(sum(received) filter (where first), 0), ifnull(sum(refunded) filter (where first), 0) \
             from (select e.total, e.amount, e.place = {FIRST} as first, e.at <= ?2 as late, \
                   ifnull(c.outcome, '') = '' as waiting, ifnull(c.received, 0) as received, \
                   ifnull(c.refunded, 0) as refunded \
                   from recap_entry e left join claim_row c on c.id = e.claim where e.recap = ?1)"
        );
        let figures = self.sql(&sql)?.query_row((Blob(row.id), row.before.unwrap_or(i64::MIN)), |row| {
            let (claims, late, again, waiting) = (row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?);
            let (total, amount, received, refunded) = (row.get(4)?, row.get(5)?, row.get(6)?, row.get(7)?);
            Ok(Figures { claims, late, again, waiting, total, amount, received, refunded })
        })?;
        Ok(figures)
    }

    /// In the sequence they were claimed in.
    pub fn recap_entries(&self, id: Uuid) -> Stored<Vec<RecapEntry>> {
        let sql = format!(
            "select {}, e.claim, e.record, e.at, e.number, e.amount, e.total, \
             (select k.recap from recap_entry k where k.claim = e.claim and k.place = {FIRST} and k.place <> e.place) \
             from recap_entry e left join claim_row c on c.id = e.claim where e.recap = ?1 \
             order by e.at, e.claim, e.place",
            claim_columns()
        );
        let mut statement = self.sql(&sql)?;
        let rows = statement.query_map([Blob(id)], entry)?;
        Ok(rows.collect::<Result<_, _>>()?)
    }
}

/// Of a `claim_row` called `c`.
fn claim_columns() -> String {
    format!("c.{}", claim::COLUMNS.replace(", ", ", c."))
}

fn recap_row(row: &Row<'_>) -> rusqlite::Result<RecapRow> {
    Ok(RecapRow {
        id: row.get::<_, Blob<Uuid>>(0)?.0,
        at: row.get(1)?,
        author: row.get::<_, Blob<Uuid>>(2)?.0,
        since: row.get(3)?,
        until: row.get(4)?,
        parts: row.get(5)?,
        here: row.get(6)?,
        before: row.get(7)?,
    })
}

fn entry(row: &Row<'_>) -> rusqlite::Result<RecapEntry> {
    let at = claim::COLUMN_COUNT;
    let known = row.get::<_, Option<Blob<Uuid>>>(0)?.is_some();
    Ok(RecapEntry {
        frozen: Entry {
            claim: row.get::<_, Blob<Uuid>>(at)?.0,
            order: row.get::<_, Blob<Uuid>>(at + 1)?.0,
            at: natural(row.get(at + 2)?),
            number: row.get(at + 3)?,
            amount: row.get(at + 4)?,
            total: row.get(at + 5)?,
        },
        counted_in: row.get::<_, Option<Blob<Uuid>>>(at + 6)?.map(|recap| recap.0),
        now: if known { Some(claim::claim(row)?) } else { None },
    })
}
