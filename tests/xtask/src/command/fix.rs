//! `fix`: repairs what a tool can repair.

use anyhow::Result;

use crate::home::Home;
use crate::steps::{self, Outcome, Step};
use crate::tool::cargo::cargo;
use crate::tool::{app, rustup};

use super::map;

const STEPS: &[Step] = &[
    Step { name: "lints of the Rust rooms", work: lints },
    Step { name: "format", work: format },
    Step { name: "packages of the app", work: app::install },
    Step { name: "lints of the app", work: app::fix },
    Step { name: "map", work: map::draw },
    Step { name: "types of the app", work: map::types },
];

pub(crate) fn run(home: &Home) -> Result<()> {
    steps::run(home, STEPS)
}

fn lints(home: &Home) -> Result<Outcome> {
    rustup::ensure_components(home)?;
    app::ensure_folder(home)?;
    cargo(home, ["clippy", "--fix", "--allow-dirty", "--allow-staged", "--workspace", "--all-targets"]).go()?;
    Ok(Outcome::Done)
}

fn format(home: &Home) -> Result<Outcome> {
    cargo(home, ["fmt", "--all"]).go()?;
    Ok(Outcome::Done)
}
