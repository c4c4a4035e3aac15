//! A native device: the real engine, a database in memory, and a socket to the relay.

use std::collections::VecDeque;
use std::time::Duration;

use futures_util::{SinkExt, StreamExt};
use tapak_engine::Store;
use tapak_engine::command::{Command, Outcome};
use tapak_engine::device::{Device, Input, Output};
use tapak_engine::view::badge::{BadgeState, BadgeView};
use tapak_engine::view::order::{OrderFilter, OrderRow};
use tapak_engine::view::start::{Pairing, StartView};
use tapak_engine::view::{Query, View};
use tokio::net::TcpStream;
use tokio::time::{sleep, timeout};
use tokio_tungstenite::tungstenite::Message;
use tokio_tungstenite::{MaybeTlsStream, WebSocketStream, connect_async};
use uuid::Uuid;

use super::{PATIENCE, Relay, Wire, entropy, now};

pub(crate) struct Phone {
    device: Device,
    address: String,
    socket: Option<WebSocketStream<MaybeTlsStream<TcpStream>>>,
    wake_at: Option<u64>,
    inputs: VecDeque<Input>,
}

impl Phone {
    /// Not paired yet.
    pub(crate) fn unpack(relay: &Relay) -> Self {
        let device = Device::open(Store::in_memory().unwrap(), entropy(), now()).unwrap();
        let inputs = VecDeque::from([Input::Start]);
        Self { device, address: relay.socket_address(), socket: None, wake_at: None, inputs }
    }

    pub(crate) async fn paired(relay: &Relay, role: &str, person: &str) -> Self {
        let mut phone = Self::unpack(relay);
        let start = phone.pair(&relay.invite(role), person).await;
        assert_eq!((start.pairing, start.problem.as_str()), (Pairing::Paired, ""));
        phone
    }

    /// Where that led.
    pub(crate) async fn pair(&mut self, code: &str, person: &str) -> StartView {
        let device_name = format!("HP {person}");
        self.inputs.push_back(Input::Pair { code: code.to_owned(), person: person.to_owned(), device_name });
        self.go_on_until(|phone| {
            let start = phone.start();
            start.pairing == Pairing::Paired || !start.problem.is_empty()
        })
        .await;
        self.start()
    }

    /// Its socket in other hands.
    pub(crate) fn into_wire(self) -> Wire {
        Wire::of(self.socket.unwrap())
    }

    /// Does these at once; the ids of the records.
    pub(crate) async fn run(&mut self, commands: Vec<Command>) -> Vec<Uuid> {
        let with_id = |command| Input::Command { id: Uuid::from_slice(&entropy()[..16]).unwrap(), command };
        self.inputs.extend(commands.into_iter().map(with_id));
        let outcomes = self.work().await;
        let done = |outcome| match outcome {
            Outcome::Done { record } => record,
            undone @ (Outcome::Refused { .. } | Outcome::Fault { .. } | Outcome::Code { .. }) => panic!("{undone:?}"),
        };
        outcomes.into_iter().map(done).collect()
    }

    pub(crate) async fn network_is_back(&mut self) {
        self.inputs.push_back(Input::Online);
        self.work().await;
    }

    pub(crate) async fn until_all_saved(&mut self) {
        self.go_on_until(|phone| phone.badge().state == BadgeState::Saved).await;
    }

    /// Takes part in the world until this holds.
    pub(crate) async fn go_on_until(&mut self, mut holds: impl FnMut(&mut Self) -> bool) {
        let happens = async {
            self.work().await;
            while !holds(self) {
                self.wait().await;
                self.work().await;
            }
        };
        let in_time = timeout(PATIENCE, happens).await.is_ok();
        assert!(in_time, "{:?} {:?}", self.start(), self.badge());
    }

    pub(crate) fn start(&mut self) -> StartView {
        let View::Start(start) = self.view(&Query::Start) else { panic!("another view") };
        start
    }

    pub(crate) fn badge(&mut self) -> BadgeView {
        let View::Badge(badge) = self.view(&Query::Badge) else { panic!("another view") };
        badge
    }

    /// Every order, page by page.
    pub(crate) fn orders(&mut self) -> Vec<OrderRow> {
        let mut all = Vec::new();
        loop {
            let offset = u32::try_from(all.len()).unwrap();
            let query = Query::Orders { filter: OrderFilter::All, search: String::new(), offset, limit: 500 };
            let View::Orders(page) = self.view(&query) else { panic!("another view") };
            all.extend(page.rows);
            if all.len() >= page.total as usize {
                return all;
            }
        }
    }

    pub(crate) fn view(&mut self, query: &Query) -> View {
        self.device.view(query, now()).unwrap()
    }

    async fn work(&mut self) -> Vec<Outcome> {
        let mut outcomes = Vec::new();
        while !self.inputs.is_empty() {
            let inputs = self.inputs.drain(..).collect();
            for output in self.device.handle(inputs, now()) {
                self.carry_out(output, &mut outcomes).await;
            }
        }
        outcomes
    }

    async fn carry_out(&mut self, output: Output, outcomes: &mut Vec<Outcome>) {
        match output {
            Output::Connect => {
                self.socket = connect_async(&self.address).await.ok().map(|(socket, _)| socket);
                self.inputs.push_back(if self.socket.is_some() { Input::Opened } else { Input::Closed });
            }
            Output::Send(frame) => self.send(frame).await,
            Output::Disconnect => self.socket = None,
            Output::WakeAt(at) => self.wake_at = Some(at),
            Output::Answer { outcome, .. } => outcomes.push(outcome),
            Output::Touched(_) => {}
        }
    }

    async fn send(&mut self, frame: Vec<u8>) {
        let Some(socket) = &mut self.socket else { return };
        if socket.send(Message::Binary(frame.into())).await.is_err() {
            self.socket = None;
            self.inputs.push_back(Input::Closed);
        }
    }

    /// The next thing that happens to the device.
    async fn wait(&mut self) {
        let due = self.wake_at.map_or(PATIENCE, |at| Duration::from_millis(at.saturating_sub(now())));
        let next = async {
            match &mut self.socket {
                Some(socket) => socket.next().await,
                None => std::future::pending().await,
            }
        };
        let input = tokio::select! {
            message = next => heard(message),
            () = sleep(due) => {
                self.wake_at = None;
                Some(Input::Tick)
            }
        };
        if matches!(input, Some(Input::Closed)) {
            self.socket = None;
        }
        self.inputs.extend(input);
    }
}

type Heard = Option<Result<Message, tokio_tungstenite::tungstenite::Error>>;

fn heard(message: Heard) -> Option<Input> {
    match message {
        Some(Ok(Message::Binary(frame))) => Some(Input::Frame(frame.into())),
        Some(Ok(Message::Close(_)) | Err(_)) | None => Some(Input::Closed),
        Some(Ok(_)) => None,
    }
}
