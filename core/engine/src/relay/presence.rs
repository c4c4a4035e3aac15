//! Who has which record open now. Never stored, and gone with the socket.

use std::collections::BTreeMap;

use tapak_sync::message::{Looking, ToDevice};
use tapak_sync::relay::Event;
use tapak_sync::{DeviceId, DocumentId};

use super::event::Socket;
use super::{Relay, Turn};
use crate::fault::Fault;

#[derive(Debug, Default)]
pub(super) struct Presence(BTreeMap<Socket, (DeviceId, DocumentId)>);

impl Relay {
    /// The others hear of it, and the device hears who is there already.
    pub(super) fn looks(
        &mut self,
        socket: Socket,
        device: DeviceId,
        document: Option<DocumentId>,
        turn: &mut Turn,
    ) -> Result<(), Fault> {
        let before = self.presence.0.remove(&socket);
        if let Some(document) = document {
            self.presence.0.insert(socket, (device, document));
        }
        if before.map(|(_, before)| before) == document {
            return Ok(());
        }
        self.tell_others(device, &looking(device, document), turn)?;
        let there = self.presence.0.values().filter(|(other, at)| *other != device && Some(*at) == document);
        let there: Vec<_> = there.map(|(other, at)| looking(*other, Some(*at))).collect();
        there.into_iter().try_for_each(|event| self.tell(socket, event, turn))
    }

    pub(super) fn gone(&mut self, socket: Socket, turn: &mut Turn) -> Result<(), Fault> {
        let session = self.sessions.remove(&socket);
        session.and_then(|session| session.device()).map_or(Ok(()), |device| self.went(device, turn))?;
        match self.presence.0.remove(&socket) {
            Some((device, _)) => self.tell_others(device, &looking(device, None), turn),
            None => Ok(()),
        }
    }
}

fn looking(device: DeviceId, document: Option<DocumentId>) -> Event {
    Event::Say(Box::new(ToDevice::Looking(Looking { device, document })))
}
