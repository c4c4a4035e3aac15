//! What is in conflict within one order, as its history tells it.

use std::collections::BTreeSet;

use tapak_domain::order::{Conflict, Standing};
use tapak_engine::view::happening::Happening;

use super::story::Story;
use crate::verdict::found::Named;

pub(super) fn of(story: &Story) -> Vec<Named> {
    let fields = story.apart.iter().map(|key| (Conflict::FieldApart, key.clone()));
    let single = [torn(story), address(story), numbers(story), money(story), asked(story)];
    let open = single.into_iter().flatten().chain(fields);
    open.map(|(conflict, key)| (conflict, key, BTreeSet::from([story.id]))).collect()
}

type Flag = (Conflict, String);

fn unless_settled(story: &Story, conflict: Conflict, key: String) -> Option<Flag> {
    story.settled(conflict, &key).is_none().then_some((conflict, key))
}

fn torn(story: &Story) -> Option<Flag> {
    let torn = story.cancelled() && story.has_left();
    torn.then(|| unless_settled(story, Conflict::CancelledAndShipped, String::new())).flatten()
}

/// Settled for this label: a later one is another.
fn address(story: &Story) -> Option<Flag> {
    let label = story.void_label().filter(|_| story.standing != Standing::Cancelled)?;
    let settled = story.settlements(Conflict::AddressChanged).any(|(key, _)| key.starts_with(&moment(label.at)));
    (!settled).then(|| (Conflict::AddressChanged, moment(label.at)))
}

/// What a label is called by: when it was printed.
pub(super) fn moment(at: i64) -> String {
    format!("{at:012x}")
}

fn numbers(story: &Story) -> Option<Flag> {
    (story.own_numbers().len() > 1).then(|| (Conflict::TwoTrackingNumbers, String::new()))
}

fn money(story: &Story) -> Option<Flag> {
    let (conflict, amount) = if story.standing == Standing::Cancelled {
        (Conflict::CancelledPaid, story.net)
    } else {
        (Conflict::Overpaid, story.net - story.total.as_ref()?.sum)
    };
    if amount > 0 { unless_settled(story, conflict, amount.to_string()) } else { None }
}

fn asked(story: &Story) -> Option<Flag> {
    if story.cancelled() || story.has_left() {
        return None;
    }
    let asked = story.facts.iter().rev().filter(|told| matches!(told.what, Happening::CancelAsked { .. }));
    let mut open = asked.filter_map(|told| unless_settled(story, Conflict::CancelAsked, told.id.to_string()));
    open.next()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::verdict::side_by_side::story::Total;
    use crate::verdict::side_by_side::story::testing::{asked_to_cancel, cancelled, printed, settled, shipped, story};

    fn found(facts: Vec<Happening>) -> Vec<Conflict> {
        of(&story(facts)).into_iter().map(|(conflict, ..)| conflict).collect()
    }

    #[test]
    fn each_conflict_of_one_order_is_read_off_its_history() {
        assert_eq!(found(vec![printed("Bandung"), shipped("JNE1")]), []);
        assert_eq!(found(vec![printed("Sleman")]), [Conflict::AddressChanged]);
        assert_eq!(found(vec![shipped("JNE1"), shipped("JNE2")]), [Conflict::TwoTrackingNumbers]);
        assert_eq!(found(vec![cancelled(), shipped("JNE1")]), [Conflict::CancelledAndShipped]);
        assert_eq!(found(vec![asked_to_cancel()]), [Conflict::CancelAsked]);
        assert_eq!(found(vec![asked_to_cancel(), cancelled()]), []);
        let apart = Story { apart: BTreeSet::from(["note".to_owned()]), ..story(vec![]) };
        assert_eq!(of(&apart)[0].0, Conflict::FieldApart);
    }

    #[test]
    fn what_was_settled_is_no_conflict_any_more_and_another_label_is_a_new_one() {
        let told = settled(Conflict::AddressChanged, "000000000000-0000", "told");
        assert_eq!(found(vec![printed("Sleman"), told.clone()]), []);
        assert_eq!(found(vec![printed("Sleman"), told, printed("Depok")]), [Conflict::AddressChanged]);
        let chosen = Happening::TrackingChosen { tracking_number: "JNE1".into() };
        assert_eq!(found(vec![shipped("JNE1"), shipped("JNE2"), chosen]), []);
    }

    #[test]
    fn money_that_is_too_much_is_named_with_the_amount() {
        let total = Some(Total { sum: 100, nominal: 100, account: String::new() });
        let over = Story { net: 150, total, ..story(vec![]) };
        assert_eq!(of(&over)[0].1, "50");
        let off = Story { standing: Standing::Cancelled, ..over };
        assert_eq!(of(&off)[0].0, Conflict::CancelledPaid);
        assert!(of(&Story { net: 0, ..off }).is_empty());
    }
}
