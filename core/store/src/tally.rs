//! Counting what is here: every numbered change is added to its document's fingerprint, and that to its scope's.
//!
//! What one call appends is added up in memory and written once, when somebody asks or the call is committed.

use std::cell::RefCell;
use std::collections::BTreeMap;

use tapak_sync::{ChangeHash, DocumentId, Fingerprint, Sequence};

use crate::columns::{Blob, whole};
use crate::document::Held;
use crate::{Store, Stored};

#[derive(Debug, Default)]
pub(crate) struct Tally {
    coming: RefCell<BTreeMap<DocumentId, Coming>>,
    /// `None` when it has to be added up from the documents.
    totals: RefCell<Option<BTreeMap<u16, Fingerprint>>>,
}

/// What came to a document since the last count.
#[derive(Debug)]
struct Coming {
    scope: u16,
    numbered: Vec<(Sequence, ChangeHash)>,
}

impl Store {
    pub(crate) fn count_in(&self, document: DocumentId, scope: u16, numbered: Option<(Sequence, ChangeHash)>) {
        let mut coming = self.tally.coming.borrow_mut();
        let entry = coming.entry(document).or_insert_with(|| Coming { scope, numbered: Vec::new() });
        entry.numbered.extend(numbered);
    }

    /// Writes down what came.
    pub(crate) fn count(&self) -> Stored<()> {
        let coming = self.tally.coming.take();
        coming.into_iter().try_for_each(|(document, coming)| self.add(document, &coming))
    }

    fn add(&self, document: DocumentId, coming: &Coming) -> Stored<()> {
        let old = self.held(document)?;
        let mut held = old.unwrap_or(Held::new(coming.scope));
        // What its snapshot holds was counted with the snapshot.
        let behind = coming.numbered.iter().filter(|(seq, _)| *seq > held.folded);
        let more = behind.map(|(_, hash)| Fingerprint::of(document, *hash)).sum();
        held.fingerprint = held.fingerprint.plus(more);
        held.seq = coming.numbered.iter().map(|(seq, _)| *seq).fold(held.seq, Sequence::max);
        self.change_total(held.scope, |total| total.plus(more));
        if old == Some(held) { Ok(()) } else { self.put_held(document, &held) }
    }

    pub(crate) fn change_total(&self, scope: u16, change: impl FnOnce(Fingerprint) -> Fingerprint) {
        if let Some(totals) = self.tally.totals.borrow_mut().as_mut() {
            let total = totals.entry(scope).or_default();
            *total = change(*total);
        }
    }

    /// Of everything numbered here in these scopes.
    pub fn fingerprint(&self, scopes: &[u16]) -> Stored<Fingerprint> {
        self.count()?;
        if self.tally.totals.borrow().is_none() {
            let totals = self.add_up()?;
            self.tally.totals.replace(Some(totals));
        }
        let totals = self.tally.totals.borrow();
        Ok(scopes.iter().filter_map(|scope| totals.as_ref()?.get(scope).copied()).sum())
    }

    fn add_up(&self) -> Stored<BTreeMap<u16, Fingerprint>> {
        let mut totals = BTreeMap::<u16, Fingerprint>::new();
        let mut statement = self.sql("select scope, fingerprint from document")?;
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            let total = totals.entry(row.get(0)?).or_default();
            *total = total.plus(Fingerprint::from_bytes(row.get(1)?));
        }
        Ok(totals)
    }

    /// What was counted and not committed never happened.
    pub(crate) fn forget_count(&self) {
        self.tally.coming.take();
        self.forget_totals();
    }

    pub(crate) fn forget_totals(&self) {
        self.tally.totals.take();
    }

    /// Counts every document anew from its changes.
    pub(crate) fn recount(&self) -> Stored<()> {
        self.count()?;
        let mut statement = self.sql("select document from change union select id from document")?;
        let documents = statement.query_map([], |row| row.get::<_, Blob<DocumentId>>(0))?;
        let documents = documents.collect::<Result<Vec<_>, _>>()?;
        documents.into_iter().try_for_each(|document| self.recount_document(document.0))
    }

    pub(crate) fn recount_document(&self, document: DocumentId) -> Stored<()> {
        self.count()?;
        let sql = "select scope, seq, hash from change where document = ?1";
        let mut statement = self.sql(sql)?;
        let rows = statement.query_map([Blob(document)], |row| {
            Ok((row.get::<_, u16>(0)?, row.get::<_, Option<i64>>(1)?, row.get::<_, Blob<ChangeHash>>(2)?.0))
        })?;
        let rows = rows.collect::<Result<Vec<_>, _>>()?;
        let scope = rows.first().map_or(0, |(scope, ..)| *scope);
        let mut held = self.held(document)?.unwrap_or(Held::new(scope));
        let folded = whole(held.folded.get());
        let behind = rows.iter().filter(|(_, seq, _)| seq.is_some_and(|seq| seq > folded));
        let more = behind.map(|(.., hash)| Fingerprint::of(document, *hash)).sum();
        held.fingerprint = held.base.plus(more);
        held.seq =
            rows.iter().filter_map(|(_, seq, _)| seq.map(crate::columns::sequence)).fold(held.folded, Sequence::max);
        self.forget_totals();
        self.put_held(document, &held)
    }

    /// The log parts at `kept` from what was numbered here: snapshots count only as far as that.
    pub(crate) fn unfold_numbers(&self, kept: Sequence) -> Stored<()> {
        for document in self.folded_behind(kept)? {
            let sql = "select hash from change where document = ?1 and seq <= ?2";
            let mut statement = self.sql(sql)?;
            let rows =
                statement.query_map((Blob(document), whole(kept.get())), |row| row.get::<_, Blob<ChangeHash>>(0))?;
            let hashes = rows.collect::<Result<Vec<_>, _>>()?;
            let base = hashes.into_iter().map(|hash| Fingerprint::of(document, hash.0)).sum();
            if let Some(held) = self.held(document)? {
                self.put_held(document, &Held { base, folded: kept, ..held })?;
            }
        }
        Ok(())
    }
}

impl Held {
    pub(crate) fn new(scope: u16) -> Self {
        let (fingerprint, base) = (Fingerprint::EMPTY, Fingerprint::EMPTY);
        Self { scope, seq: Sequence::ZERO, folded: Sequence::ZERO, fingerprint, base, whole: true }
    }
}
