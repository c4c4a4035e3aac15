//! The table of what may be done side by side, held against what all replicas show in the end: nothing of what two people
//! did apart is lost, and what cannot both be meant has a name and an owner. What ought to be found is worked out here
//! from the histories alone, and must be found exactly.

mod apart;
mod batches;
mod edits;
mod shared;
mod shelf;
mod stands;
mod story;

use std::collections::BTreeSet;

use tapak_domain::order::Conflict;
use tapak_engine::view::conflict::ConflictView;
use tapak_engine::view::order::OrderView;

use super::found::{Named, named};
use super::picture::Picture;
use crate::broken::{Checked, Rule};
use crate::tally::Count;
use crate::world::World;
use story::Story;

impl World {
    pub(super) fn check_side_by_side(&mut self, picture: &Picture) -> Checked {
        let tampered = |person: &str| self.phones.iter().any(|phone| phone.part.rogue && phone.name() == person);
        let stories: Vec<_> = picture.pages.values().map(|page| Story::of(page, &tampered)).collect();
        stories.iter().try_for_each(stands::check)?;
        let short = shelf::check(picture)?;
        check_names(&stories, &short, &picture.conflicts.iter().map(shown).collect())?;
        picture.pages.values().try_for_each(|page| check_page(page, picture))?;
        if !self.clocks_are_apart() {
            edits::check(picture, self.ledger.met_in_earnest())?;
        }
        let again = batches::check(picture)?;
        self.tally.add_many(Count::ListedAgain, again);
        Ok(())
    }
}

/// A label is told from others by the moment it was printed at, which is all a history says of it.
fn shown(row: &ConflictView) -> Named {
    let (conflict, key, orders) = named(row);
    let label = conflict == Conflict::AddressChanged;
    let key = if label { key.split('-').next().unwrap_or_default().to_owned() } else { key };
    (conflict, key, orders)
}

/// Every conflict there is has been found, and none was made up.
fn check_names(stories: &[Story], short: &BTreeSet<Named>, shown: &BTreeSet<Named>) -> Checked {
    let mut expected: BTreeSet<Named> = stories.iter().flat_map(apart::of).collect();
    expected.extend(shared::of(stories));
    expected.extend(short.iter().cloned());
    let doubtful: BTreeSet<_> =
        stories.iter().filter(|story| story.is_printed_twice_at_once()).map(|story| story.id).collect();
    let certain =
        |(conflict, _, orders): &&Named| *conflict != Conflict::AddressChanged || orders.is_disjoint(&doubtful);
    let facts =
        |(.., orders): &Named| stories.iter().filter(|story| orders.contains(&story.id)).cloned().collect::<Vec<_>>();
    let hidden = expected.difference(shown).find(certain);
    let told = || format!("nobody is told of {hidden:?}: {:?}", hidden.map(facts));
    Rule::SideBySide.hold(hidden.is_none(), told)?;
    let made_up = shown.difference(&expected).find(certain);
    let told = || format!("nothing in the histories is in conflict as {made_up:?}: {:?}", made_up.map(facts));
    Rule::SideBySide.hold(made_up.is_none(), told)?;
    stories.iter().try_for_each(|story| {
        let holds = expected.iter().any(|(conflict, _, orders)| conflict.holds() && orders.contains(&story.id));
        let told = || format!("{} is in conflict so that it is held: {holds}; shown: {}", story.id, story.held);
        Rule::SideBySide.hold(holds == story.held, told)
    })
}

/// An order's own page says what the queue says.
fn check_page(page: &OrderView, picture: &Picture) -> Checked {
    let own: BTreeSet<_> = page.conflicts.iter().map(named).collect();
    let queue = picture.conflicts.iter().map(named).filter(|(.., orders)| orders.contains(&page.row.id)).collect();
    Rule::SideBySide.hold(own == queue, || format!("{} shows {own:?} and the queue {queue:?}", page.row.id))
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use tapak_domain::order::Conflict;
    use tapak_engine::view::happening::Happening;
    use uuid::Uuid;

    use super::check_names;
    use super::story::testing::{asked_to_cancel, story};

    #[test]
    fn a_conflict_that_is_hidden_or_made_up_or_does_not_hold_is_caught() {
        let mut asked = story(vec![asked_to_cancel()]);
        asked.held = true;
        let named = (Conflict::CancelAsked, asked.facts[0].id.to_string(), BTreeSet::from([asked.id]));
        let shown = BTreeSet::from([named]);
        let judged = |story, shown: &BTreeSet<_>| check_names(&[story], &BTreeSet::new(), shown).is_ok();
        assert!(judged(asked.clone(), &shown));
        assert!(!judged(asked.clone(), &BTreeSet::new()));
        let other = (Conflict::Overpaid, "1".to_owned(), BTreeSet::from([Uuid::nil()]));
        assert!(!judged(asked.clone(), &shown.iter().cloned().chain([other]).collect()));
        asked.held = false;
        assert!(!judged(asked.clone(), &shown));
        assert!(judged(story(vec![Happening::Delivered]), &BTreeSet::new()));
    }
}
