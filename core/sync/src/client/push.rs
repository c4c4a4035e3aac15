//! Sending: the outbox in batches, a few in flight, each settled on disk when its fate is known.

use super::{ANSWER_WITHIN, Client, Effect, Turn};
use crate::code::RefusalCode;
use crate::id::{ChangeHash, Sequence};
use crate::limits::{MAX_CHANGE, MAX_CHANGES, PAGE_BYTES};
use crate::message::{Outcome, Push, Pushed, SignedChange, ToRelay};
use crate::pack::pack;
use std::collections::BTreeMap;

/// Enough to keep the relay's disk busy while the answers travel.
const IN_FLIGHT: usize = 4;

#[derive(Debug)]
pub(super) struct Outgoing {
    in_flight: BTreeMap<u32, Vec<ChangeHash>>,
    next_batch: u32,
    /// The outbox position up to which everything is in flight.
    after: u64,
    reading: bool,
    wanted: bool,
    moved_at: u64,
    /// This device was revoked: once everything is handed over it says so.
    pub(super) leaving: bool,
}

impl Outgoing {
    pub(super) fn new(now: u64) -> Self {
        let in_flight = BTreeMap::new();
        Self { in_flight, next_batch: 0, after: 0, reading: false, wanted: false, moved_at: now, leaving: false }
    }

    /// When an acknowledgement that should be coming counts as lost.
    pub(super) fn overdue_at(&self) -> Option<u64> {
        (!self.in_flight.is_empty()).then_some(self.moved_at + ANSWER_WITHIN)
    }

    fn read(&mut self, turn: &mut Turn) {
        if self.wanted && !self.reading && self.in_flight.len() < IN_FLIGHT {
            self.wanted = false;
            self.reading = true;
            turn.emit(Effect::ReadOutbox { after: self.after, max_bytes: PAGE_BYTES, max_changes: MAX_CHANGES });
        }
    }

    fn nothing_waits(&mut self, turn: &mut Turn) {
        self.read(turn);
        if self.leaving && !self.reading && self.in_flight.is_empty() {
            self.leaving = false;
            turn.send(&ToRelay::Left);
        }
    }

    fn send(&mut self, batch: Vec<(ChangeHash, SignedChange)>, turn: &mut Turn) {
        let (hashes, changes) = batch.into_iter().unzip();
        if self.in_flight.is_empty() {
            self.moved_at = turn.now;
        }
        turn.send(&ToRelay::Push(Push { batch: self.next_batch, changes }));
        self.in_flight.insert(self.next_batch, hashes);
        self.next_batch += 1;
    }
}

impl Client {
    pub(super) fn outbox_changed(&mut self, turn: &mut Turn) {
        if let Some(live) = self.live() {
            live.push.wanted = true;
            live.push.read(turn);
        }
    }

    /// What is in flight goes out twice, which the relay does not mind.
    pub(super) fn outbox_rewound(&mut self, turn: &mut Turn) {
        if let Some(live) = self.live() {
            live.push.after = 0;
        }
        self.outbox_changed(turn);
    }

    pub(super) fn push_ready(&mut self, changes: Vec<(ChangeHash, SignedChange)>, through: u64, turn: &mut Turn) {
        let Some(live) = self.live() else { return };
        let push = &mut live.push;
        if !core::mem::take(&mut push.reading) || changes.is_empty() {
            return push.nothing_waits(turn);
        }
        push.after = through;
        push.wanted = true;
        let (fitting, oversized) = changes.into_iter().partition(fits);
        set_aside(oversized, turn);
        let mut rest = Vec::into_iter(fitting).peekable();
        while rest.peek().is_some() {
            push.send(pack(&mut rest, PAGE_BYTES), turn);
        }
        push.read(turn);
    }

    pub(super) fn pushed(&mut self, pushed: Pushed, turn: &mut Turn) {
        let Some(live) = self.live() else { return };
        let Some(hashes) = live.push.in_flight.remove(&pushed.batch) else { return };
        if hashes.len() != pushed.outcomes.len() {
            return self.restart(turn);
        }
        live.push.moved_at = turn.now;
        self.backoff.reset();
        let span = pushed.span.and_then(|span| self.skip_own(span, turn));
        let outcomes = hashes.into_iter().zip(pushed.outcomes).collect();
        turn.emit(Effect::Settle { outcomes, span });
        self.after_settling(pushed.span.map(|span| span.to), turn);
    }

    /// A stretch that could not be skipped means a page is missing: the head says what to wait for.
    fn after_settling(&mut self, head: Option<Sequence>, turn: &mut Turn) {
        if let Some(head) = head {
            self.head_is(head, turn.now);
        }
        if let Some(live) = self.live() {
            live.push.read(turn);
        }
    }
}

fn fits(change: &(ChangeHash, SignedChange)) -> bool {
    change.1.change.len() <= MAX_CHANGE
}

/// What no frame can carry is refused here, as the relay would, instead of blocking the rest.
fn set_aside(oversized: Vec<(ChangeHash, SignedChange)>, turn: &mut Turn) {
    let refused = |(hash, _)| (hash, Outcome::Refused(RefusalCode::TooLarge));
    let outcomes: Vec<_> = oversized.into_iter().map(refused).collect();
    if !outcomes.is_empty() {
        turn.emit(Effect::Settle { outcomes, span: None });
    }
}
