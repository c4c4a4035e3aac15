//! Files at the relay: taken in part by part, checked when whole, and given to those who may see them.

use tapak_domain::Role;
use tapak_domain::order::FileKind;
use tapak_sync::limits::{MAX_FILE, MAX_PART};
use tapak_sync::message::{FileHave, FilePart, FileWant, ToDevice};
use tapak_sync::relay::Event;
use tapak_sync::{DeviceId, FileHash, RefusalCode};

use super::Relay;
use crate::fault::Fault;

/// A file nobody names yet may come before the change that does.
const UNNAMED_FOR: u64 = 7 * 24 * 60 * 60 * 1000;
const AT_A_TIME: u32 = 16;

impl Relay {
    /// "How much of it do you have?", or "send me the part at this place".
    pub(super) fn file_wanted(&mut self, device: DeviceId, want: FileWant, now: u64) -> Result<Event, Fault> {
        match want.offering {
            Some(length) if length > MAX_FILE || length == 0 => Ok(no(want.file, RefusalCode::TooLarge)),
            Some(length) => {
                self.store.expect_file(want.file, length, now, false)?;
                self.have(want.file)
            }
            None => self.give(device, want),
        }
    }

    /// A part that does not begin where the last one ended is answered with where that is.
    pub(super) fn file_part(&mut self, part: &FilePart) -> Result<Event, Fault> {
        let Some(held) = self.store.file(part.file)? else { return Ok(no(part.file, RefusalCode::Malformed)) };
        let fits = held.length == part.length && held.have == part.offset && !part.bytes.is_empty();
        if fits && part.offset + part.bytes.len() as u64 <= held.length {
            let have = self.store.add_file_part(part.file, part.offset, &part.bytes)?;
            if have == held.length && !self.is_what_it_says(part.file, have)? {
                self.store.forget_file(part.file)?;
                return Ok(no(part.file, RefusalCode::Malformed));
            }
        }
        self.have(part.file)
    }

    fn have(&self, file: FileHash) -> Result<Event, Fault> {
        let offset = self.store.file(file)?.map_or(0, |held| held.have);
        Ok(say(ToDevice::FileHave(FileHave { file, offset, refused: None })))
    }

    fn is_what_it_says(&self, file: FileHash, length: u64) -> Result<bool, Fault> {
        let bytes = self.store.file_bytes(file, 0, usize::try_from(length).unwrap_or(usize::MAX))?;
        Ok(blake3::hash(&bytes).as_bytes() == file.as_bytes())
    }

    fn give(&mut self, device: DeviceId, want: FileWant) -> Result<Event, Fault> {
        self.draw()?;
        if !self.may_see(device, want.file)? {
            return Ok(no(want.file, RefusalCode::NotYourRole));
        }
        match self.store.file(want.file)?.filter(tapak_store::file::FileHeld::is_whole) {
            None => Ok(no(want.file, RefusalCode::MissingDependency)),
            Some(held) => {
                let bytes = self.store.file_bytes(want.file, want.offset, MAX_PART)?;
                let (file, length, offset) = (want.file, held.length, want.offset.min(held.length));
                Ok(say(ToDevice::FilePart(FilePart { file, length, offset, bytes })))
            }
        }
    }

    /// By what the file is to a record that names it. One nobody names is nobody's to see.
    fn may_see(&self, device: DeviceId, file: FileHash) -> Result<bool, Fault> {
        let role = self.crew.roster().find(device).and_then(|entry| Role::from_code(&entry.role));
        let kinds = self.store.file_uses(file)?.into_iter().filter_map(|used| FileKind::from_code(&used.kind));
        Ok(role.is_some_and(|role| kinds.into_iter().any(|kind| kind.seen_by(role))))
    }

    pub(super) fn forget_unnamed_files(&self, now: u64) -> Result<(), Fault> {
        let unnamed = self.store.unnamed_files(now.saturating_sub(UNNAMED_FOR), AT_A_TIME)?;
        Ok(unnamed.into_iter().try_for_each(|file| self.store.forget_file(file))?)
    }
}

fn no(file: FileHash, code: RefusalCode) -> Event {
    say(ToDevice::FileHave(FileHave { file, offset: 0, refused: Some(code) }))
}

fn say(message: ToDevice) -> Event {
    Event::Say(Box::new(message))
}
