//! The public site's counter: the relay answers buyers by itself, in its own name.

mod catalogue;
mod counter;
mod invoice;
mod sell;
mod track;

use tapak_store::Store;

use super::event::{Output, Visit};
use super::{Relay, Turn};
use crate::fault::Fault;
use crate::site::{Answer, Question};

/// More than a shop sells on its site between two backups.
const LOST: u32 = 1_000;

/// In a log restored from a copy: what it gave out since then is not given out again.
pub(super) fn count_on(store: &Store) -> Result<(), Fault> {
    let last = counter::last(store, counter::ORDERS)?;
    if last == 0 { Ok(()) } else { counter::set(store, counter::ORDERS, last.saturating_add(LOST)) }
}

impl Relay {
    /// What it answers is said only once it is on disk.
    pub(super) fn attend(&mut self, visit: Visit, question: Question, turn: &mut Turn) -> Result<(), Fault> {
        self.draw()?;
        let answer = match question {
            Question::Catalogue => Answer::Catalogue(self.catalogue()?),
            Question::Order { key, form } => self.sell(key, &form, turn.now)?,
            Question::Track { number, code } => self.track(&number, &code)?,
        };
        turn.outputs.push(Output::Answered(visit, Box::new(answer)));
        Ok(())
    }
}
