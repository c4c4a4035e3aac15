//! Folding: a document's numbered changes become one snapshot, in quiet moments.

use tapak_sync::Sequence;

use super::Relay;
use crate::documents;
use crate::fault::Fault;

/// A document with fewer changes is small as it is.
const WORTH_FOLDING: u32 = 4;
/// So few at a time that nobody waits.
const AT_A_TIME: u32 = 16;

impl Relay {
    /// Folds a few documents that nobody needs change by change any more. Answers whether there may be more to do.
    pub fn tidy(&mut self, now: u64) -> Result<bool, Fault> {
        // Whoever is less far behind is given changes, which would have to be unfolded again.
        let before = Sequence(self.head.get().saturating_sub(self.cards_behind));
        self.store.begin()?;
        self.forget_unnamed_files(now).inspect_err(|_| self.store.rollback())?;
        let folded = documents::fold(&self.store, WORTH_FOLDING, before, AT_A_TIME);
        let folded = folded.and_then(|folded| Ok(self.store.commit().map(|()| folded)?));
        Ok(folded.inspect_err(|_| self.store.rollback())? == AT_A_TIME)
    }
}
