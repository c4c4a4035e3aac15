//! Erasing a person (UU PDP): their records go from every replica for good. What stays says how much was sold, not to whom.

use serde_json::{Value, json};
use uuid::Uuid;

use super::ManageRefusal;
use super::manage::{Decided, state};
use crate::context::Context;
use crate::record::Noun;
use crate::stock::{Kind, Move, pack};

/// A record that goes, with what stays of it: money and dates, no name, no place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Erased {
    pub id: Uuid,
    pub noun: Noun,
    /// An order's standing, pairs, total in rupiah and when it was taken (milliseconds since 1970 UTC).
    pub standing: &'static str,
    pub pairs: u32,
    pub total: i64,
    pub taken_at: i64,
    /// What an order did to the stock.
    pub moves: Vec<Move>,
}

/// So many in one change: of each stays little, but a reseller has hundreds of orders, and a change has 32 KiB.
const PART: usize = 50;

/// As many changes as it takes.
pub fn parts(records: &[Erased]) -> impl Iterator<Item = &[Erased]> {
    records.chunks(PART)
}

pub fn decide(records: &[Erased], reason: &str, context: &mut Context) -> Decided {
    if reason.trim().is_empty() {
        return Err(vec![ManageRefusal::Reason]);
    }
    let documents: Vec<_> = records.iter().map(tombstone).collect();
    state("purged", [("documents", Value::Array(documents)), ("reason", json!(reason.trim()))], context)
}

/// What it only held is free; what left the shelf with it stays gone.
fn tombstone(erased: &Erased) -> Value {
    let sold: Vec<_> = erased.moves.iter().filter(|moved| moved.kind != Kind::Reserved).cloned().collect();
    json!({
        "id": erased.id, "noun": erased.noun.code(), "standing": erased.standing, "pairs": erased.pairs,
        "total": erased.total, "taken_at": erased.taken_at, "sold": pack(&sold),
    })
}
