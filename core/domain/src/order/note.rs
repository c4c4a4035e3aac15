//! Adding a note (keterangan): everybody may, at any time, and two notes never overwrite each other.

use serde_json::{Map, Value};

use crate::context::Context;
use crate::form::paragraphs;
use crate::policy::may;
use crate::record::{Edit, Noun};
use crate::refusal::Refusal;

/// Longest note, in characters.
const NOTE: usize = 2_000;

#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum NoteRefusal {
    #[error("a note says something")]
    Empty,
    #[error("{0:?}")]
    Field(Refusal),
    #[error("this role adds no notes")]
    NotYourRole,
}

impl From<NoteRefusal> for Refusal {
    fn from(refusal: NoteRefusal) -> Self {
        match refusal {
            NoteRefusal::Empty => Self::at("text", "note.empty"),
            NoteRefusal::Field(refusal) => refusal,
            NoteRefusal::NotYourRole => Self::whole("not_your_role"),
        }
    }
}

pub fn decide(text: &str, context: &mut Context) -> Result<Vec<Edit>, Vec<NoteRefusal>> {
    let mut problems = Vec::new();
    let text = paragraphs(&mut problems, "text", text, NOTE);
    let mut refusals: Vec<_> = problems.into_iter().map(NoteRefusal::Field).collect();
    if text.is_empty() && refusals.is_empty() {
        refusals.push(NoteRefusal::Empty);
    }
    if !may(context.actor.role, Noun::Order, "noted") {
        refusals.push(NoteRefusal::NotYourRole);
    }
    if !refusals.is_empty() {
        return Err(refusals);
    }
    let data = Map::from_iter([("text".to_owned(), Value::from(text))]);
    Ok(vec![Edit::State(context.fact("noted", data))])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::order::testing::{Shop, complete};
    use crate::policy::Role;

    #[test]
    fn the_warehouse_leaves_a_note() {
        let shop = Shop::default();
        let order = shop.taken(&complete());
        let edits = shop.acting(Role::Warehouse, |context| decide(" titip satpam ", context)).unwrap();
        let order = Shop::apply(order, edits);
        assert_eq!(order.record.facts_of("noted").next().unwrap().text("text"), "titip satpam");
    }

    #[test]
    fn an_empty_note_is_refused() {
        let refused = Shop::default().acting(Role::Cs, |context| decide(" \n ", context)).unwrap_err();
        assert_eq!(refused, [NoteRefusal::Empty]);
    }
}
