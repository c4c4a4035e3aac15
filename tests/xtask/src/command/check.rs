//! `check`: format, lints and tidy, under a minute when warm.

use anyhow::Result;

use crate::home::Home;
use crate::steps::{self, Outcome, Step};
use crate::tool::cargo::cargo;
use crate::tool::rustup::TARGET;
use crate::tool::{app, apt, rustup};

pub(crate) const FORMAT: Step = Step { name: "format", work: format };
pub(crate) const LINTS: Step = Step { name: "lints of the Rust rooms", work: lints };
pub(crate) const APP: Step = Step { name: "types and lints of the app", work: app::check };

const STEPS: &[Step] = &[
    Step { name: "tools", work: tools },
    FORMAT,
    Step { name: "packages of the app", work: app::install },
    LINTS,
    APP,
    Step { name: "tidy", work: tidy },
];

pub(crate) fn run(home: &Home) -> Result<()> {
    steps::judge(home, STEPS)
}

fn tools(home: &Home) -> Result<Outcome> {
    apt::ensure(&[apt::CLANG])?;
    rustup::ensure_target()?;
    rustup::ensure_components(home)?;
    Ok(Outcome::Done)
}

fn format(home: &Home) -> Result<Outcome> {
    cargo(home, ["fmt", "--all", "--check"]).go()?;
    Ok(Outcome::Done)
}

/// The bridges once more for the browser: on this machine's own target most of them is not compiled.
fn lints(home: &Home) -> Result<Outcome> {
    app::ensure_folder(home)?;
    cargo(home, ["clippy", "--workspace", "--all-targets", "--", "-D", "warnings"]).go()?;
    let bridges = ["--package", "tapak-bridge", "--package", "tapak-office-bridge"];
    cargo(home, ["clippy"]).arguments(bridges).arguments(["--target", TARGET, "--", "-D", "warnings"]).go()?;
    Ok(Outcome::Done)
}

fn tidy(home: &Home) -> Result<Outcome> {
    cargo(home, ["test", "--quiet", "--package", "tapak-tidy"]).go()?;
    Ok(Outcome::Done)
}
