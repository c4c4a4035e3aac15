//! A folder that is gone when the bench is.

use std::fs;
use std::path::{Path, PathBuf};

use crate::fault::Fault;

#[derive(Debug)]
pub(crate) struct Folder {
    path: PathBuf,
}

impl Folder {
    pub(crate) fn new(name: &str) -> Result<Self, Fault> {
        let path = std::env::temp_dir().join(format!("tapak-bench-{}-{name}", std::process::id()));
        fs::create_dir_all(&path).map_err(Fault::doing(path.display().to_string()))?;
        Ok(Self { path })
    }

    /// A folder in it, made if it is not there.
    pub(crate) fn inside(&self, name: &str) -> Result<PathBuf, Fault> {
        let path = self.path.join(name);
        fs::create_dir_all(&path).map_err(Fault::doing(path.display().to_string()))?;
        Ok(path)
    }
}

impl AsRef<Path> for Folder {
    fn as_ref(&self) -> &Path {
        &self.path
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.path);
    }
}
