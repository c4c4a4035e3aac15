//! Open files: every socket is one, and systems often allow fewer than a relay has places.

use super::places::Limits;

/// For the database, the log, the app and what the runtime needs.
const OTHERS: u32 = 64;

/// As many sockets as were asked for, or as many as the system lets be open.
pub(super) fn fit(limits: Limits) -> Limits {
    let wanted = u64::from(limits.sockets.saturating_add(OTHERS));
    let allowed = rlimit::increase_nofile_limit(wanted).unwrap_or(wanted);
    if allowed >= wanted {
        return limits;
    }
    let sockets = u32::try_from(allowed).unwrap_or(u32::MAX).saturating_sub(OTHERS).max(1);
    tracing::warn!(asked = limits.sockets, sockets, "the system lets fewer files be open than sockets were asked for");
    Limits { sockets, ..limits }
}
