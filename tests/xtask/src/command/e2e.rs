//! `e2e`: the journeys, real browsers against the real binary.

use anyhow::Result;

use crate::home::Home;
use crate::steps::{self, Outcome, Step};
use crate::tool::{app, apt, npm, relay};

use super::wasm;

const FOLDER: &str = "tests/e2e";

const STEPS: &[Step] = &[
    Step { name: "tools", work: tools },
    Step { name: "packages of the app", work: app::install },
    wasm::CORE,
    wasm::OFFICE,
    Step { name: "app", work: app::build },
    Step { name: "relay for the journeys", work: relay::build_for_tests },
    Step { name: "packages of the journeys", work: install },
];

pub(crate) fn run(home: &Home, arguments: &[String]) -> Result<()> {
    steps::run(home, STEPS)?;
    journeys(home, arguments)
}

pub(crate) fn install(home: &Home) -> Result<Outcome> {
    npm::install(home, FOLDER)
}

fn tools(home: &Home) -> Result<Outcome> {
    apt::ensure(&[apt::CHROMIUM, apt::POPPLER])?;
    wasm::tools(home)
}

pub(crate) fn all(home: &Home) -> Result<Outcome> {
    journeys(home, &[])?;
    Ok(Outcome::Done)
}

fn journeys(home: &Home, arguments: &[String]) -> Result<()> {
    npm::script(home, FOLDER, "test", arguments).with("TAPAK_BIN", relay::for_tests(home)).go()
}
