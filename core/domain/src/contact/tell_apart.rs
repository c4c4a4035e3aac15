//! Telling two contacts apart who look like one person: a family with one phone, two buyers of one name.

use uuid::Uuid;

use super::Contact;
use crate::context::Context;
use crate::policy::{Authority, counts, may};
use crate::record::{Edit, Noun, plain};
use crate::refusal::Refusal;

pub(super) const TOLD_APART: &str = "told_apart";
/// Contacts one statement may name.
const MOST: usize = 20;

#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum TellApartRefusal {
    #[error("a contact is no other than itself")]
    Itself,
    #[error("they were told apart before")]
    ToldBefore,
    #[error("this role tells no contacts apart")]
    NotYourRole,
}

impl From<TellApartRefusal> for Refusal {
    fn from(refusal: TellApartRefusal) -> Self {
        match refusal {
            TellApartRefusal::Itself => Self::whole("contact.itself"),
            TellApartRefusal::ToldBefore => Self::whole("contact.told_before"),
            TellApartRefusal::NotYourRole => Self::whole("not_your_role"),
        }
    }
}

pub fn decide(
    contact: &Contact,
    other: Uuid,
    authority: &dyn Authority,
    context: &mut Context,
) -> Result<Vec<Edit>, Vec<TellApartRefusal>> {
    let refusals = [
        (TellApartRefusal::Itself, contact.record.id == other),
        (TellApartRefusal::ToldBefore, contact.told_apart(authority).contains(&other)),
        (TellApartRefusal::NotYourRole, !may(context.actor.role, Noun::Contact, TOLD_APART)),
    ];
    let refusals: Vec<_> = refusals.into_iter().filter(|(_, applies)| *applies).map(|(refusal, _)| refusal).collect();
    if refusals.is_empty() { Ok(stated(&[other], context).into_iter().collect()) } else { Err(refusals) }
}

/// Nothing when nobody is named.
pub(super) fn stated(others: &[Uuid], context: &mut Context) -> Option<Edit> {
    let others = &others[..others.len().min(MOST)];
    (!others.is_empty()).then(|| context.state(TOLD_APART, [("from", plain(others))]))
}

impl Contact {
    /// Contacts of which somebody said that they are other people.
    pub fn told_apart(&self, authority: &dyn Authority) -> Vec<Uuid> {
        let told = self.record.facts.iter().filter(|fact| fact.kind == TOLD_APART);
        let told = told.filter(|fact| counts(authority, Noun::Contact, fact));
        let named = told.filter_map(|fact| fact.data.get("from")?.as_array()).flatten();
        named.filter_map(|id| Uuid::parse_str(id.as_str()?).ok()).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::contact::{ContactDraft, add};
    use crate::order::testing::Shop;
    use crate::policy::Role;
    use crate::product::testing::All;
    use crate::record::Record;

    const SISTER: Uuid = Uuid::from_u128(7);

    fn contact(apart: Vec<Uuid>) -> Contact {
        let draft = ContactDraft { name: "Rina Wulandari".into(), apart, ..ContactDraft::default() };
        let edits = Shop::default().acting(Role::Cs, |context| add::decide(&draft, context)).unwrap();
        let mut record = Record::empty(Uuid::from_u128(1), Noun::Contact);
        record
            .facts
            .extend(edits.into_iter().filter_map(|edit| if let Edit::State(fact) = edit { Some(fact) } else { None }));
        Contact::new(record)
    }

    fn tell(contact: &Contact, other: Uuid, role: Role) -> Result<Vec<Edit>, Vec<TellApartRefusal>> {
        Shop::default().acting(role, |context| decide(contact, other, &All(Role::Cs), context))
    }

    #[test]
    fn r25_who_was_somebody_else_when_added_is_told_apart_from_the_start() {
        assert_eq!(contact(vec![SISTER]).told_apart(&All(Role::Cs)), [SISTER]);
        assert!(contact(vec![]).told_apart(&All(Role::Cs)).is_empty());
        assert!(contact(vec![SISTER]).told_apart(&All(Role::Warehouse)).is_empty(), "a role that may not say so");
    }

    #[test]
    fn r25_two_are_told_apart_once_by_who_works_with_contacts() {
        assert_eq!(tell(&contact(vec![]), SISTER, Role::Cs).map(|edits| edits.len()), Ok(1));
        assert_eq!(tell(&contact(vec![SISTER]), SISTER, Role::Cs), Err(vec![TellApartRefusal::ToldBefore]));
        assert_eq!(tell(&contact(vec![]), Uuid::from_u128(1), Role::Cs), Err(vec![TellApartRefusal::Itself]));
        assert_eq!(tell(&contact(vec![]), SISTER, Role::Finance), Err(vec![TellApartRefusal::NotYourRole]));
    }
}
