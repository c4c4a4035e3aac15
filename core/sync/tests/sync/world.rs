//! The shop in one process: devices, a relay, the wires between them, and a clock that only we move.

use crate::device::{Device, Wish};
use crate::dice::Dice;
use crate::log::{Invited, Log};
use std::collections::{BTreeMap, VecDeque};
use tapak_sync::client::{self, Identity, Joining};
use tapak_sync::relay::{self, Session};
use tapak_sync::{ChangeHash, DeviceId, DeviceKey, ReplicaId, RosterEntry, Sequence, ShopId, ToRelay};

pub(crate) const RINA: usize = 0;
pub(crate) const TABLET: usize = 1;
pub(crate) const ENI: usize = 2;
pub(crate) const SHOP: ShopId = ShopId::new([0x5a; 16]);

/// One connection: a session and the frames on their way.
#[derive(Default)]
pub(crate) struct Wire {
    pub(crate) session: Session,
    pub(crate) to_relay: VecDeque<Vec<u8>>,
    pub(crate) to_device: VecDeque<Vec<u8>>,
    /// The relay has hung up: the device learns it when it has read everything.
    pub(crate) ending: bool,
}

/// What the network does to a frame.
pub(crate) type Weather = Box<dyn FnMut(&mut VecDeque<Vec<u8>>, Vec<u8>)>;

pub(crate) struct World {
    pub(crate) now: u64,
    pub(crate) devices: Vec<Device>,
    pub(crate) wires: BTreeMap<usize, Wire>,
    pub(crate) log: Log,
    pub(crate) reachable: Vec<bool>,
    pub(crate) up: Weather,
    pub(crate) down: Weather,
    /// Every frame that was sent, in either direction: how many and how large.
    pub(crate) frames: Vec<usize>,
    pub(crate) dice: Dice,
    /// What devices asked beside the road.
    pub(crate) asked: Vec<ToRelay>,
}

pub(crate) fn fair() -> Weather {
    Box::new(VecDeque::push_back)
}

pub(crate) fn identity_of(index: usize) -> Identity {
    let tag = u8::try_from(index).unwrap() + 1;
    Identity {
        shop: SHOP,
        device: DeviceId::new([tag; 16]),
        replica: ReplicaId::new([tag + 100; 16]),
        key: DeviceKey::from_seed([tag; 32]),
    }
}

pub(crate) fn entry_of(identity: &Identity, index: usize) -> RosterEntry {
    let (person, role) = [("Rina", "cs"), ("Ujang", "warehouse"), ("Bu Eni", "finance")][index % 3];
    RosterEntry {
        device: identity.device,
        key: identity.key.public(),
        person: person.to_owned(),
        device_name: format!("Perangkat {index}"),
        role: role.to_owned(),
        prefix: "R".to_owned(),
        revoked_at: None,
        seen: Sequence::ZERO,
        roles_before: None,
        keys_before: None,
        wipe: None,
    }
}

impl World {
    /// Enrolled devices, all switched off.
    pub(crate) fn new(devices: usize) -> Self {
        let mut log = Log::new(SHOP);
        let identities: Vec<_> = (0..devices).map(identity_of).collect();
        log.roster.0 = identities.iter().enumerate().map(|(index, identity)| entry_of(identity, index)).collect();
        Self {
            now: 1_000_000,
            devices: identities
                .into_iter()
                .zip(1..)
                .map(|(identity, dice)| Device::new(Some(identity), dice))
                .collect(),
            wires: BTreeMap::new(),
            log,
            reachable: vec![true; devices],
            up: fair(),
            down: fair(),
            frames: Vec::new(),
            dice: Dice::new(1),
            asked: Vec::new(),
        }
    }

    pub(crate) fn start(&mut self, device: usize) {
        self.tell(device, client::Event::Start);
    }

    /// Everybody on, everybody quiet.
    pub(crate) fn open_the_shop(&mut self) {
        (0..self.devices.len()).for_each(|device| self.start(device));
        self.settle();
    }

    pub(crate) fn tell(&mut self, device: usize, event: client::Event) {
        self.devices[device].tell(event, self.now);
    }

    /// Saves one record on the device, with `size` bytes of content.
    pub(crate) fn save_sized(&mut self, device: usize, size: usize) -> ChangeHash {
        let (document, hash) = (self.dice.bytes(), ChangeHash::new(self.dice.bytes()));
        self.devices[device].save(document, hash, size, self.now);
        hash
    }

    pub(crate) fn save(&mut self, device: usize) -> ChangeHash {
        self.save_sized(device, 200)
    }

    pub(crate) fn save_many(&mut self, device: usize, count: usize) {
        for _ in 0..count {
            self.save(device);
        }
    }

    pub(crate) fn invite(&mut self, secret: [u8; 16], role: &'static str, expires: u64) {
        self.log.invites.insert(secret, Invited { role, expires, used_by: None });
    }

    /// A new device joins with an invite's secret; it becomes the last of the devices.
    pub(crate) fn join(&mut self, secret: [u8; 16], person: &str) -> usize {
        let index = self.devices.len();
        let Identity { device, replica, key, .. } = identity_of(index);
        let (device_name, person) = ("Samsung A05".to_owned(), person.to_owned());
        self.devices.push(Device::new(None, 9));
        self.reachable.push(true);
        let joining = Joining { secret, device, replica, key, device_name, person };
        self.tell(index, client::Event::Pair(Box::new(joining)));
        index
    }

    /// The network goes away; what was on the wire is lost.
    pub(crate) fn cut(&mut self, device: usize) {
        self.reachable[device] = false;
        if let Some(mut wire) = self.wires.remove(&device) {
            wire.session.handle(relay::Event::Closed, self.now);
            self.tell(device, client::Event::Closed);
        }
    }

    pub(crate) fn restore(&mut self, device: usize) {
        self.reachable[device] = true;
        self.tell(device, client::Event::Online);
    }

    /// Lets `milliseconds` pass in small steps.
    pub(crate) fn wait(&mut self, milliseconds: u64) {
        let end = self.now + milliseconds;
        self.settle();
        while self.now < end {
            self.now = (self.now + 250).min(end);
            self.ring_clocks();
            self.settle();
        }
    }

    fn ring_clocks(&mut self) {
        for device in 0..self.devices.len() {
            if self.devices[device].wake_at.is_some_and(|at| at <= self.now) {
                self.devices[device].wake_at = None;
                self.tell(device, client::Event::Tick);
            }
        }
        for device in self.connected() {
            self.session(device, relay::Event::Tick);
        }
    }

    /// Until nothing moves any more.
    pub(crate) fn settle(&mut self) {
        while self.step() {}
    }

    /// One thing happens on each wire. False when there was nothing to do.
    pub(crate) fn step(&mut self) -> bool {
        let mut moved = false;
        for device in 0..self.devices.len() {
            moved |= self.grant_wish(device) || self.carry_up(device) || self.carry_down(device);
        }
        moved
    }

    pub(crate) fn connected(&self) -> Vec<usize> {
        self.wires.keys().copied().collect()
    }

    fn grant_wish(&mut self, device: usize) -> bool {
        let Some(wish) = self.devices[device].wishes.pop_front() else { return false };
        match wish {
            Wish::Open => self.open(device),
            Wish::Send(frame) => self.send_up(device, frame),
            Wish::Close => drop(self.wires.remove(&device)),
        }
        true
    }

    fn open(&mut self, device: usize) {
        if !self.reachable[device] {
            return self.tell(device, client::Event::Closed);
        }
        self.wires.insert(device, Wire::default());
        let place = self.devices[device].place();
        self.tell(device, client::Event::Opened(place));
        let nonce = self.dice.bytes();
        self.session(device, relay::Event::Opened { nonce });
    }

    fn send_up(&mut self, device: usize, frame: Vec<u8>) {
        if let Some(wire) = self.wires.get_mut(&device) {
            self.frames.push(frame.len());
            (self.up)(&mut wire.to_relay, frame);
        }
    }

    fn carry_up(&mut self, device: usize) -> bool {
        let Some(wire) = self.wires.get_mut(&device) else { return false };
        let Some(frame) = wire.to_relay.pop_front() else { return false };
        self.session(device, relay::Event::Frame(frame));
        true
    }

    fn carry_down(&mut self, device: usize) -> bool {
        let Some(wire) = self.wires.get_mut(&device) else { return false };
        match (wire.to_device.pop_front(), wire.ending) {
            (Some(frame), _) => self.tell(device, client::Event::Frame(frame)),
            (None, true) => {
                self.wires.remove(&device);
                self.tell(device, client::Event::Closed);
            }
            (None, false) => return false,
        }
        true
    }
}
