//! A person asks to be forgotten: the owner erases the contact and its orders, while others may be away and writing.

use std::collections::BTreeSet;

use tapak_document::Document;
use tapak_domain::Noun;
use tapak_domain::shop::Shop;
use tapak_engine::command::Command;
use tapak_engine::view::contact::ContactRow;
use tapak_store::Store;
use tapak_sync::DocumentId;
use uuid::Uuid;

use super::{Who, World};
use crate::broken::Checked;
use crate::deed::{Deed, Expect};
use crate::tally::Count;
use crate::verdict::held;

pub(crate) const OWNER: Who = 0;

impl World {
    pub(crate) fn erase_somebody(&mut self) -> Checked {
        if !self.is_paired(OWNER)? {
            return Ok(());
        }
        let Some(contact) = self.somebody_to_forget()? else { return Ok(()) };
        let deed = self.erasing(&contact);
        self.act(OWNER, deed);
        Ok(())
    }

    /// Mostly a guest, whose name and number are nobody else's: that nothing is left can then be seen in the bytes.
    pub(crate) fn somebody_to_forget(&mut self) -> Checked<Option<ContactRow>> {
        let anybody = self.dice.chance(50);
        let contacts = self.phones[OWNER].contacts(self.now)?;
        let guest = |phone: &str| self.buyers.guests().iter().any(|guest| same_phone(&guest.phone, phone));
        let asking: Vec<_> = contacts.into_iter().filter(|row| anybody || guest(&row.phone)).collect();
        Ok(self.dice.pick(&asking).cloned())
    }

    pub(crate) fn erasing(&mut self, contact: &ContactRow) -> Deed {
        self.count(Count::ErasuresAsked);
        let mark = format!("erases {}", contact.name);
        let command = Command::ErasePerson { contact: contact.id, reason: "permintaan sendiri".to_owned() };
        Deed { command, expect: Expect::Either, mark, seen: 0 }
    }

    /// The relay has erased it: whoever still has it will hear of it.
    pub(crate) fn is_erased(&self, record: Uuid) -> Checked<bool> {
        let document = DocumentId::new(record.into_bytes());
        Ok(self.station.store().map(|store| store.is_purged(document)).transpose()?.unwrap_or_default())
    }

    /// Everything the relay was told to erase.
    pub(crate) fn erased(&self) -> Checked<BTreeSet<Uuid>> {
        let record = self.station.store().map(shop_record).transpose()?.flatten();
        let shop = record.map(|document| document.record()).transpose().ok().flatten();
        Ok(shop.map(|record| Shop::new(&record).purged).unwrap_or_default())
    }
}

/// The shop's own record as it lies on this disk.
pub(crate) fn shop_record(store: &Store) -> Checked<Option<Document>> {
    let shop = held::all(store)?.into_iter().find(|(_, held)| held.scope == Noun::Shop.scope());
    shop.map_or(Ok(None), |(document, _)| held::document(store, document))
}

fn same_phone(one: &str, other: &str) -> bool {
    let digits = |phone: &str| phone.chars().filter(char::is_ascii_digit).collect::<String>();
    digits(one) == digits(other)
}
