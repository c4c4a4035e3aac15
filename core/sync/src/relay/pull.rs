//! Giving out pages: one read at a time, only while the device has credit and the log has more.

use super::{Effect, Live, Session};
use crate::id::Sequence;
use crate::limits::{MAX_CHANGES, PAGE_BYTES};
use crate::message::{Credit, Numbered, Page, Span, ToDevice};

/// Credit beyond this is not believed.
const MAX_CREDITS: u16 = 64;

impl Session {
    pub(super) fn credit(&mut self, credit: Credit, effects: &mut Vec<Effect>) {
        let Some(live) = self.live_mut() else { return self.out_of_turn(effects) };
        if live.leaving {
            return;
        }
        if credit.cursor > live.sent {
            return self.out_of_turn(effects);
        }
        live.credits = live.credits.saturating_add(credit.pages).min(MAX_CREDITS);
        if credit.cursor > live.stored {
            live.stored = credit.cursor;
            effects.push(Effect::CursorMoved { device: live.device, cursor: live.stored });
        }
        self.read_on(effects);
    }

    pub(super) fn head_moved(&mut self, head: Sequence, effects: &mut Vec<Effect>) {
        if let Some(live) = self.live_mut() {
            live.head = live.head.max(head);
            self.read_on(effects);
        }
    }

    pub(super) fn page_read(&mut self, span: Span, changes: Vec<Numbered>, head: Sequence, effects: &mut Vec<Effect>) {
        let Some(live) = self.live_mut() else { return };
        live.reading = false;
        live.head = live.head.max(head);
        if live.take(span) {
            let head = live.head;
            self.send(&ToDevice::Page(Page { span, head, changes }), effects);
            self.read_on(effects);
        }
    }

    /// Asks for the next page if there is one to send.
    pub(super) fn read_on(&mut self, effects: &mut Vec<Effect>) {
        let Some(live) = self.live_mut() else { return };
        if live.leaving {
            return;
        }
        if live.boot.is_some() {
            return self.read_cards(effects);
        }
        if !live.reading && live.credits > 0 && live.sent < live.head {
            live.reading = true;
            effects.push(Effect::Read {
                after: live.sent,
                skip: live.skip,
                scopes: live.scopes.clone(),
                max_bytes: PAGE_BYTES,
                max_changes: MAX_CHANGES,
            });
        }
    }
}

impl Live {
    /// False for a page that leads nowhere; it is not asked for again before the head moves.
    fn take(&mut self, span: Span) -> bool {
        let leads_on = span.from == self.sent && span.to > self.sent;
        if leads_on {
            self.sent = span.to;
            self.credits -= 1;
        }
        leads_on
    }
}
