//! Contacts: the list, and one with its orders.

use tapak_domain::contact::Contact;
use tapak_domain::values::Phone;
use tapak_store::contact::Listed;
use uuid::Uuid;

use crate::device::Device;
use crate::fault::Fault;
use crate::view::contact::{ContactRow, ContactView, ContactsView};

impl Device {
    pub(super) fn show_contacts(&self, search: &str, offset: u32, limit: u32) -> Result<ContactsView, Fault> {
        let (rows, total) = self.store.contacts(search, offset, limit.min(super::PAGE))?;
        Ok(ContactsView { rows: rows.into_iter().map(|listed| self.contact_row(listed)).collect(), total })
    }

    pub(super) fn show_contact(&mut self, id: Uuid) -> Result<Option<ContactView>, Fault> {
        let Some(listed) = self.store.contact(id)? else { return Ok(None) };
        let record = self.documents.open(&self.store, id)?.record()?;
        let Some(contact) = record.cloned().map(Contact::new) else { return Ok(None) };
        let orders = self.order_rows(self.store.orders_of(id)?);
        Ok(Some(ContactView {
            row: self.contact_row(listed),
            draft: contact.draft(),
            orders,
            doubles: self.doubles(id)?,
        }))
    }

    pub(super) fn contact_row(&self, listed: Listed) -> ContactRow {
        let Listed { row, whereabouts, orders, doubled } = listed;
        ContactRow {
            id: row.id,
            name: row.name,
            phone: Phone::parse(&row.phone).map(|phone| phone.national()).unwrap_or_default(),
            regency: row.regency,
            orders,
            doubled,
            mark: self.mark(whereabouts, None),
        }
    }
}
