//! The lines of a bank's file with their ids: made from what each line says, so that every device makes the same.

use tapak_domain::statement::{BankLine, Reading};
use tapak_store::{Store, StoreError};
use uuid::{Builder, Uuid};

/// How many bytes of a hash a UUID has room for.
const ID: usize = 16;

pub(crate) fn kept(account: &str, reading: &Reading) -> Vec<BankLine> {
    reading.kept(account, &id_of)
}

fn id_of(identity: &str) -> Uuid {
    let hash = blake3::hash(identity.as_bytes());
    let mut bytes = [0; ID];
    bytes.copy_from_slice(&hash.as_bytes()[..ID]);
    Builder::from_custom_bytes(bytes).into_uuid()
}

/// Not here yet, or here only as the bank had it before it was posted.
pub(crate) fn fresh(store: &Store, lines: Vec<BankLine>) -> Result<Vec<BankLine>, StoreError> {
    let mut fresh = Vec::new();
    for line in lines {
        let known = store.bank_line(line.id)?;
        if known.is_none_or(|known| known.date.is_empty() && line.date.is_some()) {
            fresh.push(line);
        }
    }
    Ok(fresh)
}
