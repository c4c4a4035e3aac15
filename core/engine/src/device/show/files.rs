//! Files of a record: what is here, what waits, and what looks as if it was used twice.

use tapak_domain::Noun;
use tapak_domain::order::FileKind;
use tapak_domain::policy::may;
use tapak_sync::FileHash;
use uuid::Uuid;

use crate::device::Device;
use crate::fault::Fault;
use crate::hex;
use crate::view::order::FileRow;

impl Device {
    pub(super) fn files_of(&self, record: Uuid) -> Result<Vec<FileRow>, Fault> {
        let files = self.store.files_of(record)?.into_iter();
        let known = files.filter_map(|(hash, kind)| Some((hash, FileKind::from_code(&kind)?)));
        let seen = known.filter(|(_, kind)| self.role().is_some_and(|role| kind.seen_by(role)));
        seen.map(|(hash, kind)| self.file_row(record, hash, kind)).collect()
    }

    pub(super) fn attachable(&self) -> Vec<FileKind> {
        let may = |role| may(role, Noun::Order, "attached");
        let Some(role) = self.role().filter(|role| may(*role)) else { return Vec::new() };
        FileKind::OF_ORDERS.into_iter().filter(|kind| kind.seen_by(role)).collect()
    }

    pub(super) fn file_row(&self, record: Uuid, hash: FileHash, file_kind: FileKind) -> Result<FileRow, Fault> {
        let held = self.store.file(hash)?;
        let also_on = self.also_on(hash, record)?;
        Ok(FileRow {
            file: hex::of(hash.as_bytes()),
            file_kind,
            here: held.is_some_and(|held| held.is_whole()),
            waiting: held.is_some_and(|held| held.waiting),
            also_on,
        })
    }

    /// Numbers of other orders that name the very same file.
    pub(super) fn also_on(&self, hash: FileHash, record: Uuid) -> Result<Vec<String>, Fault> {
        let mut numbers = Vec::new();
        for used in self.store.file_uses(hash)?.into_iter().filter(|used| used.record != record) {
            numbers.extend(self.store.order(used.record)?.map(|(row, _)| row.number));
        }
        Ok(numbers)
    }
}
