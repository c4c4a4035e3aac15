//! One record's document in memory: made, loaded from its changes, edited by a verb, merged with what others did.

use std::collections::{BTreeMap, BTreeSet};

use automerge::transaction::CommitOptions;
use automerge::{Automerge, ReadDoc};
use tapak_domain::{Edit, Noun, Record};
use uuid::Uuid;

use crate::change::{Author, ChangeHash, ChangeInfo};
use crate::error::DocumentError;
use crate::{read, write};

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
        document.inner.apply_changes(parsed.into_iter().map(|info| info.change).collect::<Vec<_>>())?;
        Ok(document)
    }

    /// From the chunks of a snapshot, one behind the other, and the changes made since. A change that the snapshot has
    /// already counts once.
    pub fn open<'a>(
        id: Uuid,
        snapshot: &[u8],
        since: impl IntoIterator<Item = &'a [u8]>,
    ) -> Result<Self, DocumentError> {
        let mut document = Self { id, inner: Automerge::load(snapshot)? };
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

    /// Takes in others' changes, each after what it builds on. What is in the document already counts once.
    pub fn apply(&mut self, infos: impl IntoIterator<Item = ChangeInfo>) -> Result<(), DocumentError> {
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
        Ok(self.inner.apply_changes(changes)?)
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
        let written = self.inner.transact_with(options, |tx| write::edits(tx, fresh.then_some(noun), edits));
        let hash = written.map_err(|failure| failure.error)?.hash;
        let change = hash.and_then(|hash| self.inner.get_change_by_hash(&hash));
        let change = change.ok_or(DocumentError::Malformed("no edits".into()))?;
        Ok(NewChange { hash: ChangeHash(change.hash().0), bytes: change.raw_bytes().to_vec() })
    }

    /// The record as it stands now.
    pub fn record(&self) -> Result<Record, DocumentError> {
        read::record(self.id, &self.inner)
    }

    /// Which change stated each fact, to tell where each fact has arrived.
    pub fn fact_changes(&self) -> BTreeMap<Uuid, ChangeHash> {
        read::fact_changes(&self.inner)
    }
}
