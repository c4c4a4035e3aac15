//! `map`: redraws the map in ARCHITECTURE.md, remembers new migrations and writes the app's types anew.

use anyhow::Result;
use tapak_tidy::{House, map, migrations};

use crate::home::Home;
use crate::say::note;
use crate::steps::{self, Outcome, Step};
use crate::tool::cargo::cargo;

const STEPS: &[Step] = &[Step { name: "map", work: draw }, Step { name: "types of the app", work: types }];

pub(crate) fn run(home: &Home) -> Result<()> {
    steps::run(home, STEPS)
}

/// Both are memories of the house that a test compares with the house.
pub(crate) fn draw(home: &Home) -> Result<Outcome> {
    let house = House::at(home.root());
    let added = migrations::remember(&house)?;
    let redrawn = map::write(&house)?;
    if added > 0 {
        note(format_args!("migrations/manifest.txt: {added} new"));
    }
    if redrawn {
        note("ARCHITECTURE.md: redrawn");
    }
    Ok(if redrawn || added > 0 { Outcome::Done } else { Outcome::UpToDate })
}

/// The engine's boundary in TypeScript, from the Rust types.
pub(crate) fn types(home: &Home) -> Result<Outcome> {
    cargo(home, ["run", "--quiet", "--package", "tapak-types"]).go()?;
    Ok(Outcome::Done)
}
