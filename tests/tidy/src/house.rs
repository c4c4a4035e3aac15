//! The house on disk: where it stands and which files are its own.

use std::fs;
use std::path::{Path, PathBuf};

use ignore::{DirEntry, WalkBuilder};

/// Why a rule could not look at the house.
#[derive(Debug, thiserror::Error)]
pub enum Fault {
    #[error("{path}: {source}")]
    File { path: String, source: std::io::Error },
    #[error("{0}")]
    Walk(#[from] ignore::Error),
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

    /// What `.gitignore` names was built or fetched, never written here: whether it is there says nothing of the house.
    fn files(&self, folder: &Path) -> Vec<Result<String, Fault>> {
        let mut walk = WalkBuilder::new(folder);
        walk.hidden(false).require_git(false).git_global(false).git_exclude(false);
        let entries = walk.sort_by_file_name(Ord::cmp).build();
        let files = entries.filter(|entry| entry.as_ref().map_or(true, is_file));
        files.map(|entry| Ok(self.inside(entry?.path()))).collect()
    }

    fn inside(&self, path: &Path) -> String {
        path.strip_prefix(&self.root).unwrap_or(path).to_string_lossy().replace('\\', "/")
    }
}

fn is_file(entry: &DirEntry) -> bool {
    entry.file_type().is_some_and(|kind| kind.is_file())
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::House;

    #[test]
    fn what_was_built_is_not_the_houses_own() {
        let root = tempfile::tempdir().unwrap();
        let house = House::at(root.path());
        fs::create_dir_all(house.path("web/src/office/made")).unwrap();
        house.write(".gitignore", "/web/src/office/made\n").unwrap();
        house.write("web/src/office/office.ts", "").unwrap();
        house.write("web/src/office/made/bridge.d.ts", "").unwrap();
        let paths: Vec<_> = house.sources(&["web/src"], &[".ts"]).unwrap().into_iter().map(|one| one.path).collect();
        assert_eq!(paths, ["web/src/office/office.ts"]);
    }
}
