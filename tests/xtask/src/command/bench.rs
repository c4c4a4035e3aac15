//! `bench`: our figures and the peers', measured with release builds.

use anyhow::Result;

use crate::home::Home;
use crate::steps::{self, Step};
use crate::tool::cargo::cargo;
use crate::tool::{app, relay};

use super::wasm;

/// The relay carries the app, so the app comes first even where no page is measured.
const STEPS: &[Step] = &[
    Step { name: "tools for the browser", work: wasm::tools },
    Step { name: "packages of the app", work: app::install },
    Step { name: "core for the browser", work: wasm::build },
    Step { name: "app", work: app::build },
    Step { name: "relay", work: relay::build },
];

pub(crate) fn run(home: &Home, arguments: &[String]) -> Result<()> {
    steps::run(home, STEPS)?;
    cargo(home, ["run", "--release", "--package", "tapak-bench", "--"])
        .arguments(arguments)
        .with("TAPAK_BIN", relay::released(home))
        .go()
}
