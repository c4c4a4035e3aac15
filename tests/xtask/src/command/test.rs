//! `test`: everything a change has to pass, the quick answers first.

use anyhow::Result;

use crate::home::Home;
use crate::steps::{self, Outcome, Step};
use crate::tool::cargo::cargo;
use crate::tool::{app, apt, relay, rustup};

use super::{check, e2e, sim, wasm};

const STEPS: &[Step] = &[
    Step { name: "tools", work: tools },
    check::FORMAT,
    Step { name: "packages of the app", work: app::install },
    wasm::CORE,
    wasm::OFFICE,
    Step { name: "app", work: app::build },
    check::LINTS,
    check::APP,
    Step { name: "tests of the app", work: app::test },
    Step { name: "tests of the Rust rooms", work: tests },
    Step { name: "simulation", work: sim::few },
    Step { name: "relay for the journeys", work: relay::build_for_tests },
    Step { name: "packages of the journeys", work: e2e::install },
    Step { name: "journeys", work: e2e::all },
];

pub(crate) fn run(home: &Home) -> Result<()> {
    steps::judge(home, STEPS)
}

fn tools(home: &Home) -> Result<Outcome> {
    apt::ensure(&[apt::CLANG, apt::CHROMIUM, apt::POPPLER, apt::CALC])?;
    rustup::ensure_target()?;
    rustup::ensure_components(home)?;
    Ok(Outcome::Done)
}

fn tests(home: &Home) -> Result<Outcome> {
    cargo(home, ["test", "--quiet", "--workspace"]).go()?;
    Ok(Outcome::Done)
}
