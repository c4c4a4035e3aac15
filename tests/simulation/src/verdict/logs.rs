//! The relay's log, and what each device has of it: the same documents, made of the same changes, under the same numbers.

use std::collections::{BTreeMap, BTreeSet};

use tapak_domain::policy::may_read;
use tapak_domain::{Noun, Role};
use tapak_store::Store;
use tapak_store::document::Held;
use tapak_sync::{DocumentId, Sequence};

use super::held;
use crate::broken::{Checked, Rule};
use crate::ledger::witness::Change;
use crate::world::World;
use crate::world::phone::Phone;

pub(super) type Log = BTreeMap<Change, Sequence>;

/// What the relay has, added up by us and by itself.
struct Relay {
    log: Log,
    held: BTreeMap<DocumentId, Held>,
    /// A device need not notice that a relay restored in silence numbered anew what it has.
    renumbered: bool,
}

impl World {
    pub(super) fn check_logs(&self) -> Checked<Log> {
        let Some(store) = self.station.store() else { return Err(Rule::Settles.broken("there is no relay")) };
        let relay = Relay {
            log: inventory("the relay", store)?,
            held: held::all(store)?,
            renumbered: self.restored.in_silence,
        };
        relay.check_sums()?;
        self.phones.iter().filter(|phone| !phone.is_revoked()).try_for_each(|phone| relay.check(phone))?;
        Ok(relay.log)
    }
}

impl Relay {
    /// Numbers are given once, and each document's sum is that of its changes.
    fn check_sums(&self) -> Checked {
        let numbers: BTreeSet<_> = self.log.values().collect();
        Rule::Equal.hold(numbers.len() == self.log.len(), || "two changes have one number".into())?;
        let sums = held::sums(self.log.keys());
        let said: BTreeMap<_, _> = self.held.iter().map(|(document, held)| (*document, held.fingerprint)).collect();
        Rule::Equal.hold(sums == said, || "the relay's fingerprints are not those of its log".into())
    }

    fn check(&self, phone: &Phone) -> Checked {
        let Some(store) = phone.store() else { return Err(Rule::Settles.broken("a device has no disk")) };
        self.check_rows(phone, store)?;
        self.check_readable(phone, store)?;
        self.check_documents(phone, store)?;
        Rule::Equal.hold(phone.is_proved_equal(), || format!("{} was not proved equal", phone.name()))
    }

    /// What is kept as a change has the relay's number; not every change has to be kept as one.
    fn check_rows(&self, phone: &Phone, store: &Store) -> Checked {
        let own = inventory(phone.name(), store)?;
        let wrong =
            own.iter().find(|(change, seq)| !self.log.get(change).is_some_and(|there| self.same(*there, **seq)));
        Rule::Equal.hold(wrong.is_none(), || format!("{} alone has {wrong:?}", phone.name()))
    }

    /// Not a single change of what a role does not read.
    fn check_readable(&self, phone: &Phone, store: &Store) -> Checked {
        let own = store.inventory()?;
        let unread =
            own.iter().find(|(document, ..)| !self.held.get(document).is_some_and(|held| reads(phone.part.role, held)));
        Rule::Equal.hold(unread.is_none(), || format!("{} is {:?} and has {unread:?}", phone.name(), phone.part.role))
    }

    fn same(&self, relay: Sequence, own: Sequence) -> bool {
        relay == own || self.renumbered
    }

    fn check_documents(&self, phone: &Phone, store: &Store) -> Checked {
        let relay: BTreeMap<_, _> = self.held.iter().filter(|(_, held)| reads(phone.part.role, held)).collect();
        let own = held::all(store)?;
        let there: BTreeSet<_> = relay.keys().copied().collect();
        let odd: Vec<_> = own.keys().collect::<BTreeSet<_>>().symmetric_difference(&there).copied().copied().collect();
        Rule::Equal.hold(odd.is_empty(), || format!("{} and the relay differ by {odd:?}", phone.name()))?;
        for (document, held) in &own {
            let relay = self.held.get(document).copied();
            let same =
                relay.is_some_and(|relay| relay.fingerprint == held.fingerprint && self.same(relay.seq, held.seq));
            Rule::Equal.hold(same, || {
                let (name, proved) = (phone.name(), phone.is_proved_equal());
                format!("{name}: {document} is {held:?}; on the relay {relay:?}; proved equal: {proved}")
            })?;
        }
        self.check_contents(phone, store)
    }

    /// A sum is only a claim: what is here whole is opened from disk, and must have every change of the log.
    fn check_contents(&self, phone: &Phone, store: &Store) -> Checked {
        let mut open = None;
        for (document, hash) in self.log.keys().filter(|change| self.is_read(phone.part.role, change)) {
            if !matches!(&open, Some((of, _)) if of == document) {
                open = Some((*document, held::document(store, *document)?));
            }
            let lacks = matches!(&open, Some((_, Some(whole))) if !held::has(whole, *hash));
            Rule::Equal.hold(!lacks, || format!("{}: {document} lacks {hash}", phone.name()))?;
        }
        Ok(())
    }

    fn is_read(&self, role: Role, change: &Change) -> bool {
        self.held.get(&change.0).is_some_and(|held| reads(role, held))
    }
}

fn reads(role: Role, held: &Held) -> bool {
    Noun::from_scope(held.scope).is_some_and(|noun| may_read(role, noun))
}

/// What is kept as a change, all of it numbered.
fn inventory(name: &str, store: &Store) -> Checked<Log> {
    let numbered = store.inventory()?.into_iter().map(|(document, hash, seq)| {
        let seq = seq.ok_or_else(|| Rule::Settles.broken(format!("{name} holds {hash} without a number")))?;
        Ok(((document, hash), seq))
    });
    numbered.collect()
}
