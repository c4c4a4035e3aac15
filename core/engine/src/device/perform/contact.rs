//! Commands about contacts.

use tapak_domain::contact::{self, Contact, ContactDraft};
use tapak_domain::{Noun, Stamp};
use uuid::Uuid;

use super::{Decided, Writes, missing, on};
use crate::device::Device;

impl Device {
    pub(super) fn add_contact(&mut self, draft: &ContactDraft, now: Stamp) -> Writes {
        let id = self.dice.id(now.millis);
        on(id, Noun::Contact, self.ask(now, |context| contact::add::decide(draft, context)))
    }

    pub(super) fn revise_contact(&mut self, id: Uuid, draft: &ContactDraft, now: Stamp) -> Decided {
        let record = self.documents.open(&self.store, id)?.record()?;
        let Some(contact) = record.filter(|record| record.noun == Noun::Contact).cloned().map(Contact::new) else {
            return Ok(Err(missing()));
        };
        Ok(on(id, Noun::Contact, self.ask(now, |context| contact::revise::decide(&contact, draft, context))))
    }
}
