//! Gudang: what is to ship, oldest first, and what was shipped last.

use tapak_domain::order::Standing;
use tapak_store::order::{Sort, Wanted};

use crate::device::Device;
use crate::fault::Fault;
use crate::view::order::OrderRow;
use crate::view::warehouse::WarehouseView;

/// How many of the latest shipments are shown.
const SHIPPED: u32 = 20;

impl Device {
    pub(super) fn show_warehouse(&self, search: &str) -> Result<WarehouseView, Fault> {
        let listed =
            |standing, sort, limit| self.list(Wanted { standings: &[standing], search, sort, offset: 0, limit });
        Ok(WarehouseView {
            to_ship: listed(Standing::Checked, Sort::OldestFirst, super::PAGE)?,
            shipped: listed(Standing::Shipped, Sort::LatestShippedFirst, SHIPPED)?,
        })
    }

    pub(super) fn list(&self, wanted: Wanted<'_>) -> Result<Vec<OrderRow>, Fault> {
        Ok(self.order_rows(self.store.orders(wanted)?.0))
    }
}
