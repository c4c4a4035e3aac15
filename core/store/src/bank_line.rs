//! Lines of the bank, each once, however many imports hold it: which pay an order, which pay nothing yet.

use rusqlite::{OptionalExtension, Row, named_params};
use uuid::Uuid;

use crate::{Store, Stored};

/// A line that counts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LineRow {
    pub id: Uuid,
    /// As accounts are compared.
    pub account: String,
    /// `2025-11-24`, or empty while the bank has not posted it.
    pub date: String,
    pub text: String,
    /// Rupiah; below zero when it left the account.
    pub amount: i64,
}

/// What a list of lines asks for.
#[derive(Debug, Clone, Copy)]
pub struct Wanted<'a> {
    /// The nearest to this amount come first, among equals those on this account (as accounts are compared); with an
    /// amount of 0 the newest.
    pub amount: i64,
    pub account: &'a str,
    pub way: Way,
    /// A part of the description, or of the amount.
    pub search: &'a str,
    pub limit: u32,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Way {
    /// Money that came and pays nothing yet.
    In,
    /// Money that left and belongs to no order yet.
    Out,
    /// All lines, used or not.
    Any,
}

/// Whoever withdraws one record of an import withdraws all of it, also what has not come here yet.
const COUNTS: &str = "l.statement not in (select id from statement_row where import in \
                      (select import from statement_row where withdrawn = 1))";
const UNUSED: &str = "not exists (select 1 from shared_key where kind = 'bank_line' and key = l.id)";
/// Of copies of one line the one that knows its date speaks. To be grouped by id.
const LINES: &str = "select l.id, l.account, max(l.date), l.text, l.amount from bank_line l";

impl Store {
    /// The line, if an import that was not withdrawn holds it.
    pub fn bank_line(&self, id: Uuid) -> Stored<Option<LineRow>> {
        let sql = format!("{LINES} where l.id = ?1 and {COUNTS} group by l.id");
        Ok(self.sql(&sql)?.query_row([id.to_string()], line_row).optional()?)
    }

    /// The best first, and how many there are in all.
    pub fn bank_lines(&self, wanted: Wanted<'_>) -> Stored<(Vec<LineRow>, u32)> {
        let condition = format!(
            "{COUNTS} and {} and (:search = '' or instr(lower(l.text), :search) > 0 \
             or instr(abs(l.amount), :digits) > 0)",
            wanted.way.sql()
        );
        let search = wanted.search.trim().to_lowercase();
        let digits = digits_of(&search);
        let total = self
            .sql(&format!("select count(distinct l.id) from bank_line l where {condition}"))?
            .query_row(named_params! { ":search": search, ":digits": digits }, |row| row.get(0))?;
        let sql = format!(
            "{LINES} where {condition} group by l.id order by case when :amount = 0 then 0 \
             else abs(l.amount - :amount) end, l.account <> :account, max(l.date) = '' desc, max(l.date) desc, max(l.seen_at) desc, \
             max(l.place) desc, l.id limit :limit"
        );
        let mut statement = self.sql(&sql)?;
        let rows = statement.query_map(
            named_params! {
                ":account": wanted.account, ":search": search, ":digits": digits,
                ":amount": wanted.amount, ":limit": wanted.limit,
            },
            line_row,
        )?;
        Ok((rows.collect::<Result<_, _>>()?, total))
    }

    /// Lines with exactly that amount on that account that pay nothing yet, the oldest first.
    pub fn lines_that_fit(&self, account: &str, amount: i64) -> Stored<Vec<Uuid>> {
        let sql = format!(
            "select l.id from bank_line l where l.amount = ?1 and l.account = ?2 and {COUNTS} and {UNUSED} \
             group by l.id order by min(l.seen_at), min(l.place), l.id"
        );
        let mut statement = self.sql(&sql)?;
        let ids = statement.query_map((amount, account), |row| row.get::<_, String>(0))?;
        let ids = ids.collect::<Result<Vec<_>, _>>()?;
        Ok(ids.iter().filter_map(|id| Uuid::parse_str(id).ok()).collect())
    }

    /// Orders that another line of the same account with the same amount belongs to.
    pub fn orders_of_alike(&self, line: &LineRow) -> Stored<Vec<Uuid>> {
        let sql = format!(
            "select distinct k.record from bank_line l join shared_key k on k.kind = 'bank_line' and k.key = l.id \
             where l.amount = ?1 and l.account = ?2 and l.id <> ?3 and {COUNTS} order by k.record"
        );
        self.ids(&sql, (line.amount, &line.account, line.id.to_string()))
    }

    /// Orders that wait for money nobody claimed, while a line with just that amount is here. The account is to be compared.
    pub fn orders_with_money(&self, limit: u32) -> Stored<Vec<Uuid>> {
        let sql = format!(
            "select o.id from order_row o where o.claims = 0 and o.due > 0 and o.standing in \
             ('totalled', 'expired', 'short') and exists (select 1 from bank_line l where l.amount = o.due and {COUNTS} \
             and {UNUSED}) order by o.taken_at, o.id limit ?1"
        );
        self.ids(&sql, [limit])
    }

    /// Orders of which exactly that amount is still to come.
    pub fn orders_owing(&self, amount: i64, limit: u32) -> Stored<Vec<Uuid>> {
        let sql = "select id from order_row where due = ?1 and due > 0 and standing in \
                   ('totalled', 'claimed', 'expired', 'short') order by taken_at, id limit ?2";
        self.ids(sql, (amount, limit))
    }

    /// Orders that hold a line whose every import was withdrawn.
    pub fn orders_without_line(&self) -> Stored<Vec<Uuid>> {
        let sql = format!(
            "select distinct k.record from statement_row s join bank_line gone on gone.statement = s.id \
             join shared_key k on k.kind = 'bank_line' and k.key = gone.id where s.withdrawn = 1 \
             and not exists (select 1 from bank_line l where l.id = gone.id and {COUNTS}) order by k.record"
        );
        self.ids(&sql, [])
    }
}

impl Way {
    fn sql(self) -> String {
        match self {
            Self::In => format!("l.amount > 0 and {UNUSED}"),
            Self::Out => format!("l.amount < 0 and {UNUSED}"),
            Self::Any => "true".to_owned(),
        }
    }
}

/// `Rp325.417` is looked for among amounts too; what holds other letters only among descriptions: no amount holds a dash.
fn digits_of(search: &str) -> String {
    let bare = search.trim_start_matches("rp").trim();
    let amount = bare.chars().any(|c| c.is_ascii_digit()) && !bare.chars().any(char::is_alphabetic);
    if amount { bare.chars().filter(char::is_ascii_digit).collect() } else { "-".to_owned() }
}

fn line_row(row: &Row<'_>) -> rusqlite::Result<LineRow> {
    let id: String = row.get(0)?;
    Ok(LineRow {
        id: Uuid::parse_str(&id).unwrap_or_default(),
        account: row.get(1)?,
        date: row.get(2)?,
        text: row.get(3)?,
        amount: row.get(4)?,
    })
}
