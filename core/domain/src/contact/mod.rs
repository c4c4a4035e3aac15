//! A contact: a person or party the shop deals with.

pub mod add;
mod alike;
mod read;
pub mod revise;
pub mod tell_apart;

use serde::{Deserialize, Serialize};
use uuid::Uuid;

pub use alike::{alike, name_key};
pub use read::Contact;

use crate::order::AddressDraft;
use crate::refusal::Refusal;
use crate::values::{Address, Phone};

/// The contact form as typed.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(default)]
pub struct ContactDraft {
    pub name: String,
    pub phone: String,
    pub address: AddressDraft,
    pub note: String,
    /// Contacts that look like this one and are other people.
    pub apart: Vec<Uuid>,
}

/// Longest note, in characters.
const NOTE: usize = 2_000;

/// A contact form that could be read.
#[derive(Debug, Clone, Default, PartialEq)]
struct Filled {
    name: String,
    phone: Option<Phone>,
    address: Address,
    note: String,
}

fn fill(draft: &ContactDraft) -> (Filled, Vec<Refusal>) {
    use crate::form::{NAME, fill_address, optional, paragraphs, text};
    let mut problems = Vec::new();
    let p = &mut problems;
    let filled = Filled {
        name: text(p, "name", &draft.name, NAME),
        phone: optional(p, "phone", &draft.phone, |t| Phone::parse(t).map_err(|e| e.code())),
        address: fill_address(p, "address", &draft.address),
        note: paragraphs(p, "note", &draft.note, NOTE),
    };
    if draft.name.trim().is_empty() {
        problems.push(Refusal::at("name", "contact.name_missing"));
    }
    (filled, problems)
}
