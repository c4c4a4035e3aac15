//! `bench`: our figures and the peers', measured with release builds.

use anyhow::Result;

use crate::home::Home;
use crate::steps::{self, Outcome, Step};
use crate::tool::cargo::cargo;
use crate::tool::{apt, relay};

use super::{e2e, serve};

/// The bench that needs a browser.
const PHONE: &str = "phone";

const BROWSER: &[Step] =
    &[Step { name: "browser", work: browser }, Step { name: "packages that drive it", work: e2e::install }];

pub(crate) fn run(home: &Home, arguments: &[String]) -> Result<()> {
    steps::run(home, serve::STEPS)?;
    if arguments.first().is_some_and(|bench| bench == PHONE) {
        steps::run(home, BROWSER)?;
    }
    cargo(home, ["run", "--release", "--package", "tapak-bench", "--"])
        .arguments(arguments)
        .with("TAPAK_BIN", relay::released(home))
        .go()
}

fn browser(_home: &Home) -> Result<Outcome> {
    apt::ensure(&[apt::CHROMIUM])?;
    Ok(Outcome::Done)
}
