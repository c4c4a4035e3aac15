//! One record's document in memory: made, loaded from its changes, edited by a verb, merged with what others did.

use std::collections::{BTreeMap, BTreeSet};
use std::panic::{AssertUnwindSafe, catch_unwind};

use automerge::transaction::CommitOptions;
use automerge::{Automerge, ReadDoc};
use tapak_domain::{Edit, Noun, Record};
use uuid::Uuid;

use crate::change::{Author, ChangeHash, ChangeInfo};
use crate::error::DocumentError;
use crate::schema::Schema;
use crate::{plausible, read, write};

/// A change just made here, ready to be signed, stored and sent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewChange {
    pub hash: ChangeHash,
    pub bytes: Vec<u8>,
}

#[derive(Debug, Clone)]
pub struct Document {
    id: Uuid,
    inner: Automerge,
}

impl Document {
    /// A document nobody has written yet.
    pub fn new(id: Uuid) -> Self {
        Self { id, inner: Automerge::new() }
    }

    pub fn id(&self) -> Uuid {
        self.id
    }

    /// From changes in an order in which each comes after what it builds on.
    pub fn load<'a>(id: Uuid, changes: impl IntoIterator<Item = &'a [u8]>) -> Result<Self, DocumentError> {
        let mut document = Self::new(id);
        let parsed = changes.into_iter().map(ChangeInfo::parse).collect::<Result<Vec<_>, _>>()?;
        document.apply(parsed)?;
        Ok(document)
    }

    /// From the chunks of a snapshot, one behind the other, and the changes made since. A change that the snapshot has
    /// already counts once.
    pub fn open<'a>(
        id: Uuid,
        snapshot: &[u8],
        since: impl IntoIterator<Item = &'a [u8]>,
    ) -> Result<Self, DocumentError> {
        if !plausible::is_snapshot(snapshot) {
            return Err(DocumentError::Malformed("implausible".into()));
        }
        let mut document = Self { id, inner: contained(|| Ok(Automerge::load(snapshot)?))? };
        document.apply(since.into_iter().map(ChangeInfo::parse).collect::<Result<Vec<_>, _>>()?)?;
        Ok(document)
    }

    /// All of it in one chunk, with its whole history.
    pub fn fold(&self) -> Vec<u8> {
        // Frames are compressed together, which is better than each by itself.
        self.inner.save_nocompress()
    }

    /// A change as its author made it.
    pub fn change(&self, hash: ChangeHash) -> Option<Vec<u8>> {
        let change = self.inner.get_change_by_hash(&automerge::ChangeHash(hash.0))?;
        Some(change.raw_bytes().to_vec())
    }

    pub fn is_empty(&self) -> bool {
        self.inner.is_empty()
    }

    pub fn has(&self, hash: ChangeHash) -> bool {
        self.inner.get_change_meta_by_hash(&automerge::ChangeHash(hash.0)).is_some()
    }

    /// Takes in others' changes, each after what it builds on. What is in the document already counts once. After an
    /// error the document is to be thrown away.
    pub fn apply(&mut self, infos: impl IntoIterator<Item = ChangeInfo>) -> Result<(), DocumentError> {
        let changes = self.fresh(infos)?;
        contained(|| Ok(self.inner.apply_changes(changes)?))
    }

    /// As [`Document::apply`], from a stranger: what Automerge would merge and not give back the same is refused.
    pub fn admit(&mut self, infos: impl IntoIterator<Item = ChangeInfo>) -> Result<(), DocumentError> {
        let changes = self.fresh(infos)?;
        self.inner = contained(|| merged(self.inner.clone(), changes))?;
        Ok(())
    }

    fn fresh(&self, infos: impl IntoIterator<Item = ChangeInfo>) -> Result<Vec<automerge::Change>, DocumentError> {
        let (mut coming, mut changes) = (BTreeSet::new(), Vec::new());
        for ChangeInfo { hash, change, .. } in infos {
            let here = |dep: &automerge::ChangeHash| coming.contains(&dep.0) || self.has(ChangeHash(dep.0));
            if !change.deps().iter().all(here) {
                return Err(DocumentError::MissingDependency);
            }
            if !self.has(hash) && coming.insert(hash.0) {
                changes.push(change);
            }
        }
        Ok(changes)
    }

    /// A verb's edits as one change. `now_millis` goes into the change as its time, for whoever reads the history.
    pub fn edit(
        &mut self,
        noun: Noun,
        edits: &[Edit],
        author: Author,
        now_millis: u64,
    ) -> Result<NewChange, DocumentError> {
        let fresh = self.inner.is_empty();
        self.inner.set_actor(author.actor());
        let options =
            |(): &()| CommitOptions::default().with_time(i64::try_from(now_millis / 1000).unwrap_or_default());
        let written = self.inner.transact_with(options, |tx| write::edits(tx, fresh, noun, edits));
        let hash = written.map_err(|failure| failure.error)?.hash;
        let change = hash.and_then(|hash| self.inner.get_change_by_hash(&hash));
        let change = change.ok_or(DocumentError::Malformed("no edits".into()))?;
        Ok(NewChange { hash: ChangeHash(change.hash().0), bytes: change.raw_bytes().to_vec() })
    }

    /// The record as it stands now.
    pub fn record(&self) -> Result<Record, DocumentError> {
        read::record(self.id, &self.inner)
    }

    pub fn schema(&self) -> Schema {
        read::schema(&self.inner)
    }

    /// Written by an app that knows more than this one: to be read as far as it goes, and not to be written.
    pub fn is_newer(&self, than: Schema) -> bool {
        self.schema() > than
    }

    /// Which change stated each fact, to tell where each fact has arrived.
    pub fn fact_changes(&self) -> BTreeMap<Uuid, ChangeHash> {
        read::fact_changes(&self.inner)
    }
}

/// Automerge panics over operations that no Automerge wrote. What it was working on is given up.
fn contained<T>(work: impl FnOnce() -> Result<T, DocumentError>) -> Result<T, DocumentError> {
    let impossible = |_| Err(DocumentError::Malformed("impossible operations".into()));
    catch_unwind(AssertUnwindSafe(work)).unwrap_or_else(impossible)
}

/// A change that no Automerge wrote can merge into something else than it is read back as from a snapshot: with
/// operations out of sequence, or numbered as if what it builds on had not been there.
fn merged(mut inner: Automerge, changes: Vec<automerge::Change>) -> Result<Automerge, DocumentError> {
    let said: Vec<_> = changes.iter().map(automerge::Change::hash).collect();
    inner.apply_changes(changes)?;
    let regular = said.iter().all(|hash| follows(&inner, hash));
    // Loading hashes every change as it comes out of the fold: equal heads mean that each is as its author made it.
    let folds = || Automerge::load(&inner.save_nocompress()).is_ok_and(|again| again.get_heads() == inner.get_heads());
    if regular && folds() { Ok(inner) } else { Err(DocumentError::Malformed("irregular".into())) }
}

fn follows(inner: &Automerge, hash: &automerge::ChangeHash) -> bool {
    let Some(change) = inner.get_change_meta_by_hash(hash) else { return false };
    let before = change.deps.iter().filter_map(|dep| inner.get_change_meta_by_hash(dep));
    before.map(|dep| dep.max_op).max().is_none_or(|last| change.start_op > last)
}
