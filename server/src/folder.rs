//! The data folder of a shop: its database, its lock, the address devices know it by, and whether it is a demo.

use std::fs::{self, DirBuilder, File, TryLockError};
use std::io;
use std::path::{Path, PathBuf};

use tapak_store::Store;

use crate::fault::ServerFault;

#[derive(Debug)]
pub(crate) struct Folder {
    path: PathBuf,
}

/// Held by the one program that may write the shop's log; the system frees it however that program ends.
#[derive(Debug)]
pub(crate) struct FolderLock {
    _file: File,
}

impl Folder {
    pub(crate) fn at(path: &Path) -> Self {
        Self { path: path.to_owned() }
    }

    /// One that holds a shop.
    pub(crate) fn of_shop(path: &Path) -> Result<Self, ServerFault> {
        let folder = Self::at(path);
        if folder.has_shop() { Ok(folder) } else { Err(ServerFault::NoShop(path.to_owned())) }
    }

    /// Makes the folder, for nobody else's eyes: it will hold addresses and phone numbers.
    pub(crate) fn make(&self) -> Result<(), ServerFault> {
        private().create(&self.path).map_err(ServerFault::file(&self.path))
    }

    pub(crate) fn has_shop(&self) -> bool {
        self.database().exists()
    }

    pub(crate) fn open_store(&self) -> Result<Store, ServerFault> {
        Ok(Store::open(&self.database())?)
    }

    /// Two relays over one log would number two changes the same.
    pub(crate) fn lock(&self) -> Result<FolderLock, ServerFault> {
        let path = self.path.join("lock");
        let file = File::create(&path).map_err(ServerFault::file(&path))?;
        match file.try_lock() {
            Ok(()) => Ok(FolderLock { _file: file }),
            Err(TryLockError::WouldBlock) => Err(ServerFault::FolderInUse(self.path.clone())),
            Err(TryLockError::Error(source)) => Err(ServerFault::File { path, source }),
        }
    }

    pub(crate) fn remember_address(&self, address: &str) -> Result<(), ServerFault> {
        let path = self.address_file();
        fs::write(&path, address).map_err(ServerFault::file(&path))
    }

    /// None before the first `tapak serve`.
    pub(crate) fn address(&self) -> Result<Option<String>, ServerFault> {
        let path = self.address_file();
        match fs::read_to_string(&path) {
            Ok(address) => Ok(Some(address.trim().to_owned())),
            Err(missing) if missing.kind() == io::ErrorKind::NotFound => Ok(None),
            Err(source) => Err(ServerFault::File { path, source }),
        }
    }

    /// The keys of a demo shop can be drawn again by anyone.
    pub(crate) fn mark_as_demo(&self) -> Result<(), ServerFault> {
        let path = self.demo_mark();
        File::create(&path).map(drop).map_err(ServerFault::file(&path))
    }

    pub(crate) fn is_demo(&self) -> bool {
        self.demo_mark().exists()
    }

    fn database(&self) -> PathBuf {
        self.path.join("shop.sqlite")
    }

    fn demo_mark(&self) -> PathBuf {
        self.path.join("demo")
    }

    fn address_file(&self) -> PathBuf {
        self.path.join("address")
    }
}

fn private() -> DirBuilder {
    let mut builder = DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder
}

#[cfg(test)]
mod tests {
    use super::Folder;

    #[test]
    fn a_folder_remembers_its_address_and_has_one_holder() {
        let home = tempfile::tempdir().unwrap();
        let folder = Folder::at(&home.path().join("toko"));
        folder.make().unwrap();
        assert_eq!(folder.address().unwrap(), None);
        folder.remember_address("https://toko.example").unwrap();
        assert_eq!(folder.address().unwrap().as_deref(), Some("https://toko.example"));
        let held = folder.lock().unwrap();
        assert!(folder.lock().unwrap_err().to_string().starts_with("another `tapak` is using"));
        drop(held);
        assert!(folder.lock().is_ok());
    }
}
