//! An order's history, each entry with who said it and how far it has travelled.

use std::collections::BTreeMap;

use serde::Deserialize;
use tapak_document::ChangeHash;
use tapak_domain::order::attach::attached;
use tapak_domain::order::{FieldChange, Order, Standing};
use tapak_domain::policy::counts;
use tapak_domain::{Fact, Noun, Role};
use tapak_sync::Sequence;
use uuid::Uuid;

use super::order_row::next_role;
use crate::device::Device;
use crate::documents;
use crate::fault::Fault;
use crate::view::badge::SyncMark;
use crate::view::order::{Happening, TimelineEntry};

impl Device {
    pub(super) fn timeline(
        &self,
        order: &Order,
        standing: Standing,
        stated_in: &BTreeMap<Uuid, ChangeHash>,
    ) -> Result<Vec<TimelineEntry>, Fault> {
        let next = next_role(standing);
        // What came with the snapshot has no row of its own.
        let folded = self.store.held(documents::wire(order.record.id))?.map(|held| held.folded).unwrap_or_default();
        let mut entries = Vec::new();
        for fact in &order.record.facts {
            let seq = self.seq_of(stated_in.get(&fact.id), folded)?;
            entries.extend(happening(fact).map(|what| self.entry(fact, what, seq, next)));
        }
        Ok(entries)
    }

    pub(super) fn seq_of(&self, change: Option<&ChangeHash>, folded: Sequence) -> Result<Option<Sequence>, Fault> {
        match change {
            Some(hash) => Ok(self.store.place_of(documents::hash(*hash))?.unwrap_or(Some(folded))),
            None => Ok(None),
        }
    }

    fn entry(&self, fact: &Fact, what: Happening, seq: Option<Sequence>, next: Role) -> TimelineEntry {
        let author = self.crew.find(fact.by);
        let seen_by = seq.map(|seq| self.crew.who_has(next, seq, self.me.id())).unwrap_or_default();
        let mark = match seq {
            None => SyncMark::Local,
            Some(_) if seen_by.is_empty() => SyncMark::Relay,
            Some(_) => SyncMark::Seen,
        };
        TimelineEntry {
            id: fact.id,
            what,
            at: i64::try_from(fact.at.millis).unwrap_or(i64::MAX),
            person: author.map(|entry| entry.person.clone()).unwrap_or_default(),
            device_name: author.map(|entry| entry.device_name.clone()).unwrap_or_default(),
            role: author.map(|entry| entry.role.clone()).unwrap_or_default(),
            mine: fact.by == self.me.id(),
            mark,
            seen_by,
            ignored: !counts(&self.crew, Noun::Order, fact),
        }
    }
}

/// A kind from a newer app is left out.
pub(super) fn happening(fact: &Fact) -> Option<Happening> {
    Some(match fact.kind.as_str() {
        "taken" => Happening::Taken { from_chat: fact.data.get("from_chat").is_some_and(|told| *told == true) },
        "revised" => Happening::Revised { changes: changes(fact) },
        "noted" => Happening::Noted { text: fact.text("text").to_owned() },
        "shipped" => Happening::Shipped {
            tracking_number: fact.text("tracking_number").to_owned(),
            courier: fact.text("courier").to_owned(),
        },
        "attached" => {
            let (file, file_kind) = attached(fact)?;
            Happening::Attached { file: file.to_owned(), file_kind }
        }
        "cancelled" => Happening::Cancelled { reason: fact.text("reason").to_owned() },
        _ => return None,
    })
}

fn changes(fact: &Fact) -> Vec<FieldChange> {
    fact.data.get("changes").and_then(|changes| Vec::deserialize(changes).ok()).unwrap_or_default()
}
