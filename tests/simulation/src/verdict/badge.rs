//! In the middle of the storm a person looks at the badge: whatever it claims must be true.

use std::collections::BTreeSet;

use tapak_domain::Role;
use tapak_domain::order::Standing;
use tapak_engine::view::badge::{BadgeState, SyncMark};
use tapak_engine::view::order::{OrderFilter, OrderRow};
use tapak_store::Store;
use tapak_sync::{ChangeHash, DocumentId};

use crate::broken::{Checked, Rule};
use crate::world::{Who, World};

impl World {
    pub(crate) fn look_at_badge(&mut self, who: Who) -> Checked {
        let sync = self.phones[who].sync(self.now)?;
        if sync.badge.state == BadgeState::Saved {
            self.check_saved(who)?;
        }
        let rows = self.phones[who].orders(OrderFilter::All, "", self.now)?;
        match self.dice.pick(&rows).cloned() {
            Some(row) => self.check_mark(who, &row),
            None => Ok(()),
        }
    }

    /// "All saved": nothing is on this device alone.
    fn check_saved(&self, who: Who) -> Checked {
        let (own, relay) = (held(self.phones[who].store())?, held(self.station.store())?);
        let alone = own.difference(&relay).next();
        Rule::Badge.hold(alone.is_none(), || format!("{} says saved and alone has {alone:?}", self.phones[who].name()))
    }

    fn check_mark(&self, who: Who, row: &OrderRow) -> Checked {
        let own = changes(self.phones[who].store(), row)?;
        let on_relay = || Ok::<_, crate::broken::Broken>(own.is_subset(&changes(self.station.store(), row)?));
        let true_word = match row.mark {
            SyncMark::Refused | SyncMark::Local => true,
            SyncMark::Relay => on_relay()?,
            SyncMark::Seen => on_relay()? && self.someone_has(who, next(row.standing), row, &own)?,
        };
        Rule::Badge.hold(true_word, || format!("{} shows {row:?}", self.phones[who].name()))
    }

    fn someone_has(&self, who: Who, role: Role, row: &OrderRow, own: &BTreeSet<ChangeHash>) -> Checked<bool> {
        for (other, phone) in self.phones.iter().enumerate() {
            if other != who && phone.part.role == role && own.is_subset(&changes(phone.store(), row)?) {
                return Ok(true);
            }
        }
        Ok(false)
    }
}

/// Whose turn it is with an order that stands so.
fn next(standing: Standing) -> Role {
    match standing {
        Standing::Checked | Standing::Cancelled => Role::Warehouse,
        Standing::Draft | Standing::Shipped | Standing::CancelledAndShipped => Role::Cs,
    }
}

fn held(store: Option<&Store>) -> Checked<BTreeSet<ChangeHash>> {
    let inventory = store.map(Store::inventory).transpose()?.unwrap_or_default();
    Ok(inventory.into_iter().map(|(_, hash, _)| hash).collect())
}

fn changes(store: Option<&Store>, row: &OrderRow) -> Checked<BTreeSet<ChangeHash>> {
    let document = DocumentId::new(row.id.into_bytes());
    let changes = store.map(|store| store.changes_of(document)).transpose()?.unwrap_or_default();
    Ok(changes.into_iter().map(|(hash, _)| hash).collect())
}
