//! Being welcomed: which log this is, what of it this device may read, and where reading goes on.

use std::collections::BTreeSet;

use tapak_domain::{Noun, Role};
use tapak_sync::client::Event;
use tapak_sync::message::Boot;
use tapak_sync::{RefusalCode, Sequence};

use super::Device;
use super::me::Booting;
use super::turn::Turn;
use crate::documents;
use crate::fault::Fault;

/// Files younger than a day are offered at every meeting: few, and each a question of some bytes.
const LATELY: u64 = 24 * 60 * 60 * 1000;

/// What the relay said of the log.
#[derive(Debug)]
pub(super) struct Log {
    pub(super) epoch: u64,
    pub(super) head: Sequence,
    pub(super) start_over: bool,
    pub(super) resume: Sequence,
    /// Nothing from a relay that knows no scopes.
    pub(super) scopes: Option<Vec<u16>>,
    pub(super) boot: Option<Boot>,
}

impl Device {
    pub(super) fn welcomed(&mut self, role: &str, log: Log, turn: &mut Turn) -> Result<(), Fault> {
        if let (Some(enrolled), Some(role)) = (&mut self.me.enrolled, Role::from_code(role)) {
            enrolled.role = role;
        }
        self.me.head = log.head.get();
        self.me.problem.clear();
        // No number of the log says that a file is missing at the other end.
        self.store.offer_files_again(turn.now.saturating_sub(LATELY))?;
        if log.start_over {
            self.start_over(log.epoch, log.resume)?;
        }
        self.read_from_now_on(log.scopes.unwrap_or_else(every_scope), log.boot.as_ref(), turn)
    }

    /// Nothing of the log counts as read, and the relay is offered everything again.
    pub(super) fn begin_anew(&mut self, turn: &mut Turn) -> Result<(), Fault> {
        self.start_over(self.me.epoch, Sequence::ZERO)?;
        self.tell(Event::StoreFailed, turn)
    }

    /// Another log, or one that lost its end: what it may lack is offered again.
    pub(super) fn start_over(&mut self, epoch: u64, resume: Sequence) -> Result<(), Fault> {
        for id in self.store.folded_behind(resume)? {
            self.unfold(documents::uuid(id))?;
        }
        self.store.forget_numbers(resume)?;
        self.store.offer_files_again(0)?;
        (self.me.epoch, self.me.cursor) = (epoch, resume.get());
        self.me.own_high = self.me.own_high.min(resume.get());
        (self.me.proof, self.me.boot) = (None, None);
        Ok(())
    }

    /// The changes of a snapshot that were signed here get their bytes back.
    pub(super) fn unfold(&mut self, id: uuid::Uuid) -> Result<(), Fault> {
        if !self.store.is_whole(documents::wire(id))? {
            return Ok(());
        }
        let document = documents::load(&self.store, id)?;
        let all = self.store.numbers_of(documents::wire(id))?;
        let bytes = |hash| documents::change_of(&document, hash).ok().map(|bytes| (hash, bytes));
        Ok(self.store.unfold(&all.into_iter().filter_map(|(hash, _)| bytes(hash)).collect::<Vec<_>>())?)
    }

    fn read_from_now_on(&mut self, reads: Vec<u16>, boot: Option<&Boot>, turn: &mut Turn) -> Result<(), Fault> {
        // Of what it was just being brought up with, some is here already.
        let had: BTreeSet<_> = self.me.scopes.iter().chain(&self.me.reads).copied().collect();
        let lost: Vec<_> = had.into_iter().filter(|scope| !reads.contains(scope)).collect();
        if !lost.is_empty() {
            self.give_up(&lost, turn)?;
        }
        self.me.scopes.retain(|scope| reads.contains(scope));
        self.me.boot = boot.map(Booting::new);
        if boot.is_none() {
            self.me.scopes.clone_from(&reads);
        }
        self.me.reads = reads;
        Ok(())
    }

    /// A device that joins another shop brings nothing of the first one along.
    pub(super) fn belong_to(&mut self, shop: uuid::Uuid, turn: &mut Turn) -> Result<(), Fault> {
        let before = self.me.records_of.replace(shop);
        if before.is_some_and(|before| before != shop) {
            self.give_up(&every_scope(), turn)?;
        }
        Ok(())
    }

    /// What this device may no longer read leaves its disk; what only it had is set aside.
    fn give_up(&mut self, scopes: &[u16], turn: &mut Turn) -> Result<(), Fault> {
        for document in self.store.documents_in(scopes)? {
            let unsent: BTreeSet<_> = self.store.unsent_of(document)?.into_iter().map(|(hash, _)| hash).collect();
            if !unsent.is_empty() {
                self.let_fall(&unsent, documents::uuid(document), RefusalCode::NotYourRole.code(), turn)?;
            }
            self.documents.forget(documents::uuid(document));
            self.store.forget_document(document)?;
        }
        turn.touch_nouns(&scopes.iter().filter_map(|scope| Noun::from_scope(*scope)).collect::<Vec<_>>());
        Ok(())
    }
}

fn every_scope() -> Vec<u16> {
    Noun::ALL.into_iter().map(Noun::scope).collect()
}
