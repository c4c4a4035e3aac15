//! Pages of the log, and the proof that a device has all of it.

use tapak_sync::message::Proof;
use tapak_sync::relay::{Event, Skip};
use tapak_sync::{ChangeHash, Numbered, Sequence};

use super::Relay;
use crate::documents;
use crate::fault::Fault;

impl Relay {
    pub(super) fn read_page(
        &mut self,
        after: Sequence,
        skip: Skip,
        scopes: &[u16],
        max_bytes: usize,
    ) -> Result<Event, Fault> {
        let (span, found) = self.store.page(after, skip, scopes, max_bytes)?;
        let changes = found.into_iter().map(|(hash, numbered)| self.filled(hash, numbered));
        Ok(Event::PageRead { span, changes: changes.collect::<Result<_, _>>()?, head: self.head })
    }

    /// A change that was folded is taken out of its document again.
    fn filled(&mut self, hash: ChangeHash, mut numbered: Numbered) -> Result<Numbered, Fault> {
        if numbered.change.change.is_empty() {
            let id = documents::uuid(numbered.change.document);
            let open = self.documents.open(&self.store, id)?;
            numbered.change.change = documents::change_of(open.document(), hash)?;
        }
        Ok(numbered)
    }

    pub(super) fn prove(&self, scopes: &[u16]) -> Result<Event, Fault> {
        Ok(Event::Proved(Proof { cursor: self.head, fingerprint: self.store.fingerprint(scopes)? }))
    }
}
