//! Commands about contacts.

use tapak_domain::contact::{self, Contact, ContactDraft};
use tapak_domain::{Context, Noun, Stamp};
use uuid::Uuid;

use super::{Decided, Writes, missing, on};
use crate::device::Device;
use crate::fault::Fault;

impl Device {
    pub(super) fn add_contact(&mut self, draft: &ContactDraft, now: Stamp) -> Writes {
        let id = self.dice.id(now.millis);
        on(id, Noun::Contact, self.ask(now, |context| contact::add::decide(draft, context)))
    }

    pub(super) fn revise_contact(&mut self, id: Uuid, draft: &ContactDraft, now: Stamp) -> Decided {
        let Some(contact) = self.contact(id)? else { return Ok(Err(missing())) };
        Ok(on(id, Noun::Contact, self.ask(now, |context| contact::revise::decide(&contact, draft, context))))
    }

    pub(super) fn tell_contacts_apart(&mut self, id: Uuid, other: Uuid, now: Stamp) -> Decided {
        let (Some(contact), Some(_)) = (self.contact(id)?, self.contact(other)?) else { return Ok(Err(missing())) };
        let crew = self.crew.clone();
        let decide = |context: &mut Context| contact::tell_apart::decide(&contact, other, &crew, context);
        Ok(on(id, Noun::Contact, self.ask(now, decide)))
    }

    fn contact(&mut self, id: Uuid) -> Result<Option<Contact>, Fault> {
        let record = self.documents.open(&self.store, id)?.record()?;
        Ok(record.filter(|record| record.noun == Noun::Contact).cloned().map(Contact::new))
    }
}
