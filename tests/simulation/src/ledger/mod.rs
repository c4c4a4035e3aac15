//! What was asked of whom, and what is owed for it: every command with the answers it got.

mod hear;
pub(crate) mod witness;

use std::collections::BTreeMap;

use tapak_engine::command::Command;
use uuid::Uuid;

use crate::deed::{Deed, Expect, Meeting, Row};
use crate::world::Who;

pub(crate) use hear::Heard;

/// Nothing travels from one device over the relay to another in so many milliseconds.
const UNHEARD: u64 = 9;

/// What may keep a command from being done, whatever its person expects.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Met {
    /// What it is about was here only as a row when it came.
    pub(crate) away: bool,
    /// What it is about had been erased when it came, or had left with the work it was begun in.
    pub(crate) gone: bool,
    /// It came to an app that may know less than whoever wrote the record.
    pub(crate) old: bool,
}

/// One command of one person.
#[derive(Debug, Clone)]
pub(crate) struct Promise {
    pub(crate) id: Uuid,
    pub(crate) who: Who,
    pub(crate) command: Command,
    pub(crate) expect: Expect,
    /// The words by which its effect is known.
    pub(crate) mark: String,
    /// How much of the record's history its person saw.
    pub(crate) seen: usize,
    /// The record it wrote: said by a call that reached the disk, whether or not its person saw the answer.
    pub(crate) done: Option<Uuid>,
    pub(crate) done_at: u64,
    pub(crate) met: Met,
    /// Its person saw how it ended.
    pub(crate) answered: bool,
}

#[derive(Debug, Default)]
pub(crate) struct Ledger {
    promises: Vec<Promise>,
    places: BTreeMap<Uuid, usize>,
    meetings: Vec<Meeting>,
}

impl Ledger {
    pub(crate) fn open(&mut self, id: Uuid, who: Who, deed: Deed) {
        let Deed { command, expect, mark, seen } = deed;
        self.places.insert(id, self.promises.len());
        self.promises.push(Promise {
            id,
            who,
            command,
            expect,
            mark,
            seen,
            done: None,
            done_at: 0,
            met: Met::default(),
            answered: false,
        });
    }

    pub(crate) fn of(&mut self, id: Uuid) -> Option<&mut Promise> {
        self.places.get(&id).and_then(|place| self.promises.get_mut(*place))
    }

    pub(crate) fn met(&mut self, meeting: Meeting) {
        self.meetings.push(meeting);
    }

    /// Meetings in which both did what they were about to before either could have heard of the other: what was done only
    /// when it was asked for again came after.
    pub(crate) fn met_in_earnest(&self) -> impl Iterator<Item = (Row, [&Promise; 2])> {
        let did = |id: &Uuid, by: u64| {
            let promise = self.places.get(id).and_then(|place| self.promises.get(*place));
            promise
                .filter(|promise| promise.done.is_some() && promise.done_at <= by && promise.expect != Expect::InVain)
        };
        self.meetings.iter().filter_map(move |Meeting { row, commands: [one, another], at }| {
            let by = at + UNHEARD;
            Some((*row, [did(one, by)?, did(another, by)?]))
        })
    }

    /// Its person is about to get another role: what was not done may end either way.
    pub(crate) fn loosen(&mut self, who: Who) {
        let open = self.promises.iter_mut().filter(|promise| promise.who == who && promise.done.is_none());
        open.filter(|promise| promise.expect != Expect::InVain).for_each(|promise| promise.expect = Expect::Either);
    }

    pub(crate) fn promises(&self) -> &[Promise] {
        &self.promises
    }

    /// What its person still waits for.
    pub(crate) fn unanswered(&self, who: Who) -> Vec<&Promise> {
        self.promises.iter().filter(|promise| promise.who == who && !promise.answered).collect()
    }

    pub(crate) fn answered(&self, who: Who) -> Vec<&Promise> {
        self.promises.iter().filter(|promise| promise.who == who && promise.answered).collect()
    }

    /// The command and the record it wrote, of all that were done.
    pub(crate) fn done(&self) -> impl Iterator<Item = (&Promise, Uuid)> {
        self.promises.iter().filter_map(|promise| promise.done.map(|record| (promise, record)))
    }
}
