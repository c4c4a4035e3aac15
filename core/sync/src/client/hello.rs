//! Greeting: answer the relay's challenge, say what is on disk, be welcomed.

use super::link::{Link, Live};
use super::pull::Pull;
use super::push::Outgoing;
use super::{Beat, Client, Effect, Identity, Place, Turn};
use crate::code::ByeCode;
use crate::id::Sequence;
use crate::message::{Challenge, Hello, PROTOCOL, ScopeCursor, ToRelay, WHOLE_SHOP, Welcome};

#[derive(Debug)]
pub(super) struct Greeting {
    pub(super) place: Place,
    pub(super) nonce: Option<[u8; 32]>,
    pub(super) deadline: u64,
}

impl Greeting {
    pub(super) fn new(place: Place, deadline: u64) -> Self {
        Self { place, nonce: None, deadline }
    }
}

impl Client {
    pub(super) fn challenged(&mut self, challenge: &Challenge, turn: &mut Turn) {
        let Link::Greeting(greeting) = &mut self.link else { return };
        if greeting.nonce.is_some() {
            return;
        }
        if !(challenge.oldest..=challenge.newest).contains(&PROTOCOL) {
            return self.bye(ByeCode::UpdateTheApp, turn);
        }
        greeting.nonce = Some(challenge.nonce);
        match &self.joining {
            Some(joining) => turn.send(&ToRelay::Pair(joining.answer(&challenge.nonce))),
            None => self.say_hello(turn),
        }
    }

    /// Also said right behind a pairing, on the same connection.
    pub(super) fn say_hello(&mut self, turn: &mut Turn) {
        let Link::Greeting(Greeting { place, nonce: Some(nonce), .. }) = &self.link else { return };
        if let Some(identity) = &self.identity {
            turn.send(&ToRelay::Hello(identity.hello(place, nonce)));
        }
    }

    pub(super) fn welcomed(&mut self, welcome: Welcome, turn: &mut Turn) {
        let Link::Greeting(Greeting { place, nonce: Some(_), .. }) = &self.link else { return };
        let cursor = welcome.resume_from(place.epoch, place.cursor);
        let start_over = welcome.epoch != place.epoch || cursor != place.cursor;
        self.link = Link::Live(Box::new(Live {
            pull: Pull::new(cursor, welcome.head, turn.now),
            push: Outgoing::new(turn.now),
            beat: Beat::new(turn.now),
        }));
        self.offline_since = None;
        let Welcome { epoch, head, role, roster } = welcome;
        turn.emit(Effect::Welcomed { role, roster, epoch, head, start_over });
        self.outbox_changed(turn);
    }
}

impl Identity {
    fn hello(&self, place: &Place, nonce: &[u8; 32]) -> Hello {
        Hello {
            protocol: PROTOCOL,
            shop: self.shop,
            device: self.device,
            replica: self.replica,
            epoch: place.epoch,
            scopes: vec![ScopeCursor { scope: WHOLE_SHOP, cursor: place.cursor }],
            own_high: place.own_high,
            signature: self.key.sign_hello(self.shop, self.device, nonce),
        }
    }
}

impl Place {
    /// Where a device stands that has just joined.
    pub(super) fn fresh(epoch: u64) -> Self {
        Self { cursor: Sequence::ZERO, own_high: Sequence::ZERO, epoch, entropy: 0 }
    }
}
