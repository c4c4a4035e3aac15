//! What we saw become durable: acknowledged by the relay, refused by it, or on a device's disk when it died.

use std::collections::{BTreeMap, BTreeSet};

use tapak_sync::{ChangeHash, DocumentId, RefusalCode, Sequence};

use crate::broken::{Checked, Rule};
use crate::world::Who;

pub(crate) type Change = (DocumentId, ChangeHash);

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

    pub(crate) fn durable(&mut self, who: Who, inventory: Vec<(DocumentId, ChangeHash, Option<Sequence>)>) {
        self.durable.extend(inventory.into_iter().map(|(document, hash, _)| ((document, hash), who)));
    }

    pub(crate) fn refused_of(&self, who: Who) -> usize {
        self.refused.values().filter(|(author, _)| *author == who).count()
    }

    /// Everything ever acknowledged is in the log at its place; everything ever durable is there, or was set aside.
    pub(crate) fn confirm(
        &self,
        log: &BTreeMap<Change, Sequence>,
        aside: &BTreeSet<ChangeHash>,
        revoked: &BTreeSet<Who>,
    ) -> Checked {
        for (change, seq) in &self.acknowledged {
            let there = log.get(change);
            let story = || format!("{} was acknowledged as {seq:?} and the log says {there:?}", change.1);
            Rule::Acknowledged.hold(there.is_some() && (seq.is_none() || there == seq.as_ref()), story)?;
        }
        let refused: BTreeSet<_> = self.refused.keys().collect();
        for (change, who) in &self.durable {
            let set_aside = refused.contains(change) || aside.contains(&change.1);
            let kept = log.contains_key(change) || set_aside || revoked.contains(who);
            Rule::Durable.hold(kept, || format!("{} was on the disk of {who} and is nowhere", change.1))?;
        }
        Ok(())
    }
}
