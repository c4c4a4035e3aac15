//! An answer is heard, by its person or only by us: is it one that could be given?

use tapak_engine::command::{Outcome, RefusalView};
use uuid::Uuid;

use super::Promise;
use crate::broken::{Checked, Rule};
use crate::deed::Expect;
use crate::tally::Count;
use crate::world::{Who, World};

/// The call the answer came from.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Heard {
    /// The disk took nothing.
    pub(crate) broken: bool,
    /// The device died before its person could read it.
    pub(crate) lost: bool,
    /// In milliseconds, as the world counts.
    pub(crate) at: u64,
}

impl World {
    pub(crate) fn hear(&mut self, who: Who, id: Uuid, outcome: &Outcome, heard: Heard) -> Checked {
        let name = self.phones[who].name();
        let Some(promise) = self.ledger.of(id) else {
            return Err(Rule::Answered.broken(format!("{name} heard of a command nobody gave")));
        };
        let count = match outcome {
            Outcome::Done { record } => promise.was_done(*record, heard)?,
            Outcome::Refused { refusals } => promise.was_refused(refusals, heard)?,
            Outcome::Code { .. } => promise.was_done(Uuid::nil(), heard)?,
            Outcome::Fault { code } => promise.met_fault(code, heard)?,
        };
        self.tally.add_many(Count::LostAnswers, u64::from(heard.lost));
        self.count(count);
        let words = if heard.lost { "would have heard" } else { "hears" };
        self.tell(who, format_args!("{words} {outcome:?}"));
        Ok(())
    }
}

impl Promise {
    fn was_done(&mut self, record: Uuid, heard: Heard) -> Checked<Count> {
        self.answered |= !heard.lost;
        match self.done {
            Some(before) => {
                Rule::Once.hold(before == record, || format!("{self:?} was done again, as {record}"))?;
                Ok(Count::Repeated)
            }
            None => self.was_done_first(record, heard),
        }
    }

    fn was_done_first(&mut self, record: Uuid, heard: Heard) -> Checked<Count> {
        Rule::HonestFault.hold(!heard.broken, || format!("{self:?} was done on a disk that takes nothing"))?;
        let may = !matches!(self.expect, Expect::Refused(_));
        Rule::Border.hold(may, || format!("{self:?} was done"))?;
        (self.done, self.done_at) = (Some(record), heard.at);
        Ok(Count::Done)
    }

    fn was_refused(&mut self, refusals: &[RefusalView], heard: Heard) -> Checked<Count> {
        self.answered |= !heard.lost;
        if self.met.away && refusals.iter().any(|refusal| refusal.code == "not_here") {
            return Ok(Count::NotHere);
        }
        if self.met.gone && refusals.iter().any(|refusal| refusal.code == "record_missing") {
            return Ok(Count::Gone);
        }
        if self.met.old && refusals.iter().any(|refusal| refusal.code == "update_the_app") {
            return Ok(Count::OldApps);
        }
        Rule::Once.hold(self.done.is_none(), || format!("{self:?} was done before and is refused: {refusals:?}"))?;
        let known = match self.expect {
            Expect::Either | Expect::InVain => true,
            Expect::Done => false,
            Expect::Refused(code) => refusals.iter().any(|refusal| refusal.code == code),
        };
        Rule::Border.hold(known, || format!("{self:?} was refused: {refusals:?}"))?;
        Ok(Count::Refused)
    }

    fn met_fault(&self, code: &str, heard: Heard) -> Checked<Count> {
        let full = heard.broken && code == "disk_full";
        Rule::HonestFault.hold(full, || format!("{self:?} met {code}"))?;
        Ok(Count::Faults)
    }
}
