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
            self.receive(documents::uuid(document), &changes)?;
        }
        self.me.cursor = span.to.get();
        self.me.head = self.me.head.max(head.get());
        turn.touch(Topic::Sync);
        Ok(Event::PageStored { cursor: span.to })
    }

    /// The relay has checked what it numbered; here a change only has to be one.
    fn receive(&mut self, id: Uuid, changes: &[&Numbered]) -> Result<(), Fault> {
        // As it is before the page: what the page builds on must be here.
        self.documents.open(&self.store, id)?;
        let mut news = Vec::new();
        for Numbered { seq, change } in changes {
            let info = ChangeInfo::parse(&change.change)?;
            let hash = documents::hash(info.hash);
            if self.store.number(hash, *seq)?.is_none() {
                self.store.append(hash, change, Some(Place { seq: *seq, replica: None }))?;
                news.push(info);
            }
        }
        self.documents.mark(id);
        Ok(self.documents.open(&self.store, id)?.apply(news)?)
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
