//! `test`: everything a change has to pass, the quick answers first.

use anyhow::Result;

use crate::home::Home;
use crate::steps::{self, Outcome, Step};
use crate::tool::cargo::cargo;
use crate::tool::{app, rustup};

use super::check;

const STEPS: &[Step] = &[
    Step { name: "tools", work: tools },
    check::FORMAT,
    Step { name: "packages of the app", work: app::install },
    check::LINTS,
    check::APP,
    Step { name: "tests of the app", work: app::test },
    Step { name: "tests of the Rust rooms", work: tests },
];

pub(crate) fn run(home: &Home) -> Result<()> {
    steps::run(home, STEPS)?;
    steps::verdict(STEPS);
    Ok(())
}

fn tools(home: &Home) -> Result<Outcome> {
    rustup::ensure_components(home)?;
    Ok(Outcome::Done)
}

fn tests(home: &Home) -> Result<Outcome> {
    cargo(home, ["test", "--quiet", "--workspace"]).go()?;
    Ok(Outcome::Done)
}
