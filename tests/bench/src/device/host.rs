//! The engine's host: hands it what came in and the time, does what it asks.

use std::net::SocketAddr;
use std::sync::Arc;
use std::time::{Duration, Instant};

use tapak_engine::command::{Command, Outcome};
use tapak_engine::device::{Device, Input, Output};
use tapak_engine::view::badge::{BadgeState, BadgeView};
use tapak_engine::view::start::Pairing;
use tapak_engine::view::{Query, View};
use tapak_store::Store;
use uuid::Uuid;

use super::line::{Bell, Line};
use crate::fault::Fault;
use crate::surroundings::{country, entropy, now};
use crate::wire::Counter;

/// How long to sleep when the engine asked for no time.
const LONG: u64 = 60_000;

#[derive(Debug)]
pub(crate) struct Host {
    device: Device,
    line: Line,
    wake_at: Option<u64>,
    handled: Instant,
}

/// How a command ended.
pub(crate) type Answer = (Uuid, Outcome);

impl Host {
    pub(crate) fn open(store: Store, relay: SocketAddr, wire: Arc<Counter>) -> Result<Self, Fault> {
        let mut device = Device::open(store, entropy()?, now())?;
        device.know_places(country());
        Ok(Self { device, line: Line::new(relay, wire)?, wake_at: None, handled: Instant::now() })
    }

    /// Starts, and with an invite's code joins the shop first.
    pub(crate) fn begin(&mut self, code: Option<&str>) -> Result<(), Fault> {
        self.turn(vec![Input::Start]);
        code.map_or(Ok(()), |code| self.join(code))
    }

    fn join(&mut self, code: &str) -> Result<(), Fault> {
        let (person, device_name) = ("Rina".to_owned(), "HP Rina".to_owned());
        self.turn(vec![Input::Pair { code: code.to_owned(), person, device_name }]);
        while !self.is_paired()? {
            self.wait();
        }
        Ok(())
    }

    /// One call of the engine, with everything that has come in by now.
    pub(crate) fn turn(&mut self, commands: Vec<Input>) -> Vec<Answer> {
        let mut inputs = self.line.waiting();
        inputs.extend(commands);
        self.handle(inputs)
    }

    /// One command that has to succeed: the record it was about.
    pub(crate) fn perform(&mut self, id: Uuid, command: Command) -> Result<Uuid, Fault> {
        let answers = self.turn(vec![Input::Command { id, command }]);
        answers.into_iter().next().map_or_else(|| Err(Fault::Failed("a command without an answer".into())), done)
    }

    /// One call of the engine as soon as there is something to tell it.
    pub(crate) fn wait(&mut self) -> Vec<Answer> {
        self.wait_at_most(Duration::from_millis(LONG))
    }

    /// The same, but back when the time is up or the bell rang.
    pub(crate) fn wait_at_most(&mut self, longest: Duration) -> Vec<Answer> {
        let pause = self.wake_at.map_or(LONG, |wake_at| wake_at.saturating_sub(now()));
        let mut inputs: Vec<_> = self.line.next(longest.min(Duration::from_millis(pause))).into_iter().collect();
        inputs.extend(self.line.waiting());
        self.handle(inputs)
    }

    pub(crate) fn bell(&self) -> Bell {
        self.line.bell()
    }

    /// Keeps the connection up until the process is ended from outside.
    pub(crate) fn stay(&mut self) -> ! {
        loop {
            self.wait();
        }
    }

    /// When the engine's last call came back: what it took in was on disk by then.
    pub(crate) fn handled(&self) -> Instant {
        self.handled
    }

    pub(crate) fn store(&self) -> &Store {
        self.device.store()
    }

    pub(crate) fn badge(&mut self) -> Result<BadgeView, Fault> {
        let View::Badge(badge) = self.view(&Query::Badge)? else { return Err(Fault::WrongView) };
        Ok(badge)
    }

    /// Everything of this device is on the relay, and everything of the relay's is here.
    pub(crate) fn is_saved(&mut self) -> Result<bool, Fault> {
        let badge = self.badge()?;
        if badge.set_aside > 0 || badge.state == BadgeState::Rejected {
            return Err(Fault::Failed(format!("the relay did not take everything: {badge:?}")));
        }
        Ok(badge.state == BadgeState::Saved && badge.unsent == 0 && badge.behind == 0)
    }

    pub(crate) fn view(&mut self, query: &Query) -> Result<View, Fault> {
        Ok(self.device.view(query, now())?)
    }

    fn is_paired(&mut self) -> Result<bool, Fault> {
        let View::Start(start) = self.view(&Query::Start)? else { return Err(Fault::WrongView) };
        if start.pairing == Pairing::Rejected {
            return Err(Fault::Failed(format!("not paired: {}", start.problem)));
        }
        Ok(start.pairing == Pairing::Paired)
    }

    fn handle(&mut self, mut inputs: Vec<Input>) -> Vec<Answer> {
        let now = now();
        if self.wake_at.is_some_and(|wake_at| wake_at <= now) {
            self.wake_at = None;
            inputs.push(Input::Tick);
        }
        if inputs.is_empty() {
            return Vec::new();
        }
        let outputs = self.device.handle(inputs, now);
        self.handled = Instant::now();
        outputs.into_iter().filter_map(|output| self.obey(output)).collect()
    }

    fn obey(&mut self, output: Output) -> Option<Answer> {
        match output {
            Output::Connect => self.line.connect(),
            Output::Send(frame) => self.line.send(frame),
            Output::Disconnect => self.line.hang_up(),
            Output::WakeAt(time) => self.wake_at = Some(time),
            Output::Touched(_) => {}
            Output::Answer { id, outcome } => return Some((id, outcome)),
        }
        None
    }
}

/// A command has to succeed; the record it was about.
pub(crate) fn done((_, outcome): Answer) -> Result<Uuid, Fault> {
    match outcome {
        Outcome::Done { record } => Ok(record),
        refused @ (Outcome::Refused { .. } | Outcome::Fault { .. } | Outcome::Code { .. }) => {
            Err(Fault::Failed(format!("{refused:?}")))
        }
    }
}
