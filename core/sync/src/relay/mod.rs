//! The relay's end of one connection: `handle(event, now) -> effects`.
//!
//! A session trusts nothing it reads: what cannot be decoded or comes at the wrong moment ends it with a reason.

mod aside;
mod boot;
mod event;
mod greet;
mod notice;
mod pull;
mod push;

pub use boot::CARDS_BEHIND;
pub use event::{Effect, Event, Known, Skip};

use crate::code::ByeCode;
use crate::codec::{self, CodecError};
use crate::id::{DeviceId, ReplicaId, Sequence};
use crate::message::{Boot, Hello, ToDevice, ToRelay};

/// From here on the host should stop reading the socket until appends catch up.
pub const FULL_AT: u32 = 8;
/// Whoever sends on regardless is hung up on.
const FLOODED_AT: u32 = 32;

#[derive(Debug)]
pub struct Session {
    state: State,
    heard_at: u64,
}

#[derive(Debug)]
enum State {
    New,
    Challenged { nonce: [u8; 32] },
    Pairing { nonce: [u8; 32] },
    Checking { nonce: [u8; 32], hello: Box<Hello> },
    Live(Box<Live>),
    Ended,
}

/// What a welcomed connection remembers.
#[derive(Debug)]
struct Live {
    protocol: u16,
    device: DeviceId,
    replica: ReplicaId,
    /// As it was welcomed, and what that role may read.
    role: String,
    scopes: Vec<u16>,
    skip: Skip,
    head: Sequence,
    /// Everything up to here was sent, or made by this replica.
    sent: Sequence,
    /// Everything up to here is on the device's disk.
    stored: Sequence,
    /// Cards come first.
    boot: Option<Boot>,
    /// Where the two ends were last compared.
    proved: Option<Sequence>,
    /// Revoked: it hands over its outbox and is given nothing.
    leaving: bool,
    credits: u16,
    reading: bool,
    next_batch: u32,
    appending: u32,
}

impl Default for Session {
    fn default() -> Self {
        Self::new()
    }
}

impl Session {
    pub const fn new() -> Self {
        Self { state: State::New, heard_at: 0 }
    }

    /// The device, once it has proved who it is.
    pub fn device(&self) -> Option<DeviceId> {
        self.live().map(|live| live.device)
    }

    /// The role it was welcomed with.
    pub fn role(&self) -> Option<&str> {
        self.live().map(|live| live.role.as_str())
    }

    /// False while more than enough is waiting for the disk.
    pub fn wants_more(&self) -> bool {
        self.live().is_none_or(|live| live.appending < FULL_AT)
    }

    pub fn handle(&mut self, event: Event, now: u64) -> Vec<Effect> {
        let mut effects = Vec::new();
        if !matches!(self.state, State::Ended) {
            self.dispatch(event, now, &mut effects);
        }
        effects
    }

    fn dispatch(&mut self, event: Event, now: u64, effects: &mut Vec<Effect>) {
        match event {
            Event::Opened { nonce } => self.opened(nonce, now, effects),
            Event::Frame(frame) => self.frame(&frame, now, effects),
            Event::Known(known) => self.known(known, effects),
            Event::Unknown(code) | Event::End(code) => self.bye(code, effects),
            Event::PairAnswered(answer) => self.pair_answered(answer, effects),
            Event::Appended { batch, outcomes, head } => self.appended(batch, outcomes, head, effects),
            Event::PageRead { span, changes, head } => self.page_read(span, changes, head, effects),
            Event::CardsRead(cards) => self.cards_read(*cards, effects),
            Event::Proved(proof) => self.proved(proof, effects),
            Event::Say(message) => self.say(&message, effects),
            Event::HeadMoved(head) => self.head_moved(head, effects),
            Event::RosterChanged(roster) => self.roster_changed(roster, effects),
            Event::Seen { device, cursor } => self.seen(device, cursor, effects),
            Event::Tick => self.tick(now, effects),
            Event::Closed => self.state = State::Ended,
        }
    }

    fn frame(&mut self, frame: &[u8], now: u64, effects: &mut Vec<Effect>) {
        self.heard_at = now;
        match codec::decode_to_relay(frame) {
            Ok(message) => self.message(message, effects),
            Err(CodecError::FrameTooLarge | CodecError::MessageTooLarge) => {
                self.bye(ByeCode::FrameTooLarge, effects);
            }
            Err(_) => self.bye(ByeCode::MalformedFrame, effects),
        }
    }

    fn message(&mut self, message: ToRelay, effects: &mut Vec<Effect>) {
        match message {
            ToRelay::Pair(pair) => self.pair(pair, effects),
            ToRelay::Hello(hello) => self.hello(hello, effects),
            ToRelay::Push(push) => self.push(push, effects),
            ToRelay::Credit(credit) => self.credit(credit, effects),
            ToRelay::Ping(ping) => self.ping(ping, effects),
            ToRelay::Left => self.left(effects),
            aside @ (ToRelay::Fetch(_)
            | ToRelay::Reconcile(_)
            | ToRelay::Look(_)
            | ToRelay::FilePart(_)
            | ToRelay::FileWant(_)) => self.asked(aside, effects),
        }
    }

    fn live(&self) -> Option<&Live> {
        if let State::Live(live) = &self.state { Some(live) } else { None }
    }

    fn live_mut(&mut self) -> Option<&mut Live> {
        if let State::Live(live) = &mut self.state { Some(live) } else { None }
    }

    fn send(&mut self, message: &ToDevice, effects: &mut Vec<Effect>) {
        match codec::encode(message) {
            Ok(frame) => effects.push(Effect::Send(frame)),
            Err(_) => self.bye(ByeCode::Fault, effects),
        }
    }

    /// As [`Session::send`], for what is large and alike.
    fn send_small(&mut self, message: &ToDevice, effects: &mut Vec<Effect>) {
        match codec::encode_small(message) {
            Ok(frame) => effects.push(Effect::Send(frame)),
            Err(_) => self.bye(ByeCode::Fault, effects),
        }
    }

    fn bye(&mut self, code: ByeCode, effects: &mut Vec<Effect>) {
        if let Ok(frame) = codec::encode(&ToDevice::Bye(code)) {
            effects.push(Effect::Send(frame));
        }
        effects.push(Effect::Close(code));
        self.state = State::Ended;
    }

    fn out_of_turn(&mut self, effects: &mut Vec<Effect>) {
        self.bye(ByeCode::OutOfTurn, effects);
    }
}
