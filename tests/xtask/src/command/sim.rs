//! `sim`: the whole system from one seed.

use anyhow::Result;

use crate::home::Home;
use crate::tool::cargo::cargo;

/// Many seeds want a fast build.
pub(crate) fn run(home: &Home, arguments: &[String]) -> Result<()> {
    cargo(home, ["run", "--release", "--package", "tapak-simulation", "--"]).arguments(arguments).go()
}
