//! A device and its host: the loop, its disk, its socket, its alarm, and what waits to be handled.

use std::collections::VecDeque;
use std::sync::{Arc, LazyLock};

use tapak_domain::Role;
use tapak_engine::device::{Device, Input, Output};
use tapak_engine::relay::Socket;
use tapak_engine::view::{Query, View};
use tapak_engine::{App, DISTRICTS, Fault, FileHash, Places};
use tapak_store::Store;

use super::cast::Part;
use super::doom::Doom;

/// The kecamatan of the country, read once for all devices here.
static COUNTRY: LazyLock<Arc<Places>> =
    LazyLock::new(|| Arc::new(Places::load(DISTRICTS).unwrap_or_else(|_| Places::without_districts())));

/// Running, or only a disk in a drawer. The box of a running device is taken out only to be taken apart.
#[derive(Debug)]
enum Power {
    On(Box<Device>),
    Off(Box<Store>),
    Nothing,
}

/// How far an app can be believed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Trust {
    /// Tampered with, if its part says so.
    AsItCame,
    /// Replaced by an honest one.
    Mended,
    /// The relay was told to let it in no more.
    Revoked,
}

/// A device's end of the network.
#[derive(Debug)]
pub(crate) struct Line {
    pub(crate) socket: Option<Socket>,
    pub(crate) dialling: bool,
    /// The latest attempt to connect: earlier ones no longer count.
    pub(crate) dial: u64,
    pub(crate) reachable: bool,
}

impl Line {
    fn drop_socket(&mut self) -> Option<Socket> {
        self.dial += 1;
        self.dialling = false;
        self.socket.take()
    }
}

#[derive(Debug)]
pub(crate) struct Phone {
    /// Its role is the one the relay knows.
    pub(crate) part: Part,
    /// What was installed last; it runs from the next start on.
    pub(crate) app: App,
    /// Every role it had, and those it may be about to get.
    pub(crate) roles: Vec<Role>,
    /// Proofs of payment that were photographed here.
    pub(crate) proofs: Vec<String>,
    power: Power,
    pub(crate) inbox: VecDeque<Input>,
    pub(crate) turn_due: bool,
    pub(crate) line: Line,
    /// The latest alarm: earlier ones no longer ring.
    pub(crate) alarm: u64,
    pub(crate) trust: Trust,
    pub(crate) disk_full: bool,
    pub(crate) doom: Option<Doom>,
    pub(crate) invite: String,
}

impl Phone {
    pub(crate) fn new(part: Part, invite: String, store: Store) -> Self {
        Self {
            roles: vec![part.role],
            proofs: Vec::new(),
            app: part.app,
            part,
            power: Power::Off(Box::new(store)),
            inbox: VecDeque::new(),
            turn_due: false,
            line: Line { socket: None, dialling: false, dial: 0, reachable: true },
            alarm: 0,
            trust: Trust::AsItCame,
            disk_full: false,
            doom: None,
            invite,
        }
    }

    pub(crate) fn name(&self) -> &'static str {
        self.part.person
    }

    /// Somebody gave it other work, so what it wrote as one may come too late.
    pub(crate) fn changes_roles(&self) -> bool {
        self.roles.len() > 1
    }

    pub(crate) fn is_revoked(&self) -> bool {
        self.trust == Trust::Revoked
    }

    /// It makes of every frame what it likes.
    pub(crate) fn is_tampered(&self) -> bool {
        self.part.rogue && self.trust == Trust::AsItCame
    }

    pub(crate) fn is_on(&self) -> bool {
        matches!(self.power, Power::On(_))
    }

    /// Starts the app from what is on disk.
    pub(crate) fn switch_on(&mut self, entropy: [u8; 32], now: u64) -> Result<(), Fault> {
        self.power = match std::mem::replace(&mut self.power, Power::Nothing) {
            Power::Off(store) => {
                self.inbox.push_back(Input::Start);
                let mut device = Device::open_as(self.app, *store, entropy, self.part.clock.shows(now))?;
                device.know_places(Arc::clone(&COUNTRY));
                Power::On(Box::new(device))
            }
            other @ (Power::On(_) | Power::Nothing) => other,
        };
        Ok(())
    }

    /// Everything volatile is gone.
    pub(crate) fn switch_off(&mut self) {
        self.inbox.clear();
        self.line.drop_socket();
        self.alarm += 1;
        self.power = match std::mem::replace(&mut self.power, Power::Nothing) {
            Power::On(device) => Power::Off(Box::new(device.into_store())),
            off @ (Power::Off(_) | Power::Nothing) => off,
        };
    }

    pub(crate) fn store(&self) -> Option<&Store> {
        match &self.power {
            Power::On(device) => Some(device.store()),
            Power::Off(store) => Some(store),
            Power::Nothing => None,
        }
    }

    pub(crate) fn break_disk(&mut self, broken: bool) {
        match &mut self.power {
            Power::On(device) => device.break_disk(broken),
            Power::Off(store) => store.break_disk(broken),
            Power::Nothing => {}
        }
    }

    /// The last comparison with the relay found nothing.
    pub(crate) fn is_proved_equal(&self) -> bool {
        if let Power::On(device) = &self.power { device.proof().is_some_and(|(_, equal)| equal) } else { false }
    }

    pub(crate) fn handle(&mut self, inputs: Vec<Input>, now: u64) -> Vec<Output> {
        let now = self.part.clock.shows(now);
        if let Power::On(device) = &mut self.power { device.handle(inputs, now) } else { Vec::new() }
    }

    /// A photo or a proof is taken.
    pub(crate) fn keep_file(&mut self, bytes: &[u8], now: u64) -> Result<Option<FileHash>, Fault> {
        let now = self.part.clock.shows(now);
        if let Power::On(device) = &mut self.power { device.keep_file(bytes, now) } else { Ok(None) }
    }

    pub(crate) fn view(&mut self, query: &Query, now: u64) -> Result<View, Fault> {
        match &mut self.power {
            Power::On(device) => device.view(query, self.part.clock.shows(now)),
            Power::Off(_) | Power::Nothing => Ok(View::Missing),
        }
    }

    /// Folds a little, and leaves a little to the relay.
    pub(crate) fn tidy(&mut self, now: u64) -> Result<bool, Fault> {
        let now = self.part.clock.shows(now);
        if let Power::On(device) = &mut self.power { device.tidy(now) } else { Ok(false) }
    }

    /// Draws every projection anew from the documents.
    pub(crate) fn rebuild(&mut self) -> Result<(), Fault> {
        if let Power::On(device) = &mut self.power { device.rebuild() } else { Ok(()) }
    }

    /// What is handled together: frames and commands share a call, everything about the connection comes alone.
    pub(crate) fn next_batch(&mut self, most: usize) -> Vec<Input> {
        let together = |input: &Input| matches!(input, Input::Frame(_) | Input::Command { .. });
        let count = self.inbox.iter().take(most).take_while(|input| together(input)).count();
        self.inbox.drain(..count.max(1).min(self.inbox.len())).collect()
    }

    /// Nothing is said of a socket the device dropped itself.
    pub(crate) fn forget_socket(&mut self) -> Option<Socket> {
        let gone = |input: &Input| matches!(input, Input::Frame(_) | Input::Opened | Input::Closed);
        self.inbox.retain(|input| !gone(input));
        self.line.drop_socket()
    }
}
