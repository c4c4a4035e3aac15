//! Joining a shop with an invite, and going straight on to the first hello.

use super::hello::Greeting;
use super::link::Link;
use super::{Client, Effect, Identity, Joining, Place, Turn};
use crate::limits::MAX_STRING;
use crate::message::{Pair, Paired};
use crate::signature::PairClaim;

impl Client {
    pub(super) fn pair(&mut self, joining: Box<Joining>, turn: &mut Turn) {
        self.hang_up(turn);
        self.joining = Some(joining);
        self.backoff.reset();
        self.offline_since.get_or_insert(turn.now);
        self.open(turn);
    }

    pub(super) fn paired(&mut self, paired: Paired, turn: &mut Turn) {
        let Link::Greeting(Greeting { place, nonce: Some(_), .. }) = &mut self.link else { return };
        let Some(joining) = self.joining.take() else { return };
        **place = Place::fresh(paired.epoch);
        self.identity =
            Some(Identity { shop: paired.shop, device: joining.device, replica: joining.replica, key: joining.key });
        turn.emit(Effect::Paired(paired));
        self.say_hello(turn);
    }
}

impl Joining {
    pub(super) fn answer(&self, protocol: u16, nonce: &[u8; 32]) -> Pair {
        let (device_name, person) = (clip(&self.device_name), clip(&self.person));
        let claim = PairClaim { nonce, secret: &self.secret, device: self.device, device_name, person };
        Pair {
            protocol,
            secret: self.secret,
            device: self.device,
            key: self.key.public(),
            device_name: device_name.to_owned(),
            person: person.to_owned(),
            signature: self.key.sign_pair(&claim),
        }
    }
}

/// A long name must not keep anyone out.
fn clip(name: &str) -> &str {
    &name[..name.floor_char_boundary(MAX_STRING)]
}
