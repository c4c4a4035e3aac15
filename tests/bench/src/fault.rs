//! What can go wrong while measuring.

use std::io;

#[derive(Debug, thiserror::Error)]
pub(crate) enum Fault {
    #[error("{what}: {source}")]
    Io { what: String, source: io::Error },
    #[error("{0} ended before its work was done")]
    Ended(String),
    #[error("{0} said nothing for too long")]
    Silent(String),
    #[error("{who} said `{line}`, which means nothing here")]
    Unclear { who: String, line: String },
    #[error("{0}")]
    Failed(String),
    #[error("the engine showed another view than it was asked for")]
    WrongView,
    #[error("the device's store: {0}")]
    Store(#[from] tapak_store::StoreError),
    #[error("the engine: {0}")]
    Device(#[from] tapak_engine::Fault),
}

impl Fault {
    /// For `map_err`: says what was being done.
    pub(crate) fn doing(what: impl Into<String>) -> impl FnOnce(io::Error) -> Self {
        let what = what.into();
        move |source| Self::Io { what, source }
    }
}
