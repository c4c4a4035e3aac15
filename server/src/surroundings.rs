//! What the core may not look up and is handed: the time and random bytes.

use std::sync::Arc;

use std::time::{SystemTime, UNIX_EPOCH};
use tapak_engine::{DISTRICTS, Places};

use crate::fault::ServerFault;

/// Milliseconds since 1970 UTC.
pub(crate) fn now() -> u64 {
    let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    u64::try_from(since.as_millis()).unwrap_or(u64::MAX)
}

pub(crate) fn entropy() -> Result<[u8; 32], ServerFault> {
    let mut bytes = [0; 32];
    getrandom::fill(&mut bytes)?;
    Ok(bytes)
}

/// Kecamatan and postal codes, which are part of this program. Without them every address would wait for a person.
pub(crate) fn country() -> Arc<Places> {
    Arc::new(Places::load(DISTRICTS).unwrap_or_else(|_| Places::without_districts()))
}
