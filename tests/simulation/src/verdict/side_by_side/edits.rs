//! Two people at one form: fields of their own are both kept; of one field the later edit shows, what it did not know of
//! stands beside it, and every value anybody gave is in the history.

use std::collections::BTreeSet;

use tapak_domain::order::Conflict;
use tapak_engine::view::happening::Happening;
use tapak_engine::view::order::OrderView;

use super::story::settlement;
use crate::broken::{Checked, Rule};
use crate::deed::Row;
use crate::ledger::Promise;
use crate::verdict::picture::Picture;

/// Fields in which a person writes words of their own.
const FIELDS: [&str; 2] = ["note", "sender_name"];

pub(super) fn check<'a>(picture: &Picture, met: impl Iterator<Item = (Row, [&'a Promise; 2])>) -> Checked {
    for page in picture.pages.values() {
        FIELDS.into_iter().try_for_each(|field| check_field(&Field::of(page, field)))?;
    }
    for (row, [one, another]) in met.filter(|(row, _)| *row == Row::OneField) {
        let Some(page) = one.done.and_then(|record| picture.pages.get(&record)) else { continue };
        let told = || format!("{row:?}: {:?} and {:?}", one.mark, another.mark);
        check_meeting(&Field::of(page, FIELDS[0]), [&one.mark, &another.mark], told)?;
    }
    Ok(())
}

/// One field of one order.
#[derive(Debug, Default)]
struct Field {
    shown: String,
    others: BTreeSet<String>,
    /// From what to what, in the sequence it happened in.
    edits: Vec<(String, String)>,
    /// Somebody chose a value, which is no edit.
    chosen: bool,
}

impl Field {
    fn of(page: &OrderView, field: &str) -> Self {
        let shown = if field == FIELDS[0] { &page.draft.note } else { &page.draft.sender_name };
        let apart = page.field_conflicts.iter().filter(|apart| apart.key == field);
        let edits = page.timeline.iter().flat_map(|entry| changes(&entry.what, field)).collect();
        let mut choices = page.timeline.iter().filter_map(|entry| settlement(&entry.what, Conflict::FieldApart));
        let chosen = choices.any(|(key, _)| key == field);
        Self { shown: shown.clone(), others: apart.flat_map(|apart| apart.others.clone()).collect(), edits, chosen }
    }

    fn stands(&self, value: &str) -> bool {
        self.shown == value || self.others.contains(value)
    }
}

fn changes(what: &Happening, field: &str) -> Vec<(String, String)> {
    let Happening::Revised { changes, .. } = what else { return Vec::new() };
    let of_field = changes.iter().filter(|change| change.field == field);
    of_field.map(|change| (change.from.clone(), change.to.clone())).collect()
}

/// What was said last nobody can have written over: it shows, or stands apart. What somebody who knew of it wrote over
/// is gone from the form.
fn check_field(field: &Field) -> Checked {
    if field.chosen {
        return Ok(());
    }
    if let Some((_, last)) = field.edits.last() {
        Rule::SideBySide.hold(field.stands(last), || format!("{last:?} was written last and is lost: {field:?}"))?;
    }
    // A form that is saved late may bring a value back: then it was said twice.
    let taken_with = field.edits.first().map(|(from, _)| from);
    let said = || taken_with.into_iter().chain(field.edits.iter().map(|(_, to)| to));
    let said_once = |value: &str| said().filter(|said| *said == value).count() == 1;
    let over = field.edits.iter().find(|(from, _)| said_once(from) && field.stands(from));
    Rule::SideBySide.hold(over.is_none(), || format!("{over:?} wrote over what still shows: {field:?}"))
}

/// Until somebody who knew of it writes again, each stands. Whoever knew of it comes after it; the other one did not.
fn check_meeting(field: &Field, marks: [&str; 2], told: impl Fn() -> String) -> Checked {
    let written = |mark: &str| field.edits.iter().any(|(_, to)| to == mark);
    if field.chosen || !marks.into_iter().all(written) {
        return Ok(());
    }
    let written_again = |mark: &str| {
        let mut since = field.edits.iter().skip_while(|(_, to)| to != mark).skip(1);
        since.any(|(_, to)| !marks.contains(&to.as_str()))
    };
    let lost = marks.into_iter().find(|mark| !field.stands(mark) && !written_again(mark));
    Rule::SideBySide.hold(lost.is_none(), || format!("{}, and {lost:?} is lost: {field:?}", told()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn field(edits: &[(&str, &str)], shown: &str, others: &[&str]) -> Field {
        Field {
            shown: shown.to_owned(),
            others: others.iter().map(|other| (*other).to_owned()).collect(),
            edits: edits.iter().map(|(from, to)| ((*from).to_owned(), (*to).to_owned())).collect(),
            chosen: false,
        }
    }

    #[test]
    fn an_edit_that_is_lost_or_comes_back_is_caught() {
        let edits = [("a", "b"), ("b", "c")];
        assert!(check_field(&field(&edits, "c", &[])).is_ok());
        assert!(check_field(&field(&edits, "b", &[])).is_err(), "the later one is lost");
        assert!(check_field(&field(&edits, "c", &["b"])).is_err(), "what was written over stands beside it");
        assert!(check_field(&field(&[("a", "b"), ("b", "a")], "a", &[])).is_ok(), "a form was saved late");
        let apart = [("a", "b"), ("a", "c")];
        assert!(check_field(&field(&apart, "b", &["c"])).is_ok());
        assert!(check_field(&field(&apart, "b", &[])).is_err());
    }

    #[test]
    fn two_who_wrote_at_one_moment_both_stand_until_somebody_writes_again() {
        let judged = |field: &Field| check_meeting(field, ["b", "c"], String::new).is_ok();
        let apart = [("a", "b"), ("a", "c")];
        assert!(judged(&field(&apart, "c", &["b"])));
        assert!(!judged(&field(&apart, "c", &[])), "the loser is not shown");
        assert!(judged(&field(&[("a", "b"), ("a", "c"), ("c", "d")], "d", &[])));
        assert!(judged(&field(&[("a", "b"), ("b", "d"), ("a", "c")], "d", &["c"])), "one was written over");
        assert!(!judged(&field(&[("a", "b"), ("b", "d"), ("a", "c")], "d", &[])));
        assert!(judged(&Field { chosen: true, ..field(&apart, "c", &[]) }));
    }
}
