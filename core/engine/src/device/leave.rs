//! Being shown the door: what is kept, and what a lost phone must not keep.

use tapak_sync::ByeCode;
use tapak_sync::client::{Client, Config, Event};

use super::Device;
use super::event::Topic;
use super::me::Me;
use super::turn::Turn;
use crate::crew::Crew;
use crate::fault::Fault;

/// What the person reads on a device that was wiped.
const WIPED: &str = "wiped";

impl Device {
    pub(super) fn shown_the_door(&mut self, code: ByeCode, turn: &mut Turn) -> Result<(), Fault> {
        if code == ByeCode::BadSignature && self.me.adopt_next_key() {
            return self.sign_anew(turn);
        }
        self.refused(code, turn);
        if code == ByeCode::Revoked && self.me.wiping { self.wipe(turn) } else { Ok(()) }
    }

    /// The relay knows this device's new key, and said so while nobody was listening.
    fn sign_anew(&mut self, turn: &mut Turn) -> Result<(), Fault> {
        self.client = Client::new(Config { identity: self.me.identity(), entropy: self.dice.number() });
        self.tell(Event::Start, turn)
    }

    /// Everything of the shop leaves this disk, the keys too. What only this device had was handed over before.
    fn wipe(&mut self, turn: &mut Turn) -> Result<(), Fault> {
        self.store.wipe()?;
        self.documents.forget_all();
        self.crew = Crew::default();
        self.looking = None;
        self.me = Me::fresh(&mut self.dice);
        WIPED.clone_into(&mut self.me.problem);
        self.client = Client::new(Config { identity: None, entropy: self.dice.number() });
        for topic in [Topic::Start, Topic::Sync, Topic::Orders, Topic::Contacts, Topic::Products] {
            turn.touch(topic);
        }
        Ok(())
    }
}
