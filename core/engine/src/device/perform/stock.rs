//! Commands about stock: counted, received, moved from one pool to the other.

use std::collections::BTreeMap;

use tapak_domain::product::Product;
use tapak_domain::stock::{self, CellDraft, Level, Pool, colour_key};
use tapak_domain::values::Size;
use tapak_domain::{Context, Edit, Noun, Refusal, Stamp};
use uuid::Uuid;

use super::product::behind;
use super::{Decided, missing, on};
use crate::device::Device;
use crate::device::turn::Turn;
use crate::fault::Fault;

/// Levels of one pool of one product.
type Shelf = BTreeMap<(String, Size), Level>;

impl Device {
    pub(super) fn count_stock(
        &mut self,
        (id, pool): (Uuid, Pool),
        cells: &[CellDraft],
        now: Stamp,
        turn: &mut Turn,
    ) -> Decided {
        let lying = self.shelf(id, pool, turn)?;
        let known = known(&lying);
        self.stock(id, now, |product, context| stock::count::decide(product, pool, cells, &known, context))
    }

    pub(super) fn receive_stock(&mut self, (id, pool): (Uuid, Pool), cells: &[CellDraft], now: Stamp) -> Decided {
        self.stock(id, now, |product, context| stock::receive::decide(product, pool, cells, context))
    }

    pub(super) fn move_stock(
        &mut self,
        (id, from): (Uuid, Pool),
        cells: &[CellDraft],
        now: Stamp,
        turn: &mut Turn,
    ) -> Decided {
        let lying = self.shelf(id, from, turn)?;
        let known = known(&lying);
        self.stock(id, now, |product, context| stock::transfer::decide(product, from, cells, &known, context))
    }

    fn stock<R>(
        &mut self,
        id: Uuid,
        now: Stamp,
        verb: impl FnOnce(&Product, &mut Context) -> Result<Vec<Edit>, Vec<R>>,
    ) -> Decided
    where
        Refusal: From<R>,
    {
        let Some(product) = self.product(id)? else { return Ok(Err(missing())) };
        Ok(on(id, Noun::Product, self.ask(behind(&product, now), |context| verb(&product, context))))
    }

    fn shelf(&mut self, product: Uuid, pool: Pool, turn: &mut Turn) -> Result<Shelf, Fault> {
        self.draw(turn)?;
        let levels = self.store.stock_levels(Some(product))?.into_iter();
        let here = levels.filter(|(cell, _)| cell.pool == pool);
        Ok(here.map(|(cell, level)| ((cell.colour, cell.size), level)).collect())
    }
}

fn known(shelf: &Shelf) -> impl Fn(&str, Size) -> Option<Level> + '_ {
    |colour, size| shelf.get(&(colour_key(colour), size)).copied()
}
