//! A simulator that catches nothing proves nothing: four ways to break the rules on purpose, at the edge of the engine.

use tapak_engine::device::Input;
use tapak_store::order::OrderRow;
use tapak_sync::{ChangeHash, ToDevice, codec};
use uuid::Uuid;

use super::doom::Crash;
use super::{Who, World};
use crate::broken::Checked;

/// What is broken on purpose.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
#[value(rename_all = "snake_case")]
pub(crate) enum Sabotage {
    /// The relay loses a change it has acknowledged.
    DropAcknowledged,
    /// On one device what arrives last counts as what happened last.
    ArrivalOrder,
    /// The relay forgets whom it has shown the door.
    AcceptRevoked,
    /// What two orders hold is forgotten, on every device alike.
    HideConflicts,
}

/// One in so many acknowledged changes is lost.
const LOSES: u64 = 50;
/// More than any run makes.
const ALL: u32 = 100_000;
/// The device that goes by arrival.
const HASTY: Who = 1;

impl World {
    pub(super) fn lose_acknowledged(&mut self, hash: ChangeHash) -> Checked {
        if self.sabotage == Some(Sabotage::DropAcknowledged) && self.dice.below(LOSES) == 0 {
            self.station.store().map(|store| store.remove(hash)).transpose()?;
        }
        Ok(())
    }

    /// Orders of which news has just come.
    pub(super) fn arriving(&self, who: Who, inputs: &[Input]) -> Vec<Uuid> {
        if self.sabotage != Some(Sabotage::ArrivalOrder) || who != HASTY {
            return Vec::new();
        }
        let frames = inputs.iter().filter_map(|input| if let Input::Frame(frame) = input { Some(frame) } else { None });
        let pages = frames.filter_map(|frame| codec::decode_to_device(frame).ok());
        let changes =
            pages.filter_map(|message| if let ToDevice::Page(page) = message { Some(page.changes) } else { None });
        changes.flatten().map(|numbered| Uuid::from_bytes(numbered.change.document.to_bytes())).collect()
    }

    pub(super) fn go_by_arrival(&mut self, who: Who, orders: &[Uuid]) -> Checked {
        let Some(store) = self.phones[who].store() else { return Ok(()) };
        for id in orders {
            if let Some((row, _)) = store.order(*id)? {
                store.put_order(&OrderRow { updated_at: i64::try_from(self.now).unwrap_or(i64::MAX), ..row })?;
            }
        }
        Ok(())
    }

    pub(crate) fn hide_conflicts(&self) -> Checked {
        if self.sabotage != Some(Sabotage::HideConflicts) {
            return Ok(());
        }
        for store in self.phones.iter().filter_map(|phone| phone.store()).chain(self.station.store()) {
            for record in store.clashes(ALL)?.into_iter().flat_map(|clash| clash.records) {
                store.put_shared_keys(record, &[])?;
            }
        }
        Ok(())
    }

    /// The relay comes up with everybody let in again, and whoever was shown the door tries it once more.
    pub(super) fn forget_revocations(&mut self) -> Checked {
        if self.sabotage != Some(Sabotage::AcceptRevoked) {
            return Ok(());
        }
        let Some(store) = self.station.store() else { return Ok(()) };
        for mut entry in store.roster()?.0 {
            entry.revoked_at = None;
            store.enrol(&entry)?;
        }
        let back = |who: &Who| self.phones[*who].is_revoked() && self.phones[*who].is_on();
        let back: Vec<_> = (0..self.phones.len()).filter(back).collect();
        for who in back {
            self.crash_phone(who, Crash::Between);
        }
        Ok(())
    }
}
