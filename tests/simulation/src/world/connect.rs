//! Connections: dialled, refused or left unanswered, hung up by either end, or cut in the middle.

use tapak_engine::device::Input as ToPhone;
use tapak_engine::relay::{Input as ToRelay, Socket};

use super::calendar::Moment;
use super::wire::Wire;
use super::{Who, World};
use crate::broken::{Checked, Rule};
use crate::tally::Count;

impl World {
    pub(super) fn dial(&mut self, who: Who) -> Checked {
        let phone = &mut self.phones[who];
        let busy = phone.line.socket.is_some() || phone.line.dialling;
        Rule::Manners.hold(!busy, || format!("{} asked for a second socket", phone.name()))?;
        phone.line.dial += 1;
        phone.line.dialling = true;
        let dialled = Moment::Dialled(who, phone.line.dial);
        let delay = self.dice.within(20..400);
        self.after(delay, dialled);
        Ok(())
    }

    pub(super) fn dialled(&mut self, who: Who, dial: u64) {
        let phone = &mut self.phones[who];
        if phone.line.dial != dial || !phone.is_on() {
            return;
        }
        if self.station.is_on() && phone.line.reachable {
            phone.line.dialling = false;
            self.open(who);
        } else {
            self.nobody_answers(who);
        }
    }

    fn open(&mut self, who: Who) {
        let socket = self.station.accept();
        self.relay_turn_soon();
        self.wires.insert(socket, Wire::new(who));
        self.phones[who].line.socket = Some(socket);
        self.count(Count::Connections);
        self.tell(who, format_args!("is connected ({})", socket.0));
        self.give_phone(who, ToPhone::Opened);
    }

    /// Refused at once, or silence.
    fn nobody_answers(&mut self, who: Who) {
        self.count(Count::DeadDials);
        if self.dice.chance(600) {
            self.phones[who].line.dialling = false;
            self.give_phone(who, ToPhone::Closed);
        }
    }

    /// The device dropped its socket: what it sent before still arrives, if the network lets it.
    pub(super) fn hang_up(&mut self, who: Who) {
        let Some(socket) = self.phones[who].forget_socket() else { return };
        self.tell(who, "hangs up");
        self.phone_is_gone(socket);
    }

    /// The device's end of a connection exists no more.
    pub(super) fn phone_is_gone(&mut self, socket: Socket) {
        let Some(wire) = self.wires.get_mut(&socket) else { return };
        wire.at_phone = false;
        wire.down.spill();
        let (who, last_at) = (wire.who, wire.up.last_at);
        if self.phones[who].line.reachable {
            let at = last_at.max(self.now) + self.dice.within(5..200);
            self.calendar.put(at, Moment::RelayLearns(socket));
        }
        self.sweep(socket);
    }

    /// The relay closed a socket, or died: the device learns it after what was sent before, or never.
    pub(super) fn relay_is_gone(&mut self, socket: Socket, told: bool) {
        let Some(wire) = self.wires.get_mut(&socket) else { return };
        wire.at_relay = false;
        wire.up.spill();
        let (who, last_at) = (wire.who, wire.down.last_at);
        if told && self.phones[who].line.reachable {
            let at = last_at.max(self.now) + self.dice.within(5..200);
            self.calendar.put(at, Moment::PhoneLearns(socket));
        }
        self.sweep(socket);
    }

    /// Frames on their way are lost, and both ends learn it in their own time.
    pub(crate) fn cut(&mut self, socket: Socket) {
        let Some(wire) = self.wires.get_mut(&socket) else { return };
        wire.cut = true;
        wire.up.spill();
        wire.down.spill();
        let who = wire.who;
        self.count(Count::Cuts);
        self.tell(who, "is cut off");
        let (up, down) = (self.dice.below(3_000), self.dice.below(3_000));
        self.after(up, Moment::RelayLearns(socket));
        self.after(down, Moment::PhoneLearns(socket));
    }

    pub(super) fn relay_learns(&mut self, socket: Socket) {
        let Some(wire) = self.wires.get_mut(&socket) else { return };
        if std::mem::replace(&mut wire.at_relay, false) {
            self.station.open.remove(&socket);
            self.give_relay(ToRelay::Closed(socket));
        }
        self.sweep(socket);
    }

    pub(super) fn phone_learns(&mut self, socket: Socket) {
        let Some(wire) = self.wires.get_mut(&socket) else { return };
        let who = wire.who;
        if std::mem::replace(&mut wire.at_phone, false) && self.phones[who].line.socket == Some(socket) {
            self.phones[who].line.socket = None;
            self.give_phone(who, ToPhone::Closed);
        }
        self.sweep(socket);
    }

    fn sweep(&mut self, socket: Socket) {
        if self.wires.get(&socket).is_some_and(|wire| !wire.at_phone && !wire.at_relay) {
            self.wires.remove(&socket);
        }
    }
}
