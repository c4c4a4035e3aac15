//! The bench: Tapak and its peers on the same work, each server and each device a process of its own.

mod behind;
mod cli;
mod contest;
mod device;
mod engine;
mod fault;
mod folder;
mod growth;
mod idle;
mod load;
mod phone;
mod process;
mod ratio;
mod say;
mod step;
mod surroundings;
mod sync;
mod table;
mod usage;
mod wire;
mod workload;

use anyhow::Result;
use clap::Parser;

use cli::{Bench, Cli};

fn main() -> Result<()> {
    match Cli::parse().bench {
        Bench::Sync(asked) => sync::run(&asked)?,
        Bench::Behind(asked) => behind::run(&asked)?,
        Bench::Growth(asked) => growth::run(&asked)?,
        Bench::Load(asked) => load::run(&asked)?,
        Bench::Idle(asked) => idle::run(&asked)?,
        Bench::Phone(asked) => phone::run(&asked)?,
        Bench::Device(asked) => device::run(&asked)?,
    }
    Ok(())
}
