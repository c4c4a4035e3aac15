//! Who is enrolled, at hand: whose facts count, whose key signs, who has seen how much.

use std::collections::{BTreeMap, BTreeSet};

use tapak_domain::stock::Sellers;
use tapak_domain::{Authority, DeviceId, Role};
use tapak_sync::{PublicKey, Roster, RosterEntry, Sequence};
use uuid::Uuid;

#[derive(Debug, Clone, Default)]
pub(crate) struct Crew {
    roster: Roster,
    roles: BTreeMap<Uuid, Role>,
    roles_before: BTreeMap<Uuid, Vec<Role>>,
    keys: BTreeMap<Uuid, PublicKey>,
}

impl Crew {
    pub(crate) fn new(roster: Roster) -> Self {
        let role = |entry: &RosterEntry| Some((uuid(entry.device), Role::from_code(&entry.role)?));
        let key = |entry: &RosterEntry| Some((uuid(entry.device), PublicKey::from_bytes(&entry.key).ok()?));
        let before = |entry: &RosterEntry| {
            let roles = entry.roles_before.iter().flatten().filter_map(|role| Role::from_code(role));
            (uuid(entry.device), roles.collect())
        };
        let entries = roster.0.iter();
        Self {
            roles: entries.clone().filter_map(role).collect(),
            roles_before: entries.clone().map(before).collect(),
            keys: entries.filter_map(key).collect(),
            roster,
        }
    }

    pub(crate) fn roster(&self) -> &Roster {
        &self.roster
    }

    pub(crate) fn find(&self, device: DeviceId) -> Option<&RosterEntry> {
        self.roster.find(wire(device))
    }

    pub(crate) fn key_of(&self, device: DeviceId) -> Option<&PublicKey> {
        self.keys.get(&device.0)
    }

    /// `seen` is written down only now and then: what is known here is newer.
    pub(crate) fn remember_seen(&self, entry: &mut RosterEntry) {
        if let Some(known) = self.roster.find(entry.device) {
            entry.seen = known.seen;
        }
    }

    /// False when that is no news.
    pub(crate) fn see(&mut self, device: tapak_sync::DeviceId, cursor: Sequence) -> bool {
        match self.roster.0.iter_mut().find(|entry| entry.device == device) {
            Some(entry) if entry.seen != cursor => {
                entry.seen = cursor;
                true
            }
            Some(_) | None => false,
        }
    }

    /// The place of a device among those that sell: the phones of CS, or the owner's where there is no CS.
    pub(crate) fn sellers(&self, me: DeviceId) -> Option<Sellers> {
        let of = |roles: &[Role]| {
            let sells = |entry: &&RosterEntry| Role::from_code(&entry.role).is_some_and(|role| roles.contains(&role));
            let phones = self.roster.0.iter().filter(|entry| entry.revoked_at.is_none()).filter(sells);
            phones.map(|entry| uuid(entry.device)).collect::<BTreeSet<_>>()
        };
        let (cs, owners) = (of(&[Role::Cs, Role::CustomCs]), of(&[Role::Owner]));
        let phones = if cs.is_empty() { owners } else { cs };
        let place = phones.iter().position(|phone| *phone == me.0)?;
        Some(Sellers { place: u32::try_from(place).ok()?, phones: u32::try_from(phones.len()).ok()? })
    }

    /// Names of other devices of `role` that have stored the log up to `seq`.
    pub(crate) fn who_has(&self, role: Role, seq: Sequence, except: DeviceId) -> Vec<String> {
        self.seen_by(role, seq, except).map(|entry| entry.device_name.clone()).collect()
    }

    /// Has any other device of `role` stored the log up to `seq`?
    pub(crate) fn is_seen(&self, role: Role, seq: Sequence, except: DeviceId) -> bool {
        self.seen_by(role, seq, except).next().is_some()
    }

    fn seen_by(&self, role: Role, seq: Sequence, except: DeviceId) -> impl Iterator<Item = &RosterEntry> {
        let others = self.roster.0.iter().filter(move |entry| entry.device != wire(except));
        others.filter(move |entry| entry.revoked_at.is_none() && entry.role == role.code() && entry.seen >= seq)
    }
}

impl Authority for Crew {
    fn role_of(&self, device: DeviceId) -> Option<Role> {
        self.roles.get(&device.0).copied()
    }

    fn roles_before(&self, device: DeviceId) -> &[Role] {
        self.roles_before.get(&device.0).map(Vec::as_slice).unwrap_or_default()
    }
}

pub(crate) fn wire(device: DeviceId) -> tapak_sync::DeviceId {
    tapak_sync::DeviceId::new(device.0.into_bytes())
}

pub(crate) fn uuid(device: tapak_sync::DeviceId) -> Uuid {
    Uuid::from_bytes(device.to_bytes())
}
