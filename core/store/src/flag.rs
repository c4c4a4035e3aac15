//! Conflicts within one record, as lists and the queue of conflicts show them.

use tapak_domain::order::{Conflict, Flag};
use uuid::Uuid;

use crate::columns::Blob;
use crate::shared_key::kinds;
use crate::{Store, Stored};

impl Store {
    /// The record's conflicts now.
    pub fn put_flags(&self, record: Uuid, flags: &[Flag]) -> Stored<()> {
        self.sql("delete from flag where record = ?1")?.execute([Blob(record)])?;
        let sql = "insert or replace into flag (record, kind, key, detail) values (?1, ?2, ?3, ?4)";
        let mut statement = self.sql(sql)?;
        flags.iter().try_for_each(|flag| {
            let of = (Blob(record), flag.conflict.code(), &flag.key, &flag.detail);
            statement.execute(of).map(drop)
        })?;
        Ok(())
    }

    pub fn flags_of(&self, record: Uuid) -> Stored<Vec<Flag>> {
        let mut statement = self.sql("select kind, key, detail from flag where record = ?1 order by kind, key")?;
        let rows =
            statement.query_map([Blob(record)], |row| Ok((row.get::<_, String>(0)?, row.get(1)?, row.get(2)?)))?;
        let rows = rows.collect::<Result<Vec<_>, _>>()?;
        Ok(rows.into_iter().filter_map(|(kind, key, detail)| flag(&kind, key, detail)).collect())
    }

    /// At most `limit`, by kind.
    pub fn flags(&self, limit: u32) -> Stored<Vec<(Uuid, Flag)>> {
        let sql = "select record, kind, key, detail from flag order by kind, record, key limit ?1";
        let mut statement = self.sql(sql)?;
        let rows = statement.query_map([limit], |row| {
            Ok((row.get::<_, Blob<Uuid>>(0)?.0, row.get::<_, String>(1)?, row.get(2)?, row.get(3)?))
        })?;
        let rows = rows.collect::<Result<Vec<_>, _>>()?;
        let known =
            rows.into_iter().filter_map(|(record, kind, key, detail)| Some((record, flag(&kind, key, detail)?)));
        Ok(known.collect())
    }

    pub fn count_flags(&self, conflicts: &[Conflict]) -> Stored<u32> {
        let sql = format!("select count(*) from flag where kind in ({})", kinds(conflicts.iter().copied()));
        Ok(self.sql(&sql)?.query_row([], |row| row.get(0))?)
    }
}

fn flag(kind: &str, key: String, detail: String) -> Option<Flag> {
    Some(Flag { conflict: Conflict::from_code(kind)?, key, detail })
}
