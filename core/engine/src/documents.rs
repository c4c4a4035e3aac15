//! The few documents in memory: opened to be changed or merged, and forgotten again. Each knows its record and whether
//! its projection is behind.

use std::collections::{BTreeMap, BTreeSet};

use tapak_document::{ChangeInfo, Document, DocumentError};
use tapak_domain::order::{Course, Order};
use tapak_domain::{Authority, Edit, Noun, Record};
use tapak_store::Store;
use tapak_sync::{ChangeHash, DocumentId, Sequence};
use uuid::Uuid;

use crate::fault::Fault;

pub(crate) use tapak_document::{Author, NewChange};

/// A document with the record it says, read at most once between two changes.
#[derive(Debug)]
pub(crate) struct Open {
    document: Document,
    record: Option<Record>,
    used: u64,
}

impl Open {
    fn new(document: Document, used: u64) -> Self {
        Self { document, record: None, used }
    }

    /// `None` before the first change.
    pub(crate) fn record(&mut self) -> Result<Option<&Record>, DocumentError> {
        if self.record.is_none() && !self.document.is_empty() {
            self.record = Some(self.document.record()?);
        }
        Ok(self.record.as_ref())
    }

    /// The record as it was before a change that is about to come.
    pub(crate) fn take_record(&mut self) -> Result<Option<Record>, DocumentError> {
        self.record()?;
        Ok(self.record.take())
    }

    pub(crate) fn apply(&mut self, infos: Vec<ChangeInfo>) -> Result<(), DocumentError> {
        self.record = None;
        self.document.apply(infos)
    }

    /// From a stranger.
    pub(crate) fn admit(&mut self, infos: Vec<ChangeInfo>) -> Result<(), DocumentError> {
        self.record = None;
        self.document.admit(infos)
    }

    pub(crate) fn edit(
        &mut self,
        noun: Noun,
        edits: &[Edit],
        author: Author,
        now: u64,
    ) -> Result<NewChange, DocumentError> {
        self.record = None;
        self.document.edit(noun, edits, author, now)
    }

    pub(crate) fn document(&self) -> &Document {
        &self.document
    }
}

#[derive(Debug)]
pub(crate) struct Documents {
    open: BTreeMap<Uuid, Open>,
    /// Documents by when they were last used.
    by_use: BTreeMap<u64, Uuid>,
    clock: u64,
    most: usize,
    changed: BTreeSet<Uuid>,
}

impl Documents {
    /// Holds at most `most` documents.
    pub(crate) fn new(most: usize) -> Self {
        Self { open: BTreeMap::new(), by_use: BTreeMap::new(), clock: 0, most, changed: BTreeSet::new() }
    }

    /// Loaded from its changes unless it is at hand; empty when nobody has written it.
    pub(crate) fn open(&mut self, store: &Store, id: Uuid) -> Result<&mut Open, Fault> {
        self.clock += 1;
        if !self.open.contains_key(&id) {
            self.make_room();
            self.open.insert(id, Open::new(load(store, id)?, 0));
        }
        let (clock, by_use) = (self.clock, &mut self.by_use);
        // Just put there if it was missing.
        let open = self.open.get_mut(&id).ok_or(DocumentError::NotARecord)?;
        by_use.remove(&open.used);
        by_use.insert(clock, id);
        open.used = clock;
        Ok(open)
    }

    /// The order and what became of it; nothing where no order is.
    pub(crate) fn order_course(
        &mut self,
        store: &Store,
        authority: &dyn Authority,
        id: Uuid,
    ) -> Result<Option<(Order, Course)>, Fault> {
        let record = self.open(store, id)?.record()?.filter(|record| record.noun == Noun::Order);
        let order = record.cloned().map(Order::new);
        Ok(order.map(|order| {
            let course = Course::of(&order, authority);
            (order, course)
        }))
    }

    /// Its projection has to be drawn anew.
    pub(crate) fn mark(&mut self, id: Uuid) {
        self.changed.insert(id);
    }

    pub(crate) fn take_changed(&mut self) -> BTreeSet<Uuid> {
        std::mem::take(&mut self.changed)
    }

    pub(crate) fn ids(&self) -> Vec<Uuid> {
        self.open.keys().copied().collect()
    }

    /// To be loaded anew: what is in memory is not what is on disk.
    pub(crate) fn forget(&mut self, id: Uuid) {
        if let Some(open) = self.open.remove(&id) {
            self.by_use.remove(&open.used);
        }
    }

    pub(crate) fn forget_all(&mut self) {
        *self = Self { clock: self.clock, ..Self::new(self.most) };
    }

    fn make_room(&mut self) {
        if self.open.len() < self.most {
            return;
        }
        // What still has to be drawn would only be loaded again.
        let drawn = |(_, id): &(&u64, &Uuid)| !self.changed.contains(*id);
        if let Some(id) = self.by_use.iter().find(drawn).map(|(_, id)| *id) {
            self.forget(id);
        }
    }
}

/// All of it, or [`Fault::Away`] when only what lists show of it is here.
pub(crate) fn load(store: &Store, id: Uuid) -> Result<Document, Fault> {
    let document = wire(id);
    if !store.is_whole(document)? {
        return Err(Fault::Away);
    }
    let changes = store.changes_of(document)?;
    let since = changes.iter().map(|(_, change)| change.change.as_slice());
    Ok(match store.snapshot(document)? {
        Some(snapshot) => Document::open(id, &snapshot, since)?,
        None => Document::load(id, since)?,
    })
}

/// Its snapshot alone; empty when there is none.
pub(crate) fn folded(store: &Store, id: Uuid) -> Result<Document, Fault> {
    let snapshot = store.snapshot(wire(id))?;
    Ok(snapshot.map_or_else(|| Ok(Document::new(id)), |snapshot| Document::open(id, &snapshot, []))?)
}

pub(crate) fn wire(document: Uuid) -> DocumentId {
    DocumentId::new(document.into_bytes())
}

pub(crate) fn uuid(document: DocumentId) -> Uuid {
    Uuid::from_bytes(document.to_bytes())
}

/// Folds documents with at least `least` changes, none numbered behind `before`; answers how many.
pub(crate) fn fold(store: &Store, least: u32, before: Sequence, limit: u32) -> Result<u32, Fault> {
    let documents = store.to_fold(least, before, limit)?;
    for id in &documents {
        // What waits in the outbox is no part of it.
        let body = store.body(*id)?;
        store.fold(*id, &Document::open(uuid(*id), &body, [])?.fold())?;
    }
    Ok(u32::try_from(documents.len()).unwrap_or(u32::MAX))
}

/// A change as its author made it, out of the document it is part of.
pub(crate) fn change_of(document: &Document, hash: ChangeHash) -> Result<Vec<u8>, Fault> {
    let change = document.change(tapak_document::ChangeHash(hash.to_bytes()));
    Ok(change.ok_or(DocumentError::MissingDependency)?)
}

pub(crate) fn hash(hash: tapak_document::ChangeHash) -> ChangeHash {
    ChangeHash::new(hash.0)
}
