//! Coming and going: a socket opens, a device says who it is, a connection ends.

use tapak_sync::relay::{Event, Known, Session};
use tapak_sync::{ByeCode, DeviceId, ShopId};

use super::event::{Output, Socket};
use super::{Relay, Turn};
use crate::fault::Fault;

impl Relay {
    pub(super) fn arrived(&mut self, socket: Socket, turn: &mut Turn) -> Result<(), Fault> {
        self.sessions.insert(socket, Session::new());
        let nonce = self.dice.bytes();
        self.tell(socket, Event::Opened { nonce }, turn)
    }

    pub(super) fn left(&mut self, socket: Socket, code: ByeCode, turn: &mut Turn) {
        self.sessions.remove(&socket);
        turn.outputs.push(Output::Close(socket, code));
    }

    pub(super) fn look_up(&self, shop: ShopId, device: DeviceId) -> Event {
        if shop != self.shop.id {
            return Event::Unknown(ByeCode::WrongShop);
        }
        let entry = self.crew.roster().find(device);
        entry.map_or(Event::Unknown(ByeCode::UnknownDevice), |entry| {
            Event::Known(Known {
                shop,
                key: entry.key,
                role: entry.role.clone(),
                revoked: entry.revoked_at.is_some(),
                roster: self.crew.roster().clone(),
                epoch: self.shop.epoch,
                head: self.head,
            })
        })
    }
}
