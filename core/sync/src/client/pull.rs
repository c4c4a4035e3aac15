//! Receiving: pages in an unbroken line, stored by the host, paid for with credits.

use super::{ANSWER_WITHIN, Client, Effect, Turn};
use crate::id::Sequence;
use crate::message::{Boot, BootMark, Card, Credit, Page, Span, Stretch, ToRelay};

/// After so many pages the relay is told how far they are stored, and may send as many more.
const REPORT_EVERY: u16 = 4;
/// A lone page is reported after this long, so that a quiet shop still knows who has seen what.
const REPORT_AFTER: u64 = 1_000;

#[derive(Debug)]
pub(super) struct Pull {
    /// On disk.
    pub(super) stored: Sequence,
    /// Handed to the host.
    pub(super) received: Sequence,
    pub(super) head: Sequence,
    /// Cards are coming first: where the next stretch begins, and where reading goes on behind the last.
    boot: Option<(BootMark, Sequence)>,
    owed: u16,
    report_at: Option<u64>,
    moved_at: u64,
}

/// How a span lies to what was received so far.
enum Lies {
    Next,
    Behind,
    Apart,
}

impl Pull {
    pub(super) fn new(cursor: Sequence, head: Sequence, boot: Option<&Boot>, now: u64) -> Self {
        let boot = boot.map(|boot| (boot.mark, boot.target));
        Self { stored: cursor, received: cursor, head, boot, owed: 0, report_at: None, moved_at: now }
    }

    fn place(&self, span: Span) -> Lies {
        if span.to <= self.received {
            Lies::Behind
        } else if span.from == self.received {
            Lies::Next
        } else {
            Lies::Apart
        }
    }

    fn receive(&mut self, to: Sequence, now: u64) {
        self.received = to;
        self.head = self.head.max(to);
        self.moved_at = now;
    }

    /// The clock for a missing page starts when there is something to wait for.
    fn raise_head(&mut self, head: Sequence, now: u64) {
        if self.received == self.head {
            self.moved_at = now;
        }
        self.head = self.head.max(head);
    }

    pub(super) fn behind(&self) -> bool {
        self.boot.is_some() || self.received < self.head
    }

    /// When a page that should be coming counts as lost.
    pub(super) fn stalled_at(&self) -> Option<u64> {
        self.behind().then_some(self.moved_at + ANSWER_WITHIN)
    }

    pub(super) fn report_at(&self) -> Option<u64> {
        self.report_at
    }

    /// Credits for what arrived, and the durable cursor with them.
    pub(super) fn report(&mut self, turn: &mut Turn) {
        turn.send(&ToRelay::Credit(Credit { cursor: self.stored, pages: self.owed }));
        self.owed = 0;
        self.report_at = None;
    }
}

impl Pull {
    /// False for a stretch that does not begin where the last one ended.
    fn receive_cards(&mut self, stretch: Stretch, now: u64) -> bool {
        let Some((mark, target)) = self.boot else { return false };
        if stretch.from != mark {
            return false;
        }
        self.boot = (!stretch.done).then_some((stretch.to, target));
        self.owed += 1;
        self.moved_at = now;
        if stretch.done {
            self.receive(target.max(self.received), now);
        }
        true
    }
}

impl Client {
    pub(super) fn cards(&mut self, stretch: Stretch, cards: Vec<Card>, turn: &mut Turn) {
        let Some(live) = self.live() else { return };
        if live.pull.receive_cards(stretch, turn.now) {
            turn.emit(Effect::StoreCards { stretch, cards });
        } else if live.pull.boot.is_some() {
            self.restart(turn);
        }
    }

    pub(super) fn page(&mut self, page: Page, turn: &mut Turn) {
        let Some(live) = self.live() else { return };
        match live.pull.place(page.span) {
            Lies::Behind => {}
            Lies::Apart => self.restart(turn),
            Lies::Next => {
                live.pull.receive(page.span.to, turn.now);
                live.pull.raise_head(page.head, turn.now);
                live.pull.owed += 1;
                turn.emit(Effect::StorePage { span: page.span, head: page.head, changes: page.changes });
            }
        }
    }

    pub(super) fn page_stored(&mut self, cursor: Sequence, turn: &mut Turn) {
        let Some(live) = self.live() else { return };
        let pull = &mut live.pull;
        pull.stored = pull.stored.max(cursor.min(pull.received));
        pull.moved_at = turn.now;
        if pull.owed >= REPORT_EVERY {
            pull.report(turn);
        } else {
            pull.report_at.get_or_insert(turn.now + REPORT_AFTER);
        }
        self.backoff.reset();
    }

    /// The relay vouches that this stretch holds only what was pushed from here.
    pub(super) fn skip_own(&mut self, span: Span, turn: &mut Turn) -> Option<Span> {
        let pull = &mut self.live()?.pull;
        match pull.place(span) {
            Lies::Behind | Lies::Apart => None,
            Lies::Next => {
                pull.receive(span.to, turn.now);
                Some(span)
            }
        }
    }

    pub(super) fn head_is(&mut self, head: Sequence, now: u64) {
        if let Some(live) = self.live() {
            live.pull.raise_head(head, now);
        }
    }
}
