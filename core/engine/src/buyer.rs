//! Who buys: a contact the shop knows by the phone number, or a new one.

use tapak_domain::contact::ContactDraft;
use tapak_domain::order::OrderDraft;
use tapak_domain::values::Phone;
use tapak_store::Store;
use uuid::Uuid;

use crate::fault::Fault;

/// The one that was picked, or the first with this number who was not called somebody else.
pub(crate) fn known(store: &Store, draft: &OrderDraft) -> Result<Option<Uuid>, Fault> {
    match (draft.contact, Phone::parse(&draft.buyer_phone)) {
        (Some(contact), _) => Ok(Some(contact)),
        (None, Ok(phone)) => {
            let with_it = store.contacts_by_phone(phone.as_str())?;
            Ok(with_it.into_iter().find(|id| !draft.apart.contains(id)))
        }
        (None, Err(_)) => Ok(None),
    }
}

/// As the order's form says it.
pub(crate) fn as_contact(draft: &OrderDraft) -> ContactDraft {
    ContactDraft {
        name: draft.buyer_name.clone(),
        phone: draft.buyer_phone.clone(),
        address: draft.address.clone(),
        note: String::new(),
        apart: draft.apart.clone(),
    }
}
