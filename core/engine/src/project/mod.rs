//! From records to the rows that lists, queues and searches read. Nothing here is ground state: it can be drawn anew.

mod contact;
mod order;
pub(crate) mod picture;
mod product;
mod recap;
pub(crate) mod shop;
mod statement;
mod tariff;

use tapak_domain::policy::counts;
use tapak_domain::{Noun, Record, Stamp};
use tapak_store::record::Recorded;
use tapak_store::{Store, StoreError};

use crate::crew::Crew;
use crate::documents::{self, Documents};
use crate::fault::Fault;

/// Draws what changed, and answers with the latest clock reading met.
pub(crate) fn changed(store: &Store, documents: &mut Documents, crew: &Crew) -> Result<Drawn, Fault> {
    let mut drawn = Drawn::default();
    for id in documents.take_changed() {
        // Left to the relay meanwhile: it keeps the row it came with.
        if !store.is_whole(documents::wire(id))? {
            continue;
        }
        if let Some(record) = documents.open(store, id)?.record()? {
            self::record(store, record, crew)?;
            drawn.note(record);
        } else {
            store.drop_record(id)?;
        }
    }
    if drawn.nouns.contains(&Noun::Shop) {
        forget_purged(store, documents)?;
    }
    Ok(drawn)
}

/// What was erased while it was open here.
fn forget_purged(store: &Store, documents: &mut Documents) -> Result<(), Fault> {
    for id in documents.ids() {
        if store.is_purged(documents::wire(id))? {
            documents.forget(id);
            store.drop_record(id)?;
        }
    }
    Ok(())
}

/// Draws everything anew from the log, in one transaction.
pub(crate) fn rebuild(store: &Store, crew: &Crew) -> Result<(), Fault> {
    store.begin()?;
    all(store, crew).and_then(|()| Ok(store.commit()?)).inspect_err(|_| store.rollback())
}

/// What only the relay has whole keeps the row it came with.
fn all(store: &Store, crew: &Crew) -> Result<(), Fault> {
    store.clear_projections()?;
    for id in store.documents()? {
        record(store, &documents::load(store, documents::uuid(id))?.record()?, crew)?;
    }
    Ok(store.refresh_stock_levels()?)
}

/// What was drawn.
#[derive(Debug, Default)]
pub(crate) struct Drawn {
    pub(crate) nouns: Vec<Noun>,
    pub(crate) latest: Stamp,
}

impl Drawn {
    fn note(&mut self, record: &Record) {
        self.nouns.push(record.noun);
        self.latest = record.facts.iter().map(|fact| fact.at).fold(self.latest, Stamp::max);
    }
}

fn record(store: &Store, record: &Record, crew: &Crew) -> Result<(), StoreError> {
    let (title, rank) = match record.noun {
        Noun::Order => order::draw(store, record, crew)?,
        Noun::Contact => (contact::draw(store, record, crew)?, LOOKED_UP),
        Noun::Product => (product::draw(store, record, crew)?, AT_WORK),
        Noun::Tariff => (tariff::draw(store, record, crew)?, LOOKED_UP),
        Noun::Recap => (recap::draw(store, record, crew)?, LOOKED_UP),
        Noun::Shop => (shop::draw(store, record)?, AT_WORK),
        Noun::Statement => (statement::draw(store, record, crew)?, AT_WORK),
    };
    // A fact that counts for nothing yet may be from somebody whose new role is not known here yet.
    let strangers = record.facts.iter().filter(|fact| !counts(crew, record.noun, fact)).count();
    let strangers = u32::try_from(strangers).unwrap_or(u32::MAX);
    let updated_at = record.facts.last().map_or(0, |fact| millis(fact.at));
    store.put_record(record.id, record.noun, &Recorded { title, strangers, rank, updated_at })
}

/// Ranks of records for a device that is being brought up to date: what people work on comes first.
const AT_WORK: u8 = 0;
const LOOKED_UP: u8 = 1;

/// Milliseconds since 1970 UTC as SQLite holds them.
fn millis(stamp: Stamp) -> i64 {
    i64::try_from(stamp.millis).unwrap_or(i64::MAX)
}

/// The ways a phone number is typed into a search, beside the one with dashes.
fn phone_words(phone: &tapak_domain::values::Phone) -> String {
    let digits: String = phone.national().chars().filter(char::is_ascii_digit).collect();
    format!("{} {digits} {} {}", phone.national(), digits.trim_start_matches('0'), phone.as_str())
}
