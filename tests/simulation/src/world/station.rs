//! The relay and its host: the loop, its disk, its sockets, and what waits to be handled.

use std::collections::{BTreeSet, VecDeque};

use tapak_engine::relay::{Input, Output, Relay, Socket};
use tapak_engine::{App, Fault};
use tapak_store::Store;

use super::doom::Doom;

#[derive(Debug)]
enum Power {
    On(Box<Relay>),
    Off(Box<Store>),
    Nothing,
}

#[derive(Debug)]
pub(crate) struct Station {
    power: Power,
    pub(crate) inbox: VecDeque<Input>,
    pub(crate) turn_due: bool,
    pub(crate) disk_full: bool,
    pub(crate) doom: Option<Doom>,
    pub(crate) open: BTreeSet<Socket>,
    sockets: u64,
    /// The program that is installed; it runs from the next start on.
    pub(crate) app: App,
}

impl Station {
    pub(crate) fn new(store: Store) -> Self {
        Self {
            power: Power::Off(Box::new(store)),
            inbox: VecDeque::new(),
            turn_due: false,
            disk_full: false,
            doom: None,
            open: BTreeSet::new(),
            sockets: 0,
            app: App::default(),
        }
    }

    pub(crate) fn is_on(&self) -> bool {
        matches!(self.power, Power::On(_))
    }

    pub(crate) fn switch_on(&mut self, entropy: [u8; 32], cards_behind: Option<u64>) -> Result<(), Fault> {
        self.power = match std::mem::replace(&mut self.power, Power::Nothing) {
            Power::Off(store) => Power::On(Box::new(Relay::open_as(self.app, *store, entropy)?)),
            other @ (Power::On(_) | Power::Nothing) => other,
        };
        if let (Power::On(relay), Some(changes)) = (&mut self.power, cards_behind) {
            relay.send_cards_behind(changes);
        }
        Ok(())
    }

    /// Everything volatile is gone; answers with the sockets that died.
    pub(crate) fn switch_off(&mut self) -> BTreeSet<Socket> {
        self.inbox.clear();
        self.power = match std::mem::replace(&mut self.power, Power::Nothing) {
            Power::On(relay) => Power::Off(Box::new(relay.into_store())),
            off @ (Power::Off(_) | Power::Nothing) => off,
        };
        std::mem::take(&mut self.open)
    }

    /// Another disk, while it is switched off.
    pub(crate) fn replace_disk(&mut self, store: Store) {
        self.power = Power::Off(Box::new(store));
    }

    pub(crate) fn store(&self) -> Option<&Store> {
        match &self.power {
            Power::On(relay) => Some(relay.store()),
            Power::Off(store) => Some(store),
            Power::Nothing => None,
        }
    }

    pub(crate) fn break_disk(&mut self, broken: bool) {
        match &mut self.power {
            Power::On(relay) => relay.break_disk(broken),
            Power::Off(store) => store.break_disk(broken),
            Power::Nothing => {}
        }
    }

    pub(crate) fn accept(&mut self) -> Socket {
        self.sockets += 1;
        let socket = Socket(self.sockets);
        self.open.insert(socket);
        self.inbox.push_back(Input::Opened(socket));
        socket
    }

    pub(crate) fn wants_more(&self, socket: Socket) -> bool {
        if let Power::On(relay) = &self.power { relay.wants_more(socket) } else { true }
    }

    pub(crate) fn handle(&mut self, inputs: Vec<Input>, now: u64) -> Vec<Output> {
        if let Power::On(relay) = &mut self.power { relay.handle(inputs, now) } else { Vec::new() }
    }

    /// Folds a little.
    pub(crate) fn tidy(&mut self, now: u64) -> Result<bool, Fault> {
        if let Power::On(relay) = &mut self.power { relay.tidy(now) } else { Ok(false) }
    }

    /// Draws every projection anew from the documents.
    pub(crate) fn rebuild(&mut self) -> Result<(), Fault> {
        if let Power::On(relay) = &mut self.power { relay.rebuild() } else { Ok(()) }
    }

    pub(crate) fn next_batch(&mut self, most: usize) -> Vec<Input> {
        self.inbox.drain(..most.min(self.inbox.len())).collect()
    }

    /// Sockets the relay was told of and has not closed.
    pub(crate) fn left_open(&self) -> Vec<Socket> {
        let untold = |socket: &Socket| {
            self.inbox.iter().any(|input| matches!(input, Input::Opened(of) | Input::Closed(of) if of == socket))
        };
        self.open.iter().filter(|socket| !untold(socket)).copied().collect()
    }

    /// Nothing more is said of a socket the relay closed.
    pub(crate) fn forget_socket(&mut self, socket: Socket) {
        self.open.remove(&socket);
        self.inbox.retain(|input| match input {
            Input::Opened(of) | Input::Frame(of, _) | Input::Closed(of) => *of != socket,
            Input::Asked(..) | Input::Tick | Input::Stop => true,
        });
    }
}
