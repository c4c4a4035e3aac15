//! A room for the browser: compiled, given its JavaScript, made smaller, put where the app imports it.

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

/// A room that is compiled for the browser.
#[derive(Debug)]
pub(crate) struct Bridge {
    /// What its stamp and its half-finished files are called.
    name: &'static str,
    package: &'static str,
    /// The package as a file, without its ending.
    file: &'static str,
    sources: &'static [&'static str],
    output: &'static str,
}

/// The device loop.
pub(crate) const CORE: Bridge = Bridge {
    name: "bridge",
    package: "tapak-bridge",
    file: "tapak_bridge",
    sources: &["core", "web/bridge", "migrations"],
    output: "web/src/core",
};

/// The writer of spreadsheets, which most devices never load.
pub(crate) const OFFICE: Bridge = Bridge {
    name: "office",
    package: "tapak-office-bridge",
    file: "tapak_office_bridge",
    sources: &["core/office", "web/office"],
    output: "web/src/office/made",
};

/// What every room for the browser is made with.
const TOOLS: &[&str] =
    &["tests/xtask-wasm", "tests/xtask/src/tool/bridge.rs", "Cargo.toml", "Cargo.lock", ".cargo/config.toml"];

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

impl Bridge {
    /// Builds it unless it was built from the same sources before.
    pub(crate) fn build(&self, home: &Home) -> Result<Outcome> {
        let stamp = self.stamp(home)?;
        let outputs: Vec<_> = self.files().iter().map(|file| home.path(self.output).join(file)).collect();
        if stamp.is_fresh(&outputs) {
            return Ok(Outcome::UpToDate);
        }
        self.compile(home)?;
        let made = self.bind(home)?;
        self.shrink(home, &made)?;
        self.publish(home, &made)?;
        // Cargo may have written the lock file; the stamp remembers it as it is now.
        self.stamp(home)?.keep()?;
        Ok(Outcome::Done)
    }

    /// Says what it weighs.
    pub(crate) fn tell_size(&self, home: &Home) -> Result<()> {
        let wasm = format!("{}/{}", self.output, self.wasm());
        let size = size::of(&home.path(&wasm))?;
        note(format_args!("{wasm}: {} raw, {} brotli", kilobytes(size.raw), kilobytes(size.brotli)));
        Ok(())
    }

    fn stamp(&self, home: &Home) -> Result<Stamp> {
        Stamp::of(home, self.name, &[self.sources, TOOLS].concat())
    }

    fn wasm(&self) -> String {
        format!("{}_bg.wasm", self.file)
    }

    fn files(&self) -> [String; 4] {
        let named = |ending: &str| format!("{}{ending}", self.file);
        [self.wasm(), named(".js"), named(".d.ts"), named("_bg.wasm.d.ts")]
    }

    fn compile(&self, home: &Home) -> Result<()> {
        note(format_args!("1 of 3: compiling {} for the browser", self.package));
        cargo(home, ["build", "--package", self.package, "--target", TARGET, "--profile", "wasm"]).go()
    }

    fn bind(&self, home: &Home) -> Result<PathBuf> {
        note("2 of 3: writing its JavaScript and types");
        let compiled = home.built(TARGET).join("wasm").join(self.file).with_extension("wasm");
        let made = home.kept(self.name);
        fs::create_dir_all(&made)?;
        cargo(home, ["run", "--package", "tapak-xtask-wasm", "--"]).arguments([&compiled, &made]).go()?;
        Ok(made)
    }

    fn shrink(&self, home: &Home, made: &Path) -> Result<()> {
        note("3 of 3: wasm-opt");
        let wasm = made.join(self.wasm());
        Run::new(npm::program(home, "wasm-opt"))
            .arguments(FEATURES)
            .arguments(PASSES)
            .arguments(["-o"])
            .arguments([&wasm, &wasm])
            .go()
    }

    /// A development server may be watching: each file arrives whole.
    fn publish(&self, home: &Home, made: &Path) -> Result<()> {
        let output = home.path(self.output);
        fs::create_dir_all(&output)?;
        for file in self.files() {
            let arriving = output.join(format!(".{file}"));
            fs::copy(made.join(&file), &arriving).with_context(|| format!("{file} was not made"))?;
            fs::rename(&arriving, output.join(file))?;
        }
        Ok(())
    }
}
