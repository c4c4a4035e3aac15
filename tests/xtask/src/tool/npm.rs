//! Node's packages and scripts.

use std::fs;
use std::path::PathBuf;

use anyhow::{Context, Result, bail};
use serde_json::Value;

use crate::home::Home;
use crate::say::note;
use crate::steps::Outcome;
use crate::tool::shell::Run;
use crate::tool::stamp::Stamp;

/// The oldest Node the build of the app runs on.
const OLDEST: (u32, u32) = (20, 19);

/// Packages exactly as the lock file names them, fetched once per lock file.
pub(crate) fn install(home: &Home, folder: &str) -> Result<Outcome> {
    ensure_node()?;
    let lock = format!("{folder}/package-lock.json");
    let stamp = Stamp::of(home, &format!("npm-{}", folder.replace('/', "-")), &[&lock])?;
    if stamp.is_fresh(&[home.path(folder).join("node_modules/.package-lock.json")]) {
        return Ok(Outcome::UpToDate);
    }
    note(format_args!("{folder}: installing {} npm packages", packages(home, &lock)?));
    npm(home, folder, &["ci", "--no-audit", "--no-fund", "--loglevel=error"]).go()?;
    stamp.keep()?;
    Ok(Outcome::Done)
}

/// A script of that folder's package.json.
pub(crate) fn script(home: &Home, folder: &str, name: &str, arguments: &[String]) -> Run {
    npm(home, folder, &["run", "--silent", name, "--"]).arguments(arguments)
}

/// A program one of the app's packages brings.
pub(crate) fn program(home: &Home, name: &str) -> PathBuf {
    home.path("web/node_modules/.bin").join(name)
}

fn npm(home: &Home, folder: &str, arguments: &[&str]) -> Run {
    // Browsers come from Debian; Playwright's own download is neither needed nor always reachable.
    Run::new("npm").arguments(arguments).inside(home.path(folder)).with("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")
}

fn packages(home: &Home, lock: &str) -> Result<usize> {
    let text = fs::read_to_string(home.path(lock)).with_context(|| format!("{lock} is missing"))?;
    let lock: Value = serde_json::from_str(&text)?;
    // The first entry is the folder itself.
    Ok(lock["packages"].as_object().map_or(0, |packages| packages.len().saturating_sub(1)))
}

fn ensure_node() -> Result<()> {
    let told = Run::new("node")
        .arguments(["--version"])
        .quietly()
        .context("Node is missing: install nodejs and npm, 20.19 or newer")?;
    if version(&told).is_none_or(|version| version < OLDEST) {
        bail!("Node {told} is too old: the app needs {}.{} or newer", OLDEST.0, OLDEST.1);
    }
    Ok(())
}

fn version(told: &str) -> Option<(u32, u32)> {
    let mut numbers = told.trim_start_matches('v').split('.').map(str::parse);
    Some((numbers.next()?.ok()?, numbers.next()?.ok()?))
}

#[cfg(test)]
mod tests {
    use super::{OLDEST, version};

    #[test]
    fn an_old_node_is_older_by_number_not_by_letter() {
        assert!(version("v20.9.0").unwrap() < OLDEST);
        assert!(version("v20.19.2").unwrap() >= OLDEST);
        assert!(version("v100.0.0").unwrap() >= OLDEST);
        assert_eq!(version("nonsense"), None);
    }
}
