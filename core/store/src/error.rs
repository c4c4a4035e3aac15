//! What the disk can say no with.

use rusqlite::ErrorCode;

#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum StoreError {
    #[error("the disk is full")]
    DiskFull,
    /// The database was written by a newer version of the program.
    #[error("the database is from a newer version")]
    TooNew,
    #[error("the database: {0}")]
    Failed(String),
}

impl StoreError {
    /// Stable; the screens have a sentence for each.
    pub const fn code(&self) -> &'static str {
        match self {
            Self::DiskFull => "disk_full",
            Self::TooNew => "update_the_app",
            Self::Failed(_) => "disk_failed",
        }
    }
}

impl From<rusqlite::Error> for StoreError {
    fn from(error: rusqlite::Error) -> Self {
        match error.sqlite_error_code() {
            Some(ErrorCode::DiskFull) => Self::DiskFull,
            _ => Self::Failed(error.to_string()),
        }
    }
}
