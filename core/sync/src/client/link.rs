//! The life of the connection: when to open, when to hang up, when to try again, when to give up.

use super::hello::Greeting;
use super::pull::Pull;
use super::push::Outgoing;
use super::{ANSWER_WITHIN, Beat, Client, Effect, Place, Turn};
use crate::code::ByeCode;
use crate::message::ROSTER_DIGEST;

/// A connection heard this recently is not doubted when the network says it is back.
const FRESH: u64 = 2_000;

#[derive(Debug)]
pub(super) enum Link {
    Resting,
    Waiting { until: u64 },
    Opening { deadline: u64 },
    Greeting(Greeting),
    Live(Box<Live>),
    Rejected(ByeCode),
}

/// What a welcomed connection remembers.
#[derive(Debug)]
pub(super) struct Live {
    pub(super) protocol: u16,
    /// The digest of the roster as it was last said; nothing in protocol 1. A roster that is lost moves no cursor: only
    /// the next ping shows that it is missing here.
    pub(super) roster: Option<[u8; ROSTER_DIGEST]>,
    pub(super) pull: Pull,
    pub(super) push: Outgoing,
    pub(super) beat: Beat,
}

impl Link {
    /// There is a socket that can carry frames.
    pub(super) fn is_open(&self) -> bool {
        matches!(self, Self::Greeting(_) | Self::Live(_))
    }

    fn has_socket(&self) -> bool {
        self.is_open() || matches!(self, Self::Opening { .. })
    }
}

impl Client {
    pub(super) fn live(&mut self) -> Option<&mut Live> {
        if let Link::Live(live) = &mut self.link { Some(live) } else { None }
    }

    pub(super) fn start(&mut self, turn: &mut Turn) {
        let somebody = self.identity.is_some() || self.joining.is_some();
        if somebody && !self.link.has_socket() {
            self.offline_since.get_or_insert(turn.now);
            self.open(turn);
        }
    }

    pub(super) fn stop(&mut self, turn: &mut Turn) {
        self.hang_up(turn);
        self.link = Link::Resting;
    }

    pub(super) fn online(&mut self, turn: &mut Turn) {
        let silent = match &self.link {
            Link::Resting | Link::Rejected(_) => return,
            Link::Waiting { .. } | Link::Opening { .. } | Link::Greeting(_) => true,
            Link::Live(live) => live.beat.silent_for(turn.now) > FRESH,
        };
        if silent {
            self.backoff.reset();
            self.hang_up(turn);
            self.open(turn);
        }
    }

    pub(super) fn opened(&mut self, place: Place, turn: &mut Turn) {
        if let Link::Opening { .. } = self.link {
            self.backoff.stir(place.entropy);
            self.link = Link::Greeting(Greeting::new(place, turn.now + ANSWER_WITHIN));
        }
    }

    pub(super) fn closed(&mut self, turn: &mut Turn) {
        if self.link.has_socket() {
            self.wait(turn);
        }
    }

    /// Something does not add up: begin again from what is on disk.
    pub(super) fn restart(&mut self, turn: &mut Turn) {
        if self.link.has_socket() {
            self.hang_up(turn);
            self.wait(turn);
        }
    }

    pub(super) fn bye(&mut self, code: ByeCode, turn: &mut Turn) {
        turn.emit(Effect::Refused(code));
        if code.fatal() { self.reject(code, turn) } else { self.restart(turn) }
    }

    /// A person has to act; a used-up invite is forgotten.
    pub(super) fn reject(&mut self, code: ByeCode, turn: &mut Turn) {
        self.hang_up(turn);
        self.joining = None;
        self.link = Link::Rejected(code);
    }

    pub(super) fn open(&mut self, turn: &mut Turn) {
        turn.emit(Effect::Open);
        self.link = Link::Opening { deadline: turn.now + ANSWER_WITHIN };
    }

    pub(super) fn hang_up(&mut self, turn: &mut Turn) {
        if self.link.has_socket() {
            turn.emit(Effect::Close);
            self.offline_since.get_or_insert(turn.now);
        }
    }

    fn wait(&mut self, turn: &mut Turn) {
        self.offline_since.get_or_insert(turn.now);
        self.link = Link::Waiting { until: turn.now + self.backoff.next_delay() };
    }
}
