//! Who is connected now and when each device was last, told to whoever runs the shop.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use tapak_domain::policy::may;
use tapak_domain::{Noun, Role};
use tapak_store::{Store, StoreError};
use tapak_sync::DeviceId;
use tapak_sync::message::{HeardOf, ToDevice};
use tapak_sync::relay::{Event, Session};
use uuid::Uuid;

use super::event::Socket;
use super::{Relay, Turn};
use crate::crew;
use crate::fault::Fault;

const KEY: &str = "heard";
/// After a crash, whoever was connected counts as last heard of at most so long before it.
const SAVED_WITHIN: u64 = 10 * 60 * 1000;

#[derive(Debug, Default)]
pub(super) struct Heard {
    /// When each left; nothing while it is here.
    left: BTreeMap<DeviceId, Option<u64>>,
    saved_at: u64,
    changed: bool,
}

#[derive(Debug, Serialize, Deserialize)]
struct Saved {
    device: Uuid,
    at: u64,
}

impl Heard {
    pub(super) fn load(store: &Store) -> Result<Self, Fault> {
        let saved: Vec<Saved> = match store.meta(KEY)? {
            Some(bytes) => serde_json::from_slice(&bytes).map_err(|e| StoreError::Failed(e.to_string()))?,
            None => Vec::new(),
        };
        let left = saved.into_iter().map(|saved| (DeviceId::new(saved.device.into_bytes()), Some(saved.at)));
        Ok(Self { left: left.collect(), ..Self::default() })
    }

    fn save(&mut self, store: &Store, now: u64) -> Result<(), Fault> {
        let saved =
            self.left.iter().map(|(device, left)| Saved { device: crew::uuid(*device), at: left.unwrap_or(now) });
        let bytes = serde_json::to_vec(&saved.collect::<Vec<_>>()).map_err(|e| StoreError::Failed(e.to_string()))?;
        (self.saved_at, self.changed) = (now, false);
        Ok(store.set_meta(KEY, &bytes)?)
    }

    fn is_to_be_saved(&self, now: u64) -> bool {
        let here = self.left.values().any(Option::is_none);
        self.changed || (here && now.saturating_sub(self.saved_at) >= SAVED_WITHIN)
    }

    fn set(&mut self, device: DeviceId, left_at: Option<u64>) -> HeardOf {
        self.left.insert(device, left_at);
        self.changed = true;
        HeardOf { device, left_at }
    }

    fn all(&self) -> Vec<HeardOf> {
        self.left.iter().map(|(device, left_at)| HeardOf { device: *device, left_at: *left_at }).collect()
    }
}

impl Relay {
    /// A device said who it is: whoever runs the shop hears of it, and if it is one of theirs, it hears of all.
    pub(super) fn came(&mut self, socket: Socket, device: DeviceId, turn: &mut Turn) -> Result<(), Fault> {
        let news = self.heard.set(device, None);
        self.tell_managers(news, turn)?;
        match self.sessions.get(&socket) {
            Some(session) if manages(session) => self.tell(socket, heard(self.heard.all()), turn),
            Some(_) | None => Ok(()),
        }
    }

    /// Not while it goes on over another connection.
    pub(super) fn went(&mut self, device: DeviceId, turn: &mut Turn) -> Result<(), Fault> {
        if self.sessions.values().any(|session| session.device() == Some(device)) {
            return Ok(());
        }
        let news = self.heard.set(device, Some(turn.now));
        self.tell_managers(news, turn)
    }

    pub(super) fn save_heard(&mut self, now: u64) -> Result<(), Fault> {
        if self.heard.is_to_be_saved(now) { self.heard.save(&self.store, now) } else { Ok(()) }
    }

    fn tell_managers(&mut self, news: HeardOf, turn: &mut Turn) -> Result<(), Fault> {
        let managers = self.sessions.iter().filter(|(_, session)| manages(session));
        let sockets: Vec<_> = managers.map(|(socket, _)| *socket).collect();
        sockets.into_iter().try_for_each(|socket| self.tell(socket, heard(vec![news]), turn))
    }
}

fn manages(session: &Session) -> bool {
    session.role().and_then(Role::from_code).is_some_and(|role| may(role, Noun::Shop, "invited"))
}

fn heard(devices: Vec<HeardOf>) -> Event {
    Event::Say(Box::new(ToDevice::Heard(tapak_sync::message::Heard { devices })))
}
