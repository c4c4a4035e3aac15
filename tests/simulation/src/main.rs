//! A shop in one process: the real loops of devices and relay, a bad network, failing disks, and one seed that replays it all.

mod arguments;
mod ask;
mod broken;
mod deed;
mod dice;
mod ledger;
mod run;
mod say;
mod tally;
mod trace;
mod verdict;
mod weather;
mod world;

use std::process::ExitCode;

use clap::Parser;

use crate::arguments::Arguments;

fn main() -> ExitCode {
    if run::run_all(&Arguments::parse()) { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}
