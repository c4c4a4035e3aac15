//! The steps every engine takes, and how one is measured.

use std::thread;
use std::time::{Duration, Instant};

use serde::{Deserialize, Serialize};

use crate::cli::Work;
use crate::engine::{Engine, Server};
use crate::fault::Fault;
use crate::process::Talker;
use crate::wire::Wire;

/// A step is over when nothing has crossed the wire for so long.
const QUIET: Duration = Duration::from_secs(3);
const GLANCE: Duration = Duration::from_millis(200);

/// The orders of a step.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Orders {
    /// How many there are before, or are closed if none is new, and how many when it is done.
    pub(crate) from: u32,
    pub(crate) to: u32,
    /// How often each new one is changed once it is taken.
    pub(crate) edits: usize,
}

impl Orders {
    /// From an empty shop.
    pub(crate) const fn first(count: u32) -> Self {
        Self { from: 0, to: count, edits: 6 }
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Step {
    pub(crate) name: &'static str,
    pub(crate) work: Work,
    /// The device: its folder, and whether it is new to the shop.
    pub(crate) folder: &'static str,
    pub(crate) is_new: bool,
    /// The server was started just before.
    pub(crate) cold: bool,
    /// How finely seconds are told.
    pub(crate) digits: i32,
}

pub(crate) const CREATE: Step =
    Step { name: "create and upload", work: Work::Create, folder: "first", is_new: true, cold: false, digits: 2 };
pub(crate) const FRESH: Step =
    Step { name: "fresh device", work: Work::Find, folder: "second", is_new: true, cold: false, digits: 2 };
pub(crate) const RECONNECT_COLD: Step =
    Step { name: "reconnect, cold server", work: Work::Find, folder: "second", is_new: false, cold: true, digits: 4 };
pub(crate) const RECONNECT_WARM: Step =
    Step { name: "reconnect, warm server", work: Work::Find, folder: "second", is_new: false, cold: false, digits: 4 };

/// One step of one engine: the line that is printed.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub(crate) struct Measured {
    pub(crate) engine: &'static str,
    pub(crate) step: &'static str,
    pub(crate) documents: u32,
    /// Until the device is done, from its own start of work.
    pub(crate) seconds: f64,
    /// Until it had something to work with, where that was asked.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) usable: Option<f64>,
    /// Until the wire went quiet, from the start of the device's process.
    pub(crate) settled: f64,
    #[serde(rename = "wireMB")]
    pub(crate) wire_mb: f64,
    pub(crate) messages: u64,
    #[serde(rename = "serverCpu")]
    pub(crate) server_cpu: f64,
    #[serde(rename = "serverMB")]
    pub(crate) server_mb: u32,
    #[serde(rename = "clientCpu")]
    pub(crate) client_cpu: f64,
    #[serde(rename = "clientMB")]
    pub(crate) client_mb: u32,
}

/// What a device says when it is done.
#[derive(Debug, Serialize, Deserialize)]
pub(crate) struct Done {
    pub(crate) seconds: f64,
    /// Until there was something to work with, where that was asked.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) usable: Option<f64>,
}

pub(crate) fn measure(engine: &dyn Engine, server: &mut Server, step: Step, orders: Orders) -> Result<Measured, Fault> {
    let mut command = engine.device(step, orders)?;
    let (before, used) = (server.wire()?.unwrap_or_default(), server.usage()?);
    let started = Instant::now();
    let mut device = Talker::start(&format!("{}'s device", engine.name()), &mut command)?;
    let done: Done = device.hear()?;
    let (wire, settled) = quiet(server, &mut device, started)?;
    let (theirs, ours, wire) = (server.usage()?, device.usage()?, wire.since(before));
    device.leave()?;
    Ok(Measured {
        engine: engine.name(),
        step: step.name,
        documents: orders.to,
        seconds: round(done.seconds, step.digits),
        usable: done.usable.map(|usable| round(usable, step.digits)),
        settled: round(settled.as_secs_f64(), 2),
        wire_mb: round(megabytes(wire), step.digits),
        messages: wire.messages,
        server_cpu: round(theirs.cpu - used.cpu, 2),
        server_mb: theirs.megabytes,
        client_cpu: round(ours.cpu, 2),
        client_mb: ours.megabytes,
    })
}

/// Waits until the wire has been quiet; what it carried, and when it fell quiet.
fn quiet(server: &mut Server, device: &mut Talker, started: Instant) -> Result<(Wire, Duration), Fault> {
    let (mut last, mut changed) = (wire(server, device)?, Instant::now());
    while changed.elapsed() < QUIET {
        thread::sleep(GLANCE);
        let now = wire(server, device)?;
        if now.messages != last.messages {
            (last, changed) = (now, Instant::now());
        }
    }
    Ok((wire(server, device)?, changed - started))
}

/// Counted at one end: the server's if it can, else the device's.
fn wire(server: &mut Server, device: &mut Talker) -> Result<Wire, Fault> {
    server.wire()?.map_or_else(|| device.ask("wire"), Ok)
}

#[expect(clippy::cast_precision_loss, reason = "no bench sends an exabyte")]
fn megabytes(wire: Wire) -> f64 {
    wire.bytes as f64 / 1e6
}

pub(crate) fn round(value: f64, digits: i32) -> f64 {
    let scale = 10_f64.powi(digits);
    (value * scale).round() / scale
}
