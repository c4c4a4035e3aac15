//! What we saw become durable: acknowledged by the relay, refused by it, or on a device's disk when it died.

use std::collections::{BTreeMap, BTreeSet};

use tapak_sync::{ChangeHash, DocumentId, RefusalCode, Sequence};
use uuid::Uuid;

use crate::broken::{Checked, Rule};
use crate::world::Who;

pub(crate) type Change = (DocumentId, ChangeHash);

/// What need not be in the log, though it once was on a disk.
#[derive(Debug)]
pub(crate) struct Excused {
    /// Lies aside on the device of its author.
    pub(crate) aside: BTreeSet<ChangeHash>,
    pub(crate) revoked: BTreeSet<Who>,
    /// Records that were erased for good.
    pub(crate) erased: BTreeSet<Uuid>,
}

impl Excused {
    fn is_erased(&self, change: &Change) -> bool {
        self.erased.contains(&Uuid::from_bytes(change.0.to_bytes()))
    }
}

#[derive(Debug, Default)]
pub(crate) struct Witness {
    /// Under which number, unless a restored relay has not given it one yet.
    acknowledged: BTreeMap<Change, Option<Sequence>>,
    refused: BTreeMap<Change, (Who, RefusalCode)>,
    durable: BTreeMap<Change, Who>,
    restored: bool,
}

impl Witness {
    pub(crate) fn acknowledged(&mut self, change: Change, seq: Sequence) -> Checked {
        // An answer that was lost is given anew, and the role may be another one by then.
        self.refused.remove(&change);
        let before = self.acknowledged.insert(change, Some(seq)).flatten().unwrap_or(seq);
        Rule::Acknowledged
            .hold(before == seq, || format!("{} was acknowledged as {} and as {}", change.1, before.get(), seq.get()))
    }

    /// What the relay lost, it gives another number when it gets it back.
    pub(crate) fn restored(&mut self, kept: &[(DocumentId, ChangeHash, Option<Sequence>)]) {
        let kept: BTreeMap<_, _> = kept.iter().map(|(document, hash, seq)| ((*document, *hash), *seq)).collect();
        self.restored = true;
        for (change, seq) in &mut self.acknowledged {
            *seq = kept.get(change).copied().flatten();
        }
    }

    /// A relay that lost something cannot take what builds on it yet: its device keeps it until it can.
    pub(crate) fn must_wait(&self, code: RefusalCode) -> bool {
        self.restored && code == RefusalCode::MissingDependency
    }

    /// The relay has no reason to refuse the change of an honest device whose role stayed what it was.
    pub(crate) fn refused(&mut self, who: Who, excused: bool, change: Change, code: RefusalCode) -> Checked {
        self.refused.insert(change, (who, code));
        Rule::SetAside.hold(excused, || format!("the relay refused an honest change {}: {code}", change.1))
    }

    /// What was refused with this code, last.
    pub(crate) fn refused_as(&self, code: RefusalCode) -> Vec<Change> {
        self.refused.iter().filter(|(_, (_, of))| *of == code).map(|(change, _)| *change).collect()
    }

    pub(crate) fn durable(&mut self, who: Who, inventory: Vec<(DocumentId, ChangeHash, Option<Sequence>)>) {
        self.durable.extend(inventory.into_iter().map(|(document, hash, _)| ((document, hash), who)));
    }

    /// Without what was erased since, of which nothing is kept.
    pub(crate) fn refused_of(&self, who: Who, erased: &BTreeSet<Uuid>) -> usize {
        let there =
            self.refused.iter().filter(|((document, _), _)| !erased.contains(&Uuid::from_bytes(document.to_bytes())));
        there.filter(|(_, (author, _))| *author == who).count()
    }

    /// Everything ever acknowledged is in the log at its place; everything ever durable is there, or was set aside.
    pub(crate) fn confirm(&self, log: &BTreeMap<Change, Sequence>, excused: &Excused) -> Checked {
        for (change, seq) in self.acknowledged.iter().filter(|(change, _)| !excused.is_erased(change)) {
            let there = log.get(change);
            // A restored relay lost it, its author brought it in another role, and nobody else had it: it is shown there.
            if self.restored && there.is_none() && excused.aside.contains(&change.1) {
                continue;
            }
            let story = || format!("{} was acknowledged as {seq:?} and the log says {there:?}", change.1);
            Rule::Acknowledged.hold(there.is_some() && (seq.is_none() || there == seq.as_ref()), story)?;
        }
        let refused: BTreeSet<_> = self.refused.keys().collect();
        for (change, who) in self.durable.iter().filter(|(change, _)| !excused.is_erased(change)) {
            let set_aside = refused.contains(change) || excused.aside.contains(&change.1);
            let kept = log.contains_key(change) || set_aside || excused.revoked.contains(who);
            Rule::Durable.hold(kept, || format!("{} was on the disk of {who} and is nowhere", change.1))?;
        }
        Ok(())
    }
}
