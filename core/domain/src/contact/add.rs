//! Adding a contact: by hand, or because an order came from somebody new.

use serde_json::Map;

use super::{ContactDraft, Filled, fill, tell_apart};
use crate::context::Context;
use crate::policy::may;
use crate::record::{Edit, Noun, plain};
use crate::refusal::Refusal;

#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum AddRefusal {
    #[error("{0:?}")]
    Field(Refusal),
    #[error("this role adds no contacts")]
    NotYourRole,
}

impl From<AddRefusal> for Refusal {
    fn from(refusal: AddRefusal) -> Self {
        match refusal {
            AddRefusal::Field(refusal) => refusal,
            AddRefusal::NotYourRole => Self::whole("not_your_role"),
        }
    }
}

pub fn decide(draft: &ContactDraft, context: &mut Context) -> Result<Vec<Edit>, Vec<AddRefusal>> {
    let (filled, problems) = fill(draft);
    let mut refusals: Vec<_> = problems.into_iter().map(AddRefusal::Field).collect();
    if !may(context.actor.role, Noun::Contact, "added") {
        refusals.push(AddRefusal::NotYourRole);
    }
    if !refusals.is_empty() {
        return Err(refusals);
    }
    let mut edits = registers(&filled);
    edits.push(Edit::State(context.fact("added", Map::new())));
    edits.extend(tell_apart::stated(&draft.apart, context));
    Ok(edits)
}

/// The form's registers; what is empty is not written.
fn registers(filled: &Filled) -> Vec<Edit> {
    [
        ("name", plain(&filled.name)),
        ("phone", plain(&filled.phone)),
        ("address", plain(&filled.address)),
        ("note", plain(&filled.note)),
    ]
    .into_iter()
    .filter(|(_, value)| !value.is_null() && value.as_str() != Some(""))
    .map(|(field, value)| Edit::Set { field, value })
    .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::order::testing::Shop;
    use crate::policy::Role;

    #[test]
    fn a_contact_needs_a_name_and_a_possible_phone() {
        let draft = ContactDraft { phone: "08".into(), ..ContactDraft::default() };
        let refused = Shop::default().acting(Role::Cs, |context| decide(&draft, context)).unwrap_err();
        let fields: Vec<_> = refused.into_iter().map(|refusal| Refusal::from(refusal).field).collect();
        assert_eq!(fields, ["phone", "name"]);
    }

    #[test]
    fn finance_adds_no_contacts() {
        let draft = ContactDraft { name: "Dedi".into(), ..ContactDraft::default() };
        let refused = Shop::default().acting(Role::Finance, |context| decide(&draft, context)).unwrap_err();
        assert_eq!(refused, [AddRefusal::NotYourRole]);
    }
}
