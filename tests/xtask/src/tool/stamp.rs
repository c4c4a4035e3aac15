//! Remembers what a step was made from, so that nothing is made twice from the same.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use walkdir::{DirEntry, WalkDir};

use crate::home::Home;

/// Folders that are outcomes, never causes.
const MADE: &[&str] =
    &["target", "cache", "node_modules", "dist", "generated", ".git", "test-results", "playwright-report"];

/// What a step is made from, as one hash, and where the last one is remembered.
#[derive(Debug)]
pub(crate) struct Stamp {
    file: PathBuf,
    hash: String,
}

impl Stamp {
    /// Files and folders, from the root of the house; what does not exist counts as absent.
    pub(crate) fn of(home: &Home, name: &str, inputs: &[&str]) -> Result<Self> {
        let mut hasher = blake3::Hasher::new();
        for input in inputs {
            add(&mut hasher, home.root(), &home.path(input))?;
        }
        Ok(Self { file: home.kept(&format!("{name}.stamp")), hash: hasher.finalize().to_hex().to_string() })
    }

    /// Nothing changed, and what was made then is still there.
    pub(crate) fn is_fresh(&self, outputs: &[PathBuf]) -> bool {
        let same = fs::read_to_string(&self.file).is_ok_and(|kept| kept == self.hash);
        same && outputs.iter().all(|output| output.exists())
    }

    pub(crate) fn keep(&self) -> Result<()> {
        if let Some(folder) = self.file.parent() {
            fs::create_dir_all(folder)?;
        }
        fs::write(&self.file, &self.hash).with_context(|| self.file.display().to_string())
    }
}

fn add(hasher: &mut blake3::Hasher, root: &Path, input: &Path) -> Result<()> {
    if !input.exists() {
        return Ok(());
    }
    for entry in WalkDir::new(input).sort_by_file_name().into_iter().filter_entry(is_cause) {
        let entry = entry?;
        if entry.file_type().is_file() {
            add_file(hasher, root, entry.path())?;
        }
    }
    Ok(())
}

/// The length before the bytes: two files never read like one.
fn add_file(hasher: &mut blake3::Hasher, root: &Path, path: &Path) -> Result<()> {
    let bytes = fs::read(path).with_context(|| path.display().to_string())?;
    let name = path.strip_prefix(root).unwrap_or(path).to_string_lossy();
    for part in [name.as_bytes(), &bytes] {
        hasher.update(&part.len().to_le_bytes()).update(part);
    }
    Ok(())
}

fn is_cause(entry: &DirEntry) -> bool {
    !MADE.iter().any(|made| entry.file_name() == *made) && !is_beside_settings(entry.path())
}

/// The words tool writes files of its own beside its settings whenever it runs.
fn is_beside_settings(path: &Path) -> bool {
    path.parent().is_some_and(|folder| folder.ends_with("project.inlang")) && !path.ends_with("settings.json")
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::Stamp;
    use crate::home::Home;

    fn house(name: &str) -> Home {
        let root = std::env::temp_dir().join(format!("tapak-stamp-{name}-{}", std::process::id()));
        fs::create_dir_all(root.join("web/src")).unwrap();
        fs::write(root.join("web/src/main.ts"), "// The app.").unwrap();
        Home::at(root)
    }

    fn fresh(home: &Home) -> bool {
        Stamp::of(home, "app", &["web"]).unwrap().is_fresh(&[home.path("web/dist")])
    }

    #[test]
    fn a_step_is_done_again_when_its_input_changes_or_its_output_goes() {
        let home = house("again");
        assert!(!fresh(&home), "never done");
        fs::create_dir_all(home.path("web/dist")).unwrap();
        Stamp::of(&home, "app", &["web"]).unwrap().keep().unwrap();
        assert!(fresh(&home), "done, and nothing changed");
        fs::write(home.path("web/src/main.ts"), "// The app, longer.").unwrap();
        assert!(!fresh(&home), "the input changed");
        Stamp::of(&home, "app", &["web"]).unwrap().keep().unwrap();
        fs::remove_dir_all(home.path("web/dist")).unwrap();
        assert!(!fresh(&home), "the output is gone");
    }

    #[test]
    fn what_the_words_tool_writes_beside_its_settings_is_no_cause_and_its_settings_are() {
        let home = house("words");
        fs::create_dir_all(home.path("web/dist")).unwrap();
        fs::create_dir_all(home.path("web/project.inlang")).unwrap();
        Stamp::of(&home, "app", &["web"]).unwrap().keep().unwrap();
        fs::write(home.path("web/project.inlang/.meta.json"), "{}").unwrap();
        assert!(fresh(&home));
        fs::write(home.path("web/project.inlang/settings.json"), "{}").unwrap();
        assert!(!fresh(&home));
    }
}
