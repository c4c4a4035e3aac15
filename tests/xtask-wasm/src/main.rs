//! Gives a bridge compiled for the browser its JavaScript and its types; the tool's version is pinned by Cargo.lock.

use std::path::PathBuf;

use anyhow::{Context, Result};
use wasm_bindgen_cli_support::Bindgen;

fn main() -> Result<()> {
    let mut arguments = std::env::args_os().skip(1).map(PathBuf::from);
    let compiled = arguments.next().context("first argument: the compiled .wasm")?;
    let folder = arguments.next().context("second argument: the folder to write into")?;
    let name = compiled.file_stem().and_then(|name| name.to_str()).context("a file with a name")?.to_owned();
    Bindgen::new()
        .input_path(compiled)
        .out_name(&name)
        .web(true)?
        .typescript(true)
        // The JavaScript finds the .wasm beside itself, by an address the build of the app can follow.
        .omit_default_module_path(false)
        .remove_producers_section(true)
        .generate(folder)
}
