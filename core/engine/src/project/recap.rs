//! A batch of claims, part by part, and the claims each part lists.

use tapak_domain::Record;
use tapak_domain::recap::{Frozen, Recap};
use tapak_store::recap::Part;
use tapak_store::{Store, StoreError};

use super::millis;
use crate::crew::Crew;

/// Answers with the record's title.
pub(super) fn draw(store: &Store, record: &Record, crew: &Crew) -> Result<String, StoreError> {
    let recap = Recap::new(record, crew);
    let places: Vec<_> = recap.frozen.iter().map(Frozen::place).collect();
    let parts = u32::try_from(recap.parts).unwrap_or(u32::MAX);
    let parts: Vec<_> =
        recap.frozen.iter().zip(&places).map(|(frozen, place)| part(&recap, frozen, place, parts)).collect();
    store.put_recap(record.id, &parts)?;
    Ok(recap.title())
}

fn part<'a>(recap: &Recap, frozen: &'a Frozen, place: &'a str, parts: u32) -> Part<'a> {
    Part {
        recap: recap.id,
        place,
        at: millis(frozen.at),
        author: frozen.by.0,
        since: whole(frozen.from),
        until: whole(frozen.until),
        parts,
        entries: &frozen.entries,
    }
}

fn whole(millis: u64) -> i64 {
    i64::try_from(millis).unwrap_or(i64::MAX)
}
