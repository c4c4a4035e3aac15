//! What must belong to one order alone, and which of it two orders hold, as their histories tell it.

use std::collections::{BTreeMap, BTreeSet};

use tapak_domain::order::{Conflict, Outcome, Standing};
use tapak_engine::view::happening::Happening;

use super::story::Story;
use crate::verdict::found::Named;

pub(super) fn of(stories: &[Story]) -> Vec<Named> {
    let mut holders: BTreeMap<(Conflict, String), BTreeSet<_>> = BTreeMap::new();
    for story in stories {
        for (conflict, key) in held(story) {
            if story.settled(conflict, &key).is_none() {
                holders.entry((conflict, key)).or_default().insert(story.id);
            }
        }
    }
    let twice = holders.into_iter().filter(|(_, orders)| orders.len() > 1);
    twice.map(|((conflict, key), orders)| (conflict, key, orders)).collect()
}

fn held(story: &Story) -> Vec<(Conflict, String)> {
    let numbers = story.own_numbers().into_iter().map(|number| (Conflict::TrackingNumber, number.to_owned()));
    let said = story.facts.iter().filter_map(|told| of_money(&told.what));
    let said = said.filter(|(_, key)| !key.is_empty());
    numbers.chain(said).chain(nominal(story)).collect()
}

#[expect(clippy::wildcard_enum_match_arm, reason = "the rest belongs to nobody else")]
fn of_money(what: &Happening) -> Option<(Conflict, String)> {
    match what {
        Happening::Verified { outcome, .. } if *outcome == Outcome::Rejected => None,
        Happening::Verified { bank_line, .. } | Happening::Refunded { bank_line, .. } => {
            Some((Conflict::BankLine, bank_line.clone()))
        }
        Happening::Claimed { file, .. } => Some((Conflict::Proof, file.clone())),
        _ => None,
    }
}

/// While the buyer may still transfer it.
fn nominal(story: &Story) -> Option<(Conflict, String)> {
    let waits = !story.standing.is_closed() && story.standing != Standing::Expired;
    let total = story.total.as_ref().filter(|total| waits && total.nominal > 0)?;
    Some((Conflict::Nominal, format!("{}:{}", total.account, total.nominal)))
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;
    use crate::verdict::side_by_side::story::Total;
    use crate::verdict::side_by_side::story::testing::{settled, shipped, story};

    fn found(one: Story, other: Story) -> Vec<Conflict> {
        let other = Story { id: Uuid::from_u128(2), ..other };
        of(&[one, other]).into_iter().map(|(conflict, ..)| conflict).collect()
    }

    fn line(line: &str, outcome: Outcome) -> Happening {
        Happening::Verified { outcome, amount: 5, cash: false, bank_line: line.into(), reason: String::new() }
    }

    fn claimed(file: &str) -> Happening {
        let (bank, payer, paid_at) = (String::new(), String::new(), String::new());
        Happening::Claimed { amount: 5, bank, payer, paid_at, file: file.into() }
    }

    #[test]
    fn what_two_orders_hold_is_found() {
        let both = |what: Happening| found(story(vec![what.clone()]), story(vec![what]));
        assert_eq!(both(line("mutasi", Outcome::Paid)), [Conflict::BankLine]);
        assert_eq!(both(line("mutasi", Outcome::Rejected)), []);
        assert_eq!(both(line("", Outcome::Paid)), []);
        assert_eq!(both(claimed("bukti")), [Conflict::Proof]);
        assert_eq!(both(shipped("JNE1")), [Conflict::TrackingNumber]);
    }

    #[test]
    fn an_order_that_gave_it_up_holds_it_no_more() {
        let gave_up = vec![shipped("JNE1"), settled(Conflict::TrackingNumber, "JNE1", "release")];
        assert_eq!(found(story(vec![shipped("JNE1")]), story(gave_up)), []);
    }

    #[test]
    fn one_nominal_is_found_while_both_may_transfer_it() {
        let total = Some(Total { sum: 7, nominal: 7, account: "139".into() });
        let told = Story { total, standing: Standing::Totalled, ..story(vec![]) };
        assert_eq!(found(told.clone(), told.clone()), [Conflict::Nominal]);
        assert_eq!(found(told.clone(), Story { standing: Standing::Expired, ..told }), []);
    }
}
