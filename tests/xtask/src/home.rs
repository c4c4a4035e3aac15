//! Where things stand: the root of the house, what is built, and where the stamps are.

use std::env;
use std::path::{Path, PathBuf};

/// The root of the house and the folder cargo builds into.
#[derive(Debug, Clone)]
pub(crate) struct Home {
    root: PathBuf,
    target: PathBuf,
}

impl Home {
    /// The house this program was built in.
    pub(crate) fn here() -> Self {
        let xtask = Path::new(env!("CARGO_MANIFEST_DIR"));
        let root = xtask.ancestors().nth(2).unwrap_or(xtask).to_owned();
        let target = env::var_os("CARGO_TARGET_DIR").map_or_else(|| root.join("target"), PathBuf::from);
        Self { root, target }
    }

    #[cfg(test)]
    pub(crate) fn at(root: PathBuf) -> Self {
        Self { target: root.join("target"), root }
    }

    pub(crate) fn root(&self) -> &Path {
        &self.root
    }

    pub(crate) fn path(&self, inside: &str) -> PathBuf {
        self.root.join(inside)
    }

    pub(crate) fn built(&self, inside: &str) -> PathBuf {
        self.target.join(inside)
    }

    /// What the front door keeps for itself: stamps and half-finished outputs.
    pub(crate) fn kept(&self, inside: &str) -> PathBuf {
        self.target.join("xtask").join(inside)
    }
}
