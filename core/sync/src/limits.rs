//! Every limit of the wire in one place, and the check that a message keeps them.

use crate::codec::CodecError;
use crate::message::{Pair, Paired, Roster, RosterEntry, SignedChange, ToDevice, ToRelay};

/// One binary frame, as sent.
pub const MAX_FRAME: usize = 64 * 1024;
/// One message, after decompression.
pub const MAX_RAW: usize = 256 * 1024;
/// Changes in one push or page.
pub const MAX_CHANGES: usize = 512;
/// One change.
pub const MAX_CHANGE: usize = 32 * 1024;
/// One string, in bytes.
pub const MAX_STRING: usize = 200;
/// Scopes in one hello.
pub const MAX_SCOPES: usize = 64;
/// Devices in one roster.
pub const MAX_ROSTER: usize = 512;
/// What a push or a page is filled to: it fits a frame even when nothing compresses.
pub const PAGE_BYTES: usize = 48 * 1024;

/// A message that can say whether it keeps the limits.
pub trait Limited {
    fn check(&self) -> Result<(), CodecError>;
}

impl Limited for ToRelay {
    fn check(&self) -> Result<(), CodecError> {
        match self {
            Self::Pair(pair) => check_pair(pair),
            Self::Hello(hello) => count(hello.scopes.len(), MAX_SCOPES),
            Self::Push(push) => changes(push.changes.len(), push.changes.iter()),
            Self::Credit(_) | Self::Ping(_) => Ok(()),
        }
    }
}

impl Limited for ToDevice {
    fn check(&self) -> Result<(), CodecError> {
        match self {
            Self::Paired(paired) => check_paired(paired),
            Self::Welcome(welcome) => string(&welcome.role).and(check_roster(&welcome.roster)),
            Self::Page(page) => changes(page.changes.len(), page.changes.iter().map(|row| &row.change)),
            Self::Pushed(pushed) => count(pushed.outcomes.len(), MAX_CHANGES),
            Self::Roster(roster) => check_roster(roster),
            Self::Challenge(_) | Self::Seen(_) | Self::Pong(_) | Self::Bye(_) => Ok(()),
        }
    }
}

fn check_pair(pair: &Pair) -> Result<(), CodecError> {
    strings(&[&pair.device_name, &pair.person])
}

fn check_paired(paired: &Paired) -> Result<(), CodecError> {
    strings(&[&paired.shop_name, &paired.role, &paired.prefix])
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
