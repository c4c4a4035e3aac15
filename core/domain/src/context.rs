//! What a verb is told and may not look up: the time, who acts, and fresh ids.

use serde_json::Value;
use uuid::Uuid;

use crate::policy::Role;
use crate::record::{DeviceId, Edit, Fact};
use crate::stamp::Stamp;

/// The device that acts, and the role it holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Actor {
    pub device: DeviceId,
    pub role: Role,
}

/// Handed to every verb.
pub struct Context<'a> {
    pub now: Stamp,
    pub actor: Actor,
    /// Fresh, time-ordered ids.
    pub ids: &'a mut dyn FnMut() -> Uuid,
}

impl std::fmt::Debug for Context<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Context").field("now", &self.now).field("actor", &self.actor).finish_non_exhaustive()
    }
}

impl Context<'_> {
    /// A fact stated here and now by this device.
    pub fn fact(&mut self, kind: &str, data: serde_json::Map<String, serde_json::Value>) -> Fact {
        Fact { id: (self.ids)(), kind: kind.to_owned(), at: self.now, by: self.actor.device, data }
    }

    /// The edit that states it.
    pub fn state(&mut self, kind: &str, data: impl IntoIterator<Item = (&'static str, Value)>) -> Edit {
        Edit::State(self.fact(kind, data.into_iter().map(|(key, value)| (key.to_owned(), value)).collect()))
    }
}
