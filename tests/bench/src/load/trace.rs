//! Following an edit: what was announced by its author, and when it was found merged here.

use std::sync::mpsc::Receiver;
use std::time::{Duration, Instant};

use tapak_store::Store;
use tapak_sync::{ChangeHash, DocumentId};
use uuid::Uuid;

use crate::fault::Fault;

/// An edit that was answered on another device.
#[derive(Debug, Clone, Copy)]
pub(super) struct Expected {
    pub(super) edit: Edit,
    pub(super) order: Uuid,
    pub(super) answered: Instant,
}

/// One edit, by its change.
pub(super) type Edit = ChangeHash;

#[derive(Debug)]
pub(super) struct Trace {
    expects: Receiver<Expected>,
    pending: Vec<Expected>,
    /// When the engine's last call was back that was looked at.
    looked: Option<Instant>,
    /// Each edit of another device, and how long it took to be merged here.
    pub(super) took: Vec<(Edit, Duration)>,
}

impl Trace {
    pub(super) fn new(expects: Receiver<Expected>) -> Self {
        Self { expects, pending: Vec::new(), looked: None, took: Vec::new() }
    }

    /// Which of the announced edits are merged by now; `handled` is when the engine's last call came back. The orders
    /// they are about.
    pub(super) fn look(&mut self, store: &Store, handled: Instant) -> Result<Vec<Uuid>, Fault> {
        // What was not here before can only have come with another call.
        let known = if self.looked.replace(handled) == Some(handled) { self.pending.len() } else { 0 };
        let mut asked = self.pending.split_off(known);
        asked.extend(self.expects.try_iter());
        let mut found = Vec::new();
        for expected in asked {
            if store.place_of(expected.edit)?.is_some() {
                self.took.push((expected.edit, handled.saturating_duration_since(expected.answered)));
                found.push(expected.order);
            } else {
                self.pending.push(expected);
            }
        }
        Ok(found)
    }

    pub(super) fn is_empty(&self) -> bool {
        self.pending.is_empty()
    }
}

/// The change a command just made to this order.
pub(super) fn newest(store: &Store, order: Uuid) -> Result<Edit, Fault> {
    let changes = store.changes_of(DocumentId::new(order.into_bytes()))?;
    let newest = changes.last().map(|(hash, _)| *hash);
    newest.ok_or_else(|| Fault::Failed("a command left no change".into()))
}

#[cfg(test)]
mod tests {
    use std::sync::mpsc;
    use std::time::{Duration, Instant};

    use tapak_store::Store;
    use tapak_sync::{ChangeHash, DocumentId, SignedChange};
    use uuid::Uuid;

    use super::{Expected, Trace};

    #[test]
    fn an_edit_has_arrived_once_its_change_is_in_the_store_and_not_before() {
        let (store, edit, order) = (Store::in_memory().unwrap(), ChangeHash::new([1; 32]), Uuid::from_u128(7));
        let (announce, expects) = mpsc::channel();
        let (mut trace, answered) = (Trace::new(expects), Instant::now());
        announce.send(Expected { edit, order, answered }).unwrap();
        let later = answered + Duration::from_millis(3);
        assert_eq!((trace.look(&store, later).unwrap(), trace.is_empty()), (vec![], false));
        let change = SignedChange { document: DocumentId::new([7; 16]), change: vec![1], signature: [0; 64] };
        store.append(edit, &change, 3, None).unwrap();
        let later = later + Duration::from_millis(2);
        assert_eq!((trace.look(&store, later).unwrap(), trace.is_empty()), (vec![order], true));
        assert_eq!(trace.took, [(edit, Duration::from_millis(5))]);
    }
}
