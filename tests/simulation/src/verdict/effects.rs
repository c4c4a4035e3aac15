//! Every command that was done has its effect exactly once; one that was not has none.

use std::collections::{BTreeMap, BTreeSet};

use tapak_engine::command::Command;
use tapak_engine::view::order::Happening;
use uuid::Uuid;

use super::picture::Picture;
use crate::broken::{Checked, Rule};
use crate::deed::Expect;
use crate::ledger::Promise;
use crate::world::World;

impl World {
    pub(super) fn check_effects(&mut self, picture: &Picture) -> Checked {
        let refused = self.refused_records();
        // What a tampered app wrote on top of a refused change fell with it.
        let fell = |promise: &Promise| {
            self.was_rogue(promise.who) && promise.done.is_some_and(|record| refused.contains(&record))
        };
        for promise in self.ledger.promises() {
            let seen = effect(promise, picture);
            let owed: Vec<_> = promise.done.into_iter().filter(|_| promise.expect != Expect::InVain).collect();
            if !owed.is_empty() && fell(promise) {
                continue;
            }
            Rule::Effect.hold(seen == owed, || format!("{promise:?} is seen at {seen:?}"))?;
        }
        self.check_names(picture)?;
        self.check_takings(picture)
    }

    /// No order is there that nobody took.
    fn check_takings(&self, picture: &Picture) -> Checked {
        let taken = self.ledger.done().filter(|(promise, _)| matches!(promise.command, Command::TakeOrder { .. }));
        let taken: BTreeSet<_> = taken.map(|(_, record)| record).collect();
        let there: BTreeSet<_> = picture.pages.keys().copied().collect();
        Rule::Effect.hold(there == taken, || {
            let unknown: Vec<_> = there.symmetric_difference(&taken).collect();
            format!("orders taken and orders there differ by {unknown:?}")
        })
    }

    /// A contact bears one of the names it was given.
    fn check_names(&self, picture: &Picture) -> Checked {
        let mut given: BTreeMap<Uuid, BTreeSet<&str>> = BTreeMap::new();
        for (promise, record) in self.ledger.done() {
            if matches!(promise.command, Command::AddContact { .. } | Command::ReviseContact { .. }) {
                given.entry(record).or_default().insert(&promise.mark);
            }
        }
        let mut rows = picture.contacts.iter();
        rows.try_for_each(|row| {
            let names = given.get(&row.id);
            let own = names.is_none_or(|names| names.contains(row.name.as_str()));
            Rule::Effect.hold(own, || format!("{row:?} was called {names:?}"))
        })
    }
}

/// The records at which the effect of this command is seen, once for each time.
fn effect(promise: &Promise, picture: &Picture) -> Vec<Uuid> {
    let mark = promise.mark.as_str();
    match &promise.command {
        Command::TakeOrder { .. } => taken(promise, picture),
        Command::ReviseOrder { .. } => picture.happened(|what| was_revised(what, mark)),
        Command::NoteOrder { .. } => picture.happened(|what| matches!(what, Happening::Noted { text } if text == mark)),
        Command::ShipOrder { .. } => picture
            .happened(|what| matches!(what, Happening::Shipped { tracking_number, .. } if tracking_number == mark)),
        Command::CancelOrder { .. } => {
            picture.happened(|what| matches!(what, Happening::Cancelled { reason } if reason == mark))
        }
        Command::AddContact { .. } | Command::ReviseContact { .. } => there(promise, picture),
        Command::AddProduct { .. } => {
            picture.products.iter().filter(|row| row.name == mark).map(|row| row.id).collect()
        }
    }
}

/// An order is known by its id: its note may have been revised since.
fn taken(promise: &Promise, picture: &Picture) -> Vec<Uuid> {
    let is_taken = |what: &Happening| matches!(what, Happening::Taken { .. });
    match promise.done {
        Some(record) => picture.happened(is_taken).into_iter().filter(|id| *id == record).collect(),
        None => picture.pages.iter().filter(|(_, page)| page.draft.note == promise.mark).map(|(id, _)| *id).collect(),
    }
}

fn was_revised(what: &Happening, mark: &str) -> bool {
    let Happening::Revised { changes } = what else { return false };
    changes.iter().any(|change| change.field == "note" && change.to == mark)
}

/// A contact is known by its id once it was done, and otherwise by the name nobody gave it.
fn there(promise: &Promise, picture: &Picture) -> Vec<Uuid> {
    let rows = picture.contacts.iter();
    let wanted = rows.filter(|row| promise.done.map_or(row.name == promise.mark, |record| row.id == record));
    wanted.map(|row| row.id).collect()
}
