//! Greeting: challenge, then a pairing or a hello, each proved by a signature over the nonce.

use super::boot;
use super::{Effect, Known, Live, Session, Skip, State};
use crate::code::ByeCode;
use crate::message::{
    Challenge, Hello, Leave, OLDEST_PROTOCOL, PROTOCOL, Pair, Paired, Roster, SCOPED, ToDevice, Welcome,
};
use crate::signature::{PairClaim, verify_hello, verify_pair};

/// Pages a device may be sent before it has reported any as stored.
const FIRST_CREDITS: u16 = 8;

impl Session {
    pub(super) fn opened(&mut self, nonce: [u8; 32], now: u64, effects: &mut Vec<Effect>) {
        if matches!(self.state, State::New) {
            self.heard_at = now;
            self.state = State::Challenged { nonce };
            let challenge = Challenge { oldest: OLDEST_PROTOCOL, newest: PROTOCOL, nonce };
            self.send(&ToDevice::Challenge(challenge), effects);
        }
    }

    pub(super) fn pair(&mut self, pair: Pair, effects: &mut Vec<Effect>) {
        let State::Challenged { nonce } = self.state else { return self.out_of_turn(effects) };
        if let Err(code) = check_pair(&pair, &nonce) {
            return self.bye(code, effects);
        }
        self.state = State::Pairing { nonce };
        effects.push(Effect::Pair(pair));
    }

    /// A paired device says hello next, to the same challenge.
    pub(super) fn pair_answered(&mut self, answer: Result<Paired, ByeCode>, effects: &mut Vec<Effect>) {
        let State::Pairing { nonce } = self.state else { return };
        match answer {
            Err(code) => self.bye(code, effects),
            Ok(paired) => {
                self.state = State::Challenged { nonce };
                self.send(&ToDevice::Paired(paired), effects);
            }
        }
    }

    pub(super) fn hello(&mut self, hello: Hello, effects: &mut Vec<Effect>) {
        let State::Challenged { nonce } = self.state else { return self.out_of_turn(effects) };
        if let Err(code) = check_protocol(hello.protocol) {
            return self.bye(code, effects);
        }
        effects.push(Effect::LookUp { shop: hello.shop, device: hello.device, latest: hello.latest });
        self.state = State::Checking { nonce, hello: Box::new(hello) };
    }

    pub(super) fn known(&mut self, known: Known, effects: &mut Vec<Effect>) {
        let State::Checking { nonce, hello } = &self.state else { return };
        if let Err(code) = check_hello(hello, &known, nonce) {
            return self.bye(code, effects);
        }
        let hello = hello.clone();
        if known.revoked {
            return self.part(&hello, &known, effects);
        }
        let mut welcome = welcome(&hello, &known);
        let mut live = Live::new(&hello, &welcome, known.scopes);
        effects.extend(live.moved_since(&known.roster));
        welcome.proof = live.proof_at_once(known.fingerprint);
        self.state = State::Live(Box::new(live));
        self.send(&ToDevice::Welcome(welcome), effects);
        self.read_on(effects);
    }

    /// A revoked device may still hand over what only it has, if it knows how.
    fn part(&mut self, hello: &Hello, known: &Known, effects: &mut Vec<Effect>) {
        if hello.protocol < SCOPED {
            return self.bye(ByeCode::Revoked, effects);
        }
        let welcome = welcome(hello, known);
        let live = Live { leaving: true, boot: None, ..Live::new(hello, &welcome, Vec::new()) };
        self.state = State::Live(Box::new(live));
        self.ask_to_leave(&known.roster, effects);
    }

    pub(super) fn ask_to_leave(&mut self, roster: &Roster, effects: &mut Vec<Effect>) {
        let Some(live) = self.live_mut() else { return };
        live.leaving = true;
        let wipe = roster.find(live.device).and_then(|entry| entry.wipe).unwrap_or(false);
        self.send(&ToDevice::Leave(Leave { wipe }), effects);
    }
}

fn welcome(hello: &Hello, known: &Known) -> Welcome {
    let scoped = hello.protocol >= SCOPED;
    let knows_all = hello.roster == Some(known.roster.digest());
    let mut welcome = Welcome {
        epoch: known.epoch,
        head: known.head,
        role: known.role.clone(),
        roster: if knows_all { Roster::default() } else { known.roster.clone() },
        seen: knows_all.then(|| known.roster.seen()),
        scopes: scoped.then(|| known.scopes.clone()),
        boot: None,
        before: known.before.filter(|_| scoped),
        proof: None,
        // In a restored log that has a name of its own, how much the two share is known.
        parted: (known.parted && hello.epoch == known.epoch).then_some(true),
    };
    welcome.boot = boot::plan(hello, &welcome, known.cards_behind);
    welcome
}

impl Live {
    fn new(hello: &Hello, welcome: &Welcome, scopes: Vec<u16>) -> Self {
        let start = welcome.resume_from(hello.epoch, hello.cursor());
        let own_high = welcome.resume_from(hello.epoch, hello.own_high);
        Self {
            protocol: hello.protocol,
            device: hello.device,
            replica: hello.replica,
            role: welcome.role.clone(),
            scopes,
            skip: Skip { replica: hello.replica, up_to: own_high, after: welcome.head },
            head: welcome.head,
            sent: start,
            stored: start,
            boot: welcome.boot.clone(),
            proved: None,
            leaving: false,
            credits: FIRST_CREDITS,
            reading: false,
            next_batch: 0,
            appending: 0,
        }
    }

    /// A device that comes back where it left is no news to anyone.
    fn moved_since(&self, roster: &Roster) -> Option<Effect> {
        let (device, cursor) = (self.device, self.stored);
        let known = roster.find(device).map(|entry| entry.seen);
        (known != Some(cursor)).then_some(Effect::CursorMoved { device, cursor })
    }
}

fn check_protocol(protocol: u16) -> Result<(), ByeCode> {
    let spoken = (OLDEST_PROTOCOL..=PROTOCOL).contains(&protocol);
    if spoken { Ok(()) } else { Err(ByeCode::UpdateTheApp) }
}

fn check_pair(pair: &Pair, nonce: &[u8; 32]) -> Result<(), ByeCode> {
    check_protocol(pair.protocol)?;
    let claim = PairClaim {
        nonce,
        secret: &pair.secret,
        device: pair.device,
        device_name: &pair.device_name,
        person: &pair.person,
    };
    verify_pair(&pair.key, &claim, &pair.signature).map_err(|_| ByeCode::BadSignature)
}

/// Only who holds the key learns more than that, and that it was revoked.
fn check_hello(hello: &Hello, known: &Known, nonce: &[u8; 32]) -> Result<(), ByeCode> {
    if hello.shop != known.shop {
        return Err(ByeCode::WrongShop);
    }
    verify_hello(&known.key, hello.shop, hello.device, nonce, &hello.signature).map_err(|_| ByeCode::BadSignature)
}
