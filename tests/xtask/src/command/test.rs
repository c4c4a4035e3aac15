//! `test`: everything a change has to pass, the quick answers first.

use anyhow::Result;

use crate::home::Home;
use crate::steps::{self, Outcome, Step};
use crate::tool::app;
use crate::tool::cargo::cargo;

use super::check;

const STEPS: &[Step] = &[
    check::TOOLS,
    check::FORMAT,
    Step { name: "packages of the app", work: app::install },
    check::LINTS,
    check::APP,
    Step { name: "tests of the app", work: app::test },
    Step { name: "tests of the Rust rooms", work: tests },
];

pub(crate) fn run(home: &Home) -> Result<()> {
    steps::judge(home, STEPS)
}

fn tests(home: &Home) -> Result<Outcome> {
    cargo(home, ["test", "--quiet", "--workspace"]).go()?;
    Ok(Outcome::Done)
}
