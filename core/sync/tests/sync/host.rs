//! The relay's host: answers each session from the one log and tells the others.

use crate::world::World;
use std::collections::VecDeque;
use tapak_sync::message::Proof;
use tapak_sync::{Fingerprint, relay};

impl World {
    /// Tells a session something and answers what it asks.
    pub(crate) fn session(&mut self, device: usize, event: relay::Event) {
        let mut waiting = VecDeque::from([event]);
        while let Some(event) = waiting.pop_front() {
            let Some(wire) = self.wires.get_mut(&device) else { return };
            for effect in wire.session.handle(event, self.now) {
                waiting.extend(self.answer(device, effect));
            }
        }
    }

    fn answer(&mut self, device: usize, effect: relay::Effect) -> Option<relay::Event> {
        match effect {
            relay::Effect::Send(frame) => self.send_down(device, frame),
            relay::Effect::Close(_) => self.wires.get_mut(&device)?.ending = true,
            relay::Effect::LookUp { shop, device, .. } => return Some(self.log.look_up(shop, device)),
            relay::Effect::Pair(pair) => return Some(relay::Event::PairAnswered(self.log.pair(pair, self.now))),
            relay::Effect::Append { batch, device: author, replica, changes } => {
                let outcomes = self.log.append(author, replica, changes);
                let head = self.log.head();
                self.tell_others(device, &relay::Event::HeadMoved(head));
                return Some(relay::Event::Appended { batch, outcomes, head });
            }
            relay::Effect::Read { after, skip, max_bytes, .. } => return Some(self.log.read(after, skip, max_bytes)),
            relay::Effect::ReadCards { .. } => panic!("nobody here is far behind"),
            relay::Effect::Prove { .. } => {
                let (cursor, fingerprint) = (self.log.head(), Fingerprint::EMPTY);
                return Some(relay::Event::Proved(Proof { cursor, fingerprint }));
            }
            relay::Effect::Asked { message, .. } => self.asked.push(*message),
            relay::Effect::CheckRoster { known } => {
                let roster = self.log.roster.clone();
                return (roster.digest() != known).then_some(relay::Event::RosterChanged(roster));
            }
            relay::Effect::CursorMoved { device: who, cursor } => {
                self.log.cursor_moved(who, cursor);
                self.tell_others(device, &relay::Event::Seen { device: who, cursor });
            }
        }
        None
    }

    fn tell_others(&mut self, device: usize, event: &relay::Event) {
        for other in self.connected().into_iter().filter(|other| *other != device) {
            self.session(other, event.clone());
        }
    }

    fn send_down(&mut self, device: usize, frame: Vec<u8>) {
        if let Some(wire) = self.wires.get_mut(&device) {
            self.frames.push(frame.len());
            (self.down)(&mut wire.to_device, frame);
        }
    }
}
