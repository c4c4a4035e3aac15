//! `bench`: our figures and the peers', measured with release builds.

use anyhow::Result;

use crate::home::Home;
use crate::steps;
use crate::tool::cargo::cargo;
use crate::tool::relay;

use super::serve;

pub(crate) fn run(home: &Home, arguments: &[String]) -> Result<()> {
    steps::run(home, serve::STEPS)?;
    cargo(home, ["run", "--release", "--package", "tapak-bench", "--"])
        .arguments(arguments)
        .with("TAPAK_BIN", relay::released(home))
        .go()
}
