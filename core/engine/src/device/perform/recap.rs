//! Commands about batches of claims.

use tapak_domain::recap::Entry;
use tapak_domain::recap::freeze::{self, Cutoff};
use tapak_domain::{Noun, Refusal, Stamp};
use tapak_store::recap::Waiting;

use super::{Decided, Write, not_paired};
use crate::device::Device;
use crate::device::turn::Turn;

impl Device {
    /// Every claim known here that no batch has, up to a time or up to now.
    pub(super) fn freeze_recap(&mut self, until: Option<u64>, now: Stamp, turn: &mut Turn) -> Decided {
        self.draw(turn)?;
        let waiting: Vec<_> = self.store.claims_waiting()?.into_iter().map(entry).collect();
        let last = self.store.frozen_until()?.map(millis).unwrap_or_default();
        let record = self.dice.id(now.millis);
        let cutoff = Cutoff::new(until, now.millis);
        let write = |edits| Write { record, noun: Noun::Recap, edits };
        Ok(match self.ask(now, |context| freeze::decide(&waiting, last, cutoff, context)) {
            Some(Ok(changes)) => Ok(changes.into_iter().map(write).collect()),
            Some(Err(refusals)) => Err(refusals.into_iter().map(Refusal::from).collect()),
            None => Err(not_paired()),
        })
    }
}

fn entry(Waiting { claim, number }: Waiting) -> Entry {
    let (amount, total, at) = (claim.amount, claim.total, millis(claim.at));
    Entry { claim: claim.id, order: claim.record, number, amount, total, at }
}

fn millis(at: i64) -> u64 {
    u64::try_from(at).unwrap_or_default()
}
