//! The relay and every device hold the same changes, each under the same number.

use std::collections::{BTreeMap, BTreeSet};

use tapak_domain::Noun;
use tapak_domain::policy::may_read;
use tapak_store::Store;
use tapak_sync::{DocumentId, Sequence};

use crate::broken::{Checked, Rule};
use crate::ledger::witness::Change;
use crate::world::World;

pub(super) type Log = BTreeMap<Change, Sequence>;

impl World {
    pub(super) fn check_logs(&self) -> Checked<Log> {
        let relay = inventory("the relay", self.station.store())?;
        let numbers: BTreeSet<_> = relay.values().collect();
        Rule::Equal.hold(numbers.len() == relay.len(), || "two changes have one number".into())?;
        let scopes = self.station.store().map(scopes).transpose()?.unwrap_or_default();
        for phone in &self.phones {
            let own = inventory(phone.name(), phone.store())?;
            let may = |change: &Change| {
                scopes
                    .get(&change.0)
                    .and_then(|scope| Noun::from_scope(*scope))
                    .is_some_and(|n| may_read(phone.part.role, n))
            };
            let relay: Log =
                relay.iter().filter(|(change, _)| may(change)).map(|(change, seq)| (*change, *seq)).collect();
            let here = || own.iter().find(|(change, seq)| relay.get(change) != Some(seq));
            let there = || relay.iter().find(|(change, seq)| own.get(change) != Some(seq));
            let story = || format!("{} alone has {:?}, and lacks {:?}", phone.name(), here(), there());
            Rule::Equal.hold(own == relay, story)?;
            Rule::Equal.hold(phone.is_proved_equal(), || format!("{} was not proved equal", phone.name()))?;
        }
        Ok(relay)
    }
}

/// What each document is part of.
fn scopes(store: &Store) -> Checked<BTreeMap<DocumentId, u16>> {
    let held = store
        .inventory()?
        .into_iter()
        .map(|(document, ..)| Ok((document, store.held(document)?.map_or(0, |held| held.scope))));
    held.collect()
}

/// What is held, all of it numbered.
fn inventory(name: &str, store: Option<&Store>) -> Checked<Log> {
    let held = store.map(Store::inventory).transpose()?.unwrap_or_default();
    let numbered = held.into_iter().map(|(document, hash, seq)| {
        let seq = seq.ok_or_else(|| Rule::Settles.broken(format!("{name} holds {hash} without a number")))?;
        Ok(((document, hash), seq))
    });
    numbered.collect()
}
