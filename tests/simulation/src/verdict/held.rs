//! What one replica has, however it came: change by change, or as a document in one piece.

use std::collections::{BTreeMap, BTreeSet};

use tapak_document::{Document, DocumentError};
use tapak_domain::Noun;
use tapak_store::Store;
use tapak_store::document::Held;
use tapak_sync::{ChangeHash, DocumentId, Fingerprint};
use uuid::Uuid;

use crate::broken::{Checked, Rule};

/// Every document with something numbered in it.
pub(crate) fn all(store: &Store) -> Checked<BTreeMap<DocumentId, Held>> {
    let scopes: Vec<_> = Noun::ALL.into_iter().map(Noun::scope).collect();
    let mut all = BTreeMap::new();
    for (document, _) in store.all_held(&scopes)? {
        all.extend(store.held(document)?.map(|held| (document, held)));
    }
    Ok(all)
}

/// The document as it lies on disk; nothing when only what lists show of it is there.
pub(crate) fn document(store: &Store, document: DocumentId) -> Checked<Option<Document>> {
    if !store.is_whole(document)? {
        return Ok(None);
    }
    let changes = store.changes_of(document)?;
    let since = changes.iter().map(|(_, change)| change.change.as_slice());
    let id = Uuid::from_bytes(document.to_bytes());
    let opened = match store.snapshot(document)? {
        Some(snapshot) => Document::open(id, &snapshot, since),
        None => Document::load(id, since),
    };
    opened.map(Some).map_err(|error: DocumentError| Rule::Works.broken(format!("{id} cannot be opened: {error}")))
}

pub(crate) fn has(document: &Document, hash: ChangeHash) -> bool {
    document.has(tapak_document::ChangeHash(hash.to_bytes()))
}

/// The changes of a document that this replica has a row of.
pub(crate) fn rows(store: &Store, document: DocumentId) -> Checked<BTreeSet<ChangeHash>> {
    Ok(store.numbers_of(document)?.into_iter().map(|(hash, _)| hash).collect())
}

/// The sum of a log's changes, document by document.
pub(crate) fn sums<'a>(log: impl Iterator<Item = &'a (DocumentId, ChangeHash)>) -> BTreeMap<DocumentId, Fingerprint> {
    let mut sums = BTreeMap::<_, Fingerprint>::new();
    for (document, hash) in log {
        let sum = sums.entry(*document).or_default();
        *sum = sum.plus(Fingerprint::of(*document, *hash));
    }
    sums
}
