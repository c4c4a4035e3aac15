//! After a failed transaction: forget what is only in memory, answer everybody, and try the line again in a while.

use tapak_store::StoreError;
use tapak_sync::Sequence;
use tapak_sync::client::{Client, Config, Status};
use uuid::Uuid;

use super::event::{Input, Output, Topic};
use super::{Device, link::Connection};
use crate::command::Outcome;
use crate::crew::Crew;
use crate::fault::Fault;

/// Long enough for a person to make room, short enough to be forgotten.
const AGAIN_AFTER: u64 = 5_000;

/// Whoever has to be answered, whatever happens.
pub(super) fn commands(inputs: &[Input]) -> Vec<Uuid> {
    let id = |input: &Input| if let Input::Command { id, .. } = input { Some(*id) } else { None };
    inputs.iter().filter_map(id).collect()
}

impl Device {
    pub(super) fn recover(&mut self, fault: &Fault, commands: &[Uuid], now: u64) -> Vec<Output> {
        self.store.rollback();
        self.start_anew(now);
        if *fault == Fault::Store(StoreError::NumberTaken) {
            self.begin_again();
        }
        let code = fault.code().to_owned();
        let answer = |id: &Uuid| Output::Answer { id: *id, outcome: Outcome::Fault { code: code.clone() } };
        let mut outputs: Vec<_> = commands.iter().map(answer).collect();
        outputs.extend([Output::Disconnect, Output::WakeAt(now + AGAIN_AFTER)]);
        outputs.push(Output::Touched([Topic::Sync, Topic::Start].into()));
        outputs
    }

    /// The relay gave a number a second time: its log is another one than before, and nobody said so. Nothing of it
    /// counts as read, and everything here is offered again.
    fn begin_again(&mut self) {
        let begun = self.store.begin().map_err(Fault::from);
        let begun = begun.and_then(|()| self.start_over(self.me.epoch, Sequence::ZERO));
        let begun = begun.and_then(|()| self.me.save(&self.store)).and_then(|()| Ok(self.store.commit()?));
        if begun.is_ok() {
            return self.saved.clone_from(&self.me);
        }
        // The same happens again, and then there may be room.
        self.store.rollback();
        self.me.clone_from(&self.saved);
    }

    pub(super) fn start_anew(&mut self, now: u64) {
        self.me.clone_from(&self.saved);
        self.documents.forget_all();
        if let Ok(roster) = self.store.roster() {
            self.crew = Crew::new(roster);
        }
        self.client = Client::new(Config { identity: self.me.identity(), entropy: self.dice.number() });
        let offline_since = self.connection.offline_since.or(Some(now));
        let status = Status::Offline { since: offline_since.unwrap_or(now) };
        let resume_at = Some(now + AGAIN_AFTER);
        self.connection = Connection { offline_since, resume_at, ..Connection::new(status) };
    }
}
