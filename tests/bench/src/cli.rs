//! The words the bench understands.

use std::net::SocketAddr;
use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};

/// Tapak against its peers on the same work.
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
    /// One device of a step, in its own process; the bench starts it
    #[command(hide = true)]
    Device(Device),
}

#[derive(Debug, Args)]
pub(crate) struct Sync {
    /// How many orders, with seven changes each
    #[arg(long, default_value_t = 4000, value_parser = clap::value_parser!(u32).range(1..))]
    pub(crate) documents: u32,
    /// Do the same work with automerge-repo and `PouchDB` too, and print the ratios last
    #[arg(long)]
    pub(crate) peers: bool,
}

#[derive(Debug, Args)]
pub(crate) struct Device {
    pub(crate) work: Work,
    #[arg(long)]
    pub(crate) relay: SocketAddr,
    #[arg(long)]
    pub(crate) store: PathBuf,
    #[arg(long)]
    pub(crate) documents: u32,
    /// The code of an invite, for a device that has not joined yet
    #[arg(long)]
    pub(crate) code: Option<String>,
}

/// What a device does in a step.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Work {
    Create,
    Find,
}

impl Work {
    pub(crate) const fn word(self) -> &'static str {
        match self {
            Self::Create => "create",
            Self::Find => "find",
        }
    }
}
