//! `wasm`: the core and the writer of spreadsheets for the browser, and what they weigh.

use anyhow::Result;

use crate::home::Home;
use crate::steps::{self, Outcome, Step};
use crate::tool::bridge::{self, Bridge};
use crate::tool::{app, apt, rustup};

const STEPS: &[Step] = &[
    Step { name: "tools for the browser", work: tools },
    Step { name: "packages of the app", work: app::install },
    CORE,
    OFFICE,
];

pub(crate) const CORE: Step = Step { name: "core for the browser", work: |home| build(home, &bridge::CORE) };
pub(crate) const OFFICE: Step =
    Step { name: "writer of spreadsheets for the browser", work: |home| build(home, &bridge::OFFICE) };

pub(crate) fn run(home: &Home) -> Result<()> {
    steps::run(home, STEPS)
}

/// What the WASM build needs from the machine.
pub(crate) fn tools(_: &Home) -> Result<Outcome> {
    apt::ensure(&[apt::CLANG])?;
    rustup::ensure_target()?;
    Ok(Outcome::Done)
}

/// Says what it weighs whenever it is new.
fn build(home: &Home, bridge: &Bridge) -> Result<Outcome> {
    let outcome = bridge.build(home)?;
    if outcome == Outcome::Done {
        bridge.tell_size(home)?;
    }
    Ok(outcome)
}
