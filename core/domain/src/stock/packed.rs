//! What an order says of stock, packed: for its card, and for what stays of it when its buyer is erased.

use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::{Kind, Move, Pool};
use crate::values::Size;

/// Moves that differ in nothing but their cells.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Packed {
    kind: String,
    pool: Pool,
    at: String,
    paid: String,
    /// Product, colour, size, pairs, and whether the buyer waits.
    cells: Vec<(Uuid, String, Size, i64, bool)>,
}

pub fn pack(moves: &[Move]) -> Vec<Packed> {
    let alike = |one: &Move, next: &Move| {
        (one.kind, one.pool, &one.at, &one.paid) == (next.kind, next.pool, &next.at, &next.paid)
    };
    moves.chunk_by(alike).filter_map(pack_alike).collect()
}

fn pack_alike(moves: &[Move]) -> Option<Packed> {
    let first = moves.first()?;
    let cell = |moved: &Move| (moved.product, moved.colour.clone(), moved.size, moved.pairs, moved.waits);
    Some(Packed {
        kind: first.kind.code().to_owned(),
        pool: first.pool,
        at: first.at.clone(),
        paid: first.paid.clone(),
        cells: moves.iter().map(cell).collect(),
    })
}

/// A kind of a newer app is left out.
pub fn unpack(packed: Vec<Packed>) -> Vec<Move> {
    let known = packed.into_iter().filter_map(|packed| Some((Kind::from_code(&packed.kind)?, packed)));
    known.flat_map(|(kind, packed)| unpack_cells(kind, packed)).collect()
}

fn unpack_cells(kind: Kind, packed: Packed) -> impl Iterator<Item = Move> {
    let Packed { pool, at, paid, cells, .. } = packed;
    cells.into_iter().map(move |(product, colour, size, pairs, waits)| {
        let (at, paid) = (at.clone(), paid.clone());
        Move { kind, pool, product, colour, size, pairs, at, paid, waits }
    })
}
