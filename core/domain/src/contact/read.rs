//! A contact read from its record; reading never fails.

use super::ContactDraft;
use crate::record::Record;
use crate::values::{Address, Phone};

#[derive(Debug, Clone, PartialEq)]
pub struct Contact {
    pub record: Record,
    pub name: String,
    pub phone: Option<Phone>,
    pub address: Address,
    pub note: String,
}

impl Contact {
    pub fn new(record: Record) -> Self {
        Self {
            name: record.get("name"),
            phone: record.get("phone"),
            address: record.get("address"),
            note: record.get("note"),
            record,
        }
    }

    pub fn draft(&self) -> ContactDraft {
        ContactDraft {
            name: self.name.clone(),
            phone: self.phone.as_ref().map(Phone::national).unwrap_or_default(),
            address: (&self.address).into(),
            note: self.note.clone(),
            apart: Vec::new(),
        }
    }
}
