//! Revising a contact: every field's old and new value goes into the history.

use serde_json::{Map, Value};

use super::{Contact, ContactDraft, Filled, fill};
use crate::context::Context;
use crate::order::FieldChange;
use crate::policy::may;
use crate::record::{Edit, Noun, plain};
use crate::refusal::Refusal;
use crate::values::Phone;

#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ReviseRefusal {
    #[error("{0:?}")]
    Field(Refusal),
    #[error("this role revises no contacts")]
    NotYourRole,
    #[error("nothing was changed")]
    NothingChanged,
}

impl From<ReviseRefusal> for Refusal {
    fn from(refusal: ReviseRefusal) -> Self {
        match refusal {
            ReviseRefusal::Field(refusal) => refusal,
            ReviseRefusal::NotYourRole => Self::whole("not_your_role"),
            ReviseRefusal::NothingChanged => Self::whole("contact.nothing_changed"),
        }
    }
}

pub fn decide(contact: &Contact, draft: &ContactDraft, context: &mut Context) -> Result<Vec<Edit>, Vec<ReviseRefusal>> {
    let (filled, problems) = fill(draft);
    let mut refusals: Vec<_> = problems.into_iter().map(ReviseRefusal::Field).collect();
    if !may(context.actor.role, Noun::Contact, "revised") {
        refusals.push(ReviseRefusal::NotYourRole);
    }
    let compared = compare(contact, &filled);
    if refusals.is_empty() && compared.is_empty() {
        refusals.push(ReviseRefusal::NothingChanged);
    }
    if !refusals.is_empty() {
        return Err(refusals);
    }
    let (mut edits, changes): (Vec<_>, Vec<_>) = compared.into_iter().unzip();
    let data = Map::from_iter([("changes".to_owned(), plain(changes))]);
    edits.push(Edit::State(context.fact("revised", data)));
    Ok(edits)
}

fn compare(contact: &Contact, filled: &Filled) -> Vec<(Edit, FieldChange)> {
    let phone = |phone: &Option<Phone>| phone.as_ref().map(Phone::national).unwrap_or_default();
    let compared: [(&'static str, Value, String, String); 4] = [
        ("name", plain(&filled.name), contact.name.clone(), filled.name.clone()),
        ("phone", plain(&filled.phone), phone(&contact.phone), phone(&filled.phone)),
        ("address", plain(&filled.address), contact.address.one_line(), filled.address.one_line()),
        ("note", plain(&filled.note), contact.note.clone(), filled.note.clone()),
    ];
    let changed = compared.into_iter().filter(|(_, _, from, to)| from != to);
    changed
        .map(|(field, value, from, to)| (Edit::Set { field, value }, FieldChange { field: field.into(), from, to }))
        .collect()
}
