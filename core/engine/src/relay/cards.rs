//! Cards for a device that is new or was long away: straight from the log and the projections, no document is opened.

use tapak_domain::Noun;
use tapak_store::card::{Due, LAST_RANK};
use tapak_sync::DocumentId;
use tapak_sync::limits::{MAX_BODY, PAGE_BYTES};
use tapak_sync::message::{Boot, BootMark, Card, Cards, Stretch};

use super::Relay;
use crate::documents;
use crate::fault::Fault;
use crate::project::picture;

/// What a stretch is filled to before it is compressed. Cards shrink to a third.
const RAW_FOR_ONE: usize = 2;
/// A card without its body, about.
const CARD: usize = 700;
/// What an answer to a fetch is filled to, unless a single document is more.
const ROOM: usize = PAGE_BYTES * RAW_FOR_ONE;
const MOST: u32 = 256;
const DAY: u64 = 24 * 60 * 60 * 1000;

impl Relay {
    pub(super) fn read_cards(&mut self, boot: &Boot, max_bytes: usize, now: u64) -> Result<Cards, Fault> {
        self.draw()?;
        let before = self.old_before(now)?;
        let left = boot.left.map_or_else(|| self.store.count_cards_due(&boot.since, boot.mark), Ok)?;
        let (mut mark, mut due) = (boot.mark, self.store.cards_due(&boot.since, boot.mark, MOST)?);
        while due.is_empty() && mark.rank < LAST_RANK {
            mark = BootMark { rank: mark.rank + 1, after: None };
            due = self.store.cards_due(&boot.since, mark, MOST)?;
        }
        let mut cards = Vec::new();
        let mut room = max_bytes * RAW_FOR_ONE;
        for due in &due {
            let card = self.card(due, is_old(due, before))?;
            if weight(&card) > room && !cards.is_empty() {
                break;
            }
            room = room.saturating_sub(weight(&card));
            mark.after = Some(due.document);
            cards.push(card);
        }
        let left = left.saturating_sub(u32::try_from(cards.len()).unwrap_or(u32::MAX));
        let done = cards.is_empty();
        Ok(Cards { stretch: Some(Stretch { from: boot.mark, to: mark, left, done }), cards, missing: Vec::new() })
    }

    /// Whole, however old, in as many messages as it takes.
    pub(super) fn fetched(&mut self, wanted: &[DocumentId], scopes: &[u16]) -> Result<Vec<Cards>, Fault> {
        self.draw()?;
        let (mut full, mut next, mut room) = (Vec::new(), nothing(), ROOM);
        for document in wanted {
            let due = self.store.card_due(*document)?.filter(|due| scopes.contains(&due.scope));
            let Some(card) = due.map(|due| self.card(&due, false)).transpose()? else {
                next.missing.push(*document);
                continue;
            };
            if weight(&card) > room {
                full.push(std::mem::replace(&mut next, nothing()));
                room = ROOM;
            }
            room = room.saturating_sub(weight(&card));
            next.cards.push(card);
        }
        full.push(next);
        Ok(full)
    }

    fn card(&self, due: &Due, old: bool) -> Result<Card, Fault> {
        let noun = Noun::from_scope(due.scope);
        let id = documents::uuid(due.document);
        Ok(Card {
            document: due.document,
            scope: due.scope,
            seq: due.seq,
            fingerprint: due.fingerprint,
            row: noun.map_or_else(|| Ok(Vec::new()), |noun| picture::of(&self.store, noun, id))?,
            body: if old { None } else { self.body(due.document)? },
        })
    }

    /// Nothing when it is too long for any frame: a device lists it then, and everything else still comes.
    fn body(&self, document: DocumentId) -> Result<Option<Vec<u8>>, Fault> {
        Ok(Some(self.store.body(document)?).filter(|body| body.len() <= MAX_BODY))
    }

    /// What closed before that is old.
    fn old_before(&self, now: u64) -> Result<i64, Fault> {
        let window = u64::from(self.store.window_days()?) * DAY;
        Ok(i64::try_from(now.saturating_sub(window)).unwrap_or_default())
    }
}

/// Bytes, about.
fn weight(card: &Card) -> usize {
    CARD + card.body.as_ref().map_or(0, Vec::len)
}

fn nothing() -> Cards {
    Cards { stretch: None, cards: Vec::new(), missing: Vec::new() }
}

/// Closed so long ago that a device has it listed and fetches the rest when somebody asks.
fn is_old(due: &Due, before: i64) -> bool {
    due.rank == LAST_RANK && due.scope == Noun::Order.scope() && due.updated_at < before
}
