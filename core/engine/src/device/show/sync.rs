//! The sync page: what is where, what was not accepted, and who has how much.

use tapak_domain::Role;
use tapak_store::record::Named;
use tapak_store::set_aside::SetAside;
use tapak_sync::RosterEntry;

use super::said;
use super::start::narrow;
use crate::crew;
use crate::device::Device;
use crate::device::me::Proven;
use crate::fault::Fault;
use crate::view::sync::{DeviceRow, ProofView, SetAsideRow, SyncView, UnsentRow};

impl Device {
    pub(super) fn show_sync(&self) -> Result<SyncView, Fault> {
        Ok(SyncView {
            badge: self.show_badge()?,
            proof: self.me.proof.map(proof),
            arriving: self.arriving(),
            last_contact: self.me.last_contact.and_then(|at| i64::try_from(at).ok()),
            cursor: self.me.cursor,
            head: self.me.head.max(self.me.cursor),
            records: self.store.count_records()?,
            unsent: self.store.unsent_records(super::PAGE)?.into_iter().map(unsent).collect(),
            set_aside: self.store.all_set_aside()?.into_iter().map(set_aside).collect(),
            devices: self.people().map(|entry| self.device_row(entry)).collect(),
        })
    }

    /// Devices that people hold.
    fn people(&self) -> impl Iterator<Item = &RosterEntry> {
        self.crew.roster().0.iter().filter(|entry| entry.role != Role::Relay.code())
    }

    fn device_row(&self, entry: &RosterEntry) -> DeviceRow {
        let this_device = entry.device == self.me.wire_id();
        let head = self.me.head.max(self.me.cursor);
        let left_at = self.connection.left_at.get(&entry.device).filter(|_| self.is_connected());
        let seen = if this_device { self.me.cursor } else { entry.seen.get() };
        DeviceRow {
            device: crew::uuid(entry.device),
            person: entry.person.clone(),
            device_name: entry.device_name.clone(),
            role: entry.role.clone(),
            prefix: entry.prefix.clone(),
            this_device,
            revoked: entry.revoked_at.is_some(),
            behind: narrow(head.saturating_sub(seen)),
            here: left_at == Some(&None) || (this_device && self.is_connected()),
            left_at: left_at.copied().flatten().and_then(|at| i64::try_from(at).ok()),
        }
    }
}

fn proof(proof: Proven) -> ProofView {
    ProofView { at: i64::try_from(proof.at).unwrap_or(i64::MAX), equal: proof.equal }
}

fn unsent(named: Named) -> UnsentRow {
    UnsentRow { record: named.id, noun: named.noun, title: named.title, changes: named.whereabouts.unsent }
}

fn set_aside(kept: SetAside) -> SetAsideRow {
    let SetAside { record, noun, title, code, at, summary, .. } = kept;
    let said = said::read(&noun, &summary);
    SetAsideRow { record, noun, title, code, at, said }
}
