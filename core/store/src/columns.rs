//! Ids and log positions as SQLite holds them.

use rusqlite::types::{FromSql, FromSqlError, FromSqlResult, ToSql, ToSqlOutput, ValueRef};
use tapak_sync::{ChangeHash, DeviceId, DocumentId, FileHash, ReplicaId, Sequence};
use uuid::Uuid;

/// An id as a blob.
pub(crate) struct Blob<T>(pub(crate) T);

macro_rules! blob {
    ($($id:ty),+) => { $(
        impl ToSql for Blob<$id> {
            fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
                Ok(ToSqlOutput::Borrowed(ValueRef::Blob(self.0.as_bytes())))
            }
        }

        impl FromSql for Blob<$id> {
            fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
                <$id>::from_slice(value.as_blob()?).map(Self).ok_or(FromSqlError::InvalidType)
            }
        }
    )+ };
}

blob!(ChangeHash, DeviceId, DocumentId, FileHash, ReplicaId);

impl ToSql for Blob<Uuid> {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(ToSqlOutput::Borrowed(ValueRef::Blob(self.0.as_bytes())))
    }
}

impl FromSql for Blob<Uuid> {
    fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
        Uuid::from_slice(value.as_blob()?).map(Self).map_err(|_| FromSqlError::InvalidType)
    }
}

/// Positions and times fit SQLite's signed integers for longer than any shop lasts.
pub(crate) fn whole(number: u64) -> i64 {
    i64::try_from(number).unwrap_or(i64::MAX)
}

pub(crate) fn natural(number: i64) -> u64 {
    u64::try_from(number).unwrap_or_default()
}

pub(crate) fn sequence(number: i64) -> Sequence {
    Sequence(natural(number))
}
