//! Holding back what a revoked device still had: it is kept for the owner to decide, and nobody else sees it.

use tapak_document::ChangeInfo;
use tapak_domain::Record;
use tapak_domain::shop::{Held, review};
use tapak_store::set_aside::SetAside;
use tapak_sync::{Outcome, RefusalCode, SignedChange};

use super::Relay;
use crate::describe;
use crate::documents;
use crate::fault::Fault;
use crate::hex;

/// Bytes that are kept of what one change says: the shop's record is on every device.
const MOST: usize = 8 * 1024;

impl Relay {
    pub(super) fn hold_back(&mut self, changes: &[SignedChange], outcomes: &[Outcome], now: u64) -> Result<(), Fault> {
        let revoked = |outcome: &Outcome| *outcome == Outcome::Refused(RefusalCode::Revoked);
        let late = changes.iter().zip(outcomes).filter(|(_, outcome)| revoked(outcome));
        late.map(|(change, _)| change).try_for_each(|change| self.hold(change, now))
    }

    fn hold(&mut self, change: &SignedChange, now: u64) -> Result<(), Fault> {
        let Ok(info) = ChangeInfo::parse(&change.change) else { return Ok(()) };
        let (hash, record, device) =
            (documents::hash(info.hash), documents::uuid(change.document), info.author.device.0);
        let (noun, summary) = self.what_it_says(change, info);
        let named = self.store.named(record)?;
        let (noun, title) = named.map_or((noun, String::new()), |named| (named.noun, named.title));
        let kept = SetAside {
            hash,
            record,
            noun: noun.clone(),
            title: title.clone(),
            code: RefusalCode::Revoked.code().to_owned(),
            at: i64::try_from(now).unwrap_or(i64::MAX),
            summary: summary.clone(),
        };
        if self.store.set_aside(change, &kept)? {
            let change = hex::of(hash.as_bytes());
            let held = Held { change, device, document: record, noun, title, summary, accepted: None };
            self.state(now, |context| review::hold(&held, context))?;
        }
        Ok(())
    }

    /// Of which noun its record is, and the pieces of what it says; nothing where it builds on what was held back before it.
    fn what_it_says(&self, change: &SignedChange, info: ChangeInfo) -> (String, String) {
        let Ok(mut document) = documents::load(&self.store, documents::uuid(change.document)) else {
            return (String::new(), String::new());
        };
        let before = document.record().ok();
        let after = document.admit([info]).and_then(|()| document.record());
        let said = |after: Record| {
            let said = describe::difference(before.as_ref(), &after);
            (after.noun.code().to_owned(), describe::write(said, MOST))
        };
        after.map(said).unwrap_or_default()
    }
}
