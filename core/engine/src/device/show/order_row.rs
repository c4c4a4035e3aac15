//! Rows of orders, each with its honest mark. The warehouse is shown what is paid, and nothing of money.

use tapak_domain::Role;
use tapak_domain::order::Standing;
use tapak_store::order::OrderMoney;
use tapak_store::pick::{Pick, Sort, Wanted};
use tapak_store::record::Whereabouts;

use crate::device::Device;
use crate::fault::Fault;
use crate::view::badge::SyncMark;
use crate::view::order::{OrderFilter, OrderRow, OrdersView};

/// What the warehouse has to do with.
const PAID_ON: &[Pick] = &[
    Pick::Standing(Standing::Paid),
    Pick::Standing(Standing::Printed),
    Pick::Standing(Standing::Packed),
    Pick::Standing(Standing::Shipped),
    Pick::Standing(Standing::Delivered),
    Pick::Standing(Standing::Closed),
    Pick::Standing(Standing::Returned),
    Pick::Standing(Standing::Cancelled),
    Pick::Standing(Standing::CancelledAndShipped),
];

/// A page of a list.
pub(super) struct Page<'a> {
    pub(super) search: &'a str,
    pub(super) offset: u32,
    pub(super) limit: u32,
}

impl Device {
    pub(super) fn show_orders(&self, filter: OrderFilter, page: &Page<'_>, now: u64) -> Result<OrdersView, Fault> {
        let Some(picks) = self.visible(filter) else { return Ok(OrdersView { rows: Vec::new(), total: 0 }) };
        let Page { search, offset, limit } = *page;
        let (sort, limit) = (Sort::NewestFirst, limit.min(super::PAGE));
        let now = i64::try_from(now).unwrap_or(i64::MAX);
        let (rows, total) = self.store.orders(Wanted { picks, now, search, sort, offset, limit })?;
        Ok(OrdersView { rows: self.order_rows(rows), total })
    }

    fn visible(&self, filter: OrderFilter) -> Option<&'static [Pick]> {
        let all = picks(filter);
        match self.role() {
            Some(Role::Warehouse) if all.is_empty() => Some(PAID_ON),
            Some(Role::Warehouse) => Some(all).filter(|all| all.iter().all(|pick| PAID_ON.contains(pick))),
            Some(_) | None => Some(all),
        }
    }

    pub(super) fn order_rows(&self, rows: Vec<(tapak_store::order::OrderRow, Whereabouts)>) -> Vec<OrderRow> {
        rows.into_iter().map(|(row, whereabouts)| self.order_row(row, whereabouts)).collect()
    }

    pub(super) fn order_row(&self, row: tapak_store::order::OrderRow, whereabouts: Whereabouts) -> OrderRow {
        let money = if self.sees_money() { row.money } else { OrderMoney::default() };
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
            nominal: money.nominal,
            deadline: money.deadline,
            paid: money.paid,
            due: money.due,
            claims: money.claims,
            copies: row.copies,
            told: row.told,
            held: row.held,
            address: row.address,
            contents: row.contents,
            taken_at: row.taken_at,
            updated_at: row.updated_at,
            mark: self.mark(whereabouts, Some(next_role(row.standing))),
        }
    }

    pub(super) fn sees_money(&self) -> bool {
        self.role() != Some(Role::Warehouse)
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
        Standing::Claimed => Role::Finance,
        Standing::Paid | Standing::Printed | Standing::Packed | Standing::Returned | Standing::Cancelled => {
            Role::Warehouse
        }
        Standing::Draft
        | Standing::Checked
        | Standing::Totalled
        | Standing::Short
        | Standing::Expired
        | Standing::Shipped
        | Standing::Delivered
        | Standing::Closed
        | Standing::CancelledAndShipped => Role::Cs,
    }
}

fn picks(filter: OrderFilter) -> &'static [Pick] {
    match filter {
        OrderFilter::All => &[],
        OrderFilter::Draft => &[Pick::Standing(Standing::Draft)],
        OrderFilter::Checked => &[Pick::Standing(Standing::Checked)],
        OrderFilter::Totalled => &[Pick::Standing(Standing::Totalled)],
        OrderFilter::Overdue => &[Pick::Overdue],
        OrderFilter::Claimed => &[Pick::Claimed],
        OrderFilter::Short => &[Pick::Standing(Standing::Short)],
        OrderFilter::Paid => &[Pick::Standing(Standing::Paid)],
        OrderFilter::HasPaid => &[Pick::HasPaid],
        OrderFilter::Expired => &[Pick::Standing(Standing::Expired)],
        OrderFilter::Printed => &[Pick::Standing(Standing::Printed)],
        OrderFilter::Packed => &[Pick::Standing(Standing::Packed)],
        OrderFilter::Shipped => &[Pick::Standing(Standing::Shipped)],
        OrderFilter::Untold => &[Pick::Untold],
        OrderFilter::Delivered => &[Pick::Standing(Standing::Delivered)],
        OrderFilter::Closed => &[Pick::Standing(Standing::Closed)],
        OrderFilter::Returned => &[Pick::Standing(Standing::Returned)],
        OrderFilter::Cancelled => &[Pick::Standing(Standing::Cancelled)],
        OrderFilter::Conflict => &[Pick::Standing(Standing::CancelledAndShipped)],
        OrderFilter::RefundDue => &[Pick::RefundDue],
    }
}
