//! The device's end of the protocol: `handle(event, now) -> effects`.
//!
//! Storage questions are answered by the host with plain values; frames may get lost, doubled, swapped or
//! cut, and the worst that happens is a fresh start of the connection from what is on disk.

mod event;
mod heartbeat;
mod hello;
mod link;
mod pair;
mod pull;
mod push;
mod report;

pub use event::{Config, Effect, Event, Identity, Joining, Place, RosterNews, Status};

use crate::backoff::Backoff;
use crate::codec::{self, CodecError};
use crate::message::{Cards, SCOPED, ToDevice, ToRelay};
use crate::signature::DeviceKey;
use heartbeat::Beat;
use link::Link;

/// A device says nothing is coming after this long without an expected answer.
pub const ANSWER_WITHIN: u64 = 15_000;

#[derive(Debug)]
pub struct Client {
    identity: Option<Identity>,
    joining: Option<Box<Joining>>,
    link: Link,
    backoff: Backoff,
    offline_since: Option<u64>,
    said: Option<Status>,
    wake_at: Option<u64>,
}

/// The events of one call: when it is, and what came of it.
struct Turn {
    now: u64,
    effects: Vec<Effect>,
    sent: bool,
    failed: Option<CodecError>,
}

impl Turn {
    fn emit(&mut self, effect: Effect) {
        self.effects.push(effect);
    }

    /// A message that cannot be encoded ends the connection once the turn is over.
    fn send(&mut self, message: &ToRelay) {
        match codec::encode(message) {
            Ok(frame) => self.emit(Effect::Send(frame)),
            Err(error) => self.failed = Some(error),
        }
        self.sent = true;
    }
}

impl Client {
    pub fn new(config: Config) -> Self {
        Self {
            identity: config.identity,
            joining: None,
            link: Link::Resting,
            backoff: Backoff::new(config.entropy),
            offline_since: None,
            said: None,
            wake_at: None,
        }
    }

    pub fn identity(&self) -> Option<&Identity> {
        self.identity.as_ref()
    }

    /// From now on hellos are signed with this key.
    pub fn sign_with(&mut self, key: DeviceKey) {
        if let Some(identity) = &mut self.identity {
            identity.key = key;
        }
    }

    pub fn handle(&mut self, event: Event, now: u64) -> Vec<Effect> {
        let mut turn = Turn { now, effects: Vec::new(), sent: false, failed: None };
        self.dispatch(event, &mut turn);
        self.report(&mut turn);
        turn.effects
    }

    fn dispatch(&mut self, event: Event, turn: &mut Turn) {
        match event {
            Event::Start => self.start(turn),
            Event::Stop => self.stop(turn),
            Event::Online => self.online(turn),
            Event::Opened(place) => self.opened(place, turn),
            Event::Frame(frame) => self.frame(&frame, turn),
            Event::Closed => self.closed(turn),
            Event::Tick => self.tick(turn),
            Event::OutboxChanged => self.outbox_changed(turn),
            Event::OutboxRewound => self.outbox_rewound(turn),
            Event::PushReady { changes, through } => self.push_ready(changes, through, turn),
            Event::PageStored { cursor } => self.page_stored(cursor, turn),
            Event::StoreFailed => self.restart(turn),
            Event::Pair(joining) => self.pair(joining, turn),
            Event::Say(message) => self.say(&message, turn),
        }
    }

    fn frame(&mut self, frame: &[u8], turn: &mut Turn) {
        if !self.link.is_open() {
            return;
        }
        self.heard(turn.now);
        match codec::decode_to_device(frame) {
            Ok(message) => self.message(message, turn),
            Err(_) => self.restart(turn),
        }
    }

    fn message(&mut self, message: ToDevice, turn: &mut Turn) {
        match message {
            ToDevice::Challenge(challenge) => self.challenged(&challenge, turn),
            ToDevice::Paired(paired) => self.paired(paired, turn),
            ToDevice::Welcome(welcome) => self.welcomed(welcome, turn),
            ToDevice::Page(page) => self.page(page, turn),
            ToDevice::Pushed(pushed) => self.pushed(pushed, turn),
            ToDevice::Roster(roster) => self.roster_changed(roster, turn),
            ToDevice::Seen(seen) => turn.emit(Effect::Seen { device: seen.device, cursor: seen.cursor }),
            ToDevice::Pong(pong) => self.pong(pong, turn),
            ToDevice::Bye(code) => self.bye(code, turn),
            ToDevice::Leave(leave) => self.leave(leave, turn),
            ToDevice::Cards(Cards { stretch: Some(stretch), cards, .. }) => self.cards(stretch, cards, turn),
            aside @ (ToDevice::Cards(_)
            | ToDevice::Proof(_)
            | ToDevice::Reconcile(_)
            | ToDevice::Looking(_)
            | ToDevice::Heard(_)
            | ToDevice::FileHave(_)
            | ToDevice::FilePart(_)) => turn.emit(Effect::Heard(Box::new(aside))),
        }
    }

    fn say(&mut self, message: &ToRelay, turn: &mut Turn) {
        if self.live().is_some_and(|live| live.protocol >= SCOPED) {
            turn.send(message);
        }
    }
}
