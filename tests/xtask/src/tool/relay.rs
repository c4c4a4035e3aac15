//! The relay: the binary `tapak`, quick to build for tests, quick to run for people.

use std::path::PathBuf;

use anyhow::Result;

use crate::home::Home;
use crate::steps::Outcome;
use crate::tool::cargo::cargo;

const BUILD: [&str; 3] = ["build", "--package", "tapak-server"];

/// The relay the journeys start.
pub(crate) fn build_for_tests(home: &Home) -> Result<Outcome> {
    cargo(home, BUILD).go()?;
    Ok(Outcome::Done)
}

/// The relay people and benches use.
pub(crate) fn build(home: &Home) -> Result<Outcome> {
    cargo(home, BUILD).arguments(["--release"]).go()?;
    Ok(Outcome::Done)
}

pub(crate) fn for_tests(home: &Home) -> PathBuf {
    home.built("debug/tapak")
}

pub(crate) fn released(home: &Home) -> PathBuf {
    home.built("release/tapak")
}
