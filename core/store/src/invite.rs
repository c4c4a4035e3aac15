//! Invites the relay gave out. Only the hash of the secret is kept.

use rusqlite::OptionalExtension;
use tapak_sync::DeviceId;

use crate::columns::{Blob, natural, whole};
use crate::{Store, Stored};

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Invited {
    pub role: String,
    /// Milliseconds since 1970 UTC.
    pub expires: u64,
    pub used_by: Option<DeviceId>,
    /// Whoever joins takes the place of the owner's lost devices.
    pub recovery: bool,
}

impl Store {
    /// An invite that is known already stays as it is.
    pub fn add_invite(&self, secret_hash: &[u8; 32], role: &str, expires: u64, recovery: bool) -> Stored<()> {
        let sql = "insert or ignore into invite (secret_hash, role, expires, recovery) values (?1, ?2, ?3, ?4)";
        Ok(self.sql(sql)?.execute((&secret_hash[..], role, whole(expires), recovery)).map(drop)?)
    }

    pub fn invite(&self, secret_hash: &[u8; 32]) -> Stored<Option<Invited>> {
        let mut statement = self.sql("select role, expires, used_by, recovery from invite where secret_hash = ?1")?;
        let invited = statement.query_row([&secret_hash[..]], |row| {
            Ok(Invited {
                role: row.get(0)?,
                expires: natural(row.get(1)?),
                used_by: row.get::<_, Option<Blob<DeviceId>>>(2)?.map(|device| device.0),
                recovery: row.get(3)?,
            })
        });
        Ok(invited.optional()?)
    }

    pub fn use_invite(&self, secret_hash: &[u8; 32], device: DeviceId) -> Stored<()> {
        let mut statement = self.sql("update invite set used_by = ?2 where secret_hash = ?1")?;
        Ok(statement.execute((&secret_hash[..], Blob(device))).map(drop)?)
    }
}
