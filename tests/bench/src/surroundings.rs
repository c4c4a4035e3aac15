//! What the engine is handed from outside: the time and random bytes.

use std::time::{SystemTime, UNIX_EPOCH};

use crate::fault::Fault;

/// Milliseconds since 1970.
pub(crate) fn now() -> u64 {
    let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    u64::try_from(since.as_millis()).unwrap_or(u64::MAX)
}

pub(crate) fn entropy() -> Result<[u8; 32], Fault> {
    let mut dice = [0; 32];
    getrandom::fill(&mut dice).map_err(|error| Fault::Failed(format!("no random bytes: {error}")))?;
    Ok(dice)
}
