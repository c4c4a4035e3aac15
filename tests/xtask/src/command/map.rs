//! `map`: redraws the map in ARCHITECTURE.md and remembers new migrations.

use anyhow::Result;
use tapak_tidy::{House, map, migrations};

use crate::home::Home;
use crate::say::note;
use crate::steps::{self, Outcome, Step};

const STEPS: &[Step] = &[Step { name: "map", work: draw }];

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
