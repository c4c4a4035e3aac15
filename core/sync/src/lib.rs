//! How changes travel: messages, codec, signatures and the two protocol state machines, without any IO.
//!
//! The clock (milliseconds) and every random byte are handed in. This crate knows bytes, devices and
//! positions in a log; it never looks inside a change.

pub mod backoff;
pub mod client;
pub mod code;
pub mod codec;
pub mod fingerprint;
pub mod id;
pub mod invite;
pub mod limits;
pub mod message;
pub mod pack;
pub mod reconcile;
pub mod relay;
pub mod signature;

pub use code::{ByeCode, RefusalCode};
pub use fingerprint::Fingerprint;
pub use id::{ChangeHash, DeviceId, DocumentId, FileHash, ReplicaId, Sequence, ShopId};
pub use invite::Invite;
pub use message::{Numbered, Outcome, Roster, RosterEntry, SignedChange, Span, ToDevice, ToRelay};
pub use signature::{DeviceKey, PublicKey};
