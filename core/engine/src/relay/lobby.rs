//! Coming and going: a socket opens, a device says who it is, a connection ends.

use tapak_domain::policy::may_read;
use tapak_domain::{Noun, Role};
use tapak_sync::message::Latest;
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

    pub(super) fn left(&mut self, socket: Socket, code: ByeCode, turn: &mut Turn) -> Result<(), Fault> {
        turn.outputs.push(Output::Close(socket, code));
        self.gone(socket, turn)
    }

    pub(super) fn look_up(&self, shop: ShopId, device: DeviceId, latest: Option<Latest>) -> Result<Event, Fault> {
        if shop != self.shop.id {
            return Ok(Event::Unknown(ByeCode::WrongShop));
        }
        let Some(entry) = self.crew.roster().find(device) else {
            return Ok(Event::Unknown(ByeCode::UnknownDevice));
        };
        let scopes = scopes(&entry.role);
        Ok(Event::Known(Known {
            shop,
            key: entry.key,
            role: entry.role.clone(),
            revoked: entry.revoked_at.is_some(),
            roster: self.crew.roster().clone(),
            epoch: self.shop.epoch,
            head: self.head,
            parted: latest.map_or(Ok(false), |latest| self.is_of_another_log(latest))?,
            fingerprint: self.store.fingerprint(&scopes)?,
            scopes,
            before: self.shop.before,
            cards_behind: self.cards_behind,
        }))
    }

    /// What was erased has left its numbers behind, which are nobody's.
    fn is_of_another_log(&self, latest: Latest) -> Result<bool, Fault> {
        let here = self.store.change_at(latest.seq)?;
        Ok(latest.seq > self.head || here.is_some_and(|hash| hash != latest.hash))
    }
}

/// What a role may read.
fn scopes(role: &str) -> Vec<u16> {
    let Some(role) = Role::from_code(role) else { return Vec::new() };
    Noun::ALL.into_iter().filter(|noun| may_read(role, *noun)).map(Noun::scope).collect()
}
