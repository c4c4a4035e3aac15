//! The house on disk: where it stands and which files are its own.

use std::fs;
use std::path::{Path, PathBuf};

use walkdir::{DirEntry, WalkDir};

/// Folders that hold what was built or fetched, never what was written here.
const NOT_OURS: &[&str] = &["target", "node_modules", "dist", "generated", "test-results", "playwright-report"];

/// Why a rule could not look at the house.
#[derive(Debug, thiserror::Error)]
pub enum Fault {
    #[error("{path}: {source}")]
    File { path: String, source: std::io::Error },
    #[error("{0}")]
    Walk(#[from] walkdir::Error),
    #[error("{0}")]
    Metadata(#[from] cargo_metadata::Error),
    #[error("{0}")]
    Map(&'static str),
    #[error("{0}")]
    Migration(String),
}

/// One text file of the house, its path written from the root.
#[derive(Debug, Clone)]
pub struct Source {
    pub path: String,
    pub text: String,
}

/// The folder that holds everything.
#[derive(Debug, Clone)]
pub struct House {
    root: PathBuf,
}

impl House {
    /// The house this program was built in.
    pub fn here() -> Self {
        let tidy = Path::new(env!("CARGO_MANIFEST_DIR"));
        let root = tidy.ancestors().nth(2).unwrap_or(tidy);
        Self::at(root)
    }

    pub fn at(root: impl Into<PathBuf>) -> Self {
        Self { root: root.into() }
    }

    pub fn path(&self, inside: &str) -> PathBuf {
        self.root.join(inside)
    }

    pub fn read(&self, inside: &str) -> Result<String, Fault> {
        fs::read_to_string(self.path(inside)).map_err(|source| Fault::File { path: inside.into(), source })
    }

    pub fn write(&self, inside: &str, text: &str) -> Result<(), Fault> {
        fs::write(self.path(inside), text).map_err(|source| Fault::File { path: inside.into(), source })
    }

    /// Every file of ours under these folders with one of these endings, by path.
    pub fn sources(&self, folders: &[&str], endings: &[&str]) -> Result<Vec<Source>, Fault> {
        let there = folders.iter().map(|folder| self.path(folder)).filter(|folder| folder.exists());
        let paths: Vec<_> = there.flat_map(|folder| self.files(&folder)).collect::<Result<_, _>>()?;
        let wanted = paths.into_iter().filter(|path| endings.iter().any(|ending| path.ends_with(ending)));
        wanted.map(|path| Ok(Source { text: self.read(&path)?, path })).collect()
    }

    fn files(&self, folder: &Path) -> Vec<Result<String, Fault>> {
        let entries = WalkDir::new(folder).sort_by_file_name().into_iter();
        let ours = entries.filter_entry(|entry| self.is_ours(entry));
        let files = ours.filter(|entry| entry.as_ref().map_or(true, |entry| entry.file_type().is_file()));
        files.map(|entry| Ok(self.inside(entry?.path()))).collect()
    }

    fn is_ours(&self, entry: &DirEntry) -> bool {
        let name = entry.file_name().to_string_lossy();
        !NOT_OURS.contains(&name.as_ref()) && self.inside(entry.path()) != "web/src/core"
    }

    fn inside(&self, path: &Path) -> String {
        path.strip_prefix(&self.root).unwrap_or(path).to_string_lossy().replace('\\', "/")
    }
}
