//! `wasm`: the core for the browser, and what it weighs.

use anyhow::Result;

use crate::home::Home;
use crate::steps::{self, Outcome, Step};
use crate::tool::{app, apt, bridge, rustup};

const STEPS: &[Step] = &[
    Step { name: "tools for the browser", work: tools },
    Step { name: "packages of the app", work: app::install },
    Step { name: "core for the browser", work: build },
];

pub(crate) fn run(home: &Home) -> Result<()> {
    steps::run(home, STEPS)
}

/// What the WASM build needs from the machine.
pub(crate) fn tools(_: &Home) -> Result<Outcome> {
    apt::ensure(&[apt::CLANG])?;
    rustup::ensure_target()?;
    Ok(Outcome::Done)
}

/// Builds the core and says what it weighs whenever it is new.
pub(crate) fn build(home: &Home) -> Result<Outcome> {
    let outcome = bridge::build(home)?;
    if outcome == Outcome::Done {
        bridge::tell_size(home)?;
    }
    Ok(outcome)
}
