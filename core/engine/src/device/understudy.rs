//! A device that nobody sees, with a shop of its own in memory.
//!
//! It is asked beforehand what people will ask of the device beside it: a browser compiles a piece of code when it first
//! runs, and then nobody waits for that.

use tapak_domain::Role;
use tapak_store::Store;
use tapak_sync::{RosterEntry, Sequence};
use uuid::Uuid;

use super::Device;
use super::me::Enrolled;
use crate::crew::wire;
use crate::fault::Fault;

/// What it draws is of no consequence: nothing it makes leaves its memory.
const ENTROPY: [u8; 32] = [0; 32];
const PREFIX: &str = "ZZ";

impl Device {
    /// Belongs to a shop without a relay, as CS; all it is told is gone with it.
    pub fn understudy(now: u64) -> Result<Self, Fault> {
        let mut device = Self::open(Store::in_memory()?, ENTROPY, now)?;
        let enrolled =
            Enrolled { shop: Uuid::nil(), shop_name: String::new(), role: Role::Cs, prefix: PREFIX.to_owned() };
        device.me.enrolled = Some(enrolled);
        device.saved.clone_from(&device.me);
        device.store.enrol(&device.own_entry())?;
        device.start_anew(now);
        Ok(device)
    }

    fn own_entry(&self) -> RosterEntry {
        RosterEntry {
            device: wire(self.me.id()),
            key: self.me.key().public(),
            person: String::new(),
            device_name: String::new(),
            role: Role::Cs.code().to_owned(),
            prefix: PREFIX.to_owned(),
            revoked_at: None,
            seen: Sequence::ZERO,
            roles_before: None,
            keys_before: None,
            wipe: None,
        }
    }
}
