//! What a device knows about itself: its keys, its shop, how far it has read the log, its clock.

use serde::{Deserialize, Serialize};
use tapak_document::Incarnation;
use tapak_domain::{Actor, DeviceId, Role, Stamp};
use tapak_store::{Store, StoreError};
use tapak_sync::client::{Identity, Place};
use tapak_sync::message::{Boot, BootMark, Latest, ROSTER_DIGEST, ScopeCursor};
use tapak_sync::{DeviceKey, DocumentId, ReplicaId, Sequence, ShopId};
use uuid::Uuid;

use crate::dice::Dice;
use crate::documents::Author;
use crate::fault::Fault;

const KEY: &str = "me";

/// What the shop said when this device joined.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(super) struct Enrolled {
    pub(super) shop: Uuid,
    pub(super) shop_name: String,
    pub(super) role: Role,
    /// First half of every order number made here.
    pub(super) prefix: String,
}

/// Cards as far as they are on disk; see [`tapak_sync::message::Boot`].
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(super) struct Booting {
    pub(super) target: u64,
    /// Scope and the place after which its documents count as changed.
    since: Vec<(u16, u64)>,
    rank: u8,
    after: Option<[u8; 16]>,
    /// Documents still to come, as the relay last said.
    pub(super) left: Option<u32>,
}

impl Booting {
    pub(super) fn new(boot: &Boot) -> Self {
        Self {
            target: boot.target.get(),
            since: boot.since.iter().map(|since| (since.scope, since.cursor.get())).collect(),
            rank: boot.mark.rank,
            after: boot.mark.after.map(DocumentId::to_bytes),
            left: boot.left,
        }
    }

    pub(super) fn move_to(&mut self, mark: BootMark, left: u32) {
        (self.rank, self.after, self.left) = (mark.rank, mark.after.map(DocumentId::to_bytes), Some(left));
    }

    fn boot(&self) -> Boot {
        let since = self.since.iter().map(|(scope, cursor)| ScopeCursor { scope: *scope, cursor: Sequence(*cursor) });
        Boot {
            target: Sequence(self.target),
            since: since.collect(),
            mark: BootMark { rank: self.rank, after: self.after.map(DocumentId::new) },
            left: self.left,
        }
    }
}

/// A comparison with the relay.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Proven {
    /// Milliseconds since 1970 UTC.
    pub(super) at: u64,
    pub(super) equal: bool,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(super) struct Me {
    pub(super) device: Uuid,
    key: [u8; 32],
    /// Signs once the relay knows it.
    #[serde(default)]
    pub(super) next_key: Option<[u8; 32]>,
    replica: [u8; 16],
    incarnation: [u8; 8],
    pub(super) enrolled: Option<Enrolled>,
    pub(super) person: String,
    pub(super) device_name: String,
    pub(super) epoch: u64,
    pub(super) cursor: u64,
    pub(super) head: u64,
    pub(super) own_high: u64,
    /// What of the shop is held here, as far as the cursor says.
    #[serde(default)]
    pub(super) scopes: Vec<u16>,
    /// What this device's role may read.
    #[serde(default)]
    pub(super) reads: Vec<u16>,
    /// Cards are coming, and how far they have.
    #[serde(default)]
    pub(super) boot: Option<Booting>,
    /// How the last comparison with the relay ended.
    #[serde(default)]
    pub(super) proof: Option<Proven>,
    /// The shop whose records are here, also when this device no longer belongs to it.
    #[serde(default)]
    pub(super) records_of: Option<Uuid>,
    /// Revoked and told to take everything off its disk.
    #[serde(default)]
    pub(super) wiping: bool,
    pub(super) clock: Stamp,
    /// How many orders were numbered here.
    pub(super) orders: u32,
    /// How many codes (kode unik) were given out here.
    #[serde(default)]
    pub(super) codes: u32,
    /// Milliseconds since 1970 UTC.
    pub(super) last_contact: Option<u64>,
    /// A stable code of what keeps this device out; empty when nothing does.
    pub(super) problem: String,
}

impl Me {
    /// A new device draws its keys now; they are on disk before anybody hears of them.
    pub(super) fn load(store: &Store, dice: &mut Dice) -> Result<Self, Fault> {
        match store.meta(KEY)? {
            Some(bytes) => {
                let me: Self = serde_json::from_slice(&bytes).map_err(|e| StoreError::Failed(e.to_string()))?;
                // A cursor from before there were scopes says nothing about any of them.
                Ok(if me.scopes.is_empty() { me.unread() } else { me })
            }
            None => Ok(Self::fresh(dice)),
        }
    }

    pub(super) fn fresh(dice: &mut Dice) -> Self {
        Self {
            device: Uuid::nil(),
            key: [0; 32],
            next_key: None,
            replica: [0; 16],
            incarnation: [0; 8],
            enrolled: None,
            person: String::new(),
            device_name: String::new(),
            epoch: 0,
            cursor: 0,
            head: 0,
            own_high: 0,
            scopes: Vec::new(),
            reads: Vec::new(),
            boot: None,
            proof: None,
            records_of: None,
            wiping: false,
            clock: Stamp::default(),
            orders: 0,
            codes: 0,
            last_contact: None,
            problem: String::new(),
        }
        .reborn(dice)
    }

    /// The same database under a new identity, which has told the relay nothing yet.
    pub(super) fn reborn(self, dice: &mut Dice) -> Self {
        let device = uuid::Builder::from_random_bytes(dice.bytes()).into_uuid();
        let (key, replica, incarnation) = (dice.bytes(), dice.bytes(), dice.bytes());
        let nobody = Self { enrolled: None, next_key: None, orders: 0, codes: 0, wiping: false, proof: None, ..self };
        Self { device, key, replica, incarnation, ..nobody }.unread()
    }

    /// Nothing of the log counts as read.
    pub(super) fn unread(self) -> Self {
        Self { cursor: 0, own_high: 0, scopes: Vec::new(), boot: None, ..self }
    }

    pub(super) fn save(&self, store: &Store) -> Result<(), Fault> {
        let bytes = serde_json::to_vec(self).map_err(|e| StoreError::Failed(e.to_string()))?;
        Ok(store.set_meta(KEY, &bytes)?)
    }

    pub(super) fn id(&self) -> DeviceId {
        DeviceId(self.device)
    }

    pub(super) fn wire_id(&self) -> tapak_sync::DeviceId {
        crate::crew::wire(self.id())
    }

    pub(super) fn replica(&self) -> ReplicaId {
        ReplicaId::new(self.replica)
    }

    pub(super) fn key(&self) -> DeviceKey {
        DeviceKey::from_seed(self.key)
    }

    /// False when there is none that is waiting.
    pub(super) fn adopt_next_key(&mut self) -> bool {
        let next = self.next_key.take();
        self.key = next.unwrap_or(self.key);
        next.is_some()
    }

    pub(super) fn next_public_key(&self) -> Option<[u8; 32]> {
        self.next_key.map(|seed| DeviceKey::from_seed(seed).public())
    }

    pub(super) fn shop(&self) -> Option<ShopId> {
        self.enrolled.as_ref().map(|enrolled| ShopId::new(enrolled.shop.into_bytes()))
    }

    pub(super) fn identity(&self) -> Option<Identity> {
        let shop = self.shop()?;
        Some(Identity { shop, device: self.wire_id(), replica: self.replica(), key: self.key() })
    }

    pub(super) fn place(&self, roster: [u8; ROSTER_DIGEST], latest: Option<Latest>, entropy: u64) -> Place {
        Place {
            cursor: Sequence(self.cursor),
            own_high: Sequence(self.own_high),
            epoch: self.epoch,
            scopes: self.scopes.clone(),
            boot: self.boot.as_ref().map(Booting::boot),
            roster: Some(roster),
            latest,
            entropy,
        }
    }

    pub(super) fn actor(&self) -> Option<Actor> {
        self.enrolled.as_ref().map(|enrolled| Actor { device: self.id(), role: enrolled.role })
    }

    pub(super) fn author(&self) -> Author {
        Author { device: self.id(), incarnation: Incarnation(self.incarnation) }
    }

    /// Own changes were taken back: their sequence numbers must never be used for others.
    pub(super) fn rotate_incarnation(&mut self, dice: &mut Dice) {
        self.incarnation = dice.bytes();
    }

    /// The reading for something done now.
    pub(super) fn tick(&mut self, now: u64) -> Stamp {
        self.clock = self.clock.tick(now);
        self.clock
    }

    pub(super) fn observe(&mut self, other: Stamp, now: u64) {
        self.clock = self.clock.observe(other, now);
    }
}
