//! Met over a shelf: two who sell the last pair.

use tapak_engine::view::order::{OrderAction, OrderFilter, OrderView};
use tapak_engine::view::stock::StockGrid;
use uuid::Uuid;

use super::Sides;
use crate::broken::Checked;
use crate::world::{Who, World};

impl World {
    /// Each tells a buyer the total of pairs of which there are enough for one of the two.
    pub(super) fn last_pair(&mut self, one: Who, another: Who) -> Checked<Option<Sides>> {
        let mine = self.pages_with(OrderFilter::Checked, (one, OrderAction::Total))?;
        let theirs = self.pages_with(OrderFilter::Checked, (another, OrderAction::Total))?;
        for (page, other) in mine.iter().flat_map(|page| theirs.iter().map(move |other| (page, other))) {
            if page.row.id != other.row.id && self.is_last_of(one, page, other)? {
                let first = self.button(one, OrderAction::Total, page)?;
                return Ok(Some([(one, first), (another, self.button(another, OrderAction::Total, other)?)]));
            }
        }
        Ok(None)
    }

    fn is_last_of(&mut self, who: Who, page: &OrderView, other: &OrderView) -> Checked<bool> {
        for (product, colour, size) in cells(page) {
            let [one, another] = [page, other].map(|page| wanted(page, product, &colour, &size));
            let left = if another > 0 { self.left_online(who, product, &colour, &size)? } else { 0 };
            if left > 0 && left >= one.max(another) && left < one + another {
                return Ok(true);
            }
        }
        Ok(false)
    }

    fn left_online(&mut self, who: Who, product: Uuid, colour: &str, size: &str) -> Checked<i64> {
        let grid = self.phones[who].stock(Some(product), self.now)?.grid;
        Ok(grid.map_or(0, |grid| left(&grid, colour, size)))
    }
}

/// The pairs of an order that can be told apart on a shelf.
fn cells(page: &OrderView) -> Vec<(Uuid, String, String)> {
    let lines = page.draft.lines.iter();
    lines.filter_map(|line| Some((line.product?, line.colour.clone(), line.size.clone()))).collect()
}

fn wanted(page: &OrderView, product: Uuid, colour: &str, size: &str) -> i64 {
    let lines = page.draft.lines.iter().filter(|line| line.product == Some(product));
    let same = lines.filter(|line| line.colour == colour && line.size == size);
    same.filter_map(|line| line.quantity.parse::<i64>().ok()).sum()
}

fn left(grid: &StockGrid, colour: &str, size: &str) -> i64 {
    let of_pool = |cell: &&tapak_engine::view::stock::StockCell| cell.pool == tapak_domain::stock::Pool::Online;
    let place = grid.colours.iter().position(|known| known == colour).and_then(|place| u32::try_from(place).ok());
    let mut cells = grid.cells.iter().filter(of_pool);
    let cell = cells.find(|cell| Some(cell.colour) == place && cell.size.to_string() == size);
    cell.map_or(0, |cell| i64::from(cell.on_hand) - i64::from(cell.reserved))
}
