//! A change before it is applied: its hash, its author, what it builds on. Hostile bytes stop here.

use automerge::{ActorId, Change};
use tapak_domain::DeviceId;
use uuid::Uuid;

use crate::error::DocumentError;
use crate::plausible;

/// SHA-256 of the change, as Automerge computes it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct ChangeHash(pub [u8; 32]);

/// Random bytes chosen when a local database is created or its history is in doubt, so that a rolled-back device
/// never uses a sequence number twice.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Incarnation(pub [u8; 8]);

/// Who writes: an Automerge actor is the device's id followed by its incarnation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Author {
    pub device: DeviceId,
    pub incarnation: Incarnation,
}

impl Author {
    pub(crate) fn actor(&self) -> ActorId {
        let mut bytes = [0; 24];
        bytes[..16].copy_from_slice(self.device.0.as_bytes());
        bytes[16..].copy_from_slice(&self.incarnation.0);
        ActorId::from(bytes)
    }

    fn from_actor(actor: &ActorId) -> Option<Self> {
        let bytes: [u8; 24] = actor.to_bytes().try_into().ok()?;
        let (device, incarnation) = bytes.split_at(16);
        Some(Self {
            device: DeviceId(Uuid::from_slice(device).ok()?),
            incarnation: Incarnation(incarnation.try_into().ok()?),
        })
    }
}

/// The third of Automerge's chunk types: a change with deflated columns, which could unfold to anything.
const COMPRESSED_CHUNK: u8 = 2;
const CHUNK_TYPE_AT: usize = 8;
/// Where a chunk carries the first bytes of its hash; reading a single change does not compare them.
const CHECKSUM: std::ops::Range<usize> = 4..8;
/// More operations than any verb writes in one change.
pub(crate) const MOST_OPERATIONS: usize = 5_000;

/// A change whose bytes were understood.
#[derive(Debug, Clone)]
pub struct ChangeInfo {
    pub hash: ChangeHash,
    pub author: Author,
    pub(crate) change: Change,
}

impl ChangeInfo {
    pub fn parse(bytes: &[u8]) -> Result<Self, DocumentError> {
        if bytes.get(CHUNK_TYPE_AT) == Some(&COMPRESSED_CHUNK) {
            return Err(DocumentError::Malformed("compressed".into()));
        }
        if !plausible::is_change(bytes) {
            return Err(DocumentError::Malformed("implausible".into()));
        }
        let change = Change::from_bytes(bytes.to_vec()).map_err(|e| DocumentError::Malformed(e.to_string()))?;
        if bytes.get(CHECKSUM) != Some(&change.hash().0[..CHECKSUM.len()]) {
            return Err(DocumentError::Malformed("checksum".into()));
        }
        if change.len() > MOST_OPERATIONS {
            return Err(DocumentError::Malformed("too many operations".into()));
        }
        let author = Author::from_actor(change.actor_id()).ok_or(DocumentError::Malformed("foreign actor".into()))?;
        Ok(Self { hash: ChangeHash(change.hash().0), author, change })
    }
}
