//! Comparing with a device, range by range, where the two do not have the same.

use tapak_sync::Sequence;
use tapak_sync::message::{Reconcile, ToDevice};
use tapak_sync::reconcile::Inventory;
use tapak_sync::relay::Event;

use super::Relay;
use crate::fault::Fault;

/// What there was to compare, kept from one round to the next while nothing changes.
#[derive(Debug)]
pub(super) struct Audit {
    head: Sequence,
    scopes: Vec<u16>,
    inventory: Inventory,
}

impl Relay {
    /// A message that cannot be read has no answer: the device sees that nothing comes and leaves it.
    pub(super) fn compare(&mut self, asked: &Reconcile, scopes: &[u16]) -> Result<Option<Event>, Fault> {
        self.take_stock(scopes)?;
        let answer = self.audit.as_ref().and_then(|audit| audit.inventory.answer(&asked.bytes).ok());
        Ok(answer.map(|bytes| Event::Say(Box::new(ToDevice::Reconcile(Reconcile { bytes })))))
    }

    fn take_stock(&mut self, scopes: &[u16]) -> Result<(), Fault> {
        let current = |audit: &Audit| audit.head == self.head && audit.scopes == scopes;
        if !self.audit.as_ref().is_some_and(current) {
            let inventory = Inventory::new(self.store.all_held(scopes)?).ok();
            self.audit = inventory.map(|inventory| Audit { head: self.head, scopes: scopes.to_vec(), inventory });
        }
        Ok(())
    }
}
