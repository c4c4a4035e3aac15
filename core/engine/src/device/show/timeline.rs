//! An order's history, each entry with who said it and how far it has travelled.

use std::collections::BTreeMap;

use tapak_document::ChangeHash;
use tapak_domain::order::{Order, Standing};
use tapak_domain::policy::counts;
use tapak_domain::{Fact, Noun, Role};
use tapak_sync::Sequence;
use uuid::Uuid;

use super::happening::happening;
use super::order_row::next_role;
use crate::device::Device;
use crate::documents;
use crate::fault::Fault;
use crate::view::badge::SyncMark;
use crate::view::happening::{Happening, TimelineEntry};

impl Device {
    pub(super) fn timeline(
        &self,
        order: &Order,
        standing: Standing,
        stated_in: &BTreeMap<Uuid, ChangeHash>,
    ) -> Result<Vec<TimelineEntry>, Fault> {
        self.timeline_of(order, standing, stated_in, &|_| true)
    }

    /// Of the facts that concern somebody.
    pub(super) fn timeline_of(
        &self,
        order: &Order,
        standing: Standing,
        stated_in: &BTreeMap<Uuid, ChangeHash>,
        concerned: &dyn Fn(&Fact) -> bool,
    ) -> Result<Vec<TimelineEntry>, Fault> {
        let next = next_role(standing);
        // What came with the snapshot has no row of its own.
        let folded = self.store.held(documents::wire(order.record.id))?.map(|held| held.folded).unwrap_or_default();
        let mut entries = Vec::new();
        for fact in order.record.facts.iter().filter(|fact| concerned(fact)) {
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
