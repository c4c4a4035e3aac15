//! Files after quiet: whole at the relay, true to their names, on no device whose role may not see them, and there for the rest.

use std::collections::{BTreeMap, BTreeSet};

use tapak_domain::Role;
use tapak_domain::order::FileKind;
use tapak_engine::FileHash;
use tapak_engine::command::Command;
use tapak_engine::device::Input;
use tapak_store::Store;
use tapak_store::file::FileHeld;

use super::picture::Picture;
use crate::broken::{Checked, Rule};
use crate::deed::file_hash;
use crate::tally::Count;
use crate::world::phone::Phone;
use crate::world::{Who, World};

/// Long enough for a few parts in calm weather.
const COMES_WITHIN: u64 = 20_000;

/// Files with the kinds as which orders name them.
type Named = BTreeMap<FileHash, BTreeSet<&'static str>>;

impl World {
    pub(super) fn check_files(&mut self, picture: &Picture) -> Checked {
        let named = self.named_files(picture)?;
        let Some(relay) = self.station.store() else { return Ok(()) };
        for file in named.keys().filter(|file| !self.is_of_a_revoked_device(**file)) {
            let whole = whole(relay, *file)?;
            let has = |phone: &Phone| Some((phone.name(), phone.store()?.file(*file).ok()??));
            let having = || self.phones.iter().filter_map(has).collect::<Vec<_>>();
            Rule::Files.hold(whole, || {
                format!("{file} is named by an order and is not whole at the relay; others: {:?}", having())
            })?;
        }
        let (count, all) = (named.len() as u64, self.all_files());
        for (name, store) in self.phones.iter().filter_map(|phone| Some((phone.name(), phone.store()?))) {
            all.iter().try_for_each(|file| check_bytes(name, store, *file))?;
        }
        self.tally.add_many(Count::FilesAtTheRelay, count);
        (0..self.phones.len()).try_for_each(|who| self.check_seen_files(who, &named))?;
        (0..self.phones.len()).try_for_each(|who| self.fetch_one(who, &named))
    }

    fn named_files(&self, picture: &Picture) -> Checked<Named> {
        let mut named = Named::new();
        for (store, record) in
            self.station.store().into_iter().flat_map(|s| picture.pages.keys().map(move |id| (s, *id)))
        {
            for (file, kind) in store.files_of(record)? {
                named.entry(file).or_default().extend(FileKind::from_code(&kind).map(FileKind::code));
            }
        }
        Ok(named)
    }

    /// All that were ever attached.
    fn all_files(&self) -> Vec<FileHash> {
        self.ledger.promises().iter().filter_map(|promise| file_hash(attached(&promise.command)?)).collect()
    }

    /// It may have gone before it could hand it over.
    fn is_of_a_revoked_device(&self, file: FileHash) -> bool {
        let hex = file.to_string();
        let mut promises = self.ledger.promises().iter();
        let by = promises.find(|promise| attached(&promise.command) == Some(&hex)).map(|promise| promise.who);
        by.is_none_or(|who| self.phones[who].is_revoked())
    }

    fn check_seen_files(&self, who: Who, named: &Named) -> Checked {
        let phone = &self.phones[who];
        let Some(store) = phone.store().filter(|_| !phone.is_revoked()) else { return Ok(()) };
        for (file, kinds) in named.iter().filter(|(_, kinds)| !seen(phone.part.role, kinds)) {
            let there = store.file(*file)?;
            Rule::Files.hold(there.is_none(), || {
                format!("{} is {:?} and has {there:?}, {kinds:?}", phone.name(), phone.part.role)
            })?;
        }
        Ok(())
    }

    /// One that is not here comes when somebody looks, if the role may see it.
    fn fetch_one(&mut self, who: Who, named: &Named) -> Checked {
        let phone = &self.phones[who];
        let Some(store) = phone.store().filter(|_| !phone.is_revoked()) else { return Ok(()) };
        let mut away = Vec::new();
        for file in named.keys().filter(|file| !self.is_of_a_revoked_device(**file)) {
            away.extend(store.file(*file)?.is_none_or(|held| !held.is_whole()).then_some(*file));
        }
        let (Some(file), role) = (self.dice.pick(&away).copied(), phone.part.role) else { return Ok(()) };
        let may = named.get(&file).is_some_and(|kinds| seen(role, kinds));
        self.give_phone(who, Input::FetchFile { file: file.to_bytes() });
        self.live_until(self.now + COMES_WITHIN)?;
        let there = self.phones[who].store().map(|store| whole(store, file)).transpose()?.unwrap_or_default();
        self.count(if there { Count::FilesFetched } else { Count::FilesDenied });
        Rule::Files.hold(there == may, || format!("{} is {role:?}, asked for {file}: {there}", self.phones[who].name()))
    }
}

/// The file a command brought along, in hex.
#[expect(clippy::wildcard_enum_match_arm, reason = "few commands bring a file")]
fn attached(command: &Command) -> Option<&String> {
    match command {
        Command::AttachFile { file, .. } => Some(file),
        Command::ClaimPayment { claim, .. } => Some(&claim.file).filter(|file| !file.is_empty()),
        _ => None,
    }
}

fn seen(role: Role, kinds: &BTreeSet<&'static str>) -> bool {
    kinds.iter().filter_map(|kind| FileKind::from_code(kind)).any(|kind| kind.seen_by(role))
}

fn check_bytes(name: &str, store: &Store, file: FileHash) -> Checked {
    let held = store.file(file)?.filter(FileHeld::is_whole);
    let fits = held.map(|_| whole(store, file)).transpose()?.unwrap_or(true);
    Rule::Files.hold(fits, || format!("{name} has something else as {file}"))
}

/// All of it is here, and it is what its name says.
fn whole(store: &Store, file: FileHash) -> Checked<bool> {
    let Some(held) = store.file(file)?.filter(FileHeld::is_whole) else { return Ok(false) };
    let bytes = store.file_bytes(file, 0, usize::try_from(held.length).unwrap_or(usize::MAX))?;
    Ok(blake3::hash(&bytes).as_bytes() == file.as_bytes())
}
