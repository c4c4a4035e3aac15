//! Who the shop knows already: by the phone number, or by a name like it in the same kecamatan. Found by indices, while one types.

use std::collections::BTreeMap;

use tapak_domain::contact::{alike, name_key};
use tapak_domain::place::key;
use tapak_domain::values::Phone;
use uuid::Uuid;

use crate::device::Device;
use crate::fault::Fault;
use crate::view::contact::{AlikeRow, AlikeView, Likeness};

/// More than this many are no help.
const MOST: usize = 3;

/// A form as far as it is typed.
pub(super) struct Typed<'a> {
    pub(super) name: &'a str,
    pub(super) phone: &'a str,
    pub(super) district: &'a str,
    pub(super) apart: &'a [Uuid],
}

impl Device {
    pub(super) fn show_alike(&self, typed: &Typed<'_>) -> Result<AlikeView, Fault> {
        let mut found = self.of_name(typed)?;
        if let Ok(phone) = Phone::parse(typed.phone) {
            let with_it = self.store.contacts_by_phone(phone.as_str())?;
            found.extend(with_it.into_iter().map(|id| (id, Likeness::Phone)));
        }
        let mut found: Vec<_> = found.into_iter().filter(|(id, _)| !typed.apart.contains(id)).collect();
        found.sort_by_key(|(id, likeness)| (*likeness, *id));
        Ok(AlikeView { rows: self.alike_rows(found.into_iter().take(MOST))? })
    }

    fn of_name(&self, typed: &Typed<'_>) -> Result<BTreeMap<Uuid, Likeness>, Fault> {
        let name = name_key(typed.name);
        let near = self.store.contacts_of_district(&key(typed.district), &name)?;
        let like = near.into_iter().filter(|(_, theirs)| alike(&name, theirs));
        Ok(like.map(|(id, _)| (id, Likeness::Name)).collect())
    }

    /// Others with the number of this contact.
    pub(super) fn doubles(&self, contact: Uuid) -> Result<Vec<AlikeRow>, Fault> {
        let doubles = self.store.doubles_of(contact)?;
        self.alike_rows(doubles.into_iter().map(|id| (id, Likeness::Phone)))
    }

    fn alike_rows(&self, found: impl Iterator<Item = (Uuid, Likeness)>) -> Result<Vec<AlikeRow>, Fault> {
        let mut rows = Vec::new();
        for (id, likeness) in found {
            let Some(listed) = self.store.contact(id)? else { continue };
            let latest = self.store.latest_order_of(id)?;
            rows.push(AlikeRow { contact: self.contact_row(listed), likeness, latest });
        }
        Ok(rows)
    }
}
