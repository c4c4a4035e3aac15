//! What goes wrong below the domain: the disk, or bytes that are not what they were.

use tapak_document::DocumentError;
use tapak_store::StoreError;

/// Nothing of the call that met it was kept.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Fault {
    #[error(transparent)]
    Store(#[from] StoreError),
    /// A document on this disk cannot be read any more.
    #[error("a stored document: {0}")]
    Document(#[from] DocumentError),
}

impl Fault {
    /// Stable, such as `disk_full`.
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Store(error) => error.code(),
            Self::Document(_) => "damaged_document",
        }
    }
}
