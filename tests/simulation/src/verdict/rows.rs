//! The projected rows of one replica, as they lie on its disk.

use std::fmt::Debug;

use tapak_domain::order::{Flag, SharedKey};
use tapak_domain::policy::may_read;
use tapak_domain::{Noun, Role};
use tapak_store::Store;
use tapak_store::claim::ClaimRow;
use tapak_store::contact::ContactRow;
use tapak_store::order::OrderRow;
use tapak_store::pick::{Sort, Wanted};
use tapak_store::product::ProductRow;
use tapak_store::shared_key::Clash;
use uuid::Uuid;

use crate::broken::{Checked, Rule};

/// More than any run makes.
const ALL: u32 = 100_000;
const EVERY_ORDER: Wanted<'_> =
    Wanted { picks: &[], now: 0, search: "", sort: Sort::OldestFirst, offset: 0, limit: ALL };

#[derive(Debug, Default, Clone)]
pub(super) struct Rows {
    orders: Vec<OrderRow>,
    contacts: Vec<(ContactRow, u32)>,
    products: Vec<ProductRow>,
    claims: Vec<Vec<ClaimRow>>,
    keys: Vec<Vec<SharedKey>>,
    clashes: Vec<Clash>,
    flags: Vec<(Uuid, Flag)>,
}

impl Rows {
    pub(super) fn of(store: Option<&Store>) -> Checked<Self> {
        let Some(store) = store else { return Ok(Self::default()) };
        let (orders, _) = store.orders(EVERY_ORDER)?;
        let (contacts, _) = store.contacts("", 0, ALL)?;
        let ids: Vec<_> = orders.iter().map(|(row, _)| row.id).collect();
        let sorted = |claims: Vec<ClaimRow>| {
            let mut claims = claims;
            claims.sort_by_key(|claim| claim.id);
            claims
        };
        Ok(Self {
            claims: ids.iter().map(|id| Ok(sorted(store.claims_of(*id)?))).collect::<Checked<_>>()?,
            keys: ids.iter().map(|id| Ok(store.shared_keys_of(*id)?)).collect::<Checked<_>>()?,
            clashes: store.clashes(ALL)?,
            flags: store.flags(ALL)?,
            orders: orders.into_iter().map(|(row, _)| row).collect(),
            contacts: contacts.into_iter().map(|listed| (listed.row, listed.orders)).collect(),
            products: store.products()?,
        })
    }

    /// What a role does not read it does not have.
    pub(super) fn as_read_by(&self, role: Role) -> Self {
        let mut rows = self.clone();
        if !may_read(role, Noun::Contact) {
            rows.contacts.clear();
        }
        rows
    }

    pub(super) fn same_as(&self, other: &Self, rule: Rule, name: &str) -> Checked {
        same(rule, name, &self.orders, &other.orders)?;
        same(rule, name, &self.contacts, &other.contacts)?;
        same(rule, name, &self.claims, &other.claims)?;
        same(rule, name, &self.keys, &other.keys)?;
        same(rule, name, &self.clashes, &other.clashes)?;
        same(rule, name, &self.flags, &other.flags)?;
        same(rule, name, &self.products, &other.products)
    }
}

fn same<T: PartialEq + Debug>(rule: Rule, name: &str, relay: &[T], other: &[T]) -> Checked {
    let differs = (0..relay.len().max(other.len())).find(|place| relay.get(*place) != other.get(*place));
    let story = || {
        let place = differs.unwrap_or_default();
        format!("the relay has {:#?}\n  {name} has {:#?}", relay.get(place), other.get(place))
    };
    rule.hold(differs.is_none(), story)
}
