//! Who is enrolled, as every device may know it.

use super::Seen;
use crate::id::{DeviceId, Sequence};
use minicbor::{Decode, Encode};
use sha2::{Digest, Sha256};

/// Bytes of a roster's digest.
pub const ROSTER_DIGEST: usize = 16;

/// One enrolled device, as every other device may know it.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub struct RosterEntry {
    #[n(0)]
    pub device: DeviceId,
    #[cbor(n(1), with = "minicbor::bytes")]
    pub key: [u8; 32],
    #[n(2)]
    pub person: String,
    #[n(3)]
    pub device_name: String,
    #[n(4)]
    pub role: String,
    /// What this device's order numbers begin with.
    #[n(5)]
    pub prefix: String,
    /// Milliseconds since 1970.
    #[n(6)]
    pub revoked_at: Option<u64>,
    /// How far this device has stored the log.
    #[n(7)]
    pub seen: Sequence,
    /// Roles this device held before: what it stated as one of them goes on counting.
    #[n(8)]
    pub roles_before: Option<Vec<String>>,
    /// Keys this device signed with before, 32 bytes each, one behind the other.
    #[cbor(n(9), with = "minicbor::bytes")]
    pub keys_before: Option<Vec<u8>>,
    /// Revoked, and to take everything of the shop off its disk when it comes again.
    #[n(10)]
    pub wipe: Option<bool>,
}

#[derive(Clone, Debug, Default, PartialEq, Eq, Encode, Decode)]
#[cbor(transparent)]
pub struct Roster(#[n(0)] pub Vec<RosterEntry>);

impl Roster {
    pub fn find(&self, device: DeviceId) -> Option<&RosterEntry> {
        self.0.iter().find(|entry| entry.device == device)
    }

    /// Equal where the same devices are enrolled as the same, however far each has stored the log.
    pub fn digest(&self) -> [u8; ROSTER_DIGEST] {
        let mut entries: Vec<_> =
            self.0.iter().map(|entry| RosterEntry { seen: Sequence::ZERO, ..entry.clone() }).collect();
        entries.sort_unstable_by_key(|entry| entry.device);
        // Nothing that is encoded into memory fails; an empty one would only cost the roster being sent.
        let whole = Sha256::digest(minicbor::to_vec(Self(entries)).unwrap_or_default());
        let mut digest = [0; ROSTER_DIGEST];
        digest.copy_from_slice(&whole[..ROSTER_DIGEST]);
        digest
    }

    /// How far each has stored the log.
    pub fn seen(&self) -> Vec<Seen> {
        self.0.iter().map(|entry| Seen { device: entry.device, cursor: entry.seen }).collect()
    }
}
