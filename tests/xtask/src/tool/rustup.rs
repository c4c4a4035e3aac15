//! The parts of the Rust toolchain: the WASM target, rustfmt and clippy.

use std::path::Path;

use anyhow::{Context, Result};

use crate::home::Home;
use crate::say::note;
use crate::tool::cargo::cargo;
use crate::tool::shell::Run;

pub(crate) const TARGET: &str = "wasm32-unknown-unknown";

const WITHOUT_NETWORK: &str = "the Rust target wasm32-unknown-unknown is missing and rustup could not fetch it. \
    Without rustup's network, Debian's packages do the same: \
    `apt-get install rustc-web cargo-web rust-web-src`, then build with \
    `RUSTC_BOOTSTRAP=1 cargo build -Zbuild-std=std,panic_abort --target wasm32-unknown-unknown` \
    and rustup's `rust-lld` as linker";

/// The target the browser needs.
pub(crate) fn ensure_target() -> Result<()> {
    let sysroot = Run::new("rustc").arguments(["--print", "sysroot"]).quietly()?;
    if Path::new(&sysroot).join("lib/rustlib").join(TARGET).exists() {
        return Ok(());
    }
    note(format_args!("adding the Rust target {TARGET}"));
    Run::new("rustup").arguments(["target", "add", TARGET]).go().context(WITHOUT_NETWORK)
}

/// rustfmt and clippy, which a minimal toolchain lacks.
pub(crate) fn ensure_components(home: &Home) -> Result<()> {
    for (component, command) in [("rustfmt", "fmt"), ("clippy", "clippy")] {
        if cargo(home, [command, "--version"]).quietly().is_err() {
            note(format_args!("adding the Rust component {component}"));
            Run::new("rustup").arguments(["component", "add", component]).go()?;
        }
    }
    Ok(())
}
