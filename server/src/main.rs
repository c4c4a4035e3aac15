//! The relay: sync, pairing and the app from one binary and one data folder.

mod cli;
mod copies;
mod demo;
mod export;
mod fault;
mod folder;
mod invite;
mod parse;
mod say;
mod serve;
mod surroundings;

use std::process::ExitCode;

use clap::Parser;

fn main() -> ExitCode {
    match cli::Cli::parse().command.run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(fault) => {
            say::complain(format_args!("{fault}"));
            ExitCode::FAILURE
        }
    }
}
