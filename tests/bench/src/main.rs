//! The bench: Tapak and its peers on the same work, each server and each device a process of its own.

mod cli;
mod device;
mod engine;
mod fault;
mod folder;
mod process;
mod ratio;
mod say;
mod step;
mod sync;
mod usage;
mod wire;
mod workload;

use anyhow::Result;
use clap::Parser;

use cli::{Bench, Cli};

fn main() -> Result<()> {
    match Cli::parse().bench {
        Bench::Sync(asked) => sync::run(&asked)?,
        Bench::Device(asked) => device::run(&asked)?,
    }
    Ok(())
}
