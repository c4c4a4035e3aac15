//! The front door: `cargo xtask` builds, runs, checks and measures the house.

mod cli;
mod command;
mod home;
mod say;
mod steps;
mod tool;

use std::process::ExitCode;

use clap::Parser;

fn main() -> ExitCode {
    match cli::Cli::parse().command.run(&home::Home::here()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(fault) => {
            say::say(format_args!("error: {fault:#}"));
            ExitCode::FAILURE
        }
    }
}
