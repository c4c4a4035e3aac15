//! What a device shows, without what is its own (whose marks, whose next step) and without what is not for every role.

use tapak_domain::Role;
use tapak_domain::order::{Stage, Standing};
use tapak_engine::view::badge::SyncMark;
use tapak_engine::view::conflict::ConflictView;
use tapak_engine::view::contact::{AlikeRow, ContactRow, ContactView};
use tapak_engine::view::happening::TimelineEntry;
use tapak_engine::view::order::{OrderRow, OrderView};
use tapak_engine::view::payment::ClaimRow;
use tapak_engine::view::recap::RecapView;
use tapak_engine::view::stock::StockView;

pub(super) fn rows(rows: Vec<OrderRow>) -> Vec<OrderRow> {
    rows.into_iter().map(row).collect()
}

fn row(row: OrderRow) -> OrderRow {
    OrderRow { mark: SyncMark::Local, ..row }
}

pub(super) fn page(mut page: OrderView) -> OrderView {
    page.row = row(page.row);
    page.actions.clear();
    page.also_here.clear();
    page.attachable.clear();
    page.files.clear();
    page.conflicts = conflicts(page.conflicts);
    page.timeline.iter_mut().for_each(entry);
    page
}

fn entry(entry: &mut TimelineEntry) {
    entry.mark = SyncMark::Local;
    entry.mine = false;
    entry.seen_by.clear();
}

/// By kind and key: each role has its own first.
pub(super) fn conflicts(mut conflicts: Vec<ConflictView>) -> Vec<ConflictView> {
    for conflict in &mut conflicts {
        conflict.mine = false;
        conflict.choices.clear();
        conflict.actions.clear();
        for side in &mut conflict.sides {
            side.order.mark = SyncMark::Local;
            side.facts.iter_mut().for_each(entry);
        }
    }
    conflicts.sort_by(|one, other| {
        let place = |row: &ConflictView| (row.conflict, row.key.clone(), row.sides.first().map(|side| side.order.id));
        place(one).cmp(&place(other))
    });
    conflicts
}

pub(super) fn claim(claim: ClaimRow) -> ClaimRow {
    ClaimRow { order: row(claim.order), also_on: Vec::new(), ..claim }
}

pub(super) fn contact(row: ContactRow) -> ContactRow {
    ContactRow { mark: SyncMark::Local, ..row }
}

pub(super) fn contact_page(page: ContactView) -> ContactView {
    let double = |row: AlikeRow| AlikeRow { contact: contact(row.contact), ..row };
    let doubles = page.doubles.into_iter().map(double).collect();
    ContactView { row: contact(page.row), orders: rows(page.orders), draft: page.draft, doubles }
}

/// Without what this role may do there.
pub(super) fn shelf(mut shelf: StockView) -> StockView {
    shelf.counts = false;
    for short in shelf.shortages.iter_mut().flat_map(|short| &mut short.orders) {
        short.row.mark = SyncMark::Local;
    }
    for entry in shelf.grid.iter_mut().flat_map(|grid| &mut grid.log) {
        entry.mark = SyncMark::Local;
    }
    shelf
}

pub(super) fn shelf_without_money(shelf: &mut StockView) {
    for short in shelf.shortages.iter_mut().flat_map(|short| &mut short.orders) {
        short.row = row_without_money(&short.row);
    }
}

pub(super) fn recap(mut recap: RecapView) -> RecapView {
    recap.row.mark = SyncMark::Local;
    recap
}

/// The warehouse has to do with what is paid.
pub(super) fn reaches_the_warehouse(standing: Standing) -> bool {
    standing.stage() != Stage::Unpaid
}

/// As the warehouse is shown it: without money.
pub(super) fn row_without_money(row: &OrderRow) -> OrderRow {
    OrderRow { nominal: 0, deadline: None, paid: 0, due: 0, claims: 0, ..row.clone() }
}

pub(super) fn page_without_money(page: &OrderView) -> OrderView {
    OrderView {
        row: row_without_money(&page.row),
        totalan: None,
        payment: None,
        conflicts: conflicts_without_money(&page.conflicts),
        ..page.clone()
    }
}

pub(super) fn conflicts_without_money(conflicts: &[ConflictView]) -> Vec<ConflictView> {
    let warehouse = Role::Warehouse.code();
    let shown = conflicts.iter().filter(|row| row.owners.iter().any(|owner| owner == warehouse));
    let mut shown: Vec<_> = shown.cloned().collect();
    for side in shown.iter_mut().flat_map(|row| &mut row.sides) {
        side.order = row_without_money(&side.order);
    }
    shown
}
