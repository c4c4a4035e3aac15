//! What the engine is handed from outside: the time, random bytes, and the country.

use std::sync::{Arc, LazyLock};
use std::time::{SystemTime, UNIX_EPOCH};

use tapak_engine::{DISTRICTS, Places};

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

/// The kecamatan of the country, read once for all devices here.
pub(crate) fn country() -> Arc<Places> {
    static COUNTRY: LazyLock<Arc<Places>> =
        LazyLock::new(|| Arc::new(Places::load(DISTRICTS).unwrap_or_else(|_| Places::without_districts())));
    Arc::clone(&COUNTRY)
}
