//! What must belong to one order alone, and which of it two orders hold. Whatever comes first: the same pairs are found.

use rusqlite::Row;
use tapak_domain::order::{Conflict, SharedKey};
use uuid::Uuid;

use crate::columns::Blob;
use crate::{Store, Stored};

/// Something two or more records hold.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Clash {
    pub conflict: Conflict,
    pub key: String,
    pub records: Vec<Uuid>,
}

/// Whether the record called `o` waits for a conflict with another one: see [`Conflict::holds`].
pub(crate) fn held_with_another() -> String {
    format!(
        "exists (select 1 from shared_key k where k.record = o.id and k.clash = 1 and k.kind in ({}))",
        kinds(Conflict::all().filter(|conflict| conflict.holds()))
    )
}

pub(crate) fn kinds(conflicts: impl Iterator<Item = Conflict>) -> String {
    let quoted = conflicts.map(|conflict| format!("'{}'", conflict.code()));
    quoted.collect::<Vec<_>>().join(", ")
}

fn shared_key(row: &Row<'_>) -> rusqlite::Result<(String, String)> {
    Ok((row.get(0)?, row.get(1)?))
}

impl Store {
    /// What the record holds now.
    pub fn put_shared_keys(&self, record: Uuid, keys: &[SharedKey]) -> Stored<()> {
        let old = self.keys_of(record)?;
        for (kind, key) in &old {
            if !keys.iter().any(|kept| kept.conflict.code() == kind && kept.key == *key) {
                let sql = "delete from shared_key where record = ?1 and kind = ?2 and key = ?3";
                self.sql(sql)?.execute((Blob(record), kind, key))?;
                self.compare_key(kind, key)?;
            }
        }
        for SharedKey { conflict, key } in keys {
            let kind = conflict.code();
            if !old.iter().any(|(of, known)| of == kind && known == key) {
                self.take_key(record, kind, key)?;
            }
        }
        Ok(())
    }

    fn take_key(&self, record: Uuid, kind: &str, key: &str) -> Stored<()> {
        let sql = "insert into shared_key (kind, key, record, clash) values (?1, ?2, ?3, \
                   exists (select 1 from shared_key where kind = ?1 and key = ?2)) returning clash";
        let clash: bool = self.sql(sql)?.query_row((kind, key, Blob(record)), |row| row.get(0))?;
        if clash { self.compare_key(kind, key) } else { Ok(()) }
    }

    fn compare_key(&self, kind: &str, key: &str) -> Stored<()> {
        let sql = "update shared_key set clash = (select count(*) > 1 from shared_key where kind = ?1 and key = ?2) \
                   where kind = ?1 and key = ?2";
        Ok(self.sql(sql)?.execute((kind, key)).map(drop)?)
    }

    fn keys_of(&self, record: Uuid) -> Stored<Vec<(String, String)>> {
        let mut statement = self.sql("select kind, key from shared_key where record = ?1 order by kind, key")?;
        let rows = statement.query_map([Blob(record)], shared_key)?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    pub fn shared_keys_of(&self, record: Uuid) -> Stored<Vec<SharedKey>> {
        let known = |(kind, key): (String, String)| Some(SharedKey { conflict: Conflict::from_code(&kind)?, key });
        Ok(self.keys_of(record)?.into_iter().filter_map(known).collect())
    }

    /// Does any record but `except` hold it?
    pub fn is_key_held(&self, conflict: Conflict, key: &str, except: Option<Uuid>) -> Stored<bool> {
        let sql = "select exists (select 1 from shared_key where kind = ?1 and key = ?2 and record is not ?3)";
        Ok(self.sql(sql)?.query_row((conflict.code(), key, except.map(Blob)), |row| row.get(0))?)
    }

    /// Keys that begin like this and that records other than `except` hold.
    pub fn keys_held(&self, conflict: Conflict, begin: &str, except: Uuid) -> Stored<Vec<String>> {
        // No key has a character behind the last one.
        let sql = "select distinct key from shared_key where kind = ?1 and key >= ?2 and key < ?2 || char(1114111) \
                   and record <> ?3";
        let mut statement = self.sql(sql)?;
        let rows = statement.query_map((conflict.code(), begin, Blob(except)), |row| row.get(0))?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    pub fn key_holders(&self, conflict: Conflict, key: &str) -> Stored<Vec<Uuid>> {
        self.ids("select record from shared_key where kind = ?1 and key = ?2 order by record", (conflict.code(), key))
    }

    /// Is the record to wait for a conflict with another?
    pub fn is_held(&self, record: Uuid) -> Stored<bool> {
        let sql = format!("select {} from (select ?1 as id) o", held_with_another());
        Ok(self.sql(&sql)?.query_row([Blob(record)], |row| row.get(0))?)
    }

    /// What two records hold, by kind and key; at most so many rows of it.
    pub fn clashes(&self, limit: u32) -> Stored<Vec<Clash>> {
        let sql = "select kind, key, record from shared_key where clash = 1 order by kind, key, record limit ?1";
        let mut statement = self.sql(sql)?;
        let mut rows = statement.query([limit])?;
        let mut clashes: Vec<Clash> = Vec::new();
        while let Some(row) = rows.next()? {
            let (kind, key) = shared_key(row)?;
            let (Some(conflict), record) = (Conflict::from_code(&kind), row.get::<_, Blob<Uuid>>(2)?.0) else {
                continue;
            };
            match clashes.last_mut().filter(|last| last.conflict == conflict && last.key == key) {
                Some(last) => last.records.push(record),
                None => clashes.push(Clash { conflict, key, records: vec![record] }),
            }
        }
        Ok(clashes)
    }

    /// How many things of these kinds two records hold.
    pub fn count_clashes(&self, conflicts: &[Conflict]) -> Stored<u32> {
        let kinds = kinds(conflicts.iter().copied());
        let sql = format!(
            "select count(*) from (select 1 from shared_key where clash = 1 and kind in ({kinds}) group by kind, key)"
        );
        Ok(self.sql(&sql)?.query_row([], |row| row.get(0))?)
    }

    /// After rows went by the table: those that stay are compared anew.
    pub(crate) fn compare_all_keys(&self) -> Stored<()> {
        let sql = "update shared_key set clash = (select count(*) > 1 from shared_key other \
                   where other.kind = shared_key.kind and other.key = shared_key.key) where clash = 1";
        Ok(self.sql(sql)?.execute([]).map(drop)?)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const LINE: &str = "0198c0de";

    fn hold(store: &Store, record: u128, keys: &[(Conflict, &str)]) {
        let keys: Vec<_> =
            keys.iter().map(|(conflict, key)| SharedKey { conflict: *conflict, key: (*key).to_owned() }).collect();
        store.put_shared_keys(Uuid::from_u128(record), &keys).unwrap();
    }

    #[test]
    fn what_two_orders_hold_is_found_whichever_came_first_and_goes_when_one_gives_it_up() {
        let store = Store::in_memory().unwrap();
        hold(&store, 2, &[(Conflict::BankLine, LINE), (Conflict::Proof, "ab")]);
        hold(&store, 1, &[(Conflict::BankLine, LINE)]);
        let records = vec![Uuid::from_u128(1), Uuid::from_u128(2)];
        assert_eq!(store.clashes(9).unwrap(), [Clash { conflict: Conflict::BankLine, key: LINE.into(), records }]);
        assert_eq!(store.count_clashes(&[Conflict::BankLine, Conflict::Proof]).unwrap(), 1);
        assert!(store.is_held(Uuid::from_u128(1)).unwrap() && store.is_held(Uuid::from_u128(2)).unwrap());
        assert!(store.is_key_held(Conflict::BankLine, LINE, Some(Uuid::from_u128(1))).unwrap());
        hold(&store, 2, &[(Conflict::Proof, "ab")]);
        assert!(store.clashes(9).unwrap().is_empty());
        assert!(!store.is_held(Uuid::from_u128(1)).unwrap());
        assert!(!store.is_key_held(Conflict::BankLine, LINE, Some(Uuid::from_u128(1))).unwrap());
    }

    #[test]
    fn one_picture_on_two_orders_is_a_question_and_holds_up_nothing() {
        let store = Store::in_memory().unwrap();
        hold(&store, 1, &[(Conflict::Proof, "ab")]);
        hold(&store, 2, &[(Conflict::Proof, "ab")]);
        assert_eq!(store.count_clashes(&[Conflict::Proof]).unwrap(), 1);
        assert!(!store.is_held(Uuid::from_u128(1)).unwrap());
    }
}
