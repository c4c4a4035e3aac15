//! What the stories are played with: the relay in its own process, devices, and a wire to say odd things on.

mod phone;
mod raw;
mod relay;
mod rogue;
mod wire;

pub(crate) use phone::Phone;
pub(crate) use raw::Raw;
pub(crate) use relay::{Page, Relay, tapak};
pub(crate) use rogue::{Rogue, first_order};
pub(crate) use wire::{Farewell, Wire};

use std::time::{Duration, SystemTime, UNIX_EPOCH};

/// Longer than anything here takes on a busy machine.
pub(crate) const PATIENCE: Duration = Duration::from_secs(30);

pub(crate) fn now() -> u64 {
    SystemTime::now().duration_since(UNIX_EPOCH).unwrap().as_millis().try_into().unwrap()
}

pub(crate) fn entropy() -> [u8; 32] {
    let mut bytes = [0; 32];
    getrandom::fill(&mut bytes).unwrap();
    bytes
}
