//! The roster: who is enrolled, as what, and how far each has stored the log.

use rusqlite::Row;
use tapak_sync::{DeviceId, Roster, RosterEntry, Sequence};

use crate::columns::{Blob, natural, sequence, whole};
use crate::{Store, Stored};

impl Store {
    pub fn roster(&self) -> Stored<Roster> {
        let sql = "select id, key, person, name, role, prefix, revoked_at, seen, roles_before, keys_before, wipe from device \
                   order by prefix, id";
        let mut statement = self.sql(sql)?;
        let entries = statement.query_map([], entry)?;
        Ok(Roster(entries.collect::<Result<_, _>>()?))
    }

    /// Adds the device or replaces what was known of it, but for how far it has stored the log.
    pub fn enrol(&self, entry: &RosterEntry) -> Stored<()> {
        let sql = "insert into device (id, key, person, name, role, prefix, revoked_at, seen, roles_before, \
                   keys_before, wipe) values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11) on conflict do update set \
                   key = ?2, person = ?3, name = ?4, role = ?5, prefix = ?6, revoked_at = ?7, roles_before = ?9, \
                   keys_before = ?10, wipe = ?11";
        self.sql(sql)?.execute((
            Blob(entry.device),
            &entry.key[..],
            &entry.person,
            &entry.device_name,
            &entry.role,
            &entry.prefix,
            entry.revoked_at.map(whole),
            whole(entry.seen.get()),
            entry.roles_before.as_ref().map(|roles| roles.join("\n")).unwrap_or_default(),
            entry.keys_before.as_deref().unwrap_or_default(),
            entry.wipe.unwrap_or(false),
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
        roles_before: some(row.get::<_, String>(8)?.lines().map(str::to_owned).collect()),
        keys_before: some(row.get(9)?),
        wipe: row.get::<_, bool>(10)?.then_some(true),
    })
}

/// What is empty is not said.
fn some<T>(all: Vec<T>) -> Option<Vec<T>> {
    (!all.is_empty()).then_some(all)
}
