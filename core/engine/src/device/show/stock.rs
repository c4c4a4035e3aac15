//! Stok: what the shop has of each product, the grid of one, and who goes without.

use std::collections::BTreeMap;

use serde::Deserialize;
use tapak_document::ChangeHash;
use tapak_domain::policy::{counts, may};
use tapak_domain::product::Product;
use tapak_domain::stock::{Cells, Level, Pool, Short, colour_key, short};
use tapak_domain::{Fact, Noun};
use tapak_store::product::ProductRow;
use tapak_store::stock::Cell;
use uuid::Uuid;

use super::left::whole;
use crate::device::Device;
use crate::documents;
use crate::fault::Fault;
use crate::view::badge::SyncMark;
use crate::view::stock::{
    PairsOf, ShortOrder, ShortageRow, StockCell, StockEntry, StockGrid, StockHappening, StockProduct, StockView,
};

/// How many of the latest entries of a product's log are shown.
const LOG: usize = 30;

type Levels = Vec<(Cell, Level)>;

impl Device {
    pub(super) fn show_stock(&mut self, product: Option<Uuid>) -> Result<StockView, Fault> {
        let levels = self.store.stock_levels(None)?;
        let mut rows = self.store.products()?;
        rows.retain(|row| !row.retired || levels.iter().any(|(cell, level)| cell.product == row.id && matters(*level)));
        Ok(StockView {
            shortages: self.shortages(product)?,
            grid: product.map(|product| self.grid(product)).transpose()?.flatten(),
            products: rows.iter().map(|row| stock_product(row, &levels)).collect(),
            counts: self.role().is_some_and(|role| may(role, Noun::Product, "counted")),
        })
    }

    /// Cells of which more is held than lies there, with the orders that hold it.
    pub(super) fn shortages(&self, product: Option<Uuid>) -> Result<Vec<ShortageRow>, Fault> {
        let cells = self.store.short_cells(product)?;
        cells.into_iter().map(|(cell, level)| self.shortage(cell, level)).collect()
    }

    fn shortage(&self, cell: Cell, level: Level) -> Result<ShortageRow, Fault> {
        let served = short(level.on_hand, self.store.stock_claims(&cell)?);
        let orders = served.into_iter().map(|short| self.short_order(short)).collect::<Result<Vec<_>, Fault>>()?;
        let row = self.store.product(cell.product)?;
        Ok(ShortageRow {
            product: cell.product,
            name: row.as_ref().map(|row| row.name.clone()).unwrap_or_default(),
            pool: cell.pool,
            colour: row.and_then(|row| named(&row.colours, &cell.colour)).unwrap_or(cell.colour),
            size: cell.size.get(),
            on_hand: whole(level.on_hand),
            reserved: whole(level.reserved),
            orders: orders.into_iter().flatten().collect(),
        })
    }

    fn short_order(&self, Short { claim, lacks }: Short) -> Result<Option<ShortOrder>, Fault> {
        let row = self.store.order(claim.order)?.map(|(row, whereabouts)| self.order_row(row, whereabouts));
        let (pairs, lacks, paid, waits) = (whole(claim.pairs), whole(lacks), claim.paid.is_some(), claim.waits);
        Ok(row.map(|row| ShortOrder { row, pairs, lacks, paid, waits }))
    }

    fn grid(&mut self, id: Uuid) -> Result<Option<StockGrid>, Fault> {
        let Some(row) = self.store.product(id)? else { return Ok(None) };
        let levels = self.store.stock_levels(Some(id))?;
        let colours = colours(&row, &levels);
        Ok(Some(StockGrid {
            product: id,
            cells: levels.iter().filter_map(|(cell, level)| stock_cell(cell, *level, &colours)).collect(),
            sizes: sizes(&row, &levels),
            log: self.stock_log(id, &colours)?,
            name: row.name,
            retired: row.retired,
            colours,
        }))
    }

    fn stock_log(&mut self, id: Uuid, colours: &[String]) -> Result<Vec<StockEntry>, Fault> {
        let Some(product) = self.product(id)? else { return Ok(Vec::new()) };
        let stated_in = self.documents.open(&self.store, id)?.document().fact_changes();
        let told = product.record.facts.iter().rev().filter_map(|fact| Some((fact, happening(fact, colours)?)));
        let counting = told.filter(|(fact, _)| counts(&self.crew, Noun::Product, fact));
        counting.take(LOG).map(|(fact, what)| self.stock_entry(&product, fact, what, &stated_in)).collect()
    }

    fn stock_entry(
        &self,
        product: &Product,
        fact: &Fact,
        what: StockHappening,
        stated_in: &BTreeMap<Uuid, ChangeHash>,
    ) -> Result<StockEntry, Fault> {
        let folded = self.store.held(documents::wire(product.record.id))?.map(|held| held.folded).unwrap_or_default();
        let seq = self.seq_of(stated_in.get(&fact.id), folded)?;
        Ok(StockEntry {
            id: fact.id,
            what,
            at: i64::try_from(fact.at.millis).unwrap_or(i64::MAX),
            person: self.crew.find(fact.by).map(|entry| entry.person.clone()).unwrap_or_default(),
            mark: if seq.is_some() { SyncMark::Relay } else { SyncMark::Local },
        })
    }
}

/// Something lies there, or should.
const fn matters(level: Level) -> bool {
    level.on_hand != 0 || level.reserved != 0
}

fn stock_product(row: &ProductRow, levels: &Levels) -> StockProduct {
    let mine = || levels.iter().filter(|(cell, _)| cell.product == row.id);
    let left = |pool| {
        let lefts = mine().filter(|(cell, _)| cell.pool == pool).map(|(_, level)| level.left());
        lefts.reduce(i64::saturating_add).map(whole)
    };
    let short = mine().filter(|(_, level)| level.left() < 0).count();
    StockProduct {
        id: row.id,
        name: row.name.clone(),
        retired: row.retired,
        toko: left(Pool::Toko),
        online: left(Pool::Online),
        short: u32::try_from(short).unwrap_or(u32::MAX),
    }
}

/// A product without colours has one row without a name.
fn colours(row: &ProductRow, levels: &Levels) -> Vec<String> {
    let mut colours = row.colours.clone();
    if colours.is_empty() {
        colours.push(String::new());
    }
    for (cell, level) in levels {
        if matters(*level) && named(&colours, &cell.colour).is_none() {
            colours.push(cell.colour.clone());
        }
    }
    colours
}

fn sizes(row: &ProductRow, levels: &Levels) -> Vec<u8> {
    let left_over = levels.iter().filter(|(_, level)| matters(*level)).map(|(cell, _)| cell.size.get());
    let mut sizes: Vec<_> = row.sizes.iter().copied().chain(left_over).collect();
    sizes.sort_unstable();
    sizes.dedup();
    sizes
}

/// The colour as the catalogue writes it.
fn named(colours: &[String], key: &str) -> Option<String> {
    colours.iter().find(|colour| colour_key(colour) == key).cloned()
}

fn stock_cell(cell: &Cell, level: Level, colours: &[String]) -> Option<StockCell> {
    let place = colours.iter().position(|colour| colour_key(colour) == cell.colour)?;
    Some(StockCell {
        pool: cell.pool,
        colour: u32::try_from(place).ok()?,
        size: cell.size.get(),
        on_hand: whole(level.on_hand),
        reserved: whole(level.reserved),
    })
}

fn happening(fact: &Fact, colours: &[String]) -> Option<StockHappening> {
    let pool = |key: &str| Pool::from_code(fact.text(key));
    let cells = |key: &str| pairs_of(fact, key, colours);
    Some(match fact.kind.as_str() {
        "counted" => StockHappening::Counted {
            pool: pool("pool")?,
            cells: u32::try_from(cells("counts").len()).unwrap_or(u32::MAX),
            apart: cells("apart"),
        },
        "received" => StockHappening::Received { pool: pool("pool")?, cells: cells("counts") },
        "moved" => StockHappening::Moved { from: pool("from")?, to: pool("to")?, cells: cells("counts") },
        _ => return None,
    })
}

fn pairs_of(fact: &Fact, key: &str, colours: &[String]) -> Vec<PairsOf> {
    let cells = fact.data.get(key).and_then(|cells| Cells::deserialize(cells).ok()).unwrap_or_default();
    let said = |colour: &str| named(colours, colour).unwrap_or_else(|| colour.to_owned());
    cells
        .iter()
        .map(|(colour, size, pairs)| PairsOf { colour: said(colour), size: size.get(), pairs: whole(pairs) })
        .collect()
}
