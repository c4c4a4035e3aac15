//! Which orders a list asks for, and how many there are of each sort.

use rusqlite::named_params;
use tapak_domain::order::{Conflict, Standing};

use crate::shared_key::kinds;
use crate::{Store, Stored};

/// Some of the orders.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Pick {
    Standing(Standing),
    /// Nothing was heard, and the deadline has passed.
    Overdue,
    /// Finance has a claim to answer.
    Claimed,
    /// All of it came, and was not given back.
    HasPaid,
    /// Shipped, and the buyer does not know the tracking number.
    Untold,
    /// The shop has money that is the buyer's.
    RefundDue,
}

/// What a list asks for.
#[derive(Debug, Clone, Copy)]
pub struct Wanted<'a> {
    /// Any of these; empty for all.
    pub picks: &'a [Pick],
    /// Milliseconds since 1970 UTC: what is overdue by then.
    pub now: i64,
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

impl Store {
    /// What is overdue is so by `now`.
    pub fn tally(&self, pick: Pick, now: i64) -> Stored<Tally> {
        let sql = format!(
            "select count(*), min({}) from order_row o where {} and :now is not null",
            pick.waits_since(),
            pick.sql()
        );
        let mut statement = self.sql(&sql)?;
        let tally = statement
            .query_row(named_params! { ":now": now }, |row| Ok(Tally { count: row.get(0)?, oldest: row.get(1)? }))?;
        Ok(tally)
    }
}

impl Sort {
    pub(crate) const fn sql(self) -> &'static str {
        match self {
            Self::NewestFirst => "o.taken_at desc, o.id desc",
            Self::OldestFirst => "o.taken_at, o.id",
            Self::LatestShippedFirst => "o.shipped_at desc, o.id desc",
        }
    }
}

pub(crate) fn condition(picks: &[Pick], searched: bool) -> String {
    let any = picks.iter().map(|pick| pick.sql()).collect::<Vec<_>>().join(" or ");
    let any = if any.is_empty() { "true".to_owned() } else { format!("({any})") };
    let found = if searched {
        "o.rowid in (select rowid from order_search where order_search match :found)"
    } else {
        ":found = ''"
    };
    format!("{any} and {found} and :now is not null")
}

impl Pick {
    fn sql(self) -> String {
        match self {
            Self::Standing(standing) => format!("o.standing = '{}'", standing.code()),
            Self::Overdue => "(o.standing = 'totalled' and o.deadline < :now)".to_owned(),
            Self::Claimed => "o.claims > 0".to_owned(),
            Self::HasPaid => "(o.paid > 0 and o.due <= 0)".to_owned(),
            Self::Untold => "(o.standing = 'shipped' and o.told = 0)".to_owned(),
            Self::RefundDue => format!(
                "o.id in (select record from flag where kind in ({}))",
                kinds([Conflict::CancelledPaid, Conflict::Overpaid].into_iter())
            ),
        }
    }

    /// The column that says how long an order has waited in it.
    const fn waits_since(self) -> &'static str {
        match self {
            Self::Claimed => "o.claimed_at",
            Self::Overdue => "o.deadline",
            Self::Untold => "o.shipped_at",
            Self::Standing(_) | Self::HasPaid | Self::RefundDue => "o.taken_at",
        }
    }
}
