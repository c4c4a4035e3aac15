//! What devices ask beside the road.

use tapak_sync::DeviceId;
use tapak_sync::message::{ToDevice, ToRelay};
use tapak_sync::relay::Event;

use super::event::Socket;
use super::{Relay, Turn};
use crate::fault::Fault;

impl Relay {
    pub(super) fn asked(
        &mut self,
        socket: Socket,
        device: DeviceId,
        scopes: &[u16],
        message: ToRelay,
        turn: &mut Turn,
    ) -> Result<Option<Event>, Fault> {
        match message {
            ToRelay::Fetch(fetch) => {
                for cards in self.fetched(&fetch.documents, scopes)? {
                    self.tell(socket, Event::Say(Box::new(ToDevice::Cards(cards))), turn)?;
                }
            }
            ToRelay::Reconcile(asked) => return self.compare(&asked, scopes),
            ToRelay::Look(look) => self.looks(socket, device, look.document, turn)?,
            ToRelay::FileWant(want) => return self.file_wanted(device, want, turn.now).map(Some),
            ToRelay::FilePart(part) => return self.file_part(&part).map(Some),
            ToRelay::Pair(_)
            | ToRelay::Hello(_)
            | ToRelay::Push(_)
            | ToRelay::Credit(_)
            | ToRelay::Ping(_)
            | ToRelay::Left => {}
        }
        Ok(None)
    }
}
