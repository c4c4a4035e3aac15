//! Proving that this device and the relay have the same, and healing it where they do not.

use tapak_sync::client::Event;
use tapak_sync::message::{Proof, Reconcile, ToRelay};
use tapak_sync::reconcile::{Comparison, Inventory};

use super::Device;
use super::event::Topic;
use super::me::Proven;
use super::turn::Turn;
use crate::documents;
use crate::fault::Fault;

impl Device {
    /// A proof of another place than where this device stands says nothing; the next one will.
    pub(super) fn compare(&mut self, proof: &Proof, turn: &mut Turn) -> Result<(), Fault> {
        if self.me.boot.is_some() || proof.cursor.get() != self.me.cursor {
            return Ok(());
        }
        if self.store.head()? > proof.cursor {
            // A number from behind the end of the log is another log's: the relay lost its end, and nobody said so.
            self.parted = true;
            return Ok(());
        }
        let equal = self.store.fingerprint(&self.me.scopes)? == proof.fingerprint;
        self.me.proof = Some(Proven { at: turn.now, equal });
        turn.touch(Topic::Sync);
        if equal || self.connection.healed {
            return Ok(());
        }
        self.begin_comparison(turn)
    }

    /// Once in a connection: what one round does not heal, another would not either.
    fn begin_comparison(&mut self, turn: &mut Turn) -> Result<(), Fault> {
        self.connection.healed = true;
        let inventory = Inventory::new(self.store.all_held(&self.me.scopes)?);
        let Ok((comparison, bytes)) = inventory.and_then(Comparison::begin) else { return Ok(()) };
        self.connection.comparison = Some(comparison);
        self.tell(Event::Say(Box::new(ToRelay::Reconcile(Reconcile { bytes }))), turn)
    }

    pub(super) fn go_on_comparing(&mut self, heard: &Reconcile, turn: &mut Turn) -> Result<(), Fault> {
        let Some(mut comparison) = self.connection.comparison.take() else { return Ok(()) };
        match comparison.hear(&heard.bytes) {
            Ok(Some(bytes)) => {
                self.connection.comparison = Some(comparison);
                self.tell(Event::Say(Box::new(ToRelay::Reconcile(Reconcile { bytes }))), turn)
            }
            Ok(None) => self.heal(comparison, turn),
            Err(_) => Ok(()),
        }
    }

    /// Of each document that differs the relay is offered what is here, and this device gets what is there.
    fn heal(&mut self, comparison: Comparison, turn: &mut Turn) -> Result<(), Fault> {
        let differing: Vec<_> = comparison.differing().into_iter().collect();
        for document in &differing {
            let id = documents::uuid(*document);
            self.unfold(id)?;
            self.documents.forget(id);
            if self.store.offer_again(*document)? > 0 {
                turn.rewound = true;
                turn.settled.insert(id);
            }
        }
        for some in differing.chunks(tapak_sync::limits::MAX_CARDS) {
            self.fetch(some.to_vec(), turn)?;
        }
        Ok(())
    }
}
