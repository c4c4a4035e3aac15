//! Everything a device shows, laid beside what another one shows.

use std::collections::BTreeMap;

use tapak_domain::policy::may_read;
use tapak_domain::{Noun, Role};
use tapak_engine::view::conflict::ConflictView;
use tapak_engine::view::contact::{ContactRow, ContactView};
use tapak_engine::view::happening::Happening;
use tapak_engine::view::order::{OrderFilter, OrderRow, OrderView};
use tapak_engine::view::payment::ClaimRow;
use tapak_engine::view::product::ProductRow;
use tapak_engine::view::recap::{NextRecapView, RecapView};
use tapak_engine::view::stock::StockView;
use uuid::Uuid;

use super::plain;
use crate::broken::{Checked, Rule};
use crate::world::phone::Phone;

/// All but what is overdue, which each clock sees otherwise; and whether the warehouse has it.
const FILTERS: [(OrderFilter, bool); 17] = [
    (OrderFilter::Draft, false),
    (OrderFilter::Checked, false),
    (OrderFilter::Totalled, false),
    (OrderFilter::Claimed, false),
    (OrderFilter::Short, false),
    (OrderFilter::Paid, true),
    (OrderFilter::Expired, false),
    (OrderFilter::Printed, true),
    (OrderFilter::Packed, true),
    (OrderFilter::Shipped, true),
    (OrderFilter::Untold, false),
    (OrderFilter::Delivered, true),
    (OrderFilter::Closed, true),
    (OrderFilter::Returned, true),
    (OrderFilter::Cancelled, true),
    (OrderFilter::Conflict, true),
    (OrderFilter::RefundDue, false),
];
/// Typed into the search of every device.
const SEARCHES: [&str; 4] = ["rina", "trekker hitam", "0812", "sleman"];

#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Picture {
    /// As listed; then by filter; then by search.
    pub(crate) orders: Vec<OrderRow>,
    filtered: Vec<Vec<OrderRow>>,
    found: Vec<Vec<OrderRow>>,
    /// What is to print, to pack and to ship, and what was shipped last.
    warehouse: [Vec<OrderRow>; 4],
    claims: Vec<ClaimRow>,
    pub(crate) conflicts: Vec<ConflictView>,
    pub(crate) pages: BTreeMap<Uuid, OrderView>,
    pub(crate) contacts: Vec<ContactRow>,
    contact_pages: Vec<ContactView>,
    pub(crate) products: Vec<ProductRow>,
    /// The grid of each product, and who goes without.
    pub(crate) shelves: Vec<StockView>,
    pub(crate) recaps: Vec<RecapView>,
    /// What is in no batch yet, for who reads batches.
    pub(crate) next_recap: Option<NextRecapView>,
}

/// Where something is seen: the record, and the place in its history.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Trace {
    pub(crate) record: Uuid,
    pub(crate) place: usize,
}

impl Picture {
    pub(crate) fn of(phone: &mut Phone, now: u64) -> Checked<Self> {
        let mut listed = |filter, search: &str| phone.orders(filter, search, now).map(plain::rows);
        let orders = listed(OrderFilter::All, "")?;
        let filtered = FILTERS.into_iter().map(|(filter, _)| listed(filter, "")).collect::<Checked<_>>()?;
        let found = SEARCHES.into_iter().map(|search| listed(OrderFilter::All, search)).collect::<Checked<_>>()?;
        let warehouse = phone.warehouse(now)?;
        let warehouse = [warehouse.to_print, warehouse.to_pack, warehouse.to_ship, warehouse.shipped].map(plain::rows);
        let claims = phone.claims(now)?.into_iter().map(plain::claim).collect();
        let conflicts = plain::conflicts(phone.conflicts(now)?);
        let mut page = |row: &OrderRow| Ok((row.id, plain::page(phone.order(row.id, now)?)));
        let pages = orders.iter().map(&mut page).collect::<Checked<_>>()?;
        let contacts: Vec<_> = phone.contacts(now)?.into_iter().map(plain::contact).collect();
        let mut contact = |row: &ContactRow| phone.contact(row.id, now).map(plain::contact_page);
        let contact_pages = contacts.iter().map(&mut contact).collect::<Checked<_>>()?;
        let products = phone.products(now)?;
        let shelf = |row: &ProductRow| phone.stock(Some(row.id), now).map(plain::shelf);
        let shelves = products.iter().map(shelf).collect::<Checked<_>>()?;
        let (recaps, next_recap) = sheets(phone, now)?;
        Ok(Self {
            orders,
            filtered,
            found,
            warehouse,
            claims,
            conflicts,
            pages,
            contacts,
            contact_pages,
            products,
            shelves,
            recaps,
            next_recap,
        })
    }

    /// What a role does not read it does not have.
    pub(crate) fn as_read_by(&self, role: Role) -> Self {
        let mut picture = self.clone();
        if !may_read(role, Noun::Contact) {
            picture.contacts.clear();
            picture.contact_pages.clear();
        }
        if !may_read(role, Noun::Recap) {
            picture.recaps.clear();
            picture.next_recap = None;
        }
        if role == Role::Warehouse { picture.without_money() } else { picture }
    }

    fn without_money(mut self) -> Self {
        let shown = |rows: &mut Vec<OrderRow>| {
            rows.retain(|row| plain::reaches_the_warehouse(row.standing));
            for row in rows.iter_mut() {
                *row = plain::row_without_money(row);
            }
        };
        shown(&mut self.orders);
        self.found.iter_mut().chain(&mut self.warehouse).for_each(shown);
        for (rows, (_, has)) in self.filtered.iter_mut().zip(FILTERS) {
            rows.retain(|_| has);
            shown(rows);
        }
        self.pages.retain(|_, page| plain::reaches_the_warehouse(page.row.standing));
        self.pages.values_mut().for_each(|page| *page = plain::page_without_money(page));
        self.shelves.iter_mut().for_each(plain::shelf_without_money);
        self.claims.clear();
        self.conflicts = plain::conflicts_without_money(&self.conflicts);
        self
    }

    /// Both show the same; if not, the first thing that differs is told.
    pub(crate) fn same_as(&self, other: &Self, rule: Rule, names: [&str; 2]) -> Checked {
        let story = |what: &str, sides: [String; 2]| {
            let [left, right] = sides;
            format!("{what}\n  {}: {left}\n  {}: {right}", names[0], names[1])
        };
        for (id, page) in &self.pages {
            let others = other.pages.get(id);
            let sides = || [format!("{page:#?}"), format!("{others:#?}")];
            rule.hold(others == Some(page), || story("an order differs", sides()))?;
        }
        same_lists(rule, &self.orders, &other.orders, |sides| story("the orders differ", sides))?;
        for (left, right) in self.lists().zip(other.lists()) {
            same_lists(rule, left, right, |sides| story("a filter, a search or a queue differs", sides))?;
        }
        same_lists(rule, &self.claims, &other.claims, |sides| story("the claims differ", sides))?;
        same_lists(rule, &self.conflicts, &other.conflicts, |sides| story("the conflicts differ", sides))?;
        same_lists(rule, &self.contacts, &other.contacts, |sides| story("the contacts differ", sides))?;
        same_lists(rule, &self.contact_pages, &other.contact_pages, |sides| story("a contact differs", sides))?;
        same_lists(rule, &self.products, &other.products, |sides| story("the products differ", sides))?;
        same_lists(rule, &self.shelves, &other.shelves, |sides| story("a shelf differs", sides))?;
        same_lists(rule, &self.recaps, &other.recaps, |sides| story("a batch differs", sides))?;
        rule.hold(self == other, || story("something differs", [String::new(), String::new()]))
    }

    fn lists(&self) -> impl Iterator<Item = &Vec<OrderRow>> {
        self.filtered.iter().chain(&self.found).chain(&self.warehouse)
    }

    /// Wherever this happened: to which order, and at which place of its history.
    pub(crate) fn happened(&self, what: impl Fn(&Happening) -> bool) -> Vec<Trace> {
        let entries = self.pages.iter().flat_map(|(id, page)| page.timeline.iter().enumerate().map(move |e| (*id, e)));
        let wanted = entries.filter(|(_, (_, entry))| what(&entry.what));
        wanted.map(|(record, (place, _))| Trace { record, place }).collect()
    }
}

/// What was claimed, on the sheets of who reads them.
fn sheets(phone: &mut Phone, now: u64) -> Checked<(Vec<RecapView>, Option<NextRecapView>)> {
    if !may_read(phone.part.role, Noun::Recap) {
        return Ok((Vec::new(), None));
    }
    let rows = phone.recaps(now)?.rows;
    let recaps = rows.iter().map(|row| phone.recap(row.id, now).map(plain::recap)).collect::<Checked<_>>()?;
    Ok((recaps, Some(phone.next_recap(now)?)))
}

fn same_lists<T: PartialEq + std::fmt::Debug>(
    rule: Rule,
    left: &[T],
    right: &[T],
    story: impl Fn([String; 2]) -> String,
) -> Checked {
    let longest = left.len().max(right.len());
    (0..longest).try_for_each(|place| {
        let (one, other) = (left.get(place), right.get(place));
        rule.hold(one == other, || story([format!("{one:#?}"), format!("{other:#?}")]))
    })
}
