//! A relay's disk that is only memory: the log, the roster, the invites.

use std::collections::{BTreeMap, BTreeSet};
use tapak_sync::message::{Pair, Paired};
use tapak_sync::pack::Room;
use tapak_sync::relay::{CARDS_BEHIND, Event, Known, Skip};
use tapak_sync::{
    ByeCode, ChangeHash, DeviceId, Fingerprint, Numbered, Outcome, PublicKey, RefusalCode, ReplicaId, Roster,
    RosterEntry, Sequence, ShopId, SignedChange, Span,
};

/// In these stories a change is its own hash and then some.
pub(crate) fn hash_of(change: &SignedChange) -> ChangeHash {
    ChangeHash::from_slice(&change.change[..32]).unwrap()
}

/// The one scope of this shop.
pub(crate) const SCOPE: u16 = 3;

pub(crate) struct Invited {
    pub(crate) role: &'static str,
    pub(crate) expires: u64,
    pub(crate) used_by: Option<DeviceId>,
}

pub(crate) struct Log {
    pub(crate) shop: ShopId,
    pub(crate) epoch: u64,
    pub(crate) rows: Vec<(ReplicaId, Numbered)>,
    pub(crate) places: BTreeMap<ChangeHash, Sequence>,
    pub(crate) roster: Roster,
    pub(crate) invites: BTreeMap<[u8; 16], Invited>,
    /// What the shop's policy refuses, for the stories that need a refusal.
    pub(crate) forbidden: BTreeSet<ChangeHash>,
}

impl Log {
    pub(crate) fn new(shop: ShopId) -> Self {
        Self {
            shop,
            epoch: 1,
            rows: Vec::new(),
            places: BTreeMap::new(),
            roster: Roster::default(),
            invites: BTreeMap::new(),
            forbidden: BTreeSet::new(),
        }
    }

    pub(crate) fn head(&self) -> Sequence {
        Sequence(self.rows.len() as u64)
    }

    pub(crate) fn look_up(&self, shop: ShopId, device: DeviceId) -> Event {
        if shop != self.shop {
            return Event::Unknown(ByeCode::WrongShop);
        }
        self.roster.find(device).map_or(Event::Unknown(ByeCode::UnknownDevice), |entry| Event::Known(self.known(entry)))
    }

    fn known(&self, entry: &RosterEntry) -> Known {
        Known {
            shop: self.shop,
            key: entry.key,
            role: entry.role.clone(),
            revoked: entry.revoked_at.is_some(),
            roster: self.roster.clone(),
            epoch: self.epoch,
            head: self.head(),
            scopes: vec![SCOPE],
            parted: false,
            fingerprint: Fingerprint::EMPTY,
            before: None,
            cards_behind: CARDS_BEHIND,
        }
    }

    pub(crate) fn append(&mut self, device: DeviceId, replica: ReplicaId, changes: Vec<SignedChange>) -> Vec<Outcome> {
        changes.into_iter().map(|change| self.append_one(device, replica, change)).collect()
    }

    fn append_one(&mut self, device: DeviceId, replica: ReplicaId, change: SignedChange) -> Outcome {
        let hash = hash_of(&change);
        if let Some(seq) = self.places.get(&hash) {
            return Outcome::Known(*seq);
        }
        let key = self.roster.find(device).unwrap().key;
        let key = PublicKey::from_bytes(&key).unwrap();
        if key.verify_change(self.shop, change.document, hash, &change.signature).is_err() {
            return Outcome::Refused(RefusalCode::BadSignature);
        }
        if self.forbidden.contains(&hash) {
            return Outcome::Refused(RefusalCode::NotYourRole);
        }
        let seq = self.head().next();
        self.places.insert(hash, seq);
        self.rows.push((replica, Numbered { seq, change, scope: None }));
        Outcome::Accepted(seq)
    }

    pub(crate) fn read(&self, after: Sequence, skip: Skip, max_bytes: usize) -> Event {
        let mut room = Room::new(max_bytes);
        let (mut to, mut changes) = (after, Vec::new());
        for (replica, row) in self.rows.iter().filter(|(_, row)| row.seq > after) {
            let skipped = skip.covers(*replica, row.seq);
            if !skipped && !room.take(row) {
                break;
            }
            changes.extend((!skipped).then(|| row.clone()));
            to = row.seq;
        }
        Event::PageRead { span: Span { from: after, to }, changes, head: self.head() }
    }

    pub(crate) fn pair(&mut self, pair: Pair, now: u64) -> Result<Paired, ByeCode> {
        let invited = self.invites.get_mut(&pair.secret).ok_or(ByeCode::InviteUnknown)?;
        let again = invited.used_by == Some(pair.device);
        if invited.used_by.is_some() && !again {
            return Err(ByeCode::InviteUsed);
        }
        if invited.expires < now {
            return Err(ByeCode::InviteExpired);
        }
        invited.used_by = Some(pair.device);
        let role = invited.role.to_owned();
        if !again {
            self.enrol(pair, role.clone());
        }
        let (shop_name, prefix) = ("Sepatu Bandung".to_owned(), "R".to_owned());
        Ok(Paired { shop: self.shop, shop_name, epoch: self.epoch, role, prefix })
    }

    fn enrol(&mut self, pair: Pair, role: String) {
        self.roster.0.push(RosterEntry {
            device: pair.device,
            key: pair.key,
            person: pair.person,
            device_name: pair.device_name,
            role,
            prefix: "R".to_owned(),
            revoked_at: None,
            seen: Sequence::ZERO,
            roles_before: None,
            keys_before: None,
            wipe: None,
        });
    }

    pub(crate) fn cursor_moved(&mut self, device: DeviceId, cursor: Sequence) {
        if let Some(entry) = self.roster.0.iter_mut().find(|entry| entry.device == device) {
            entry.seen = cursor;
        }
    }
}
