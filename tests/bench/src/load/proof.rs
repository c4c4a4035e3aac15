//! The proof at the end: every answered edit is on the relay and on every device, and all have the same.

use std::collections::BTreeSet;
use std::path::Path;

use tapak_domain::Noun;
use tapak_store::Store;
use tapak_sync::{ChangeHash, DocumentId, Sequence};

use super::member::Report;
use super::trace::Edit;
use crate::fault::Fault;

/// Every change, its document and its number.
pub(super) type Inventory = Vec<(DocumentId, ChangeHash, Option<Sequence>)>;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Proof {
    /// Changes on the relay.
    pub(super) accepted: usize,
    /// Answered edits that are missing, counted on each replica.
    pub(super) lost: usize,
    /// Devices that do not have exactly what the relay has.
    pub(super) different: usize,
}

/// Without contacts, which not every role has.
pub(super) fn inventory(store: &Store) -> Result<Inventory, Fault> {
    let mut inventory = store.inventory()?;
    let contacts: BTreeSet<_> = store.documents_in(&[Noun::Contact.scope()])?.into_iter().collect();
    inventory.retain(|(document, ..)| !contacts.contains(document));
    Ok(inventory)
}

/// The relay is down: its database is read as it left it.
pub(super) fn check(reports: &[Report], relay: &Path) -> Result<Proof, Fault> {
    let relay = inventory(&Store::open(relay)?)?;
    let edits: Vec<_> = reports.iter().flat_map(|report| &report.edits).copied().collect();
    let devices = reports.iter().map(|report| &report.inventory);
    let different = devices.clone().filter(|inventory| **inventory != relay).count();
    let lost = devices.chain([&relay]).map(|inventory| missing(&edits, inventory)).sum();
    Ok(Proof { accepted: relay.len(), lost, different })
}

fn missing(edits: &[Edit], inventory: &Inventory) -> usize {
    let here: BTreeSet<_> = inventory.iter().map(|(_, hash, _)| *hash).collect();
    edits.iter().filter(|edit| !here.contains(edit)).count()
}

#[cfg(test)]
mod tests {
    use tapak_domain::Noun;
    use tapak_store::Store;
    use tapak_store::log::Place;
    use tapak_sync::{ChangeHash, DocumentId, Sequence, SignedChange};

    use super::{Proof, check, inventory};
    use crate::folder::Folder;
    use crate::load::member::Report;

    const EDITS: [ChangeHash; 2] = [ChangeHash::new([1; 32]), ChangeHash::new([2; 32])];

    fn fill(store: Store, edits: &[ChangeHash]) -> Store {
        for (edit, seq) in edits.iter().zip(1..) {
            let change = SignedChange { document: DocumentId::new([7; 16]), change: vec![1], signature: [0; 64] };
            store
                .append(*edit, &change, Noun::Order.scope(), Some(Place { seq: Sequence(seq), replica: None }))
                .unwrap();
        }
        store
    }

    fn report(edits: &[ChangeHash], here: &[ChangeHash]) -> Report {
        let inventory = inventory(&fill(Store::in_memory().unwrap(), here)).unwrap();
        Report { edits: edits.to_vec(), took: vec![], inventory }
    }

    #[test]
    fn an_edit_one_device_never_got_is_lost_once_and_makes_that_device_different() {
        let folder = Folder::new("proof").unwrap();
        let relay = folder.as_ref().join("shop.sqlite");
        fill(Store::open(&relay).unwrap(), &EDITS);
        let whole = report(&EDITS, &EDITS);
        let proof = check(&[whole, report(&[], &EDITS[..1])], &relay).unwrap();
        assert_eq!(proof, Proof { accepted: 2, lost: 1, different: 1 });
    }
}
