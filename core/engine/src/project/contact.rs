//! A contact's row.

use tapak_domain::Record;
use tapak_domain::contact::{Contact, name_key};
use tapak_domain::place::key;
use tapak_store::contact::ContactRow;
use tapak_store::{Store, StoreError};

use super::phone_words;
use crate::crew::Crew;

/// Answers with the record's title.
pub(super) fn draw(store: &Store, record: &Record, crew: &Crew) -> Result<String, StoreError> {
    let contact = Contact::new(record.clone());
    let words = contact.phone.as_ref().map(phone_words).unwrap_or_default();
    store.put_contact(&ContactRow {
        id: record.id,
        words: [&contact.name, &words, &contact.address.regency].map(String::as_str).join(" "),
        phone: contact.phone.as_ref().map(|phone| phone.as_str().to_owned()).unwrap_or_default(),
        district: key(&contact.address.district),
        name_key: name_key(&contact.name),
        apart: contact.told_apart(crew),
        regency: contact.address.regency,
        name: contact.name.clone(),
    })?;
    Ok(contact.name)
}
