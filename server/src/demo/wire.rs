//! The wire between the relay and the devices of the demo shop: frames are handed over when a shift ends.

use std::collections::BTreeMap;
use std::mem;
use std::sync::Arc;

use tapak_engine::Places;
use tapak_engine::command::{Command, Outcome};
use tapak_engine::device::{self, Device};
use tapak_engine::relay::{self, Relay, Socket};
use tapak_engine::view::{Query, View};
use tapak_store::Store;
use uuid::Uuid;

use super::crew::Seat;
use super::dice::Dice;
use crate::fault::ServerFault;
use crate::surroundings::country;

pub(super) struct Wire {
    relay: Relay,
    to_relay: Vec<relay::Input>,
    posts: BTreeMap<Seat, Post>,
    /// The kecamatan of the country, one copy for all devices.
    places: Arc<Places>,
    sockets: u64,
}

/// A device and what waits for it.
struct Post {
    device: Device,
    socket: Option<Socket>,
    inbox: Vec<device::Input>,
}

impl Wire {
    pub(super) fn new(relay: Relay) -> Self {
        Self { relay, to_relay: Vec::new(), posts: BTreeMap::new(), places: country(), sockets: 0 }
    }

    /// A person joins with an invite's code.
    pub(super) fn join(&mut self, seat: Seat, code: String, dice: &mut Dice, now: u64) -> Result<(), ServerFault> {
        let mut device = Device::open(Store::in_memory()?, dice.entropy(), now)?;
        device.know_places(Arc::clone(&self.places));
        let (person, device_name) = (seat.person().to_owned(), seat.device_name().to_owned());
        let inbox = vec![device::Input::Start, device::Input::Pair { code, person, device_name }];
        self.posts.insert(seat, Post { device, socket: None, inbox });
        self.settle(now)
    }

    /// Does it on this person's device; everybody else hears of it when the wire is settled.
    pub(super) fn command(&mut self, seat: Seat, id: Uuid, command: Command, now: u64) -> Result<Uuid, ServerFault> {
        match self.tell(seat, vec![device::Input::Command { id, command }], now) {
            Some(Outcome::Done { record }) => Ok(record),
            other => Err(ServerFault::Demo { person: seat.person(), what: format!("{other:?}") }),
        }
    }

    pub(super) fn view(&mut self, seat: Seat, query: &Query, now: u64) -> Result<View, ServerFault> {
        let missing = || ServerFault::Demo { person: seat.person(), what: "has no device".to_owned() };
        Ok(self.posts.get_mut(&seat).ok_or_else(missing)?.device.view(query, now)?)
    }

    /// Lets every frame arrive, and every answer to it, until all is said.
    pub(super) fn settle(&mut self, now: u64) -> Result<(), ServerFault> {
        while self.relay_works(now)? || self.devices_work(now) {}
        Ok(())
    }

    /// Every device says hello anew, and with it how far it has read; the relay writes that down when it ticks.
    pub(super) fn greet(&mut self, now: u64) -> Result<(), ServerFault> {
        for seat in Seat::ALL {
            self.tell(seat, vec![device::Input::Online], now);
        }
        self.settle(now)?;
        self.to_relay.push(relay::Input::Tick);
        self.settle(now)
    }

    fn relay_works(&mut self, now: u64) -> Result<bool, ServerFault> {
        let inputs = mem::take(&mut self.to_relay);
        let busy = !inputs.is_empty();
        if busy {
            self.relay.handle(inputs, now).into_iter().try_for_each(|output| self.deliver(output))?;
        }
        Ok(busy)
    }

    fn deliver(&mut self, output: relay::Output) -> Result<(), ServerFault> {
        let (socket, input) = match output {
            relay::Output::Send(socket, frame) => (socket, device::Input::Frame(frame)),
            relay::Output::Close(socket, _) => (socket, device::Input::Closed),
            // Nobody buys on the site of a demo that is still being made.
            relay::Output::Answered(..) => return Ok(()),
            relay::Output::Failed(fault) => return Err(fault.into()),
        };
        if let Some(post) = self.posts.values_mut().find(|post| post.socket == Some(socket)) {
            if matches!(input, device::Input::Closed) {
                post.socket = None;
            }
            post.inbox.push(input);
        }
        Ok(())
    }

    fn devices_work(&mut self, now: u64) -> bool {
        let mut busy = false;
        for seat in Seat::ALL {
            let inbox = self.posts.get_mut(&seat).map(|post| mem::take(&mut post.inbox)).unwrap_or_default();
            if !inbox.is_empty() {
                busy = true;
                self.tell(seat, inbox, now);
            }
        }
        busy
    }

    /// The outcome, when a command was among it.
    fn tell(&mut self, seat: Seat, inputs: Vec<device::Input>, now: u64) -> Option<Outcome> {
        let post = self.posts.get_mut(&seat)?;
        let mut answer = None;
        for output in post.device.handle(inputs, now) {
            match output {
                device::Output::Connect => {
                    self.sockets += 1;
                    let socket = Socket(self.sockets);
                    post.socket = Some(socket);
                    post.inbox.push(device::Input::Opened);
                    self.to_relay.push(relay::Input::Opened(socket));
                }
                device::Output::Send(frame) => {
                    self.to_relay.extend(post.socket.map(|socket| relay::Input::Frame(socket, frame)));
                }
                device::Output::Disconnect => self.to_relay.extend(post.socket.take().map(relay::Input::Closed)),
                device::Output::Answer { outcome, .. } => answer = Some(outcome),
                device::Output::WakeAt(_) | device::Output::Touched(_) => {}
            }
        }
        answer
    }
}
