//! The app: its packages, its build, and what its shell weighs.

use std::fs;

use anyhow::Result;

use crate::home::Home;
use crate::steps::Outcome;
use crate::tool::npm;
use crate::tool::stamp::Stamp;

const FOLDER: &str = "web";
const DIST: &str = "web/dist";

pub(crate) fn install(home: &Home) -> Result<Outcome> {
    npm::install(home, FOLDER)
}

/// Builds it unless it was built from the same sources, packages and core before.
pub(crate) fn build(home: &Home) -> Result<Outcome> {
    let stamp = Stamp::of(home, "app", &[FOLDER])?;
    if stamp.is_fresh(&[home.path(DIST).join("index.html")]) {
        return Ok(Outcome::UpToDate);
    }
    npm::script(home, FOLDER, "build", &[]).go()?;
    stamp.keep()?;
    Ok(Outcome::Done)
}

/// The relay embeds this folder, so it has to be there before the relay can be looked at by a compiler.
pub(crate) fn ensure_folder(home: &Home) -> Result<()> {
    fs::create_dir_all(home.path(DIST)).map_err(Into::into)
}

/// Types, lints and boundaries of the app.
pub(crate) fn check(home: &Home) -> Result<Outcome> {
    npm::script(home, FOLDER, "check", &[]).go()?;
    Ok(Outcome::Done)
}

pub(crate) fn test(home: &Home) -> Result<Outcome> {
    npm::script(home, FOLDER, "test", &[]).go()?;
    Ok(Outcome::Done)
}

pub(crate) fn fix(home: &Home) -> Result<Outcome> {
    npm::script(home, FOLDER, "fix", &[]).go()?;
    Ok(Outcome::Done)
}
