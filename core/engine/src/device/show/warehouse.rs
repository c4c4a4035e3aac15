//! Gudang: what is to print, to pack and to ship, oldest first, and what was shipped last.

use tapak_domain::order::Standing;
use tapak_store::pick::{Pick, Sort, Wanted};

use crate::device::Device;
use crate::fault::Fault;
use crate::view::order::OrderRow;
use crate::view::warehouse::WarehouseView;

/// How many of the latest shipments are shown.
const SHIPPED: u32 = 20;

impl Device {
    pub(super) fn show_warehouse(&self, search: &str) -> Result<WarehouseView, Fault> {
        let listed = |standing, sort, limit| {
            self.list(Wanted { picks: &[Pick::Standing(standing)], now: 0, search, sort, offset: 0, limit })
        };
        Ok(WarehouseView {
            to_print: listed(Standing::Paid, Sort::OldestFirst, super::PAGE)?,
            to_pack: listed(Standing::Printed, Sort::OldestFirst, super::PAGE)?,
            to_ship: listed(Standing::Packed, Sort::OldestFirst, super::PAGE)?,
            shipped: listed(Standing::Shipped, Sort::LatestShippedFirst, SHIPPED)?,
        })
    }

    pub(super) fn list(&self, wanted: Wanted<'_>) -> Result<Vec<OrderRow>, Fault> {
        Ok(self.order_rows(self.store.orders(wanted)?.0))
    }
}
