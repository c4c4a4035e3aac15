//! The engine's host: hands it what came in and the time, does what it asks.

use std::net::SocketAddr;
use std::path::Path;
use std::sync::Arc;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use tapak_engine::command::Outcome;
use tapak_engine::device::{Device, Input, Output};
use tapak_engine::view::badge::{BadgeState, BadgeView};
use tapak_engine::view::start::Pairing;
use tapak_engine::view::{Query, View};
use tapak_store::Store;
use uuid::Uuid;

use super::line::Line;
use crate::fault::Fault;
use crate::wire::Counter;

/// How long to sleep when the engine asked for no time.
const LONG: u64 = 60_000;

#[derive(Debug)]
pub(super) struct Host {
    device: Device,
    line: Line,
    wake_at: Option<u64>,
}

/// How a command ended.
pub(super) type Answer = (Uuid, Outcome);

impl Host {
    pub(super) fn open(store: &Path, relay: SocketAddr, wire: Arc<Counter>) -> Result<Self, Fault> {
        let device = Device::open(Store::open(store)?, entropy()?, now())?;
        Ok(Self { device, line: Line::new(relay, wire)?, wake_at: None })
    }

    /// Starts, and with an invite's code joins the shop first.
    pub(super) fn begin(&mut self, code: Option<&str>) -> Result<(), Fault> {
        self.turn(vec![Input::Start]);
        let Some(code) = code else { return Ok(()) };
        let (person, device_name) = ("Rina".to_owned(), "HP Rina".to_owned());
        self.turn(vec![Input::Pair { code: code.to_owned(), person, device_name }]);
        while !self.is_paired()? {
            self.wait();
        }
        Ok(())
    }

    /// One call of the engine, with everything that has come in by now.
    pub(super) fn turn(&mut self, commands: Vec<Input>) -> Vec<Answer> {
        let mut inputs = self.line.waiting();
        inputs.extend(commands);
        self.handle(inputs)
    }

    /// One call of the engine as soon as there is something to tell it.
    pub(super) fn wait(&mut self) -> Vec<Answer> {
        let pause = self.wake_at.map_or(LONG, |wake_at| wake_at.saturating_sub(now()));
        let mut inputs: Vec<_> = self.line.next(Duration::from_millis(pause)).into_iter().collect();
        inputs.extend(self.line.waiting());
        self.handle(inputs)
    }

    /// Keeps the connection up until the process is ended from outside.
    pub(super) fn stay(&mut self) -> ! {
        loop {
            self.wait();
        }
    }

    pub(super) fn badge(&mut self) -> Result<BadgeView, Fault> {
        let View::Badge(badge) = self.view(&Query::Badge)? else { return Err(Fault::WrongView) };
        Ok(badge)
    }

    /// Everything of this device is on the relay, and everything of the relay's is here.
    pub(super) fn is_saved(&mut self) -> Result<bool, Fault> {
        let badge = self.badge()?;
        if badge.set_aside > 0 || badge.state == BadgeState::Rejected {
            return Err(Fault::Failed(format!("the relay did not take everything: {badge:?}")));
        }
        Ok(badge.state == BadgeState::Saved && badge.unsent == 0 && badge.behind == 0)
    }

    pub(super) fn view(&mut self, query: &Query) -> Result<View, Fault> {
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
        let outputs = self.device.handle(inputs, now);
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

/// Milliseconds since 1970.
fn now() -> u64 {
    let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    u64::try_from(since.as_millis()).unwrap_or(u64::MAX)
}

fn entropy() -> Result<[u8; 32], Fault> {
    let mut dice = [0; 32];
    getrandom::fill(&mut dice).map_err(|error| Fault::Failed(format!("no random bytes: {error}")))?;
    Ok(dice)
}
