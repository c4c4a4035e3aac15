//! The relay as a device of the shop: it has a key of its own, and says what only it can know.

use serde::{Deserialize, Serialize};
use tapak_document::Incarnation;
use tapak_domain::{Actor, Context, DeviceId, Edit, Noun, Role, Stamp};
use tapak_store::log::Place;
use tapak_store::{Store, StoreError};
use tapak_sync::{DeviceKey, SignedChange};
use uuid::Uuid;

use super::Relay;
use crate::dice::Dice;
use crate::documents::{self, Author};
use crate::fault::Fault;

const KEY: &str = "relay";

#[derive(Debug, Clone, Serialize, Deserialize)]
pub(super) struct Identity {
    device: Uuid,
    key: [u8; 32],
    /// Drawn anew each time: a relay restored from a copy never uses a sequence number twice.
    #[serde(skip)]
    incarnation: [u8; 8],
}

impl Identity {
    pub(super) fn load(store: &Store, dice: &mut Dice) -> Result<Self, Fault> {
        let Some(bytes) = store.meta(KEY)? else {
            let device = uuid::Builder::from_random_bytes(dice.bytes()).into_uuid();
            let identity = Self { device, key: dice.bytes(), incarnation: dice.bytes() };
            let bytes = serde_json::to_vec(&identity).map_err(|e| StoreError::Failed(e.to_string()))?;
            store.set_meta(KEY, &bytes)?;
            return Ok(identity);
        };
        let known: Self = serde_json::from_slice(&bytes).map_err(|e| StoreError::Failed(e.to_string()))?;
        Ok(Self { incarnation: dice.bytes(), ..known })
    }

    pub(super) fn device(&self) -> DeviceId {
        DeviceId(self.device)
    }

    pub(super) fn key(&self) -> DeviceKey {
        DeviceKey::from_seed(self.key)
    }

    fn author(&self) -> Author {
        Author { device: self.device(), incarnation: Incarnation(self.incarnation) }
    }
}

impl Relay {
    pub(super) fn shop_record(&self) -> Uuid {
        Uuid::from_bytes(self.shop.id.to_bytes())
    }

    /// Lets a verb of the shop's record decide in the relay's own name, and writes what it decided.
    pub(super) fn state<R>(
        &mut self,
        now: u64,
        verb: impl FnOnce(&mut Context) -> Result<Vec<Edit>, R>,
    ) -> Result<(), Fault> {
        let id = self.shop_record();
        match self.decide(id, now, verb)? {
            Ok(edits) => self.write(&edits, now),
            Err(_) => Ok(()),
        }
    }

    /// Lets a verb about this record decide in the relay's own name.
    pub(super) fn decide<R>(
        &mut self,
        id: Uuid,
        now: u64,
        verb: impl FnOnce(&mut Context) -> Result<Vec<Edit>, R>,
    ) -> Result<Result<Vec<Edit>, R>, Fault> {
        let stamp = self.clock(id, now)?;
        let actor = Actor { device: self.identity.device(), role: Role::Relay };
        let dice = &mut self.dice;
        Ok(verb(&mut Context { now: stamp, actor, ids: &mut || dice.id(now) }))
    }

    /// After everything the record says.
    fn clock(&mut self, id: Uuid, now: u64) -> Result<Stamp, Fault> {
        let record = self.documents.open(&self.store, id)?.record()?;
        let latest = record.and_then(|record| record.facts.last()).map(|fact| fact.at).unwrap_or_default();
        Ok(Stamp::new(now, 0).after(latest))
    }

    pub(super) fn write(&mut self, edits: &[Edit], now: u64) -> Result<(), Fault> {
        self.write_to(self.shop_record(), Noun::Shop, edits, now)
    }

    pub(super) fn write_to(&mut self, id: Uuid, noun: Noun, edits: &[Edit], now: u64) -> Result<(), Fault> {
        let made = self.documents.open(&self.store, id)?.edit(noun, edits, self.identity.author(), now)?;
        let (document, hash) = (documents::wire(id), documents::hash(made.hash));
        let signature = self.identity.key().sign_change(self.shop.id, document, hash);
        let place = Place { seq: self.head.next(), replica: None };
        let change = SignedChange { document, change: made.bytes, signature };
        self.store.append(hash, &change, noun.scope(), Some(place))?;
        self.head = place.seq;
        self.news.head = true;
        self.documents.mark(id);
        Ok(())
    }
}
