//! In the middle of the storm a person looks at the badge: whatever it claims must be true.

use std::collections::BTreeSet;

use tapak_domain::Role;
use tapak_domain::order::Standing;
use tapak_engine::view::badge::{BadgeState, SyncMark};
use tapak_engine::view::order::{OrderFilter, OrderRow};
use tapak_store::Store;
use tapak_sync::{ChangeHash, DocumentId, Sequence};

use uuid::Uuid;

use super::held;
use crate::broken::{Checked, Rule};
use crate::world::{Who, World};

impl World {
    pub(crate) fn look_at_badge(&mut self, who: Who) -> Checked {
        if !self.knows_the_relay(who) {
            return Ok(());
        }
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
        let mut own = rows(self.phones[who].store())?;
        // Of what the relay has erased it has nothing, and this device will hear of it.
        own.retain(|(document, _)| !self.is_erased(Uuid::from_bytes(document.to_bytes())).unwrap_or_default());
        let relay = rows(self.station.store())?;
        let alone = own.difference(&relay).next();
        Rule::Badge.hold(alone.is_none(), || format!("{} says saved and alone has {alone:?}", self.phones[who].name()))
    }

    fn check_mark(&self, who: Who, row: &OrderRow) -> Checked {
        if self.is_erased(row.id)? {
            return Ok(());
        }
        let document = DocumentId::new(row.id.into_bytes());
        let relay = self.station.store().map(|store| held::rows(store, document)).transpose()?.unwrap_or_default();
        let own = self.has_of(who, document, &relay)?;
        let on_relay = own.is_subset(&relay);
        let true_word = match row.mark {
            SyncMark::Refused | SyncMark::Local => true,
            SyncMark::Relay => on_relay,
            SyncMark::Seen => on_relay && self.someone_has(who, next(row.standing), document, &own)?,
        };
        Rule::Badge.hold(true_word, || format!("{} shows {row:?}", self.phones[who].name()))
    }

    fn someone_has(&self, who: Who, role: Role, document: DocumentId, own: &BTreeSet<ChangeHash>) -> Checked<bool> {
        for (other, phone) in self.phones.iter().enumerate() {
            if other == who || !phone.roles.contains(&role) {
                continue;
            }
            if self.is_gone_unheard(who, other)? || own.is_subset(&self.has_of(other, document, own)?) {
                return Ok(true);
            }
        }
        Ok(false)
    }

    /// It had it, and was wiped since, of which this device cannot know yet.
    fn is_gone_unheard(&self, who: Who, other: Who) -> Checked<bool> {
        let name = self.phones[other].name();
        let roster = self.phones[who].store().map(Store::roster).transpose()?.unwrap_or_default();
        let heard = roster.0.iter().any(|entry| entry.person == name && entry.revoked_at.is_some());
        Ok(self.phones[other].is_revoked() && !heard)
    }

    /// What a device has of a document: its rows, what is in the document when that is whole, and what the relay had
    /// when it said how the document's row looks.
    fn has_of(&self, who: Who, document: DocumentId, asked: &BTreeSet<ChangeHash>) -> Checked<BTreeSet<ChangeHash>> {
        let Some(store) = self.phones[who].store() else { return Ok(BTreeSet::new()) };
        let mut has = held::rows(store, document)?;
        match held::document(store, document)? {
            Some(whole) => has.extend(asked.iter().filter(|hash| held::has(&whole, **hash))),
            None => {
                has.extend(self.numbered_up_to(store.held(document)?.map_or(Sequence::ZERO, |held| held.seq), asked)?);
            }
        }
        Ok(has)
    }

    fn numbered_up_to(&self, seq: Sequence, asked: &BTreeSet<ChangeHash>) -> Checked<Vec<ChangeHash>> {
        let mut numbered = Vec::new();
        for hash in asked {
            let place = self.station.store().map(|relay| relay.place_of(*hash)).transpose()?.flatten().flatten();
            numbered.extend(place.filter(|place| *place <= seq).map(|_| *hash));
        }
        Ok(numbered)
    }
}

/// Whose turn it is with an order that stands so.
fn next(standing: Standing) -> Role {
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

fn rows(store: Option<&Store>) -> Checked<BTreeSet<(DocumentId, ChangeHash)>> {
    let inventory = store.map(Store::inventory).transpose()?.unwrap_or_default();
    Ok(inventory.into_iter().map(|(document, hash, _)| (document, hash)).collect())
}
