//! Numbering pushed changes: each is checked for who wrote it, and what it did, before it becomes part of the log.

use tapak_document::{ChangeInfo, DocumentError};
use tapak_domain::policy::{Breach, is_known, judge};
use tapak_domain::{Actor, Authority, DeviceId, Record};
use tapak_store::log::Place;
use tapak_sync::{ChangeHash, Outcome, PublicKey, RefusalCode, ReplicaId, RosterEntry, SignedChange};

use super::Relay;
use crate::crew;
use crate::documents;
use crate::fault::Fault;

/// Why a change is not numbered: the author's fault, or ours.
enum No {
    Refused(RefusalCode),
    Fault(Fault),
}

/// A change that was understood, with who wrote it.
struct Read<'a> {
    change: &'a SignedChange,
    hash: ChangeHash,
    info: ChangeInfo,
    author: Actor,
    /// It is in the log already.
    known: bool,
}

/// Who hands changes in: the device at the other end, and its database.
#[derive(Debug, Clone, Copy)]
pub(super) struct Bearer {
    pub(super) device: tapak_sync::DeviceId,
    pub(super) replica: ReplicaId,
}

impl Relay {
    /// Neighbours in one document are merged and judged together, which is several times faster. If anything is wrong
    /// with any of them, each is taken by itself, so that the good ones are not refused with the bad.
    pub(super) fn append(&mut self, bearer: Bearer, changes: &[SignedChange]) -> Result<Vec<Outcome>, Fault> {
        let mut outcomes = Vec::with_capacity(changes.len());
        for run in changes.chunk_by(|one, next| one.document == next.document) {
            match self.append_run(bearer, run) {
                Ok(numbered) => outcomes.extend(numbered),
                Err(No::Fault(fault)) => return Err(fault),
                Err(No::Refused(_)) => outcomes.extend(self.append_singly(bearer, run)?),
            }
            if run.first().is_some_and(|change| documents::uuid(change.document) == self.shop_record()) {
                // What was erased is gone before anything more of it could be numbered.
                self.draw()?;
            }
        }
        Ok(outcomes)
    }

    fn append_singly(&mut self, bearer: Bearer, run: &[SignedChange]) -> Result<Vec<Outcome>, Fault> {
        let mut outcomes = Vec::with_capacity(run.len());
        for change in run {
            match self.append_run(bearer, std::slice::from_ref(change)) {
                Ok(numbered) => outcomes.extend(numbered),
                Err(No::Fault(fault)) => return Err(fault),
                Err(No::Refused(code)) => outcomes.push(Outcome::Refused(code)),
            }
        }
        Ok(outcomes)
    }

    /// All of one document: numbered all, or refused all with nothing kept.
    fn append_run(&mut self, bearer: Bearer, run: &[SignedChange]) -> Result<Vec<Outcome>, No> {
        let Some(document) = run.first().map(|change| change.document) else { return Ok(Vec::new()) };
        if self.store.is_purged(document)? {
            return Err(No::Refused(RefusalCode::Purged));
        }
        let read = run.iter().map(|change| self.read(change)).collect::<Result<Vec<_>, _>>()?;
        let fresh: Vec<_> = read.iter().filter(|read| !read.known).collect();
        // What is in memory may have taken the changes in before they were judged.
        let scope = self.merge(bearer, &fresh).inspect_err(|_| self.documents.forget(documents::uuid(document)))?;
        Ok(read.iter().map(|read| self.number(bearer.replica, read, scope)).collect::<Result<_, _>>()?)
    }

    /// One sent twice, in two batches or in one, has one place.
    fn number(&mut self, replica: ReplicaId, read: &Read<'_>, scope: u16) -> Result<Outcome, Fault> {
        let seq = self.head.next();
        if !self.store.append(read.hash, read.change, scope, Some(Place { seq, replica: Some(replica) }))? {
            return Ok(Outcome::Known(self.store.place_of(read.hash)?.flatten().unwrap_or(seq)));
        }
        self.head = seq;
        self.news.head = true;
        Ok(Outcome::Accepted(seq))
    }

    fn read<'a>(&self, change: &'a SignedChange) -> Result<Read<'a>, No> {
        let info = ChangeInfo::parse(&change.change)?;
        let hash = documents::hash(info.hash);
        let known = self.store.place_of(hash)?.is_some();
        let author = self.author(change, hash, &info, known)?;
        Ok(Read { change, hash, info, author, known })
    }

    /// Whoever pushes it, a change is its author's: a device may bring back what a relay restored from a backup lost.
    fn author(&self, change: &SignedChange, hash: ChangeHash, info: &ChangeInfo, known: bool) -> Result<Actor, No> {
        let device = info.author.device;
        let entry = self.crew.find(device).ok_or(No::Refused(RefusalCode::UnknownDevice))?;
        if !self.signed(entry, change, hash) {
            return Err(No::Refused(RefusalCode::BadSignature));
        }
        // What is in the log already was taken before; whoever offers it again has nothing to answer for.
        if entry.revoked_at.is_some() && !known && self.pardoned != Some(hash) {
            return Err(No::Refused(RefusalCode::Revoked));
        }
        let role = self.crew.role_of(device).ok_or(No::Refused(RefusalCode::NotYourRole))?;
        Ok(Actor { device, role })
    }

    /// With its author's key, or one the author had before.
    fn signed(&self, author: &RosterEntry, change: &SignedChange, hash: ChangeHash) -> bool {
        let (shop, document, signature) = (self.shop.id, change.document, &change.signature);
        let vouches = |key: &PublicKey| key.verify_change(shop, document, hash, signature).is_ok();
        let before = author.keys_before.iter().flat_map(|keys| keys.chunks_exact(32));
        let mut before = before.filter_map(|key| PublicKey::from_bytes(key.try_into().ok()?).ok());
        let current = self.crew.key_of(DeviceId(crew::uuid(author.device)));
        current.is_some_and(vouches) || before.any(|key| vouches(&key))
    }

    /// New facts are judged by the role of now. What another device brings, it got from a relay that had taken it: it may
    /// be from an earlier role, and this relay may have lost it since.
    fn roles_of(&self, author: Actor, bearer: Bearer) -> Vec<Actor> {
        let mut roles = vec![author];
        if crew::uuid(bearer.device) != author.device.0 {
            roles.extend(self.crew.roles_before(author.device).iter().map(|role| Actor { role: *role, ..author }));
        }
        roles
    }

    /// Judged by what they did together, which only one author can answer for. Answers with the document's scope.
    fn merge(&mut self, bearer: Bearer, fresh: &[&Read<'_>]) -> Result<u16, No> {
        let Some(first) = fresh.first() else { return Ok(0) };
        if fresh.iter().any(|read| read.author != first.author) {
            return Err(No::Refused(RefusalCode::NotYourRole));
        }
        let id = documents::uuid(first.change.document);
        let roles = self.roles_of(first.author, bearer);
        let open = self.documents.open(&self.store, id)?;
        let before = open.take_record()?;
        open.admit(fresh.iter().map(|read| read.info.clone()).collect())?;
        let after = open.record()?.ok_or(DocumentError::NotARecord)?;
        let before = before.unwrap_or_else(|| Record::empty(id, after.noun));
        if before.noun != after.noun {
            return Err(No::Refused(RefusalCode::FactImmutable));
        }
        let scope = after.noun.scope();
        let judged = judge_as_any(&roles, &before, after);
        let unknown = judged.is_err() && says_unknown(&before, after);
        if unknown && open.document().is_newer(self.app.schema) {
            // Registers are judged by their noun, whatever they are called, so what a newer app writes is numbered here
            // as ever. What it states is judged by its kind: one this relay does not know stays in its author's outbox,
            // which loses nothing, until the relay is updated.
            return Err(No::Refused(RefusalCode::MissingDependency));
        }
        judged?;
        self.documents.mark(id);
        Ok(scope)
    }
}

/// Something was stated that no rule here names.
fn says_unknown(before: &Record, after: &Record) -> bool {
    let known = |id| before.facts.iter().any(|fact| fact.id == id);
    after.facts.iter().any(|fact| !is_known(after.noun, &fact.kind) && !known(fact.id))
}

/// The first role decides unless another one may do what was done.
fn judge_as_any(roles: &[Actor], before: &Record, after: &Record) -> Result<(), Breach> {
    let mut judged = roles.iter().map(|actor| judge(before, after, *actor));
    let first = judged.next().unwrap_or(Err(Breach::NotYourRole));
    if first.is_err() && judged.any(|judged| judged.is_ok()) { Ok(()) } else { first }
}

impl<E: Into<Fault>> From<E> for No {
    fn from(error: E) -> Self {
        match error.into() {
            Fault::Document(DocumentError::MissingDependency) => Self::Refused(RefusalCode::MissingDependency),
            Fault::Document(DocumentError::Malformed(_) | DocumentError::NotARecord) => {
                Self::Refused(RefusalCode::Malformed)
            }
            fault @ (Fault::Store(_) | Fault::Away) => Self::Fault(fault),
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
