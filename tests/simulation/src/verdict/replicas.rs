//! Every device shows the same shop, and no order number was given twice.

use std::collections::BTreeMap;

use super::picture::Picture;
use crate::broken::{Checked, Rule};
use crate::tally::Count;
use crate::world::World;

impl World {
    pub(super) fn check_replicas(&mut self) -> Checked<Picture> {
        let now = self.now;
        let Some((first, others)) = self.phones.split_first_mut() else {
            return Err(Rule::Equal.broken("nobody is there"));
        };
        let picture = Picture::of(first, now)?;
        for phone in others.iter_mut().filter(|phone| !phone.is_revoked()) {
            let shown = Picture::of(phone, now)?;
            picture.as_read_by(phone.part.role).same_as(&shown, Rule::Equal, [first.name(), phone.name()])?;
        }
        check_numbers(&picture)?;
        Ok(picture)
    }

    pub(super) fn count_what_is_there(&mut self, picture: &Picture, changes: usize) {
        self.tally.add_many(Count::Orders, picture.orders.len() as u64);
        self.tally.add_many(Count::Contacts, picture.contacts.len() as u64);
        self.tally.add_many(Count::Conflicts, picture.conflicts.len() as u64);
        self.tally.add_many(Count::Changes, changes as u64);
        let entries = picture.pages.values().flat_map(|page| &page.timeline);
        let happened = entries.filter_map(|entry| Count::of_what_happened(&entry.what));
        let done = self.ledger.done().filter_map(|(promise, _)| Count::of_command(&promise.command));
        let met = self.ledger.met_in_earnest().map(|(row, _)| Count::Met(row));
        for what in happened.chain(done).chain(met) {
            self.tally.add(what);
        }
        self.note_conflicts(&picture.conflicts);
    }
}

fn check_numbers(picture: &Picture) -> Checked {
    let mut given = BTreeMap::new();
    picture.orders.iter().try_for_each(|row| {
        let before = given.insert(row.number.as_str(), row.id);
        let story = || format!("{} is the number of {} and of {before:?}", row.number, row.id);
        Rule::Number.hold(before.is_none() && !row.number.is_empty(), story)
    })
}
