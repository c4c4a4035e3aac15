//! A relay and some devices, with wires that can be cut.

use std::sync::{Arc, LazyLock};

use tapak_domain::Role;
use tapak_engine::command::{Command, Outcome};
use tapak_engine::device::{self, Device};
use tapak_engine::relay::{self, Relay, Socket};
use tapak_engine::view::order::{OrderFilter, OrderRow, OrderView};
use tapak_engine::view::sync::SyncView;
use tapak_engine::view::verification::LineWay;
use tapak_engine::view::{Query, View};
use tapak_engine::{DISTRICTS, Places, Store};
use uuid::Uuid;

use crate::deeds;

pub(crate) const START: u64 = 1_795_500_000_000;
const DAY: u64 = 24 * 60 * 60 * 1000;

pub(crate) struct Holder {
    pub(crate) device: Device,
    pub(crate) socket: Option<Socket>,
    /// Whether a wish to connect is granted.
    pub(crate) signal: bool,
    wants: bool,
    pub(crate) answers: Vec<Outcome>,
    wake_at: Option<u64>,
    /// The line breaks after so many more frames from here.
    pub(crate) frames_left: Option<u32>,
    /// So many more frames from the relay get lost on their way.
    pub(crate) misses: u32,
}

pub(crate) struct Shop {
    pub(crate) relay: Relay,
    pub(crate) holders: Vec<Holder>,
    pub(crate) now: u64,
    sockets: u64,
    commands: u128,
    invites: u8,
}

/// Read once for all devices of all tests.
pub(crate) static COUNTRY: LazyLock<Arc<Places>> = LazyLock::new(|| Arc::new(Places::load(DISTRICTS).unwrap()));

/// As the app opens it: it knows the country.
pub(crate) fn opened(store: Store, entropy: [u8; 32], now: u64) -> Device {
    let mut device = Device::open(store, entropy, now).unwrap();
    device.know_places(Arc::clone(&COUNTRY));
    device
}

impl Shop {
    pub(crate) fn new() -> Self {
        let mut store = Store::in_memory().unwrap();
        relay::found(&mut store, "Sandal Cibaduyut", [1; 32]).unwrap();
        let relay = Relay::open(store, [2; 32]).unwrap();
        Self { relay, holders: Vec::new(), now: START, sockets: 0, commands: 0, invites: 0 }
    }

    /// A shop with one paired device for each role.
    pub(crate) fn with(roles: &[Role]) -> Self {
        let mut shop = Self::new();
        for role in roles {
            let code = shop.invite(*role);
            let who = shop.unpack();
            shop.pair(who, &code);
        }
        shop
    }

    pub(crate) fn invite(&mut self, role: Role) -> String {
        self.invite_until(role, self.now + DAY)
    }

    pub(crate) fn invite_until(&mut self, role: Role, expires: u64) -> String {
        self.invites += 1;
        let entropy = [100 + self.invites; 32];
        let relay = std::mem::replace(&mut self.relay, Self::new_relay());
        let mut store = relay.into_store();
        let invite = relay::invite(&mut store, role, expires, entropy).unwrap();
        self.relay = Relay::open(store, [3; 32]).unwrap();
        self.holders.iter_mut().for_each(|holder| holder.socket = None);
        invite.to_code().unwrap()
    }

    fn new_relay() -> Relay {
        let mut store = Store::in_memory().unwrap();
        relay::found(&mut store, "", [0; 32]).unwrap();
        Relay::open(store, [0; 32]).unwrap()
    }

    /// A new device, not paired yet.
    pub(crate) fn unpack(&mut self) -> usize {
        let entropy = [50 + u8::try_from(self.holders.len()).unwrap(); 32];
        let device = opened(Store::in_memory().unwrap(), entropy, self.now);
        let holder = Holder {
            device,
            socket: None,
            signal: true,
            wants: false,
            answers: Vec::new(),
            wake_at: None,
            frames_left: None,
            misses: 0,
        };
        self.holders.push(holder);
        let who = self.holders.len() - 1;
        self.tell(who, device::Input::Start);
        who
    }

    pub(crate) fn pair(&mut self, who: usize, code: &str) {
        let (person, device_name) = (format!("Orang {who}"), format!("HP {who}"));
        self.tell(who, device::Input::Pair { code: code.to_owned(), person, device_name });
        self.settle();
    }

    pub(crate) fn tell(&mut self, who: usize, input: device::Input) {
        let now = self.now;
        let outputs = self.holders[who].device.handle(vec![input], now);
        for output in outputs {
            self.device_says(who, output);
        }
    }

    pub(crate) fn device_says(&mut self, who: usize, output: device::Output) {
        match output {
            device::Output::Connect => self.holders[who].wants = true,
            device::Output::Send(frame) => {
                if self.breaks(who) {
                    return self.hang_up(who);
                }
                if let Some(socket) = self.holders[who].socket {
                    self.tell_relay(relay::Input::Frame(socket, frame));
                }
            }
            device::Output::Disconnect => self.hang_up(who),
            device::Output::WakeAt(at) => self.holders[who].wake_at = Some(at),
            device::Output::Touched(_) => {}
            device::Output::Answer { outcome, .. } => self.holders[who].answers.push(outcome),
        }
    }

    fn breaks(&mut self, who: usize) -> bool {
        let left = &mut self.holders[who].frames_left;
        let broken = *left == Some(0);
        *left = left.map(|left| left.saturating_sub(1));
        broken
    }

    fn is_lost(&mut self, who: usize) -> bool {
        let misses = &mut self.holders[who].misses;
        std::mem::replace(misses, misses.saturating_sub(1)) > 0
    }

    fn hang_up(&mut self, who: usize) {
        if let Some(socket) = self.holders[who].socket.take() {
            self.tell_relay(relay::Input::Closed(socket));
        }
    }

    pub(crate) fn tell_relay(&mut self, input: relay::Input) {
        for output in self.relay.handle(vec![input], self.now) {
            self.relay_says(output);
        }
    }

    pub(crate) fn relay_says(&mut self, output: relay::Output) {
        match output {
            relay::Output::Send(socket, frame) => {
                if let Some(who) = self.holder_of(socket)
                    && !self.is_lost(who)
                {
                    self.tell(who, device::Input::Frame(frame));
                }
            }
            relay::Output::Close(socket, _) => {
                if let Some(who) = self.holder_of(socket) {
                    self.holders[who].socket = None;
                    self.tell(who, device::Input::Closed);
                }
            }
            relay::Output::Answered(..) => panic!("nobody asked"),
            relay::Output::Failed(_) => {}
        }
    }

    fn holder_of(&self, socket: Socket) -> Option<usize> {
        self.holders.iter().position(|holder| holder.socket == Some(socket))
    }

    pub(crate) fn lose_signal(&mut self, who: usize) {
        self.holders[who].signal = false;
        self.hang_up(who);
        self.tell(who, device::Input::Closed);
    }

    pub(crate) fn regain_signal(&mut self, who: usize) {
        self.holders[who].signal = true;
        self.tell(who, device::Input::Online);
        self.settle();
    }

    /// Lets a minute pass, second by second, in which everybody who wants to connect may.
    pub(crate) fn settle(&mut self) {
        for _ in 0..60 {
            self.now += 1_000;
            if self.now.is_multiple_of(5_000) {
                self.tell_relay(relay::Input::Tick);
            }
            for who in 0..self.holders.len() {
                self.step(who);
            }
        }
    }

    fn step(&mut self, who: usize) {
        let holder = &mut self.holders[who];
        if std::mem::take(&mut holder.wants) {
            let input = if holder.signal { device::Input::Opened } else { device::Input::Closed };
            if self.holders[who].signal {
                self.sockets += 1;
                self.holders[who].socket = Some(Socket(self.sockets));
            }
            self.tell(who, input);
            if let Some(socket) = self.holders[who].socket {
                self.tell_relay(relay::Input::Opened(socket));
            }
        }
        if self.holders[who].wake_at.is_some_and(|at| at <= self.now) {
            self.holders[who].wake_at = None;
            self.tell(who, device::Input::Tick);
        }
    }

    pub(crate) fn command(&mut self, who: usize, command: Command) -> Outcome {
        self.commands += 1;
        self.command_as(who, Uuid::from_u128(self.commands), command)
    }

    pub(crate) fn command_as(&mut self, who: usize, id: Uuid, command: Command) -> Outcome {
        self.now += 1_000;
        self.tell(who, device::Input::Command { id, command });
        self.holders[who].answers.pop().unwrap()
    }

    pub(crate) fn done(&mut self, who: usize, command: Command) -> Uuid {
        match self.command(who, command) {
            Outcome::Done { record } => record,
            other => panic!("{other:?}"),
        }
    }

    /// The owner alone brings an order as far as the shelf it is fetched from, which takes a minute.
    pub(crate) fn make_ready(&mut self, owner: usize, id: Uuid) {
        if matches!(self.view(owner, &Query::Shop), View::Shop(page) if page.settings.accounts.is_empty()) {
            self.done(owner, deeds::set_up());
        }
        self.done(owner, deeds::total(id));
        let order = self.order(owner, id);
        self.done(owner, deeds::receive(id, order.payment.as_ref().unwrap().due));
        self.done(owner, deeds::print(id));
        self.done(owner, deeds::pack(id, &order.draft));
        self.settle();
    }

    /// Money comes to the shop's account and is imported here; answers with the line.
    pub(crate) fn money_in(&mut self, who: usize, amount: i64) -> Uuid {
        let text = format!("Tanggal;Keterangan;Kredit;Debet\n24/11/2026;TRSF SITI AMINAH {amount};{amount};\n");
        let (account, file) = ("1391234567".to_owned(), "mutasi.csv".to_owned());
        self.done(who, Command::ImportStatement { account: account.clone(), text, file });
        let query = Query::BankLines { amount, account, way: LineWay::In, search: String::new() };
        match self.view(who, &query) {
            View::BankLines(lines) => lines.rows[0].line.id,
            other => panic!("{other:?}"),
        }
    }

    /// Orders this device knows, whoever may see them.
    pub(crate) fn count_orders(&self, who: usize) -> usize {
        let scope = tapak_domain::Noun::Order.scope();
        self.holders[who].device.store().all_held(&[scope]).unwrap().len()
    }

    /// The process of a device ends and starts again from its disk.
    pub(crate) fn restart(&mut self, who: usize) {
        self.hang_up(who);
        let placeholder = Device::open(Store::in_memory().unwrap(), [0; 32], 0).unwrap();
        let store = std::mem::replace(&mut self.holders[who].device, placeholder).into_store();
        self.holders[who].device = opened(store, [77; 32], self.now);
        self.tell(who, device::Input::Start);
    }

    pub(crate) fn view(&mut self, who: usize, query: &Query) -> View {
        self.holders[who].device.view(query, self.now).unwrap()
    }

    pub(crate) fn orders(&mut self, who: usize, search: &str) -> Vec<OrderRow> {
        let query = Query::Orders { filter: OrderFilter::All, search: search.into(), offset: 0, limit: 100 };
        match self.view(who, &query) {
            View::Orders(orders) => orders.rows,
            other => panic!("{other:?}"),
        }
    }

    pub(crate) fn order(&mut self, who: usize, id: Uuid) -> OrderView {
        match self.view(who, &Query::Order { id }) {
            View::Order(order) => *order,
            other => panic!("{other:?}"),
        }
    }

    pub(crate) fn sync(&mut self, who: usize) -> SyncView {
        match self.view(who, &Query::Sync) {
            View::Sync(sync) => sync,
            other => panic!("{other:?}"),
        }
    }
}
