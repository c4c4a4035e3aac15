//! A contact's row.

use tapak_domain::Record;
use tapak_domain::contact::Contact;
use tapak_store::contact::ContactRow;
use tapak_store::{Store, StoreError};

use super::phone_words;

/// Answers with the record's title.
pub(super) fn draw(store: &Store, record: &Record) -> Result<String, StoreError> {
    let contact = Contact::new(record.clone());
    let words = contact.phone.as_ref().map(phone_words).unwrap_or_default();
    store.put_contact(&ContactRow {
        id: record.id,
        words: [&contact.name, &words, &contact.address.regency].map(String::as_str).join(" "),
        phone: contact.phone.as_ref().map(|phone| phone.as_str().to_owned()).unwrap_or_default(),
        regency: contact.address.regency,
        name: contact.name.clone(),
    })?;
    Ok(contact.name)
}
