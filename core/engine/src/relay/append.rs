//! Numbering pushed changes: each is checked for who wrote it and what it did before it becomes part of the log.

use tapak_document::{ChangeInfo, DocumentError};
use tapak_domain::policy::{Breach, judge};
use tapak_domain::{Actor, Authority, Record};
use tapak_store::log::Place;
use tapak_sync::signature::verify_change;
use tapak_sync::{Outcome, RefusalCode, ReplicaId, SignedChange};

use super::Relay;
use crate::documents;
use crate::fault::Fault;

/// Why a change is not numbered: the author's fault, or ours.
enum No {
    Refused(RefusalCode),
    Fault(Fault),
}

impl Relay {
    pub(super) fn append(&mut self, replica: ReplicaId, changes: &[SignedChange]) -> Result<Vec<Outcome>, Fault> {
        changes.iter().map(|change| self.append_one(replica, change)).collect()
    }

    fn append_one(&mut self, replica: ReplicaId, change: &SignedChange) -> Result<Outcome, Fault> {
        match self.number(replica, change) {
            Ok(outcome) => Ok(outcome),
            Err(No::Fault(fault)) => Err(fault),
            Err(No::Refused(code)) => {
                // What is in memory may have taken the change in before it was judged.
                self.documents.forget(documents::uuid(change.document));
                Ok(Outcome::Refused(code))
            }
        }
    }

    fn number(&mut self, replica: ReplicaId, change: &SignedChange) -> Result<Outcome, No> {
        let info = ChangeInfo::parse(&change.change)?;
        let hash = documents::hash(info.hash);
        if let Some(Some(seq)) = self.store.place_of(hash)? {
            return Ok(Outcome::Known(seq));
        }
        let author = self.author(change, &info)?;
        self.merge(change, info, author)?;
        let seq = self.head.next();
        self.store.append(hash, change, Some(Place { seq, replica: Some(replica) }))?;
        self.head = seq;
        self.news.head = true;
        Ok(Outcome::Accepted(seq))
    }

    /// Whoever pushes it, a change is its author's: a device may bring back what a relay restored from a backup lost.
    fn author(&self, change: &SignedChange, info: &ChangeInfo) -> Result<Actor, No> {
        let device = info.author.device;
        let entry = self.crew.find(device).ok_or(No::Refused(RefusalCode::UnknownDevice))?;
        verify_change(&entry.key, self.shop.id, change.document, documents::hash(info.hash), &change.signature)
            .map_err(|_| No::Refused(RefusalCode::BadSignature))?;
        if entry.revoked_at.is_some() {
            return Err(No::Refused(RefusalCode::Revoked));
        }
        let role = self.crew.role_of(device).ok_or(No::Refused(RefusalCode::NotYourRole))?;
        Ok(Actor { device, role })
    }

    fn merge(&mut self, change: &SignedChange, info: ChangeInfo, author: Actor) -> Result<(), No> {
        let id = documents::uuid(change.document);
        let open = self.documents.open(&self.store, id)?;
        let before = open.record()?.cloned();
        open.apply(info)?;
        let after = open.record()?.ok_or(DocumentError::NotARecord)?;
        match before {
            Some(before) if before.noun != after.noun => return Err(No::Refused(RefusalCode::FactImmutable)),
            Some(before) => judge(&before, after, author)?,
            None => judge(&Record::empty(id, after.noun), after, author)?,
        }
        self.documents.mark(id);
        Ok(())
    }
}

impl<E: Into<Fault>> From<E> for No {
    fn from(error: E) -> Self {
        match error.into() {
            Fault::Document(DocumentError::MissingDependency) => Self::Refused(RefusalCode::MissingDependency),
            Fault::Document(DocumentError::Malformed(_) | DocumentError::NotARecord) => {
                Self::Refused(RefusalCode::Malformed)
            }
            fault @ Fault::Store(_) => Self::Fault(fault),
        }
    }
}

impl From<Breach> for No {
    fn from(breach: Breach) -> Self {
        Self::Refused(match breach {
            Breach::NotYourRole => RefusalCode::NotYourRole,
            Breach::FactImmutable | Breach::NotYourFact => RefusalCode::FactImmutable,
        })
    }
}
