//! One device in a process of its own: what the bench tells it.

use std::net::SocketAddr;
use std::path::PathBuf;

use clap::{Args, ValueEnum};

#[derive(Debug, Args)]
pub(crate) struct Device {
    pub(crate) work: Work,
    #[arg(long)]
    pub(crate) relay: SocketAddr,
    #[arg(long)]
    pub(crate) store: PathBuf,
    /// How many orders there are once the work is done
    #[arg(long)]
    pub(crate) documents: u32,
    /// How many there are already; for `join`, how many of them are closed
    #[arg(long, default_value_t = 0)]
    pub(crate) from: u32,
    /// How often each new order is changed once it is taken
    #[arg(long)]
    pub(crate) edits: usize,
    /// The code of an invite, for a device that has not joined yet
    #[arg(long)]
    pub(crate) code: Option<String>,
}

/// What a device does in a step.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Work {
    /// Makes orders and sends them.
    Create,
    /// Fetches everything, and looks that it is all there.
    Find,
    /// Fetches everything, and says when there was something to work with.
    Join,
}

impl Work {
    pub(crate) const fn word(self) -> &'static str {
        match self {
            Self::Create => "create",
            Self::Find => "find",
            Self::Join => "join",
        }
    }
}
