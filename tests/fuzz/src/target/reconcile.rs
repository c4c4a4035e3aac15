//! Range reconciliation: whatever the other end says, an answer is a frame's worth, and the comparison ends.

use tapak_sync::DocumentId;
use tapak_sync::fingerprint::Fingerprint;
use tapak_sync::reconcile::{Comparison, Inventory};

/// What a message may take, by the protocol.
const MOST: usize = 48 * 1024;

pub(super) fn hear(bytes: &[u8]) {
    if let Some(inventory) = inventory()
        && let Ok(answer) = inventory.answer(bytes)
    {
        assert!(answer.len() <= MOST, "an answer of {} bytes", answer.len());
    }
    let Some(Ok((mut comparison, _))) = inventory().map(Comparison::begin) else { return };
    if let Ok(Some(next)) = comparison.hear(bytes) {
        assert!(next.len() <= MOST, "a question of {} bytes", next.len());
    }
    drop(comparison.differing());
}

/// Enough documents for a message to cut them into ranges.
fn inventory() -> Option<Inventory> {
    let document = |number: u8| {
        let id = DocumentId::from([number; 16]);
        (id, Fingerprint::of(id, [number; 32].into()))
    };
    Inventory::new((0..100).map(document)).ok()
}
