//! Who goes without although the money is here: found among orders, and shown beside what is in conflict within one.

use tapak_domain::order::{Conflict, Flag};
use tapak_domain::stock::{Short, cell_key, short};
use tapak_store::stock::Cell;
use uuid::Uuid;

use crate::device::Device;
use crate::fault::Fault;

impl Device {
    /// Orders that go without, of `order` or of all. A buyer who was asked and waits is not among them.
    pub(super) fn open_shortages(&self, order: Option<Uuid>) -> Result<Vec<(Uuid, Flag)>, Fault> {
        let mut open = Vec::new();
        for (cell, level) in self.store.short_cells(None)? {
            let served = short(level.on_hand, self.store.stock_claims(&cell)?);
            let lacking = served.iter().filter(|short| short.is_open());
            for Short { claim, lacks } in lacking.filter(|short| order.is_none_or(|id| short.claim.order == id)) {
                open.push((claim.order, self.shortage_flag(&cell, *lacks)?));
            }
        }
        Ok(open)
    }

    /// One is in a single pool with all its pairs, so the key does not name it.
    fn shortage_flag(&self, cell: &Cell, lacks: i64) -> Result<Flag, Fault> {
        let name = self.store.product(cell.product)?.map(|row| row.name).unwrap_or_default();
        let what = [name, cell.colour.clone(), cell.size.to_string()];
        let what = what.into_iter().filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ");
        Ok(Flag {
            conflict: Conflict::Shortage,
            key: cell_key(cell.product, &cell.colour, cell.size),
            detail: format!("{what} × {lacks}"),
        })
    }
}
