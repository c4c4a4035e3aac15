//! The relay's database is copied, and later the copy takes its place: said aloud, as a new epoch, or in silence.

use std::collections::BTreeSet;

use tapak_domain::Noun;
use tapak_engine::command::Command;
use tapak_engine::{FileHash, relay};
use tapak_store::Store;
use tapak_sync::{ChangeHash, DeviceId};

use super::phone::Phone;
use super::{Who, World};
use crate::broken::Checked;
use crate::deed::file_hash;
use crate::ledger::witness::Change;
use crate::tally::Count;

/// What came of the last restore.
#[derive(Debug, Default)]
pub(crate) struct Restored {
    /// Devices that have not been welcomed since: they cannot know yet.
    pub(crate) unaware: BTreeSet<Who>,
    pub(crate) ever: bool,
    /// Nobody said so: devices find out when they compare.
    pub(crate) in_silence: bool,
}

impl World {
    pub(crate) fn back_up(&mut self) -> Checked {
        self.backup = self.station.store().map(Store::copy).transpose()?;
        self.tell_relay("is backed up");
        Ok(())
    }

    /// The copy takes the place of what it was made of, unless something would be lost that no device has.
    pub(crate) fn restore(&mut self) -> Checked {
        let Some(mut copy) = self.backup.take() else { return Ok(()) };
        if !self.may_restore(&copy)? {
            self.backup = Some(copy);
            return Ok(());
        }
        // Devices offer their files again when they notice; a file alone, lost in silence, nobody would.
        let quietly = self.files_lost(&copy)?.is_empty() && !self.work_is_changing();
        let in_silence = self.dice.chance(400) && quietly;
        if !in_silence {
            relay::restored(&mut copy, self.dice.bytes())?;
        }
        self.count(if in_silence { Count::SilentRestores } else { Count::Restores });
        self.tell_relay(format_args!("is restored from a backup (in silence: {in_silence})"));
        self.witness.restored(&copy.inventory()?);
        if self.station.is_on() {
            self.relay_goes();
        }
        self.station.replace_disk(copy);
        self.restored.unaware = (0..self.phones.len()).collect();
        self.restored.ever = true;
        self.restored.in_silence |= in_silence;
        Ok(())
    }

    /// Everyone is enrolled in both, and what only the later one has is on a device too, by itself, with its signature.
    fn may_restore(&self, copy: &Store) -> Checked<bool> {
        let Some(now) = self.station.store() else { return Ok(false) };
        if enrolled(now)? != enrolled(copy)? {
            return Ok(false);
        }
        let kept = changes(copy)?;
        let lost: BTreeSet<_> = changes(now)?.difference(&kept).copied().collect();
        let mut elsewhere = BTreeSet::new();
        for phone in &self.phones {
            elsewhere.extend(phone.store().map(changes).transpose()?.unwrap_or_default());
        }
        let of_the_shop = lost.iter().map(|(document, _)| now.held(*document));
        let of_the_shop = of_the_shop.collect::<Result<Vec<_>, _>>()?;
        // The relay's own words are not given back to it.
        let own_words = of_the_shop.iter().flatten().any(|held| held.scope == Noun::Shop.scope());
        for file in self.files_lost(copy)? {
            let somewhere = self.phones.iter().filter(|phone| !phone.is_revoked()).filter_map(Phone::store);
            if !somewhere.map(|store| has_file(store, file)).collect::<Checked<Vec<_>>>()?.contains(&true) {
                return Ok(false);
            }
        }
        Ok(!lost.is_empty() && !own_words && lost.is_subset(&elsewhere))
    }

    /// Files the relay has and its copy has not.
    fn files_lost(&self, copy: &Store) -> Checked<Vec<FileHash>> {
        let mut lost = Vec::new();
        for promise in self.ledger.promises() {
            let Command::AttachFile { file, .. } = &promise.command else { continue };
            let (Some(file), Some(now)) = (file_hash(file), self.station.store()) else { continue };
            lost.extend((has_file(now, file)? && !has_file(copy, file)?).then_some(file));
        }
        Ok(lost)
    }

    /// Whoever has not heard of a restore may leave nothing to the relay: it may lack it.
    pub(crate) fn knows_the_relay(&self, who: Who) -> bool {
        !self.restored.in_silence && !self.restored.unaware.contains(&who)
    }
}

fn has_file(store: &Store, file: FileHash) -> Checked<bool> {
    Ok(store.file(file)?.is_some_and(|held| held.is_whole()))
}

fn enrolled(store: &Store) -> Checked<BTreeSet<DeviceId>> {
    Ok(store.roster()?.0.iter().map(|entry| entry.device).collect())
}

fn changes(store: &Store) -> Checked<BTreeSet<Change>> {
    Ok(store.inventory()?.into_iter().map(|(document, hash, _): (_, ChangeHash, _)| (document, hash)).collect())
}
