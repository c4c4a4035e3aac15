//! What goes wrong below the domain: the disk, or bytes that are not what they were.

use tapak_document::DocumentError;
use tapak_store::StoreError;

/// Nothing of the call that met it was kept.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Fault {
    #[error(transparent)]
    Store(#[from] StoreError),
    /// Only what lists show of the document is here; the rest is on the relay.
    #[error("the document is not here")]
    Away,
    /// A document on this disk cannot be read any more.
    #[error("a stored document: {0}")]
    Document(#[from] DocumentError),
}

impl Fault {
    /// Stable, such as `disk_full`.
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Store(error) => error.code(),
            Self::Away => "not_here",
            Self::Document(_) => "damaged_document",
        }
    }
}
