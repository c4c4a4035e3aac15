//! Greeting: answer the relay's challenge, say what is on disk, be welcomed.

use super::link::{Link, Live};
use super::pull::Pull;
use super::push::Outgoing;
use super::{Beat, Client, Effect, Identity, Place, RosterNews, Turn};
use crate::code::ByeCode;
use crate::id::Sequence;
use crate::message::{
    Challenge, Hello, Leave, OLDEST_PROTOCOL, PROTOCOL, Proof, ROSTER_DIGEST, Roster, SCOPED, ScopeCursor, ToDevice,
    ToRelay, WHOLE_SHOP, Welcome,
};

#[derive(Debug)]
pub(super) struct Greeting {
    pub(super) place: Box<Place>,
    pub(super) nonce: Option<[u8; 32]>,
    /// What both ends speak, once the relay has said what it does.
    pub(super) protocol: u16,
    pub(super) deadline: u64,
}

impl Greeting {
    pub(super) fn new(place: Place, deadline: u64) -> Self {
        Self { place: Box::new(place), nonce: None, protocol: PROTOCOL, deadline }
    }
}

impl Client {
    pub(super) fn challenged(&mut self, challenge: &Challenge, turn: &mut Turn) {
        let Link::Greeting(greeting) = &mut self.link else { return };
        if greeting.nonce.is_some() {
            return;
        }
        let Some(protocol) = common_protocol(challenge) else { return self.bye(ByeCode::UpdateTheApp, turn) };
        (greeting.nonce, greeting.protocol) = (Some(challenge.nonce), protocol);
        match &self.joining {
            Some(joining) => turn.send(&ToRelay::Pair(joining.answer(protocol, &challenge.nonce))),
            None => self.say_hello(turn),
        }
    }

    /// Also said right behind a pairing, on the same connection.
    pub(super) fn say_hello(&mut self, turn: &mut Turn) {
        let Link::Greeting(Greeting { place, nonce: Some(nonce), protocol, .. }) = &self.link else { return };
        if let Some(identity) = &self.identity {
            turn.send(&ToRelay::Hello(identity.hello(place, *protocol, nonce)));
        }
    }

    pub(super) fn welcomed(&mut self, welcome: Welcome, turn: &mut Turn) {
        let Link::Greeting(Greeting { place, nonce: Some(_), protocol, .. }) = &self.link else { return };
        let resume = welcome.resume_from(place.epoch, place.cursor);
        let another = welcome.epoch != place.epoch || welcome.parted == Some(true);
        let start_over = another || resume != place.cursor;
        let pull = Pull::new(resume, welcome.head, welcome.boot.as_ref(), turn.now);
        let known = if welcome.seen.is_some() { place.roster } else { Some(welcome.roster.digest()) };
        self.go_live(*protocol, known, pull, turn);
        let Welcome { epoch, head, role, roster, scopes, boot, proof, seen, .. } = welcome;
        let crew = seen.map_or(RosterNews::Is(roster), RosterNews::Stays);
        turn.emit(Effect::Welcomed { role, crew, epoch, head, start_over, resume, scopes, boot });
        if let Some(fingerprint) = proof {
            turn.emit(Effect::Heard(Box::new(ToDevice::Proof(Proof { cursor: head, fingerprint }))));
        }
        self.outbox_changed(turn);
    }

    /// In place of a welcome, or in the middle of things: what only this device has is still taken.
    pub(super) fn leave(&mut self, leave: Leave, turn: &mut Turn) {
        if let Link::Greeting(Greeting { place, nonce: Some(_), protocol, .. }) = &self.link {
            let pull = Pull::new(place.cursor, place.cursor, None, turn.now);
            self.go_live(*protocol, None, pull, turn);
        }
        let Some(live) = self.live() else { return };
        live.push.leaving = true;
        turn.emit(Effect::Leaving { wipe: leave.wipe });
        self.outbox_changed(turn);
    }

    fn go_live(&mut self, protocol: u16, known: Option<[u8; ROSTER_DIGEST]>, pull: Pull, turn: &Turn) {
        let (push, beat) = (Outgoing::new(turn.now), Beat::new(turn.now));
        let roster = known.filter(|_| protocol >= SCOPED);
        self.link = Link::Live(Box::new(Live { protocol, roster, pull, push, beat }));
        self.offline_since = None;
    }

    pub(super) fn roster_changed(&mut self, roster: Roster, turn: &mut Turn) {
        if let Some(live) = self.live().filter(|live| live.protocol >= SCOPED) {
            live.roster = Some(roster.digest());
        }
        turn.emit(Effect::RosterChanged(roster));
    }
}

/// The newest both understand.
fn common_protocol(challenge: &Challenge) -> Option<u16> {
    let newest = challenge.newest.min(PROTOCOL);
    (newest >= challenge.oldest.max(OLDEST_PROTOCOL)).then_some(newest)
}

impl Identity {
    fn hello(&self, place: &Place, protocol: u16, nonce: &[u8; 32]) -> Hello {
        let scoped = protocol >= SCOPED;
        Hello {
            protocol,
            shop: self.shop,
            device: self.device,
            replica: self.replica,
            epoch: place.epoch,
            scopes: if scoped { place.scopes() } else { vec![place.at(WHOLE_SHOP)] },
            own_high: place.own_high,
            signature: self.key.sign_hello(self.shop, self.device, nonce),
            boot: place.boot.clone().filter(|_| scoped),
            roster: place.roster.filter(|_| scoped),
            latest: place.latest.filter(|_| scoped),
        }
    }
}

impl Place {
    /// Where a device stands that has just joined.
    pub(super) fn fresh(epoch: u64) -> Self {
        let (cursor, own_high) = (Sequence::ZERO, Sequence::ZERO);
        Self { cursor, own_high, epoch, scopes: Vec::new(), boot: None, roster: None, latest: None, entropy: 0 }
    }

    fn scopes(&self) -> Vec<ScopeCursor> {
        self.scopes.iter().map(|scope| self.at(*scope)).collect()
    }

    fn at(&self, scope: u16) -> ScopeCursor {
        ScopeCursor { scope, cursor: self.cursor }
    }
}
