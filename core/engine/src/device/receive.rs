//! Taking in a page of the log: each change is merged into its document, in the log's sequence.

use tapak_document::ChangeInfo;
use tapak_store::log::Place;
use tapak_sync::client::Event;
use tapak_sync::{Numbered, Sequence, Span};

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
        changes.iter().try_for_each(|change| self.receive(change))?;
        self.me.cursor = span.to.get();
        self.me.head = self.me.head.max(head.get());
        turn.touch(Topic::Sync);
        Ok(Event::PageStored { cursor: span.to })
    }

    /// The relay has checked what it numbered; here a change only has to be one.
    fn receive(&mut self, numbered: &Numbered) -> Result<(), Fault> {
        let info = ChangeInfo::parse(&numbered.change.change)?;
        let hash = documents::hash(info.hash);
        let id = documents::uuid(numbered.change.document);
        self.documents.mark(id);
        if self.store.number(hash, numbered.seq)?.is_some() {
            return Ok(());
        }
        self.documents.open(&self.store, id)?.apply(info)?;
        Ok(self.store.append(hash, &numbered.change, Some(Place { seq: numbered.seq, replica: None }))?)
    }
}
