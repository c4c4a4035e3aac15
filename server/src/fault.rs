//! Why a command of `tapak` could not be done, in words for the person at the terminal.

use std::io;
use std::net::SocketAddr;
use std::path::PathBuf;

use tapak_engine::Fault;
use tapak_store::StoreError;
use tapak_sync::invite::InviteError;

#[derive(Debug, thiserror::Error)]
pub(crate) enum ServerFault {
    #[error("{path}: {source}", path = path.display())]
    File { path: PathBuf, source: io::Error },
    #[error("another `tapak` is using {path}", path = .0.display())]
    FolderInUse(PathBuf),
    #[error("there is no shop in {path}: start `tapak serve --data {path}` first", path = .0.display())]
    NoShop(PathBuf),
    #[error("{path} already holds a shop: a demo shop needs a new folder", path = .0.display())]
    ShopExists(PathBuf),
    #[error("cannot listen on {address}: {source}")]
    Listen { address: SocketAddr, source: io::Error },
    #[error("cannot start: {0}")]
    Start(io::Error),
    #[error("the shop's database: {0}")]
    Store(#[from] StoreError),
    #[error("the shop: {0}")]
    Engine(#[from] Fault),
    #[error("there is no rekap {0} in this shop: `tapak export rekap` lists them")]
    NoRecap(uuid::Uuid),
    #[error("{0}")]
    Sheet(#[from] tapak_office::XlsxFault),
    #[error("the system gives no random bytes: {0}")]
    Entropy(#[from] getrandom::Error),
    #[error("{0}")]
    Invite(#[from] InviteError),
    #[error("the link does not fit a QR code: {0}")]
    Qr(#[from] qrcode::types::QrError),
    #[error("the storage of the relay stopped by itself")]
    StorageEnded,
    /// The demo does only what a person could: a refusal here is a mistake in its story.
    #[error("the demo shop: {person}: {what}")]
    Demo { person: &'static str, what: String },
}

impl ServerFault {
    /// For `map_err` on anything done to a file.
    pub(crate) fn file(path: impl Into<PathBuf>) -> impl FnOnce(io::Error) -> Self {
        let path = path.into();
        move |source| Self::File { path, source }
    }
}
