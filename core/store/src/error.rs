//! What the disk can say no with.

use rusqlite::ErrorCode;

/// The column that holds the relay's numbers.
const NUMBER: &str = "change.seq";

#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum StoreError {
    #[error("the disk is full")]
    DiskFull,
    /// The database was written by a newer version of the program.
    #[error("the database is from a newer version")]
    TooNew,
    /// Another change bears this number here: the relay's log is not the one it was.
    #[error("the number is another change's")]
    NumberTaken,
    #[error("the database: {0}")]
    Failed(String),
}

impl StoreError {
    /// Stable; the screens have a sentence for each.
    pub const fn code(&self) -> &'static str {
        match self {
            Self::DiskFull => "disk_full",
            Self::TooNew => "update_the_app",
            Self::NumberTaken | Self::Failed(_) => "disk_failed",
        }
    }
}

impl From<rusqlite::Error> for StoreError {
    fn from(error: rusqlite::Error) -> Self {
        match error.sqlite_error_code() {
            Some(ErrorCode::DiskFull) => Self::DiskFull,
            Some(ErrorCode::ConstraintViolation) if error.to_string().contains(NUMBER) => Self::NumberTaken,
            _ => Self::Failed(error.to_string()),
        }
    }
}
