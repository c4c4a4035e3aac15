//! Debian packages: installs what is missing, and says by name what it may not install.

use anyhow::{Context, Result, bail};

use crate::say::note;
use crate::tool::shell::{Run, exists};

/// A program, and the packages that bring it.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Need {
    program: &'static str,
    packages: &'static [&'static str],
    why: &'static str,
}

/// `llvm` brings the `llvm-ar` that writes an archive of WASM objects with its index.
pub(crate) const CLANG: Need =
    Need { program: "clang", packages: &["clang", "llvm"], why: "compiles SQLite's C for the browser" };
pub(crate) const CHROMIUM: Need = Need { program: "chromium", packages: &["chromium"], why: "runs the journeys" };
pub(crate) const POPPLER: Need = Need {
    program: "pdftoppm",
    packages: &["poppler-utils"],
    why: "turns printed labels into pictures for the journeys to look at",
};
pub(crate) const CALC: Need = Need {
    program: "soffice",
    packages: &["libreoffice-calc"],
    why: "opens spreadsheets we write and computes their formulas anew, for the tests to compare",
};

/// Installs what is missing of these.
pub(crate) fn ensure(needs: &[Need]) -> Result<()> {
    let missing: Vec<_> = needs.iter().filter(|need| !exists(need.program)).copied().collect();
    if missing.is_empty() {
        return Ok(());
    }
    for need in &missing {
        note(format_args!("{} is missing: it {}; installing it with apt-get", need.program, need.why));
    }
    install(&missing)
}

fn install(needs: &[Need]) -> Result<()> {
    let packages: Vec<_> = needs.iter().flat_map(|need| need.packages).copied().collect();
    let sentence = format!("install it by hand and come back: apt-get install {}", packages.join(" "));
    if !exists("apt-get") {
        bail!("this machine has no apt-get; {sentence}");
    }
    apt_get(&["update", "-qq"]).with_context(|| sentence.clone())?;
    let arguments: Vec<_> = ["install", "-y", "-qq", "--no-install-recommends"].into_iter().chain(packages).collect();
    apt_get(&arguments).with_context(|| sentence)
}

fn apt_get(arguments: &[&str]) -> Result<()> {
    let run = if is_root()? {
        Run::new("apt-get")
    } else {
        Run::new("sudo").arguments(["--preserve-env=DEBIAN_FRONTEND", "apt-get"])
    };
    run.arguments(arguments).with("DEBIAN_FRONTEND", "noninteractive").go()
}

fn is_root() -> Result<bool> {
    Ok(Run::new("id").arguments(["-u"]).quietly()? == "0")
}
