//! The core for the browser: compiled, given its JavaScript, made smaller, put where the app imports it.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use crate::home::Home;
use crate::say::{kilobytes, note};
use crate::steps::Outcome;
use crate::tool::cargo::cargo;
use crate::tool::rustup::TARGET;
use crate::tool::shell::Run;
use crate::tool::stamp::Stamp;
use crate::tool::{npm, size};

const INPUTS: &[&str] = &[
    "core",
    "web/bridge",
    "migrations",
    "tests/xtask-wasm",
    "tests/xtask/src/tool/bridge.rs",
    "Cargo.toml",
    "Cargo.lock",
    ".cargo/config.toml",
];
const OUTPUT: &str = "web/src/core";
const WASM: &str = "tapak_bridge_bg.wasm";
const FILES: &[&str] = &[WASM, "tapak_bridge.js", "tapak_bridge.d.ts", "tapak_bridge_bg.wasm.d.ts"];

/// Chosen by the size under brotli, the one a phone pays for: -O2, -O3 and -Os make the file itself smaller than -O1
/// does and the download larger, and take two to four times as long. What is set twice (`rse`) goes before and after.
const PASSES: &[&str] = &["--rse", "--vacuum", "-O1", "--rse", "--vacuum"];

/// What rustc emits for this target and every browser of ours runs. `--all-features` would let wasm-opt write
/// instructions that Chromium refuses.
const FEATURES: &[&str] = &[
    "--enable-bulk-memory",
    "--enable-multivalue",
    "--enable-mutable-globals",
    "--enable-nontrapping-float-to-int",
    "--enable-reference-types",
    "--enable-sign-ext",
];

/// Builds it unless it was built from the same sources before.
pub(crate) fn build(home: &Home) -> Result<Outcome> {
    let stamp = Stamp::of(home, "bridge", INPUTS)?;
    let outputs: Vec<_> = FILES.iter().map(|file| home.path(OUTPUT).join(file)).collect();
    if stamp.is_fresh(&outputs) {
        return Ok(Outcome::UpToDate);
    }
    compile(home)?;
    let made = bind(home)?;
    shrink(home, &made)?;
    publish(home, &made)?;
    // Cargo may have written the lock file; the stamp remembers it as it is now.
    Stamp::of(home, "bridge", INPUTS)?.keep()?;
    Ok(Outcome::Done)
}

/// Says what the core weighs.
pub(crate) fn tell_size(home: &Home) -> Result<()> {
    let size = size::of(&home.path(OUTPUT).join(WASM))?;
    note(format_args!("{OUTPUT}/{WASM}: {} raw, {} brotli", kilobytes(size.raw), kilobytes(size.brotli)));
    Ok(())
}

fn compile(home: &Home) -> Result<()> {
    note("1 of 3: compiling the core for the browser");
    cargo(home, ["build", "--package", "tapak-bridge", "--target", TARGET, "--profile", "wasm"]).go()
}

fn bind(home: &Home) -> Result<PathBuf> {
    note("2 of 3: writing its JavaScript and types");
    let compiled = home.built(TARGET).join("wasm/tapak_bridge.wasm");
    let made = home.kept("bridge");
    fs::create_dir_all(&made)?;
    cargo(home, ["run", "--package", "tapak-xtask-wasm", "--"]).arguments([&compiled, &made]).go()?;
    Ok(made)
}

fn shrink(home: &Home, made: &Path) -> Result<()> {
    note("3 of 3: wasm-opt");
    let wasm = made.join(WASM);
    Run::new(npm::program(home, "wasm-opt"))
        .arguments(FEATURES)
        .arguments(PASSES)
        .arguments(["-o"])
        .arguments([&wasm, &wasm])
        .go()
}

/// A development server may be watching: each file arrives whole.
fn publish(home: &Home, made: &Path) -> Result<()> {
    let output = home.path(OUTPUT);
    fs::create_dir_all(&output)?;
    for file in FILES {
        let arriving = output.join(format!(".{file}"));
        fs::copy(made.join(file), &arriving).with_context(|| format!("{file} was not made"))?;
        fs::rename(&arriving, output.join(file))?;
    }
    Ok(())
}
