//! The words the bench understands.

mod device;
mod load;
mod shop;

pub(crate) use device::{Device, Work};
pub(crate) use load::{Idle, Load, Phone};
pub(crate) use shop::{Behind, Growth, Sync};

use clap::{Parser, Subcommand};

/// Tapak against its peers on the same work, and Tapak under load.
#[derive(Debug, Parser)]
#[command(name = "bench")]
pub(crate) struct Cli {
    #[command(subcommand)]
    pub(crate) bench: Bench,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Bench {
    /// Orders from one device to a fresh one, then reconnects with nothing changed; one JSON line a step
    Sync(Sync),
    /// A device that was away comes back to what the others did meanwhile
    Behind(Behind),
    /// The relay and a fresh device as the shop grows; one JSON line a size
    Growth(Growth),
    /// Many devices working at once: how long an edit takes to every other device, and that nothing is lost
    Load(Load),
    /// Many devices that are connected and do nothing
    Idle(Idle),
    /// The app in a browser as slow as a cheap phone, with a big shop
    Phone(Phone),
    /// One device of a step, in its own process; the bench starts it
    #[command(hide = true)]
    Device(Device),
}
