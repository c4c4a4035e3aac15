//! Writes the app's types anew.

use std::fs;

use anyhow::{Context, Result};

fn main() -> Result<()> {
    let file = tapak_types::file();
    fs::write(&file, tapak_types::write()).with_context(|| file.display().to_string())
}
