//! Writes the app's types anew.

use std::fs;

use anyhow::{Context, Result};

fn main() -> Result<()> {
    tapak_types::all()
        .iter()
        .try_for_each(|types| fs::write(&types.file, &types.text).with_context(|| types.file.display().to_string()))
}
