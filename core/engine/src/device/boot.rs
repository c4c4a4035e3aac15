//! Taking in cards: documents as the relay has them now, in place of what was known of them here.

use tapak_document::{Document, DocumentError};
use tapak_domain::{Noun, Stamp};
use tapak_sync::Sequence;
use tapak_sync::client::Event;
use tapak_sync::message::Fetch;
use tapak_sync::message::{Card, Stretch, ToRelay};

use super::Device;
use super::event::Topic;
use super::turn::Turn;
use crate::documents;
use crate::fault::Fault;
use crate::project::picture;

/// Documents asked for in one go.
const FETCH: u32 = 64;

impl Device {
    pub(super) fn store_cards(&mut self, stretch: Stretch, cards: &[Card], turn: &mut Turn) -> Result<Event, Fault> {
        self.take_cards(cards, turn)?;
        if let Some(boot) = &mut self.me.boot {
            boot.move_to(stretch.to, stretch.left);
            if stretch.done {
                self.me.cursor = self.me.cursor.max(boot.target);
                self.me.scopes.clone_from(&self.me.reads);
                self.me.boot = None;
            }
        }
        turn.touch(Topic::Sync);
        Ok(Event::PageStored { cursor: tapak_sync::Sequence(self.me.cursor) })
    }

    pub(super) fn take_cards(&mut self, cards: &[Card], turn: &mut Turn) -> Result<(), Fault> {
        cards.iter().try_for_each(|card| self.take_card(card, turn))
    }

    fn take_card(&mut self, card: &Card, turn: &mut Turn) -> Result<(), Fault> {
        let id = documents::uuid(card.document);
        if self.store.is_purged(card.document)? {
            return Ok(());
        }
        let before = self.store.held(card.document)?;
        // What is here in one piece may be newer than a card that was long on its way.
        if before.is_some_and(|held| held.whole && held.folded >= card.seq) {
            return Ok(());
        }
        let newer = before.is_some_and(|held| held.seq > card.seq) || self.store.count_unsent_of(card.document)? > 0;
        if newer && self.outgrows(card)? {
            // The relay has lost some of it. Until somebody has brought that back, what is here stays.
            self.connection.wanting.insert(card.document);
            return Ok(());
        }
        self.documents.forget(id);
        self.parted |= before.is_some_and(|held| held.seq > card.seq) && self.is_of_another_log(card)?;
        let whole = self.store.put_card(card)?;
        let hung = picture::hang(&self.store, card)?;
        let drawn = hung.as_ref().is_some_and(|hung| hung.complete);
        if whole && (newer || !drawn) {
            self.documents.mark(id);
        }
        if let Some(hung) = hung {
            let millis = u64::try_from(hung.recorded.updated_at).unwrap_or_default();
            // The card does not say which of that millisecond it was: the next one follows them all.
            self.me.observe(Stamp::new(millis + 1, 0), turn.now);
        }
        turn.touch_nouns(&Noun::from_scope(card.scope).into_iter().collect::<Vec<_>>());
        Ok(())
    }

    /// Does anything here build on what is not in the card?
    fn outgrows(&self, card: &Card) -> Result<bool, Fault> {
        let Some(body) = &card.body else { return Ok(false) };
        let here = self.store.changes_of(card.document)?;
        let changes = here.iter().map(|(_, change)| change.change.as_slice());
        let opened = Document::open(documents::uuid(card.document), body, changes);
        Ok(matches!(opened, Err(DocumentError::MissingDependency)))
    }

    /// Is something in the card numbered higher here than the latest in it? No log says both.
    fn is_of_another_log(&self, card: &Card) -> Result<bool, Fault> {
        let Some(body) = &card.body else { return Ok(false) };
        let document = Document::open(documents::uuid(card.document), body, [])?;
        let later = |seq: Option<Sequence>| seq.is_some_and(|seq| seq > card.seq);
        let mut numbers = self.store.numbers_of(card.document)?.into_iter();
        Ok(numbers.any(|(hash, seq)| later(seq) && document.has(tapak_document::ChangeHash(hash.to_bytes()))))
    }

    /// Asks for what has to be here whole and is not.
    pub(super) fn fetch_missing(&mut self, turn: &mut Turn) -> Result<(), Fault> {
        let documents = self.store.to_fetch(FETCH)?;
        self.fetch(documents, turn)
    }

    pub(super) fn fetch(&mut self, documents: Vec<tapak_sync::DocumentId>, turn: &mut Turn) -> Result<(), Fault> {
        if documents.is_empty() {
            return Ok(());
        }
        self.tell(Event::Say(Box::new(ToRelay::Fetch(Fetch { documents }))), turn)
    }
}
