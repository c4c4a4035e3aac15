//! Every limit of the wire in one place, and the check that a message keeps them.

use crate::codec::CodecError;
use crate::message::{
    Boot, Card, Cards, FilePart, Pair, Paired, Roster, RosterEntry, SignedChange, ToDevice, ToRelay, Welcome,
};

/// One binary frame to the relay, as sent.
pub const MAX_FRAME: usize = 64 * 1024;
/// One message to the relay, after decompression.
pub const MAX_RAW: usize = 256 * 1024;
/// One frame to a device. It trusts its relay, and a document or a roster has to fit whole.
pub const MAX_FRAME_DOWN: usize = 512 * 1024;
pub const MAX_RAW_DOWN: usize = 2 * 1024 * 1024;
/// The chunks of one document, to go into a card.
pub const MAX_BODY: usize = 1024 * 1024;
/// Changes in one push or page.
pub const MAX_CHANGES: usize = 512;
/// One change.
pub const MAX_CHANGE: usize = 32 * 1024;
/// One string, in bytes.
pub const MAX_STRING: usize = 200;
/// Scopes in one hello.
pub const MAX_SCOPES: usize = 64;
/// Devices in one roster.
pub const MAX_ROSTER: usize = 4_096;
/// Documents in one fetch or one stretch of cards.
pub const MAX_CARDS: usize = 512;
/// One row of a card.
pub const MAX_ROW: usize = 16 * 1024;
/// One part of a file.
pub const MAX_PART: usize = 48 * 1024;
/// One file.
pub const MAX_FILE: u64 = 8 * 1024 * 1024;
/// What a push or a page is filled to: it fits a frame even when nothing compresses.
pub const PAGE_BYTES: usize = 48 * 1024;

/// A message that can say whether it keeps the limits.
pub trait Limited {
    const MOST_FRAME: usize;
    const MOST_RAW: usize;

    fn check(&self) -> Result<(), CodecError>;
}

impl Limited for ToRelay {
    const MOST_FRAME: usize = MAX_FRAME;
    const MOST_RAW: usize = MAX_RAW;

    fn check(&self) -> Result<(), CodecError> {
        match self {
            Self::Pair(pair) => check_pair(pair),
            Self::Hello(hello) => count(hello.scopes.len(), MAX_SCOPES).and(check_boot(hello.boot.as_ref())),
            Self::Push(push) => changes(push.changes.len(), push.changes.iter()),
            Self::Fetch(fetch) => count(fetch.documents.len(), MAX_CARDS),
            Self::FilePart(part) => check_part(part),
            Self::Credit(_) | Self::Ping(_) | Self::Reconcile(_) | Self::Look(_) | Self::FileWant(_) | Self::Left => {
                Ok(())
            }
        }
    }
}

impl Limited for ToDevice {
    const MOST_FRAME: usize = MAX_FRAME_DOWN;
    const MOST_RAW: usize = MAX_RAW_DOWN;

    fn check(&self) -> Result<(), CodecError> {
        match self {
            Self::Paired(paired) => check_paired(paired),
            Self::Welcome(welcome) => check_welcome(welcome),
            Self::Cards(cards) => check_cards(cards),
            Self::FilePart(part) => check_part(part),
            Self::Page(page) => changes(page.changes.len(), page.changes.iter().map(|row| &row.change)),
            Self::Pushed(pushed) => count(pushed.outcomes.len(), MAX_CHANGES),
            Self::Roster(roster) => check_roster(roster),
            Self::Heard(heard) => count(heard.devices.len(), MAX_ROSTER),
            Self::Challenge(_)
            | Self::Seen(_)
            | Self::Pong(_)
            | Self::Bye(_)
            | Self::Proof(_)
            | Self::Reconcile(_)
            | Self::Looking(_)
            | Self::Leave(_)
            | Self::FileHave(_) => Ok(()),
        }
    }
}

fn check_pair(pair: &Pair) -> Result<(), CodecError> {
    strings(&[&pair.device_name, &pair.person])
}

fn check_paired(paired: &Paired) -> Result<(), CodecError> {
    strings(&[&paired.shop_name, &paired.role, &paired.prefix])
}

fn check_welcome(welcome: &Welcome) -> Result<(), CodecError> {
    string(&welcome.role)?;
    count(welcome.scopes.as_ref().map_or(0, Vec::len), MAX_SCOPES)?;
    check_boot(welcome.boot.as_ref())?;
    count(welcome.seen.as_ref().map_or(0, Vec::len), MAX_ROSTER)?;
    check_roster(&welcome.roster)
}

fn check_boot(boot: Option<&Boot>) -> Result<(), CodecError> {
    count(boot.map_or(0, |boot| boot.since.len()), MAX_SCOPES)
}

fn check_cards(cards: &Cards) -> Result<(), CodecError> {
    count(cards.cards.len().max(cards.missing.len()), MAX_CARDS)?;
    let too_long = |card: &Card| card.row.len() > MAX_ROW;
    if cards.cards.iter().any(too_long) { Err(CodecError::StringTooLong) } else { Ok(()) }
}

fn check_part(part: &FilePart) -> Result<(), CodecError> {
    let fits = part.bytes.len() <= MAX_PART && part.length <= MAX_FILE && part.offset <= part.length;
    if fits { Ok(()) } else { Err(CodecError::ChangeTooLarge) }
}

fn check_roster(roster: &Roster) -> Result<(), CodecError> {
    count(roster.0.len(), MAX_ROSTER)?;
    roster.0.iter().try_for_each(check_entry)
}

fn check_entry(entry: &RosterEntry) -> Result<(), CodecError> {
    strings(&[&entry.person, &entry.device_name, &entry.role, &entry.prefix])
}

fn changes<'a>(length: usize, all: impl Iterator<Item = &'a SignedChange>) -> Result<(), CodecError> {
    count(length, MAX_CHANGES)?;
    match all.map(|change| change.change.len()).max() {
        Some(largest) if largest > MAX_CHANGE => Err(CodecError::ChangeTooLarge),
        Some(_) | None => Ok(()),
    }
}

fn count(length: usize, limit: usize) -> Result<(), CodecError> {
    if length > limit { Err(CodecError::TooMany) } else { Ok(()) }
}

fn strings(all: &[&str]) -> Result<(), CodecError> {
    all.iter().try_for_each(|text| string(text))
}

fn string(text: &str) -> Result<(), CodecError> {
    if text.len() > MAX_STRING { Err(CodecError::StringTooLong) } else { Ok(()) }
}
