//! Stock: what came into each cell and what went out of it, and what that comes to.

use rusqlite::{OptionalExtension, Row, named_params};
use tapak_domain::stock::{Claim, Kind, Level, Move, Pool};
use tapak_domain::values::Size;
use uuid::Uuid;

use crate::columns::Blob;
use crate::{Store, Stored};

/// Pairs that can be told apart on no shelf.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Cell {
    pub product: Uuid,
    pub pool: Pool,
    /// As stock tells it from others.
    pub colour: String,
    pub size: Size,
}

impl Cell {
    pub fn of(moved: &Move) -> Self {
        Self { product: moved.product, pool: moved.pool, colour: moved.colour.clone(), size: moved.size }
    }
}

const CELL: &str = "product = ?1 and pool = ?2 and colour = ?3 and size = ?4";

fn key(cell: &Cell) -> (Blob<Uuid>, &str, &str, u8) {
    (Blob(cell.product), cell.pool.code(), &cell.colour, cell.size.get())
}

/// What moves come to, for the cells of a condition: the latest count and everything behind it; without one, everything
/// from the first that came in on. What open orders hold lies on the shelf, whenever they began to.
fn refresh(condition: &str) -> String {
    format!(
        "with base (product, pool, colour, size, at) as (select product, pool, colour, size, \
         ifnull(max(at) filter (where kind = 'counted'), min(at)) from stock_move \
         where record = product and {condition} group by 1, 2, 3, 4) \
         insert into stock_level (product, pool, colour, size, on_hand, reserved) \
         select product, pool, colour, size, ifnull(sum(pairs) filter (where kind <> 'reserved'), 0), \
         ifnull(sum(pairs) filter (where kind = 'reserved'), 0) \
         from base b join stock_move m using (product, pool, colour, size) \
         where m.kind = 'reserved' or m.at >= b.at group by 1, 2, 3, 4"
    )
}

impl Store {
    /// What a record says of stock now, in place of what it said before.
    pub fn put_stock_moves(&self, record: Uuid, moves: &[Move]) -> Stored<()> {
        let mut cells = self.cells_of(record)?;
        if cells.is_empty() && moves.is_empty() {
            return Ok(());
        }
        self.sql("delete from stock_move where record = ?1")?.execute([Blob(record)])?;
        moves.iter().try_for_each(|moved| self.put_stock_move(record, moved))?;
        cells.extend(moves.iter().map(Cell::of));
        cells.sort();
        cells.dedup();
        cells.iter().try_for_each(|cell| self.refresh_stock_level(cell))
    }

    fn put_stock_move(&self, record: Uuid, moved: &Move) -> Stored<()> {
        let sql = "insert into stock_move (record, product, pool, colour, size, kind, pairs, at, paid, waits) \
                   values (:record, :product, :pool, :colour, :size, :kind, :pairs, :at, :paid, :waits)";
        self.sql(sql)?.execute(named_params! {
            ":record": Blob(record), ":product": Blob(moved.product), ":pool": moved.pool.code(),
            ":colour": moved.colour, ":size": moved.size.get(), ":kind": moved.kind.code(), ":pairs": moved.pairs,
            ":at": moved.at, ":paid": moved.paid, ":waits": moved.waits,
        })?;
        Ok(())
    }

    pub fn stock_moves_of(&self, record: Uuid) -> Stored<Vec<Move>> {
        let sql = "select product, pool, colour, size, kind, pairs, at, paid, waits from stock_move where record = ?1 order by id";
        let mut statement = self.sql(sql)?;
        let moves = statement.query_map([Blob(record)], read_move)?;
        Ok(moves.filter_map(Result::transpose).collect::<Result<_, _>>()?)
    }

    fn cells_of(&self, record: Uuid) -> Stored<Vec<Cell>> {
        Ok(self.stock_moves_of(record)?.iter().map(Cell::of).collect())
    }

    fn refresh_stock_level(&self, cell: &Cell) -> Stored<()> {
        self.sql(&format!("delete from stock_level where {CELL}"))?.execute(key(cell))?;
        Ok(self.sql(&refresh(CELL))?.execute(key(cell)).map(drop)?)
    }

    /// All of them, after everything was drawn anew.
    pub fn refresh_stock_levels(&self) -> Stored<()> {
        self.sql("delete from stock_level")?.execute([])?;
        Ok(self.sql(&refresh("true"))?.execute([]).map(drop)?)
    }

    /// Nothing of a cell that nobody counted or filled.
    pub fn stock_level(&self, cell: &Cell) -> Stored<Option<Level>> {
        let mut statement = self.sql(&format!("select on_hand, reserved from stock_level where {CELL}"))?;
        let level = |row: &Row<'_>| Ok(Level { on_hand: row.get(0)?, reserved: row.get(1)? });
        Ok(statement.query_row(key(cell), level).optional()?)
    }

    /// Of one product, or of all.
    pub fn stock_levels(&self, product: Option<Uuid>) -> Stored<Vec<(Cell, Level)>> {
        self.levels("true", product)
    }

    /// Cells of which more is held than lies there.
    pub fn short_cells(&self, product: Option<Uuid>) -> Stored<Vec<(Cell, Level)>> {
        self.levels("on_hand < reserved", product)
    }

    fn levels(&self, condition: &str, product: Option<Uuid>) -> Stored<Vec<(Cell, Level)>> {
        let sql = format!(
            "select product, pool, colour, size, on_hand, reserved from stock_level \
             where {condition} and (:product is null or product = :product) order by product, pool, colour, size"
        );
        let mut statement = self.sql(&sql)?;
        let rows = statement.query_map(named_params! { ":product": product.map(Blob) }, |row| {
            let level = Level { on_hand: row.get(4)?, reserved: row.get(5)? };
            Ok(read_cell(row)?.map(|cell| (cell, level)))
        })?;
        Ok(rows.filter_map(Result::transpose).collect::<Result<_, _>>()?)
    }

    /// Pairs of a cell that open orders hold of which the relay has not heard everything.
    pub fn unsent_pairs(&self, cell: &Cell) -> Stored<i64> {
        let sql = format!(
            "select ifnull(sum(pairs), 0) from stock_move m join record r on r.id = m.record \
             where {CELL} and kind = 'reserved' and r.unsent > 0"
        );
        let mut statement = self.sql(&sql)?;
        Ok(statement.query_row(key(cell), |row| row.get(0))?)
    }

    /// Open orders that hold pairs of a cell.
    pub fn stock_claims(&self, cell: &Cell) -> Stored<Vec<Claim>> {
        let sql = format!(
            "select record, sum(pairs), max(paid), min(at), max(waits) from stock_move where {CELL} and kind = 'reserved' \
             group by record"
        );
        let mut statement = self.sql(&sql)?;
        let rows = statement.query_map(key(cell), read_claim)?;
        Ok(rows.collect::<Result<_, _>>()?)
    }
}

/// Nothing when an app of another age wrote what this one cannot name.
fn read_cell(row: &Row<'_>) -> rusqlite::Result<Option<Cell>> {
    let (product, pool, colour): (Blob<Uuid>, String, String) = (row.get(0)?, row.get(1)?, row.get(2)?);
    let (pool, size) = (Pool::from_code(&pool), Size::new(row.get(3)?).ok());
    Ok(pool.zip(size).map(|(pool, size)| Cell { product: product.0, pool, colour, size }))
}

fn read_move(row: &Row<'_>) -> rusqlite::Result<Option<Move>> {
    let kind: String = row.get(4)?;
    let (pairs, at, paid, waits) = (row.get(5)?, row.get(6)?, row.get(7)?, row.get(8)?);
    let named = read_cell(row)?.zip(Kind::from_code(&kind));
    Ok(named.map(|(cell, kind)| Move {
        kind,
        pool: cell.pool,
        product: cell.product,
        colour: cell.colour,
        size: cell.size,
        pairs,
        at,
        paid,
        waits,
    }))
}

fn read_claim(row: &Row<'_>) -> rusqlite::Result<Claim> {
    let paid: String = row.get(2)?;
    Ok(Claim {
        order: row.get::<_, Blob<Uuid>>(0)?.0,
        pairs: row.get(1)?,
        paid: (!paid.is_empty()).then_some(paid),
        since: row.get(3)?,
        waits: row.get(4)?,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    const TREKKER: Uuid = Uuid::from_u128(40);

    fn cell() -> Cell {
        Cell { product: TREKKER, pool: Pool::Online, colour: "hitam".into(), size: Size::new(39).unwrap() }
    }

    fn moved(kind: Kind, pairs: i64, at: &str) -> Move {
        let Cell { product, pool, colour, size } = cell();
        Move { kind, pool, product, colour, size, pairs, at: at.into(), paid: String::new(), waits: false }
    }

    /// What each record says: the product, and three orders.
    fn said() -> Vec<(Uuid, Vec<Move>)> {
        let product = vec![moved(Kind::Counted, 9, "b"), moved(Kind::Counted, 4, "d"), moved(Kind::Received, 2, "f")];
        let order = |n, moves| (Uuid::from_u128(n), moves);
        vec![
            (TREKKER, product),
            order(1, vec![moved(Kind::Gone, -1, "a")]),
            order(2, vec![moved(Kind::Reserved, 2, "c")]),
            order(3, vec![moved(Kind::Gone, -1, "e")]),
        ]
    }

    fn store_with<'a>(said: impl IntoIterator<Item = &'a (Uuid, Vec<Move>)>) -> Store {
        let store = Store::in_memory().unwrap();
        said.into_iter().try_for_each(|(record, moves)| store.put_stock_moves(*record, moves)).unwrap();
        store
    }

    #[test]
    fn r14_a_count_is_the_baseline_for_what_comes_after_it_and_open_orders_hold_pairs_whenever_they_began_to() {
        let store = store_with(&said());
        assert_eq!(store.stock_level(&cell()).unwrap(), Some(Level { on_hand: 4 + 2 - 1, reserved: 2 }));
        store.put_stock_moves(Uuid::from_u128(2), &[]).unwrap();
        assert_eq!(store.stock_level(&cell()).unwrap().map(Level::left), Some(5));
    }

    #[test]
    fn r14_the_same_facts_in_any_order_give_the_same_levels() {
        let mut said = said();
        let expected = store_with(&said).stock_levels(None).unwrap();
        for turn in 0..24_usize {
            said.rotate_left(turn % 3 + 1);
            said.swap(0, turn % 4);
            let store = store_with(said.iter().chain(&said[..turn % 4]));
            assert_eq!(store.stock_levels(None).unwrap(), expected);
            store.refresh_stock_levels().unwrap();
            assert_eq!(store.stock_levels(None).unwrap(), expected, "drawn anew");
        }
    }

    #[test]
    fn a_cell_nobody_counted_or_filled_is_not_watched() {
        let store = store_with(&said()[1..]);
        assert_eq!(store.stock_levels(None).unwrap(), []);
        store.put_stock_moves(TREKKER, &[moved(Kind::Received, 3, "b")]).unwrap();
        assert_eq!(store.stock_level(&cell()).unwrap(), Some(Level { on_hand: 2, reserved: 2 }));
        assert_eq!(store.stock_claims(&cell()).unwrap().len(), 1);
        assert_eq!(store.short_cells(None).unwrap(), []);
    }
}
