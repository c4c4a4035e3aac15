//! Rows of orders, each with its honest mark.

use tapak_domain::Role;
use tapak_domain::order::Standing;
use tapak_store::order::{Sort, Wanted};
use tapak_store::record::Whereabouts;

use crate::device::Device;
use crate::fault::Fault;
use crate::view::badge::SyncMark;
use crate::view::order::{OrderFilter, OrderRow, OrdersView};

impl Device {
    pub(super) fn show_orders(
        &self,
        filter: OrderFilter,
        search: &str,
        offset: u32,
        limit: u32,
    ) -> Result<OrdersView, Fault> {
        let (sort, limit) = (Sort::NewestFirst, limit.min(super::PAGE));
        let (rows, total) = self.store.orders(Wanted { standings: standings(filter), search, sort, offset, limit })?;
        Ok(OrdersView { rows: self.order_rows(rows), total })
    }

    pub(super) fn order_rows(&self, rows: Vec<(tapak_store::order::OrderRow, Whereabouts)>) -> Vec<OrderRow> {
        rows.into_iter().map(|(row, whereabouts)| self.order_row(row, whereabouts)).collect()
    }

    pub(super) fn order_row(&self, row: tapak_store::order::OrderRow, whereabouts: Whereabouts) -> OrderRow {
        OrderRow {
            id: row.id,
            number: row.number,
            buyer_name: row.buyer_name,
            regency: row.regency,
            pairs: row.pairs,
            total: row.total,
            courier: row.courier,
            tracking_number: row.tracking_number,
            standing: row.standing,
            address: row.address,
            contents: row.contents,
            taken_at: row.taken_at,
            updated_at: row.updated_at,
            mark: self.mark(whereabouts, Some(next_role(row.standing))),
        }
    }

    /// Seen only when a device of the role that needs it next has stored it.
    pub(super) fn mark(&self, whereabouts: Whereabouts, next: Option<Role>) -> SyncMark {
        let seen = || next.is_some_and(|role| self.crew.is_seen(role, whereabouts.seq, self.me.id()));
        match whereabouts {
            Whereabouts { set_aside: 1.., .. } => SyncMark::Refused,
            Whereabouts { unsent: 1.., .. } => SyncMark::Local,
            Whereabouts { .. } if seen() => SyncMark::Seen,
            Whereabouts { .. } => SyncMark::Relay,
        }
    }
}

/// Whose turn it is.
pub(super) fn next_role(standing: Standing) -> Role {
    match standing {
        Standing::Checked | Standing::Cancelled => Role::Warehouse,
        Standing::Shipped | Standing::Draft | Standing::CancelledAndShipped => Role::Cs,
    }
}

fn standings(filter: OrderFilter) -> &'static [Standing] {
    match filter {
        OrderFilter::All => &[],
        OrderFilter::Draft => &[Standing::Draft],
        OrderFilter::Checked => &[Standing::Checked],
        OrderFilter::Shipped => &[Standing::Shipped],
        OrderFilter::Cancelled => &[Standing::Cancelled],
        OrderFilter::Conflict => &[Standing::CancelledAndShipped],
    }
}
