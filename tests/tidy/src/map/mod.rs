//! The map of the house in ARCHITECTURE.md: every room and what it says of itself.

mod page;
mod rust;
mod tree;
mod web;

use crate::{Fault, Finding, House};

const PAGE: &str = "ARCHITECTURE.md";

/// Draws the map anew and writes it into the page; says whether the page changed.
pub fn write(house: &House) -> Result<bool, Fault> {
    let old = house.read(PAGE)?;
    let new = page::with_map(&old, &draw(house)?)?;
    if new != old {
        house.write(PAGE, &new)?;
    }
    Ok(new != old)
}

/// A map that no longer shows the house.
pub fn check(house: &House) -> Result<Vec<Finding>, Fault> {
    let old = house.read(PAGE)?;
    let current = page::with_map(&old, &draw(house)?)? == old;
    Ok(if current { Vec::new() } else { vec![Finding::new(PAGE, "the map is old: run `cargo xtask map`")] })
}

/// The map itself: the Rust rooms floor by floor, then the rooms of the app.
pub fn draw(house: &House) -> Result<String, Fault> {
    let mut lines = rust::lines(house)?;
    lines.extend(web::lines(house)?);
    Ok(tree::render(&lines))
}
