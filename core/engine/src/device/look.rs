//! What people have open: here, which fetches what is not here yet, and on the other devices.

use std::collections::BTreeMap;

use tapak_sync::client::Event;
use tapak_sync::message::{Look, Looking, ToRelay};
use tapak_sync::{DeviceId, DocumentId};
use uuid::Uuid;

use super::Device;
use super::event::Topic;
use super::turn::Turn;
use crate::documents;
use crate::fault::Fault;

/// Who else has which record open; gone with the connection.
pub(super) type Others = BTreeMap<DeviceId, DocumentId>;

impl Device {
    /// A person opened a record here, or closed it.
    pub(super) fn look(&mut self, record: Option<Uuid>, turn: &mut Turn) -> Result<(), Fault> {
        self.looking = record;
        self.say_looking(turn)?;
        let Some(id) = record else { return Ok(()) };
        let document = documents::wire(id);
        self.store.open_document(document, turn.now)?;
        if self.store.is_whole(document)? { Ok(()) } else { self.fetch(vec![document], turn) }
    }

    pub(super) fn say_looking(&mut self, turn: &mut Turn) -> Result<(), Fault> {
        let document = self.looking.map(documents::wire);
        self.tell(Event::Say(Box::new(ToRelay::Look(Look { document }))), turn)
    }

    pub(super) fn looks(&mut self, looking: Looking, turn: &mut Turn) {
        match looking.document {
            Some(document) => self.connection.others.insert(looking.device, document),
            None => self.connection.others.remove(&looking.device),
        };
        turn.touch(Topic::Orders);
    }

    /// Names of the people who have this record open on other devices.
    pub(super) fn also_here(&self, record: Uuid) -> Vec<String> {
        let document = documents::wire(record);
        let devices = self.connection.others.iter().filter(|(_, at)| **at == document).map(|(device, _)| *device);
        devices.filter_map(|device| self.crew.roster().find(device)).map(|entry| entry.person.clone()).collect()
    }
}
