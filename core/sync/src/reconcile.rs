//! Finding out where two ends differ without listing everything: range-based set reconciliation over documents.
//!
//! An element is a document with the fingerprint of its changes, so that a document that differs shows on both sides.

use crate::fingerprint::Fingerprint;
use crate::id::DocumentId;
use negentropy::{Id, Negentropy, NegentropyStorageVector};
use std::collections::BTreeSet;

/// What one message may take; a frame holds it with room to spare.
const MAX_MESSAGE: u64 = 48 * 1024;

/// The other end said something that is no message of this protocol.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not a reconciliation message")]
pub struct Unreadable;

impl From<negentropy::Error> for Unreadable {
    fn from(_: negentropy::Error) -> Self {
        Self
    }
}

/// What one end has, sorted for comparing.
#[derive(Debug)]
pub struct Inventory(NegentropyStorageVector);

impl Inventory {
    pub fn new(documents: impl IntoIterator<Item = (DocumentId, Fingerprint)>) -> Result<Self, Unreadable> {
        let mut all = NegentropyStorageVector::new();
        for (document, fingerprint) in documents {
            all.insert(0, element(document, fingerprint))?;
        }
        all.seal()?;
        Ok(Self(all))
    }

    /// The answer of the end that was asked; it learns nothing itself.
    pub fn answer(&self, message: &[u8]) -> Result<Vec<u8>, Unreadable> {
        Ok(Negentropy::borrowed(&self.0, MAX_MESSAGE)?.reconcile(message)?)
    }
}

/// The end that asks, while it compares.
#[derive(Debug)]
pub struct Comparison {
    inventory: Inventory,
    differing: BTreeSet<DocumentId>,
}

impl Comparison {
    /// With the first message to say.
    pub fn begin(inventory: Inventory) -> Result<(Self, Vec<u8>), Unreadable> {
        let first = Negentropy::borrowed(&inventory.0, MAX_MESSAGE)?.initiate()?;
        Ok((Self { inventory, differing: BTreeSet::new() }, first))
    }

    /// The next message to say, until there is none.
    pub fn hear(&mut self, message: &[u8]) -> Result<Option<Vec<u8>>, Unreadable> {
        let mut talk = Negentropy::borrowed(&self.inventory.0, MAX_MESSAGE)?;
        talk.set_initiator();
        let (mut have, mut need) = (Vec::new(), Vec::new());
        let next = talk.reconcile_with_ids(message, &mut have, &mut need)?;
        self.differing.extend(have.iter().chain(&need).filter_map(document));
        Ok(next)
    }

    /// Documents of which the two ends do not have the same.
    pub fn differing(self) -> BTreeSet<DocumentId> {
        self.differing
    }
}

fn element(document: DocumentId, fingerprint: Fingerprint) -> Id {
    let mut bytes = [0; 32];
    bytes[..16].copy_from_slice(document.as_bytes());
    bytes[16..].copy_from_slice(&fingerprint.as_bytes()[..16]);
    Id::from_byte_array(bytes)
}

fn document(id: &Id) -> Option<DocumentId> {
    DocumentId::from_slice(&id[..16])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shop(numbers: impl Iterator<Item = u32>) -> Vec<(DocumentId, Fingerprint)> {
        let document = |n: u32| {
            let mut bytes = [7; 16];
            bytes[12..].copy_from_slice(&n.to_be_bytes());
            DocumentId::new(bytes)
        };
        numbers.map(|n| (document(n), Fingerprint::from_bytes([u8::try_from(n % 250).unwrap_or(0); 32]))).collect()
    }

    fn compare(mine: Vec<(DocumentId, Fingerprint)>, theirs: Vec<(DocumentId, Fingerprint)>) -> (usize, usize) {
        let theirs = Inventory::new(theirs).unwrap();
        let (mut comparison, first) = Comparison::begin(Inventory::new(mine).unwrap()).unwrap();
        let (mut said, mut bytes) = (Some(first), 0);
        while let Some(message) = said {
            let answer = theirs.answer(&message).unwrap();
            bytes += message.len() + answer.len();
            said = comparison.hear(&answer).unwrap();
        }
        (comparison.differing().len(), bytes)
    }

    #[test]
    fn ten_thousand_equal_documents_are_proved_equal_in_a_kilobyte() {
        let (differing, bytes) = compare(shop(0..10_000), shop(0..10_000));
        assert_eq!(differing, 0);
        assert!(bytes < 1_000, "{bytes} bytes");
    }

    #[test]
    fn a_missing_an_extra_and_a_changed_document_are_found() {
        let mut theirs = shop(1..2_001);
        theirs[500].1 = Fingerprint::EMPTY;
        assert_eq!(compare(shop(0..2_000), theirs).0, 3);
    }

    #[test]
    fn noise_is_no_message() {
        assert!(Inventory::new(shop(0..10)).unwrap().answer(&[0xff; 40]).is_err());
    }
}
