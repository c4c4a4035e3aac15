//! What people decided about conflicts of this order. A choice counts only from a role the conflict belongs to.

use super::super::conflict::Conflict;
use super::stated::Stated;
use crate::policy::Authority;
use crate::record::Fact;

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Settled {
    pub conflict: Conflict,
    /// Which of its kind: a tracking number, a bank line; empty where there is only one.
    pub key: String,
    pub choice: String,
}

/// In the order of the hybrid clock: of two choices about the same the later one counts.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Settlements(pub Vec<Settled>);

impl Settlements {
    pub(super) fn of(stated: &Stated<'_>, authority: &dyn Authority) -> Self {
        Self(stated.all_of("settled").filter_map(|fact| settled(fact, authority)).collect())
    }

    pub fn choice(&self, conflict: Conflict, key: &str) -> Option<&str> {
        let about = |settled: &&Settled| settled.conflict == conflict && settled.key == key;
        self.0.iter().rfind(about).map(|settled| settled.choice.as_str())
    }
}

fn settled(fact: &Fact, authority: &dyn Authority) -> Option<Settled> {
    let conflict = Conflict::from_code(fact.text("conflict"))?;
    let roles = authority.role_of(fact.by).into_iter().chain(authority.roles_before(fact.by).iter().copied());
    let owned = roles.into_iter().any(|role| conflict.owners().contains(&role));
    owned.then(|| Settled { conflict, key: fact.text("key").to_owned(), choice: fact.text("choice").to_owned() })
}
