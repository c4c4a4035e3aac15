//! What a device knows about itself: its keys, its shop, how far it has read the log, its clock.

use serde::{Deserialize, Serialize};
use tapak_document::Incarnation;
use tapak_domain::{Actor, DeviceId, Role, Stamp};
use tapak_store::{Store, StoreError};
use tapak_sync::client::{Identity, Place};
use tapak_sync::{DeviceKey, ReplicaId, Sequence, ShopId};
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

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(super) struct Me {
    pub(super) device: Uuid,
    key: [u8; 32],
    replica: [u8; 16],
    incarnation: [u8; 8],
    pub(super) enrolled: Option<Enrolled>,
    pub(super) person: String,
    pub(super) device_name: String,
    pub(super) epoch: u64,
    pub(super) cursor: u64,
    pub(super) head: u64,
    pub(super) own_high: u64,
    pub(super) clock: Stamp,
    /// How many orders were numbered here.
    pub(super) orders: u32,
    /// Milliseconds since 1970 UTC.
    pub(super) last_contact: Option<u64>,
    /// A stable code of what keeps this device out; empty when nothing does.
    pub(super) problem: String,
}

impl Me {
    /// A new device draws its keys now; they are on disk before anybody hears of them.
    pub(super) fn load(store: &Store, dice: &mut Dice) -> Result<Self, Fault> {
        match store.meta(KEY)? {
            Some(bytes) => serde_json::from_slice(&bytes).map_err(|e| StoreError::Failed(e.to_string()).into()),
            None => Ok(Self::fresh(dice)),
        }
    }

    fn fresh(dice: &mut Dice) -> Self {
        Self {
            device: Uuid::nil(),
            key: [0; 32],
            replica: [0; 16],
            incarnation: [0; 8],
            enrolled: None,
            person: String::new(),
            device_name: String::new(),
            epoch: 0,
            cursor: 0,
            head: 0,
            own_high: 0,
            clock: Stamp::default(),
            orders: 0,
            last_contact: None,
            problem: String::new(),
        }
        .reborn(dice)
    }

    /// The same database under a new identity, which has told the relay nothing yet.
    pub(super) fn reborn(self, dice: &mut Dice) -> Self {
        let device = uuid::Builder::from_random_bytes(dice.bytes()).into_uuid();
        let (key, replica, incarnation) = (dice.bytes(), dice.bytes(), dice.bytes());
        Self { device, key, replica, incarnation, enrolled: None, cursor: 0, own_high: 0, orders: 0, ..self }
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

    pub(super) fn shop(&self) -> Option<ShopId> {
        self.enrolled.as_ref().map(|enrolled| ShopId::new(enrolled.shop.into_bytes()))
    }

    pub(super) fn identity(&self) -> Option<Identity> {
        let shop = self.shop()?;
        Some(Identity { shop, device: self.wire_id(), replica: self.replica(), key: self.key() })
    }

    pub(super) fn place(&self, entropy: u64) -> Place {
        Place { cursor: Sequence(self.cursor), own_high: Sequence(self.own_high), epoch: self.epoch, entropy }
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
