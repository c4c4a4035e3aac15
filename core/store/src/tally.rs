//! Counting what is here: every numbered change is added to its document's fingerprint, and that to its scope's.
//!
//! What one call appends is added up in memory and written once, when somebody asks or the call is committed. The sums
//! of the scopes are kept beside, so that a shop of any size is compared at once after a start.

use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;

use tapak_sync::{ChangeHash, DocumentId, Fingerprint, Sequence};

use crate::columns::{Blob, whole};
use crate::document::Held;
use crate::{Store, Stored};

/// Where the sums are written down: for each scope its number (two bytes, big-endian) and its fingerprint.
const TOTALS: &str = "fingerprints";
const ENTRY: usize = 2 + 32;

type Totals = BTreeMap<u16, Fingerprint>;

#[derive(Debug, Default)]
pub(crate) struct Tally {
    coming: RefCell<BTreeMap<DocumentId, Coming>>,
    /// `None` when they were not asked for yet.
    totals: RefCell<Option<Totals>>,
    /// They are not what is written down.
    moved: Cell<bool>,
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
        self.change_total(held.scope, |total| total.plus(more))?;
        if old == Some(held) { Ok(()) } else { self.put_held(document, &held) }
    }

    pub(crate) fn change_total(&self, scope: u16, change: impl FnOnce(Fingerprint) -> Fingerprint) -> Stored<()> {
        self.load_totals()?;
        if let Some(totals) = self.tally.totals.borrow_mut().as_mut() {
            let total = totals.entry(scope).or_default();
            *total = change(*total);
            self.tally.moved.set(true);
        }
        Ok(())
    }

    /// Of everything numbered here in these scopes.
    pub fn fingerprint(&self, scopes: &[u16]) -> Stored<Fingerprint> {
        self.count()?;
        self.load_totals()?;
        let totals = self.tally.totals.borrow();
        Ok(scopes.iter().filter_map(|scope| totals.as_ref()?.get(scope).copied()).sum())
    }

    fn load_totals(&self) -> Stored<()> {
        if self.tally.totals.borrow().is_some() {
            return Ok(());
        }
        let kept = self.meta(TOTALS)?;
        self.tally.moved.set(kept.is_none());
        let totals = kept.map_or_else(|| self.add_up(), |kept| Ok(read_totals(&kept)))?;
        self.tally.totals.replace(Some(totals));
        Ok(())
    }

    fn add_up(&self) -> Stored<Totals> {
        let mut totals = Totals::new();
        let mut statement = self.sql("select scope, fingerprint from document")?;
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            let total = totals.entry(row.get(0)?).or_default();
            *total = total.plus(Fingerprint::from_bytes(row.get(1)?));
        }
        Ok(totals)
    }

    /// Writes the sums down with what they are the sums of.
    pub(crate) fn keep_totals(&self) -> Stored<()> {
        let totals = self.tally.totals.borrow();
        match totals.as_ref().filter(|_| self.tally.moved.replace(false)) {
            Some(totals) => self.set_meta(TOTALS, &write_totals(totals)),
            None => Ok(()),
        }
    }

    /// What was counted and not committed never happened.
    pub(crate) fn forget_count(&self) {
        self.tally.coming.take();
        self.tally.totals.take();
        self.tally.moved.set(false);
    }

    /// They are to be added up anew.
    pub(crate) fn forget_totals(&self) -> Stored<()> {
        self.tally.totals.take();
        self.tally.moved.set(false);
        Ok(self.sql("delete from meta where key = ?1")?.execute([TOTALS]).map(drop)?)
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
        self.forget_totals()?;
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

fn read_totals(kept: &[u8]) -> Totals {
    let entry = |entry: &[u8; ENTRY]| {
        let (scope, sum) = entry.split_first_chunk()?;
        Some((u16::from_be_bytes(*scope), Fingerprint::from_bytes(sum.try_into().ok()?)))
    };
    kept.as_chunks().0.iter().filter_map(entry).collect()
}

fn write_totals(totals: &Totals) -> Vec<u8> {
    totals.iter().flat_map(|(scope, sum)| scope.to_be_bytes().into_iter().chain(*sum.as_bytes())).collect()
}

impl Held {
    pub(crate) fn new(scope: u16) -> Self {
        let (fingerprint, base) = (Fingerprint::EMPTY, Fingerprint::EMPTY);
        Self { scope, seq: Sequence::ZERO, folded: Sequence::ZERO, fingerprint, base, whole: true }
    }
}

#[cfg(test)]
mod tests {
    use tapak_sync::SignedChange;

    use super::*;
    use crate::log::Place;

    const ORDERS: u16 = 3;

    fn document(n: u8) -> DocumentId {
        DocumentId::new([n; 16])
    }

    fn number(store: &Store, of: u8, seq: u64) {
        let change = SignedChange { document: document(of), change: vec![1], signature: [0; 64] };
        let hash = ChangeHash::new([u8::try_from(seq).unwrap(); 32]);
        store
            .append(
                hash,
                &change,
                ORDERS,
                Some(Place { seq: crate::columns::sequence(i64::try_from(seq).unwrap()), replica: None }),
            )
            .unwrap();
    }

    /// Three changes of two documents.
    fn stocked() -> Store {
        let store = Store::in_memory().unwrap();
        store.begin().unwrap();
        for (of, seq) in [(1, 1), (2, 2), (1, 3)] {
            number(&store, of, seq);
        }
        store.commit().unwrap();
        store
    }

    fn added_up(store: &Store) -> Fingerprint {
        store.add_up().unwrap().remove(&ORDERS).unwrap_or_default()
    }

    #[test]
    fn a_replica_that_starts_again_says_the_sum_of_what_is_on_its_disk() {
        let store = stocked();
        let again = store.copy().unwrap();
        assert!(again.meta(TOTALS).unwrap().is_some());
        assert_eq!(again.fingerprint(&[ORDERS]).unwrap(), added_up(&store));
        assert_eq!(store.fingerprint(&[ORDERS]).unwrap(), added_up(&store));
    }

    #[test]
    fn what_was_rolled_back_is_in_no_sum() {
        let store = stocked();
        let before = store.fingerprint(&[ORDERS]).unwrap();
        store.begin().unwrap();
        number(&store, 3, 4);
        assert_ne!(store.fingerprint(&[ORDERS]).unwrap(), before);
        store.rollback();
        assert_eq!(store.fingerprint(&[ORDERS]).unwrap(), before);
    }

    #[test]
    fn a_document_that_is_gone_is_in_no_sum_after_a_restart() {
        let store = stocked();
        store.begin().unwrap();
        store.forget_document(document(1)).unwrap();
        number(&store, 3, 4);
        store.commit().unwrap();
        let again = store.copy().unwrap();
        assert_eq!(again.fingerprint(&[ORDERS]).unwrap(), added_up(&again));
    }
}
