//! A device and the relay's engine, joined without a socket: each frame is handed over at once.

use std::mem;

use tapak_engine::command::Command;
use tapak_engine::device::{self, Device};
use tapak_engine::relay::{self, Relay, Socket};
use tapak_engine::view::badge::BadgeState;
use tapak_engine::view::{Query, View};
use tapak_store::Store;
use uuid::Uuid;

use crate::device::{Answer, done};
use crate::fault::Fault;
use crate::surroundings::country;

#[derive(Debug)]
pub(super) struct Wire {
    relay: Relay,
    device: Device,
    socket: Socket,
    to_relay: Vec<relay::Input>,
    to_device: Vec<device::Input>,
    commands: u128,
}

impl Wire {
    pub(super) fn new(relay: Relay, entropy: [u8; 32], now: u64) -> Result<Self, Fault> {
        let mut device = Device::open(Store::in_memory()?, entropy, now)?;
        device.know_places(country());
        let to_device = vec![device::Input::Start];
        Ok(Self { relay, device, socket: Socket(0), to_relay: Vec::new(), to_device, commands: 0 })
    }

    pub(super) fn join(&mut self, code: String, now: u64) -> Result<(), Fault> {
        let (person, device_name) = ("Pak Hendra".to_owned(), "HP Pak Hendra".to_owned());
        self.to_device.push(device::Input::Pair { code, person, device_name });
        self.settle(now).map(drop)
    }

    /// All in one transaction, and all of them on the relay afterwards; the records they were about.
    pub(super) fn perform(&mut self, commands: Vec<Command>, now: u64) -> Result<Vec<Uuid>, Fault> {
        let inputs: Vec<_> = commands.into_iter().map(|command| self.input(command)).collect();
        self.to_device.extend(inputs);
        self.settle(now)?.into_iter().map(done).collect()
    }

    fn input(&mut self, command: Command) -> device::Input {
        self.commands += 1;
        device::Input::Command { id: Uuid::from_u128(self.commands), command }
    }

    pub(super) fn view(&mut self, query: &Query, now: u64) -> Result<View, Fault> {
        Ok(self.device.view(query, now)?)
    }

    /// Everything must be on the relay; how many changes it has.
    pub(super) fn leave(mut self, now: u64) -> Result<usize, Fault> {
        let View::Badge(badge) = self.view(&Query::Badge, now)? else { return Err(Fault::WrongView) };
        if badge.state != BadgeState::Saved || badge.unsent > 0 || badge.set_aside > 0 {
            return Err(Fault::Failed(format!("the relay did not take everything: {badge:?}")));
        }
        usize::try_from(self.relay.head().get()).map_err(|error| Fault::Failed(error.to_string()))
    }

    /// Until neither has anything to say; how the commands ended.
    fn settle(&mut self, now: u64) -> Result<Vec<Answer>, Fault> {
        let mut answers = Vec::new();
        while !(self.to_device.is_empty() && self.to_relay.is_empty()) {
            answers.extend(self.device_works(now));
            self.relay_works(now)?;
        }
        Ok(answers)
    }

    fn device_works(&mut self, now: u64) -> Vec<Answer> {
        let inputs = mem::take(&mut self.to_device);
        if inputs.is_empty() {
            return Vec::new();
        }
        let outputs = self.device.handle(inputs, now);
        outputs.into_iter().filter_map(|output| self.obey(output)).collect()
    }

    fn obey(&mut self, output: device::Output) -> Option<Answer> {
        match output {
            device::Output::Connect => self.connect(),
            device::Output::Send(frame) => self.to_relay.push(relay::Input::Frame(self.socket, frame)),
            device::Output::Disconnect => self.to_relay.push(relay::Input::Closed(self.socket)),
            device::Output::Answer { id, outcome } => return Some((id, outcome)),
            device::Output::WakeAt(_) | device::Output::Touched(_) => {}
        }
        None
    }

    fn connect(&mut self) {
        self.socket = Socket(self.socket.0 + 1);
        self.to_relay.push(relay::Input::Opened(self.socket));
        self.to_device.push(device::Input::Opened);
    }

    fn relay_works(&mut self, now: u64) -> Result<(), Fault> {
        let inputs = mem::take(&mut self.to_relay);
        let outputs = if inputs.is_empty() { Vec::new() } else { self.relay.handle(inputs, now) };
        outputs.into_iter().try_for_each(|output| self.deliver(output))
    }

    /// What is for a socket that was hung up is for nobody.
    fn deliver(&mut self, output: relay::Output) -> Result<(), Fault> {
        match output {
            relay::Output::Send(socket, frame) if socket == self.socket => {
                self.to_device.push(device::Input::Frame(frame));
            }
            relay::Output::Close(socket, _) if socket == self.socket => self.to_device.push(device::Input::Closed),
            relay::Output::Send(..) | relay::Output::Close(..) | relay::Output::Answered(..) => {}
            relay::Output::Failed(fault) => return Err(fault.into()),
        }
        Ok(())
    }
}
