//! The roster: who is enrolled, as what, and how far each has stored the log.

use rusqlite::Row;
use tapak_sync::{DeviceId, Roster, RosterEntry, Sequence};

use crate::columns::{Blob, natural, sequence, whole};
use crate::{Store, Stored};

impl Store {
    pub fn roster(&self) -> Stored<Roster> {
        let sql = "select id, key, person, name, role, prefix, revoked_at, seen from device order by prefix, id";
        let mut statement = self.sql(sql)?;
        let entries = statement.query_map([], entry)?;
        Ok(Roster(entries.collect::<Result<_, _>>()?))
    }

    /// Adds the device or replaces what was known of it.
    pub fn enrol(&self, entry: &RosterEntry) -> Stored<()> {
        let sql = "insert or replace into device (id, key, person, name, role, prefix, revoked_at, seen) \
                   values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)";
        self.sql(sql)?.execute((
            Blob(entry.device),
            &entry.key[..],
            &entry.person,
            &entry.device_name,
            &entry.role,
            &entry.prefix,
            entry.revoked_at.map(whole),
            whole(entry.seen.get()),
        ))?;
        Ok(())
    }

    pub fn see(&self, device: DeviceId, cursor: Sequence) -> Stored<()> {
        let mut statement = self.sql("update device set seen = ?2 where id = ?1")?;
        Ok(statement.execute((Blob(device), whole(cursor.get()))).map(drop)?)
    }

    /// The relay's roster is the whole truth.
    pub fn replace_roster(&self, roster: &Roster) -> Stored<()> {
        self.sql("delete from device")?.execute([])?;
        roster.0.iter().try_for_each(|entry| self.enrol(entry))
    }
}

fn entry(row: &Row<'_>) -> rusqlite::Result<RosterEntry> {
    Ok(RosterEntry {
        device: row.get::<_, Blob<DeviceId>>(0)?.0,
        key: row.get(1)?,
        person: row.get(2)?,
        device_name: row.get(3)?,
        role: row.get(4)?,
        prefix: row.get(5)?,
        revoked_at: row.get::<_, Option<i64>>(6)?.map(natural),
        seen: sequence(row.get(7)?),
    })
}
