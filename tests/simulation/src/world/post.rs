//! Frames on their way, in both directions.

use tapak_engine::device::Input as ToPhone;
use tapak_engine::relay::{Input as ToRelay, Socket};

use super::calendar::Moment;
use super::wire::Fate;
use super::{Who, World};
use crate::tally::Count;

/// How long a host leaves a socket alone whose frames the relay does not want yet.
const NOT_YET: u64 = 25;

impl World {
    pub(super) fn post_up(&mut self, who: Who, frame: Vec<u8>) {
        let Some(socket) = self.phones[who].line.socket else { return };
        self.note_push(socket, &frame);
        let (fate, delay) = self.weather_of(socket);
        let Some(wire) = self.wires.get_mut(&socket) else { return };
        let arrives = (self.now + delay).max(wire.up.last_at);
        wire.up.last_at = arrives;
        for _ in 0..wire.up.put(frame, fate) {
            self.calendar.put(arrives, Moment::Up(socket));
        }
    }

    pub(super) fn post_down(&mut self, socket: Socket, frame: Vec<u8>) {
        let Some(who) = self.wires.get(&socket).map(|wire| wire.who) else { return };
        let frame = self.tampered(who, frame);
        let (fate, delay) = self.weather_of(socket);
        let Some(wire) = self.wires.get_mut(&socket) else { return };
        let arrives = (self.now + delay).max(wire.down.last_at);
        wire.down.last_at = arrives;
        for _ in 0..wire.down.put(frame, fate) {
            self.calendar.put(arrives, Moment::Down(socket));
        }
    }

    /// What becomes of a frame, and how long it travels. A partition loses everything and tells nobody.
    fn weather_of(&mut self, socket: Socket) -> (Fate, u64) {
        let through = self.wires.get(&socket).is_some_and(|wire| !wire.cut && self.phones[wire.who].line.reachable);
        let fate = if through { self.weather.frame(&mut self.dice) } else { Fate::Lost };
        self.count(Count::Frames);
        match fate {
            Fate::Fine => {}
            Fate::Lost => self.count(Count::Lost),
            Fate::Doubled => self.count(Count::Doubled),
            Fate::Swapped => self.count(Count::Swapped),
        }
        (fate, self.weather.latency(&mut self.dice))
    }

    pub(super) fn arrive_up(&mut self, socket: Socket) {
        let Some(wire) = self.wires.get_mut(&socket).filter(|wire| wire.at_relay) else { return };
        let Some(frame) = wire.up.take() else { return };
        if self.station.wants_more(socket) {
            self.give_relay(ToRelay::Frame(socket, frame));
        } else {
            wire.up.put_back(frame);
            self.after(NOT_YET, Moment::Up(socket));
        }
    }

    pub(super) fn arrive_down(&mut self, socket: Socket) {
        let Some(wire) = self.wires.get_mut(&socket).filter(|wire| wire.at_phone) else { return };
        let who = wire.who;
        let Some(frame) = wire.down.take() else { return };
        if self.phones[who].line.socket == Some(socket) {
            self.give_phone(who, ToPhone::Frame(frame));
        }
    }
}
