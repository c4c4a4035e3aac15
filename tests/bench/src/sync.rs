//! `sync`: orders from one device to a fresh one, then reconnects with nothing changed.

use crate::cli::Sync;
use crate::contest;
use crate::fault::Fault;
use crate::step::{CREATE, FRESH, Orders, RECONNECT_COLD, RECONNECT_WARM};

pub(crate) fn run(asked: &Sync) -> Result<(), Fault> {
    let steps = [CREATE, FRESH, RECONNECT_COLD, RECONNECT_WARM];
    contest::run(&steps.map(|step| (step, Orders::first(asked.documents))), asked.peers)
}
