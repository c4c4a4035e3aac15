//! Files of this device: kept the moment they are taken, sent part by part when there is signal, fetched when somebody looks.

use tapak_domain::order::FileKind;
use tapak_store::file::FileHeld;
use tapak_sync::FileHash;
use tapak_sync::client::Event;
use tapak_sync::limits::{MAX_FILE, MAX_PART};
use tapak_sync::message::{FileHave, FilePart, FileWant, ToRelay};

use super::Device;
use super::event::Topic;
use super::turn::Turn;
use crate::fault::Fault;

/// What was fetched may take so much room; what waits for the relay stays whatever it takes.
const CACHE: u64 = 64 * 1024 * 1024;
/// A part that was not answered by then is sent anew.
const ANSWER_WITHIN: u64 = 30_000;

impl Device {
    /// On disk before the screen says so. Answers with its name, or nothing when it is empty or too large.
    pub fn keep_file(&mut self, bytes: &[u8], now: u64) -> Result<Option<FileHash>, Fault> {
        let length = bytes.len() as u64;
        if length == 0 || length > MAX_FILE {
            return Ok(None);
        }
        let hash = FileHash::new(*blake3::hash(bytes).as_bytes());
        self.store.begin()?;
        let written = self.write_file(hash, bytes, now).and_then(|()| Ok(self.store.commit()?));
        written.inspect_err(|_| self.store.rollback())?;
        Ok(Some(hash))
    }

    fn write_file(&self, hash: FileHash, bytes: &[u8], now: u64) -> Result<(), Fault> {
        if self.store.file(hash)?.is_some_and(|held| held.is_whole()) {
            return Ok(());
        }
        self.store.forget_file(hash)?;
        self.store.expect_file(hash, bytes.len() as u64, now, true)?;
        let parts = bytes
            .chunks(MAX_PART)
            .scan(0, |offset, part| Some((std::mem::replace(offset, *offset + part.len() as u64), part)));
        for (offset, part) in parts {
            self.store.add_file_part(hash, offset, part)?;
        }
        Ok(())
    }

    /// All of it, if it is all here.
    pub fn file(&self, hash: FileHash) -> Result<Option<Vec<u8>>, Fault> {
        match self.store.file(hash)?.filter(FileHeld::is_whole) {
            Some(held) => {
                Ok(Some(self.store.file_bytes(hash, 0, usize::try_from(held.length).unwrap_or(usize::MAX))?))
            }
            None => Ok(None),
        }
    }

    /// Asks for the next part of a file that somebody wants to see.
    pub(super) fn fetch_file(&mut self, file: FileHash, turn: &mut Turn) -> Result<(), Fault> {
        let offset = match self.store.file(file)? {
            Some(held) if held.is_whole() => return Ok(()),
            held => held.map_or(0, |held| held.have),
        };
        self.say(ToRelay::FileWant(FileWant { file, offset, offering: None }), turn)
    }

    /// Offers the next file the relay may not have. One at a time, so that changes never wait behind photos.
    pub(super) fn send_files(&mut self, turn: &mut Turn) -> Result<(), Fault> {
        if self.connection.sending.is_some() || !self.is_connected() {
            return Ok(());
        }
        let Some(held) = self.store.next_waiting_file()? else { return Ok(()) };
        self.connection.sending = Some((held.hash, turn.now));
        self.say(ToRelay::FileWant(FileWant { file: held.hash, offset: 0, offering: Some(held.length) }), turn)
    }

    /// Also what was kept without anything being written, and what the relay never answered to.
    pub(super) fn go_on_sending_files(&mut self, turn: &mut Turn) -> Result<(), Fault> {
        if self.connection.sending.is_some_and(|(_, told_at)| turn.now > told_at + ANSWER_WITHIN) {
            self.connection.sending = None;
        }
        self.send_files(turn)
    }

    /// The relay has so much of a file, or does not take or give it.
    pub(super) fn file_is_there(&mut self, have: FileHave, turn: &mut Turn) -> Result<(), Fault> {
        if self.connection.sending.is_none_or(|(file, _)| file != have.file) {
            return Ok(());
        }
        self.connection.sending = Some((have.file, turn.now));
        let Some(held) = self.store.file(have.file)? else { return self.file_is_through(have.file, true, turn) };
        match have.refused {
            Some(_) => self.file_is_through(have.file, false, turn),
            None if have.offset >= held.length => self.file_is_through(have.file, true, turn),
            None => {
                let (file, length, offset) = (have.file, held.length, have.offset);
                let bytes = self.store.file_bytes(file, offset, MAX_PART)?;
                self.say(ToRelay::FilePart(FilePart { file, length, offset, bytes }), turn)
            }
        }
    }

    fn file_is_through(&mut self, file: FileHash, taken: bool, turn: &mut Turn) -> Result<(), Fault> {
        self.store.file_is_through(file, taken)?;
        self.hide_files()?;
        self.connection.sending = None;
        touch_pictures(turn);
        turn.touch(Topic::Sync);
        self.send_files(turn)
    }

    /// A part of a file that was asked for. What does not turn out to be what it is called is thrown away.
    pub(super) fn file_part(&mut self, part: &FilePart, turn: &mut Turn) -> Result<(), Fault> {
        self.store.expect_file(part.file, part.length, turn.now, false)?;
        let Some(held) = self.store.file(part.file)? else { return Ok(()) };
        if held.have != part.offset || part.bytes.is_empty() || held.is_whole() {
            return Ok(());
        }
        let have = self.store.add_file_part(part.file, part.offset, &part.bytes)?;
        if have < held.length {
            return self.fetch_file(part.file, turn);
        }
        let whole = self.file(part.file)?.unwrap_or_default();
        if blake3::hash(&whole).as_bytes() != part.file.as_bytes() {
            self.store.forget_file(part.file)?;
        }
        touch_pictures(turn);
        Ok(())
    }

    /// What this device's role may not see leaves its disk; what the relay does not have yet, after that.
    pub(super) fn hide_files(&self) -> Result<(), Fault> {
        let Some(actor) = self.me.actor() else { return Ok(()) };
        let seen: Vec<_> =
            FileKind::ALL.into_iter().filter(|kind| kind.seen_by(actor.role)).map(FileKind::code).collect();
        let hidden = self.store.files_other_than(&seen)?;
        Ok(hidden.into_iter().try_for_each(|file| self.store.forget_file(file))?)
    }

    /// What was only fetched makes room again.
    pub(super) fn bound_files(&self) -> Result<(), Fault> {
        let beyond = self.store.files_beyond(CACHE)?;
        Ok(beyond.into_iter().try_for_each(|file| self.store.forget_file(file))?)
    }

    fn say(&mut self, message: ToRelay, turn: &mut Turn) -> Result<(), Fault> {
        self.tell(Event::Say(Box::new(message)), turn)
    }
}

/// Where files are shown.
fn touch_pictures(turn: &mut Turn) {
    turn.touch(Topic::Orders);
    turn.touch(Topic::Products);
}
