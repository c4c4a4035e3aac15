//! The packages of a peer, exactly as its lock file names them.

use std::fs;
use std::path::Path;
use std::process::Command;
use std::time::SystemTime;

use crate::fault::Fault;
use crate::say::note;

const LOCK: &str = "package-lock.json";
/// npm writes it last.
const INSTALLED: &str = "node_modules/.package-lock.json";

pub(super) fn install(peer: &str, folder: &Path) -> Result<(), Fault> {
    if is_fresh(folder) {
        return Ok(());
    }
    note(format_args!("{peer}: installing {} npm packages", count(folder)?));
    let mut npm = Command::new("npm");
    npm.args(["ci", "--no-audit", "--no-fund", "--loglevel=error"]).current_dir(folder);
    // Standard output is for results only.
    npm.stdout(std::io::stderr());
    let status = npm.status().map_err(Fault::doing("npm (install nodejs and npm, 20 or newer)"))?;
    if status.success() { Ok(()) } else { Err(Fault::Failed(format!("npm ci for {peer} failed: {status}"))) }
}

fn is_fresh(folder: &Path) -> bool {
    changed(&folder.join(INSTALLED)).is_some_and(|installed| changed(&folder.join(LOCK)) <= Some(installed))
}

fn changed(file: &Path) -> Option<SystemTime> {
    fs::metadata(file).and_then(|facts| facts.modified()).ok()
}

/// The first entry of the lock file is the folder itself.
fn count(folder: &Path) -> Result<usize, Fault> {
    let lock = folder.join(LOCK);
    let text = fs::read_to_string(&lock).map_err(Fault::doing(lock.display().to_string()))?;
    Ok(text.matches("\"node_modules/").count())
}
