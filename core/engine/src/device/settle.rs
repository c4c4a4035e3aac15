//! What became of pushed changes: the accepted leave the outbox, the refused are set aside with all that builds on them.

use std::collections::BTreeSet;

use tapak_document::{ChangeInfo, Document};
use tapak_store::set_aside::SetAside;
use tapak_sync::client::Event;
use tapak_sync::{ChangeHash, Outcome, RefusalCode, Sequence, SignedChange, Span};
use uuid::Uuid;

use super::Device;
use super::event::Topic;
use super::turn::Turn;
use crate::describe;
use crate::documents;
use crate::fault::Fault;

impl Device {
    pub(super) fn settle(
        &mut self,
        outcomes: &[(ChangeHash, Outcome)],
        span: Option<Span>,
        turn: &mut Turn,
    ) -> Result<Option<Event>, Fault> {
        for (hash, outcome) in outcomes {
            match outcome {
                Outcome::Accepted(seq) | Outcome::Known(seq) => self.accepted(*hash, *seq, turn)?,
                Outcome::Refused(RefusalCode::MissingDependency) => self.wait_for_the_rest(*hash)?,
                Outcome::Refused(code) => self.set_aside(*hash, code.code(), turn)?,
            }
        }
        turn.touch(Topic::Orders);
        turn.touch(Topic::Sync);
        let moved = span.filter(|span| span.from.get() == self.me.cursor);
        Ok(moved.map(|span| self.skip_to(span.to)))
    }

    fn skip_to(&mut self, cursor: Sequence) -> Event {
        self.me.cursor = cursor.get();
        self.me.head = self.me.head.max(cursor.get());
        Event::PageStored { cursor }
    }

    fn accepted(&mut self, hash: ChangeHash, seq: Sequence, turn: &mut Turn) -> Result<(), Fault> {
        if let Some(document) = self.store.number(hash, seq)? {
            turn.settled.insert(documents::uuid(document));
        }
        self.me.own_high = self.me.own_high.max(seq.get());
        Ok(())
    }

    /// A relay that was restored lacks what this builds on until another device brings it back: then it is sent again.
    fn wait_for_the_rest(&mut self, hash: ChangeHash) -> Result<(), Fault> {
        if let Some(change) = self.store.change(hash)? {
            self.connection.wanting.insert(change.document);
        }
        Ok(())
    }

    /// Its document is put together again without it.
    fn set_aside(&mut self, hash: ChangeHash, code: &str, turn: &mut Turn) -> Result<(), Fault> {
        let Some(change) = self.store.change(hash)? else { return Ok(()) };
        let id = documents::uuid(change.document);
        if code == RefusalCode::Purged.code() {
            return self.erase(id, turn);
        }
        self.let_fall(&BTreeSet::from([hash]), id, code, turn)?;
        self.documents.forget(id);
        self.documents.mark(id);
        turn.settled.insert(id);
        self.me.rotate_incarnation(&mut self.dice);
        Ok(())
    }

    /// These changes of a document leave it, with all that builds on them: each is kept with what it said.
    pub(super) fn let_fall(
        &mut self,
        gone: &BTreeSet<ChangeHash>,
        record: Uuid,
        code: &str,
        turn: &Turn,
    ) -> Result<(), Fault> {
        let named = self.store.named(record)?.map(|named| (named.noun, named.title));
        let ((noun, title), code) = (named.unwrap_or_default(), code.to_owned());
        let at = i64::try_from(turn.now).unwrap_or(i64::MAX);
        for (hash, change, summary) in self.without(gone, record)?.fallen {
            let why =
                SetAside { hash, record, noun: noun.clone(), title: title.clone(), code: code.clone(), at, summary };
            self.store.remove(hash)?;
            self.store.set_aside(&change, &why)?;
        }
        Ok(())
    }

    /// The person was erased meanwhile: that wins over what was written here.
    fn erase(&mut self, id: Uuid, turn: &mut Turn) -> Result<(), Fault> {
        self.documents.forget(id);
        if self.store.purge(documents::wire(id), turn.now)? {
            self.store.scour()?;
        }
        turn.touch(Topic::Contacts);
        Ok(())
    }

    /// Replays a document without `gone`: what builds on it falls with it.
    fn without(&self, gone: &BTreeSet<ChangeHash>, id: Uuid) -> Result<Kept, Fault> {
        let document = documents::wire(id);
        let mut kept = Kept::new(documents::folded(&self.store, id)?);
        if !self.store.is_whole(document)? {
            // It cannot be replayed; what was written here later builds on what was written here before.
            let unsent = self.store.unsent_of(document)?.into_iter();
            kept.fallen = unsent
                .skip_while(|(hash, _)| !gone.contains(hash))
                .map(|(hash, change)| (hash, change, String::new()))
                .collect();
            return Ok(kept);
        }
        for (hash, change) in self.store.changes_of(document)? {
            kept.take(hash, change, gone.contains(&hash))?;
        }
        Ok(kept)
    }
}

struct Kept {
    whole: Document,
    document: Document,
    /// What falls, and what each said.
    fallen: Vec<(ChangeHash, SignedChange, String)>,
}

impl Kept {
    /// What was folded or came with a card is numbered, so none of it falls.
    fn new(folded: Document) -> Self {
        Self { whole: folded.clone(), document: folded, fallen: Vec::new() }
    }

    fn take(&mut self, hash: ChangeHash, change: SignedChange, gone: bool) -> Result<(), Fault> {
        let info = ChangeInfo::parse(&change.change)?;
        let before = self.whole.record().ok();
        self.whole.apply([info.clone()])?;
        if gone || self.document.apply([info]).is_err() {
            let said = self.whole.record().map(|after| describe::difference(before.as_ref(), &after));
            self.fallen.push((hash, change, describe::write(said.unwrap_or_default(), usize::MAX)));
        }
        Ok(())
    }
}
