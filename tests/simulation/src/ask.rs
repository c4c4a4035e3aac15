//! A person looks at a screen: each question with the answer that belongs to it.

use tapak_engine::view::conflict::ConflictView;
use tapak_engine::view::contact::{ContactRow, ContactView};
use tapak_engine::view::order::{OrderFilter, OrderRow, OrderView};
use tapak_engine::view::payment::ClaimRow;
use tapak_engine::view::product::ProductRow;
use tapak_engine::view::recap::{NextRecapView, RecapView, RecapsView};
use tapak_engine::view::start::StartView;
use tapak_engine::view::stock::StockView;
use tapak_engine::view::sync::SyncView;
use tapak_engine::view::warehouse::WarehouseView;
use tapak_engine::view::{Query, View};
use uuid::Uuid;

use crate::broken::{Broken, Checked, Rule};
use crate::world::phone::Phone;

/// Rows to a page, as a screen would ask for them.
const PAGE: u32 = 50;

impl Phone {
    pub(crate) fn start(&mut self, now: u64) -> Checked<StartView> {
        let view = self.view(&Query::Start, now)?;
        if let View::Start(start) = view { Ok(start) } else { Err(self.other("the start view")) }
    }

    pub(crate) fn sync(&mut self, now: u64) -> Checked<SyncView> {
        let view = self.view(&Query::Sync, now)?;
        if let View::Sync(sync) = view { Ok(sync) } else { Err(self.other("the sync view")) }
    }

    pub(crate) fn orders(&mut self, filter: OrderFilter, search: &str, now: u64) -> Checked<Vec<OrderRow>> {
        let mut rows = Vec::new();
        loop {
            let offset = u32::try_from(rows.len()).unwrap_or(u32::MAX);
            let query = Query::Orders { filter, search: search.to_owned(), offset, limit: PAGE };
            let View::Orders(page) = self.view(&query, now)? else { return Err(self.other("orders")) };
            let last = page.rows.is_empty();
            rows.extend(page.rows);
            if last || rows.len() as u64 >= u64::from(page.total) {
                return Ok(rows);
            }
        }
    }

    /// Nothing when only what lists show of it is here.
    pub(crate) fn order_if_whole(&mut self, id: Uuid, now: u64) -> Checked<Option<OrderView>> {
        let view = self.view(&Query::Order { id }, now)?;
        if let View::Order(order) = view {
            return Ok(Some(*order));
        }
        if matches!(view, View::Away(_)) { Ok(None) } else { Err(self.other(&format!("order {id}"))) }
    }

    /// Nothing when it is not here, or only as a row.
    pub(crate) fn order_if_there(&mut self, id: Uuid, now: u64) -> Checked<Option<OrderView>> {
        let view = self.view(&Query::Order { id }, now)?;
        if let View::Order(order) = view { Ok(Some(*order)) } else { Ok(None) }
    }

    pub(crate) fn order(&mut self, id: Uuid, now: u64) -> Checked<OrderView> {
        let view = self.view(&Query::Order { id }, now)?;
        if let View::Order(order) = view { Ok(*order) } else { Err(self.other(&format!("order {id}"))) }
    }

    pub(crate) fn contacts(&mut self, now: u64) -> Checked<Vec<ContactRow>> {
        let mut rows = Vec::new();
        loop {
            let offset = u32::try_from(rows.len()).unwrap_or(u32::MAX);
            let query = Query::Contacts { search: String::new(), offset, limit: PAGE };
            let View::Contacts(page) = self.view(&query, now)? else { return Err(self.other("contacts")) };
            let last = page.rows.is_empty();
            rows.extend(page.rows);
            if last || rows.len() as u64 >= u64::from(page.total) {
                return Ok(rows);
            }
        }
    }

    pub(crate) fn contact(&mut self, id: Uuid, now: u64) -> Checked<ContactView> {
        let view = self.view(&Query::Contact { id }, now)?;
        if let View::Contact(contact) = view { Ok(contact) } else { Err(self.other(&format!("contact {id}"))) }
    }

    pub(crate) fn products(&mut self, now: u64) -> Checked<Vec<ProductRow>> {
        let view = self.view(&Query::Products, now)?;
        if let View::Products(products) = view { Ok(products.rows) } else { Err(self.other("products")) }
    }

    pub(crate) fn warehouse(&mut self, now: u64) -> Checked<WarehouseView> {
        let view = self.view(&Query::Warehouse { search: String::new() }, now)?;
        if let View::Warehouse(warehouse) = view { Ok(warehouse) } else { Err(self.other("the warehouse")) }
    }

    pub(crate) fn claims(&mut self, now: u64) -> Checked<Vec<ClaimRow>> {
        let view = self.view(&Query::Claims, now)?;
        if let View::Claims(claims) = view { Ok(claims.rows) } else { Err(self.other("claims")) }
    }

    pub(crate) fn conflicts(&mut self, now: u64) -> Checked<Vec<ConflictView>> {
        let view = self.view(&Query::Conflicts, now)?;
        if let View::Conflicts(conflicts) = view { Ok(conflicts.rows) } else { Err(self.other("conflicts")) }
    }

    pub(crate) fn stock(&mut self, product: Option<Uuid>, now: u64) -> Checked<StockView> {
        let view = self.view(&Query::Stock { product }, now)?;
        if let View::Stock(stock) = view { Ok(stock) } else { Err(self.other("stock")) }
    }

    pub(crate) fn recaps(&mut self, now: u64) -> Checked<RecapsView> {
        let view = self.view(&Query::Recaps { offset: 0, limit: PAGE }, now)?;
        if let View::Recaps(recaps) = view { Ok(recaps) } else { Err(self.other("batches")) }
    }

    pub(crate) fn recap(&mut self, id: Uuid, now: u64) -> Checked<RecapView> {
        let view = self.view(&Query::Recap { id }, now)?;
        if let View::Recap(recap) = view { Ok(recap) } else { Err(self.other(&format!("batch {id}"))) }
    }

    pub(crate) fn next_recap(&mut self, now: u64) -> Checked<NextRecapView> {
        let view = self.view(&Query::NextRecap { until: None }, now)?;
        if let View::NextRecap(next) = view { Ok(next) } else { Err(self.other("the next batch")) }
    }

    fn other(&self, asked: &str) -> Broken {
        Rule::Works.broken(format!("{} asked for {asked} and saw something else", self.name()))
    }
}
