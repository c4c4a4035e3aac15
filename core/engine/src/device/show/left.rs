//! What is left for the lines of an order: in its pool, and without signal this device's share of the last pairs.

use std::collections::BTreeMap;

use tapak_domain::order::{Channel, LineDraft, OrderDraft};
use tapak_domain::stock::{Kind, Level, Pool, colour_key, share};
use tapak_domain::values::{Quantity, Size};
use tapak_store::stock::Cell;
use uuid::Uuid;

use crate::device::Device;
use crate::fault::Fault;
use crate::view::stock::LineStock;

impl Device {
    /// Each line takes of what the lines before it left. `order` is the one that holds some of it already.
    pub(in crate::device) fn left_for(&self, draft: &OrderDraft, order: Option<Uuid>) -> Result<Vec<LineStock>, Fault> {
        let mut taken = order.map(|order| self.held_by(order)).transpose()?.unwrap_or_default();
        draft.lines.iter().map(|line| self.left_for_line(line, pool_of(draft), &mut taken)).collect()
    }

    fn left_for_line(&self, line: &LineDraft, pool: Pool, taken: &mut BTreeMap<Cell, i64>) -> Result<LineStock, Fault> {
        let Some(cell) = cell_of(line, pool) else { return Ok(LineStock::default()) };
        let Some(level) = self.store.stock_level(&cell)? else { return Ok(LineStock::default()) };
        let wanted = i64::from(Quantity::parse(&line.quantity).unwrap_or_default().get());
        let share = self.share_of(&cell, level)?;
        let before = taken.entry(cell).or_default();
        let beside = |pairs: i64| pairs.saturating_sub(*before);
        let (left, share) = (beside(level.left()), share.map(beside));
        *before += wanted;
        let enough = share.unwrap_or(left).min(left);
        Ok(LineStock { left: Some(whole(left)), share: share.map(whole), indent: wanted > enough })
    }

    /// What the order holds counts as not taken: it is there for it.
    fn held_by(&self, order: Uuid) -> Result<BTreeMap<Cell, i64>, Fault> {
        let mut held = BTreeMap::new();
        for moved in self.store.stock_moves_of(order)?.into_iter().filter(|moved| moved.kind == Kind::Reserved) {
            *held.entry(Cell::of(&moved)).or_default() -= moved.pairs;
        }
        Ok(held)
    }

    /// Nothing while the relay is at hand, or where the pair lies in the buyer's hands. What this device sold since it
    /// lost the relay came out of its share.
    fn share_of(&self, cell: &Cell, level: Level) -> Result<Option<i64>, Fault> {
        if self.is_connected() || cell.pool == Pool::Toko {
            return Ok(None);
        }
        let unsent = self.store.unsent_pairs(cell)?;
        let place = (cell.product, cell.colour.as_str(), cell.size);
        let sellers = self.crew.sellers(self.me.id());
        Ok(Some(sellers.map_or(0, |sellers| share(level.left() + unsent, place, sellers) - unsent)))
    }
}

fn pool_of(draft: &OrderDraft) -> Pool {
    Pool::of(Channel::from_code(&draft.channel).unwrap_or_default())
}

/// Nothing while the line does not say of which pairs it speaks.
fn cell_of(line: &LineDraft, pool: Pool) -> Option<Cell> {
    let size = Size::parse(&line.size).ok()?;
    line.product.map(|product| Cell { product, pool, colour: colour_key(&line.colour), size })
}

pub(super) fn whole(pairs: i64) -> i32 {
    i32::try_from(pairs).unwrap_or(if pairs < 0 { i32::MIN } else { i32::MAX })
}
