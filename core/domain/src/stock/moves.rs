//! What came into a cell and what went out of it, as facts say it. Levels are summed from these, never kept.

use std::collections::BTreeMap;

use serde::Deserialize;
use uuid::Uuid;

use super::{Cells, Pool};
use crate::policy::{Authority, counts};
use crate::product::Product;
use crate::record::{Fact, Noun};
use crate::values::Size;

/// What a move did.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// So many lie there: whatever was before counts no more.
    Counted,
    Received,
    Moved,
    /// An open order holds them, and they lie on the shelf.
    Reserved,
    /// They left the shelf with an order.
    Gone,
    /// They are back on it: the order was called off before it was with the courier.
    Back,
}

impl Kind {
    pub const ALL: [Self; 6] = [Self::Counted, Self::Received, Self::Moved, Self::Reserved, Self::Gone, Self::Back];

    pub const fn code(self) -> &'static str {
        match self {
            Self::Counted => "counted",
            Self::Received => "received",
            Self::Moved => "moved",
            Self::Reserved => "reserved",
            Self::Gone => "gone",
            Self::Back => "back",
        }
    }

    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.code() == code)
    }
}

/// A count or a change of one cell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Move {
    pub kind: Kind,
    pub pool: Pool,
    pub product: Uuid,
    /// As stock tells it from others.
    pub colour: String,
    pub size: Size,
    /// Pairs: what lies there, what an order holds, or by how much it changes.
    pub pairs: i64,
    /// The place in history, the same on every replica; sorts as text.
    pub at: String,
    /// Of what an order holds, the place at which it was paid; empty while it is not.
    pub paid: String,
    /// The buyer was asked and waits for the next pair.
    pub waits: bool,
}

/// The place of a fact in the history, as text that sorts the same.
pub(super) fn place(fact: &Fact) -> String {
    format!("{}.{}.{}", fact.at, fact.by.0, fact.id)
}

/// What the product's own record says of its stock. What lies before the latest count of a cell is left out: it says
/// nothing any more, however late it comes.
pub fn of_product(product: &Product, authority: &dyn Authority) -> Vec<Move> {
    let facts = product.record.facts.iter().filter(|fact| counts(authority, Noun::Product, fact));
    let said: Vec<_> = facts.flat_map(|fact| said(product.record.id, fact)).collect();
    let key = |moved: &Move| (moved.pool, moved.colour.clone(), moved.size);
    let counted = said.iter().filter(|moved| moved.kind == Kind::Counted);
    let latest: BTreeMap<_, _> = counted.map(|moved| (key(moved), moved.at.clone())).collect();
    said.into_iter().filter(|moved| latest.get(&key(moved)).is_none_or(|latest| moved.at >= *latest)).collect()
}

fn said(product: Uuid, fact: &Fact) -> Vec<Move> {
    let pool = |key: &str| Pool::from_code(fact.text(key));
    let cells = |pool: Option<Pool>, kind, sign| pool.map(|pool| moves(product, fact, (kind, pool, sign)));
    let (one, other) = match fact.kind.as_str() {
        "counted" => (cells(pool("pool"), Kind::Counted, 1), None),
        "received" => (cells(pool("pool"), Kind::Received, 1), None),
        "moved" => (cells(pool("from"), Kind::Moved, -1), cells(pool("to"), Kind::Moved, 1)),
        _ => (None, None),
    };
    one.into_iter().chain(other).flatten().collect()
}

fn moves(product: Uuid, fact: &Fact, (kind, pool, sign): (Kind, Pool, i64)) -> Vec<Move> {
    let cells = fact.data.get("counts").and_then(|counts| Cells::deserialize(counts).ok()).unwrap_or_default();
    let made = cells.iter().map(|(colour, size, pairs)| Move {
        kind,
        pool,
        product,
        colour: colour.to_owned(),
        size,
        pairs: pairs.saturating_mul(sign),
        at: place(fact),
        paid: String::new(),
        waits: false,
    });
    made.collect()
}
