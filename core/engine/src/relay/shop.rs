//! The shop itself: founded once per data folder, entered by invite.

use serde::{Deserialize, Serialize};
use tapak_domain::Role;
use tapak_store::{Store, StoreError};
use tapak_sync::message::Ancestor;
use tapak_sync::{Invite, Sequence, ShopId};
use uuid::Uuid;

use crate::dice::Dice;
use crate::fault::Fault;
use crate::relay::site;

const KEY: &str = "shop";

#[derive(Debug, Serialize, Deserialize)]
struct Founded {
    id: Uuid,
    name: String,
    /// Another number means another log: one restored from a backup has lost what devices may still have.
    epoch: u64,
    /// The epoch this one was restored from, and how much of its log the two share.
    #[serde(default)]
    before: Option<(u64, u64)>,
}

#[derive(Debug)]
pub(super) struct Shop {
    pub(super) id: ShopId,
    pub(super) name: String,
    pub(super) epoch: u64,
    pub(super) before: Option<Ancestor>,
}

impl Shop {
    pub(super) fn load(store: &Store) -> Result<Self, Fault> {
        let bytes = store.meta(KEY)?.ok_or_else(|| StoreError::Failed("no shop was founded here".into()))?;
        let Founded { id, name, epoch, before } =
            serde_json::from_slice(&bytes).map_err(|e| StoreError::Failed(e.to_string()))?;
        let before = before.map(|(epoch, kept)| Ancestor { epoch, kept: Sequence(kept) });
        Ok(Self { id: ShopId::new(id.into_bytes()), name, epoch, before })
    }
}

/// What the shop in a relay's database is called.
pub fn shop_name(store: &Store) -> Result<String, Fault> {
    Ok(Shop::load(store)?.name)
}

/// Makes the database a shop's, unless it is one already.
pub fn found(store: &mut Store, name: &str, entropy: [u8; 32]) -> Result<(), Fault> {
    if store.meta(KEY)?.is_some() {
        return Ok(());
    }
    let mut dice = Dice::new(entropy);
    let id = uuid::Builder::from_random_bytes(dice.bytes()).into_uuid();
    // Small enough for a number in JavaScript.
    let founded = Founded { id, name: name.to_owned(), epoch: dice.number() >> 16, before: None };
    let bytes = serde_json::to_vec(&founded).map_err(|e| StoreError::Failed(e.to_string()))?;
    Ok(store.set_meta(KEY, &bytes)?)
}

/// Begins a new epoch: the log is a copy of an older state, and devices may have what it lost. Say it once, before a
/// restored relay meets its devices. What was numbered up to now is the same in both.
pub fn restored(store: &mut Store, entropy: [u8; 32]) -> Result<(), Fault> {
    let bytes = store.meta(KEY)?.ok_or_else(|| StoreError::Failed("no shop was founded here".into()))?;
    let mut founded: Founded = serde_json::from_slice(&bytes).map_err(|e| StoreError::Failed(e.to_string()))?;
    founded.before = Some((founded.epoch, store.head()?.get()));
    founded.epoch = Dice::new(entropy).number() >> 16;
    site::count_on(store)?;
    let bytes = serde_json::to_vec(&founded).map_err(|e| StoreError::Failed(e.to_string()))?;
    Ok(store.set_meta(KEY, &bytes)?)
}

/// Invites one device. `expires` is in milliseconds since 1970 UTC. A running relay takes it at once.
pub fn invite(store: &mut Store, role: Role, expires: u64, entropy: [u8; 32]) -> Result<Invite, Fault> {
    let secret = Dice::new(entropy).bytes();
    store.add_invite(&hash(&secret), role.code(), expires, false)?;
    Ok(Invite { secret, role: role.code().to_owned(), expires })
}

/// The owner's way back in: whoever joins with it becomes the owner, and the owner's other devices are revoked.
pub fn recovery(store: &mut Store, expires: u64, entropy: [u8; 32]) -> Result<Invite, Fault> {
    let secret = Dice::new(entropy).bytes();
    store.add_invite(&hash(&secret), Role::Owner.code(), expires, true)?;
    Ok(Invite { secret, role: Role::Owner.code().to_owned(), expires })
}

/// What is kept of an invite's secret.
pub(crate) fn hash(secret: &[u8; 16]) -> [u8; 32] {
    *blake3::hash(secret).as_bytes()
}
