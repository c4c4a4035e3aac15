//! Taking in a page of the log: each change is merged into its document, in the log's sequence.

use std::collections::BTreeMap;

use tapak_document::ChangeInfo;
use tapak_store::log::Place;
use tapak_sync::client::Event;
use tapak_sync::{DocumentId, Numbered, Sequence, Span};
use uuid::Uuid;

use super::Device;
use super::event::Topic;
use super::turn::Turn;
use crate::documents;
use crate::fault::Fault;

impl Device {
    pub(super) fn store_page(
        &mut self,
        span: Span,
        head: Sequence,
        changes: &[Numbered],
        turn: &mut Turn,
    ) -> Result<Event, Fault> {
        if self.me.cursor != span.from.get() {
            return Ok(Event::StoreFailed);
        }
        for (document, changes) in by_document(changes) {
            self.receive(document, &changes)?;
            if self.connection.wanting.remove(&document) {
                turn.rewound = true;
                self.fetch(vec![document], turn)?;
            }
        }
        self.me.cursor = span.to.get();
        self.me.head = self.me.head.max(head.get());
        turn.touch(Topic::Sync);
        Ok(Event::PageStored { cursor: span.to })
    }

    fn receive(&mut self, document: DocumentId, changes: &[&Numbered]) -> Result<(), Fault> {
        let held = self.store.held(document)?;
        // Of what was erased nothing is held.
        if held.is_none() && self.store.is_purged(document)? {
            return Ok(());
        }
        // A card brought the others already.
        let folded = held.map(|held| held.folded).unwrap_or_default();
        let news: Vec<_> = changes.iter().copied().filter(|numbered| numbered.seq > folded).collect();
        match held {
            Some(held) if !held.whole => self.keep(held.scope, &news),
            Some(_) | None => match self.merge(documents::uuid(document), &news) {
                Err(Fault::Document(_)) => self.doubt(document, &news),
                merged => merged,
            },
        }
    }

    /// What cannot be merged here is asked for whole: the page goes on, and one record does not hold up the shop.
    fn doubt(&mut self, document: DocumentId, changes: &[&Numbered]) -> Result<(), Fault> {
        self.documents.forget(documents::uuid(document));
        if let Some(latest) = changes.last() {
            self.store.doubt(document, latest.scope.unwrap_or_default(), latest.seq)?;
            self.missing = true;
        }
        Ok(())
    }

    /// Only what lists show of it is here: its changes wait until the rest has been fetched.
    fn keep(&mut self, scope: u16, changes: &[&Numbered]) -> Result<(), Fault> {
        for Numbered { seq, change, .. } in changes {
            let hash = documents::hash(ChangeInfo::parse(&change.change)?.hash);
            if self.store.number(hash, *seq)?.is_none() {
                self.store.append(hash, change, scope, Some(Place { seq: *seq, replica: None }))?;
            }
        }
        self.missing = self.missing || !changes.is_empty();
        Ok(())
    }

    /// The relay has checked what it numbered; here a change only has to be one.
    fn merge(&mut self, id: Uuid, changes: &[&Numbered]) -> Result<(), Fault> {
        // As it is before the page: what the page builds on must be here.
        let open = self.documents.open(&self.store, id)?;
        let (mut fresh, mut infos) = (Vec::new(), Vec::new());
        for numbered in changes {
            let info = ChangeInfo::parse(&numbered.change.change)?;
            let hash = documents::hash(info.hash);
            if open.document().has(info.hash) {
                self.store.number(hash, numbered.seq)?;
            } else {
                fresh.push((hash, *numbered));
                infos.push(info);
            }
        }
        open.apply(infos)?;
        let scope = open.record()?.map(|record| record.noun.scope());
        self.documents.mark(id);
        for (hash, Numbered { seq, change, scope: said }) in fresh {
            let scope = scope.or(*said).unwrap_or_default();
            self.store.append(hash, change, scope, Some(Place { seq: *seq, replica: None }))?;
        }
        Ok(())
    }
}

/// Merged together, the changes of one document cost little more than one.
fn by_document(changes: &[Numbered]) -> BTreeMap<DocumentId, Vec<&Numbered>> {
    let mut sorted = BTreeMap::<_, Vec<_>>::new();
    for change in changes {
        sorted.entry(change.change.document).or_default().push(change);
    }
    sorted
}
