//! The owner shows a tampered device the door, and from then on the relay takes nothing more that it wrote.

use tapak_document::ChangeInfo;
use tapak_engine::command::Command;
use tapak_sync::ChangeHash;
use uuid::Uuid;

use super::phone::Trust;
use super::sabotage::Sabotage;
use super::{Who, World};
use crate::broken::{Checked, Rule};
use crate::deed::{Deed, Expect};
use crate::tally::Count;

const OWNER: Who = 0;

impl World {
    pub(crate) fn revoke(&mut self) -> Checked {
        let rogue = self.phones.iter().position(|phone| phone.part.rogue && !phone.is_revoked());
        let Some((who, device)) =
            rogue.map(|who| Ok::<_, crate::broken::Broken>((who, self.device_of(who)?))).transpose()?
        else {
            return Ok(());
        };
        let (Some(device), true) = (device, self.is_paired(OWNER)?) else { return Ok(()) };
        // What a restored relay is given back of a device that was revoked meanwhile is held for the owner, and a backup
        // from before would let it in again: those are other stories.
        if self.restored.ever {
            return Ok(());
        }
        (self.backup, self.plan.restores) = (None, false);
        let wipe = self.dice.chance(400) && self.sabotage != Some(Sabotage::AcceptRevoked);
        let mark = format!("shows {} the door", self.phones[who].name());
        let command = Command::RevokeDevice { device, wipe };
        self.act(OWNER, Deed { command, expect: Expect::Either, mark, seen: 0 });
        Ok(())
    }

    /// As the relay knows it.
    pub(super) fn device_of(&self, who: Who) -> Checked<Option<Uuid>> {
        let roster = self.station.store().map(tapak_store::Store::roster).transpose()?.unwrap_or_default();
        let entry = roster.0.iter().find(|entry| entry.person == self.phones[who].name());
        Ok(entry.map(|entry| Uuid::from_bytes(entry.device.to_bytes())))
    }

    /// What the relay says from here on it says knowing this.
    pub(super) fn note_revoked(&mut self) -> Checked {
        let roster = self.station.store().map(tapak_store::Store::roster).transpose()?.unwrap_or_default();
        for entry in roster.0.iter().filter(|entry| entry.revoked_at.is_some()) {
            let Some(who) = self.phones.iter().position(|phone| phone.name() == entry.person) else { continue };
            if std::mem::replace(&mut self.phones[who].trust, Trust::Revoked) != Trust::Revoked {
                self.count(Count::Revoked);
                self.tell(who, "is shown the door");
            }
        }
        Ok(())
    }

    /// A device that is leaving may bring back what others wrote, but nothing more of its own.
    pub(super) fn check_not_revoked(&self, who: Who, hash: ChangeHash) -> Checked {
        if !self.phones[who].is_revoked() {
            return Ok(());
        }
        let change = self.station.store().map(|store| store.change(hash)).transpose()?.flatten();
        let author = change.and_then(|change| ChangeInfo::parse(&change.change).ok()).map(|info| info.author.device.0);
        let own = author.is_some() && author == self.device_of(who)?;
        Rule::Revoked.hold(!own, || format!("{} was shown the door, and {hash} was taken", self.phones[who].name()))
    }
}
