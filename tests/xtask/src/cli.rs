//! The words the front door understands.

use std::net::SocketAddr;
use std::path::PathBuf;

use anyhow::Result;
use clap::{Args, Parser, Subcommand};

use crate::command::{bench, check, e2e, fix, fuzz, map, serve, sim, test, wasm};
use crate::home::Home;

/// The front door of the house.
#[derive(Debug, Parser)]
#[command(name = "cargo xtask", bin_name = "cargo xtask")]
pub(crate) struct Cli {
    #[command(subcommand)]
    pub(crate) command: Command,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Install what is missing, build everything, start the relay with a demo shop
    Serve(Serve),
    /// Everything a change has to pass
    Test,
    /// Format, lints and tidy: the quick look before a commit
    Check,
    /// Repair what a tool can repair
    Fix,
    /// Redraw the map in ARCHITECTURE.md and remember new migrations
    Map,
    /// Build what runs in the browser and print its sizes
    Wasm,
    /// Run the simulator, for example `--seeds 200` or `--seed 42`
    Sim(Passed),
    /// Throw hostile bytes at every decoder, for example `--seconds 60 document`
    Fuzz(Fuzz),
    /// Run the journeys in real browsers; arguments go to Playwright
    E2e(Passed),
    /// Run a bench with release builds: `sync`, `behind`, `growth`, `load`, `idle` or `phone`
    Bench(Passed),
}

#[derive(Debug, Args)]
pub(crate) struct Serve {
    /// Where the relay listens
    #[arg(long, default_value = "127.0.0.1:7171")]
    pub(crate) listen: SocketAddr,
    /// Where the shop is kept; a new folder gets the demo shop
    #[arg(long, default_value = ".tapak")]
    pub(crate) data: PathBuf,
}

#[derive(Debug, Args)]
pub(crate) struct Fuzz {
    /// How long each target is attacked
    #[arg(long, default_value_t = 20, value_parser = clap::value_parser!(u32).range(1..))]
    pub(crate) seconds: u32,
    /// Only this target
    pub(crate) target: Option<String>,
}

/// Arguments handed on untouched.
#[derive(Debug, Args)]
pub(crate) struct Passed {
    #[arg(trailing_var_arg = true, allow_hyphen_values = true)]
    pub(crate) arguments: Vec<String>,
}

impl Command {
    pub(crate) fn run(&self, home: &Home) -> Result<()> {
        match self {
            Self::Serve(serve) => serve::run(home, serve),
            Self::Test => test::run(home),
            Self::Check => check::run(home),
            Self::Fix => fix::run(home),
            Self::Map => map::run(home),
            Self::Wasm => wasm::run(home),
            Self::Sim(passed) => sim::run(home, &passed.arguments),
            Self::Fuzz(fuzz) => fuzz::run(home, fuzz),
            Self::E2e(passed) => e2e::run(home, &passed.arguments),
            Self::Bench(passed) => bench::run(home, &passed.arguments),
        }
    }
}

#[cfg(test)]
mod tests {
    use clap::Parser;

    use super::{Cli, Command};

    #[test]
    fn a_replayed_seed_reaches_the_simulator_untouched() {
        let cli = Cli::try_parse_from(["cargo xtask", "sim", "--seeds", "1", "--seed", "42"]).unwrap();
        let Command::Sim(passed) = cli.command else { panic!("sim was understood as {:?}", cli.command) };
        assert_eq!(passed.arguments, ["--seeds", "1", "--seed", "42"]);
    }

    #[test]
    fn serve_listens_on_this_machine_only_unless_told_otherwise() {
        let cli = Cli::try_parse_from(["cargo xtask", "serve"]).unwrap();
        let Command::Serve(serve) = cli.command else { panic!("serve was understood as {:?}", cli.command) };
        assert!(serve.listen.ip().is_loopback());
    }

    #[test]
    fn a_listen_address_without_a_port_is_refused_before_anything_is_built() {
        assert!(Cli::try_parse_from(["cargo xtask", "serve", "--listen", "0.0.0.0"]).is_err());
    }
}
