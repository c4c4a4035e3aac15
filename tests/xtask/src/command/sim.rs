//! `sim`: the whole system from one seed.

use anyhow::Result;

use crate::home::Home;
use crate::steps::Outcome;
use crate::tool::cargo::cargo;

/// Enough to catch a mistake of today; the long run is a person's choice.
const FEW: [&str; 2] = ["--seeds", "40"];

/// Many seeds want a fast build.
pub(crate) fn run(home: &Home, arguments: &[String]) -> Result<()> {
    cargo(home, ["run", "--release", "--package", "tapak-simulation", "--"]).arguments(arguments).go()
}

/// A few seeds run in the build the tests already made.
pub(crate) fn few(home: &Home) -> Result<Outcome> {
    cargo(home, ["run", "--package", "tapak-simulation", "--"]).arguments(FEW).go()?;
    Ok(Outcome::Done)
}
