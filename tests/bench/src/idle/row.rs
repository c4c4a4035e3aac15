//! The cost of connections at rest: the line that is printed.

use serde::Serialize;

use super::Moments;
use crate::cli::Idle;
use crate::step::round;

#[derive(Debug, Clone, PartialEq, Serialize)]
pub(super) struct IdleRow {
    bench: &'static str,
    sockets: u32,
    /// Still connected at the end.
    alive: usize,
    devices: u32,
    seconds: u32,
    /// The relay's memory: with nobody, once all had joined and left, connected, and at the end.
    #[serde(rename = "emptyMB")]
    empty_mb: u32,
    #[serde(rename = "joinedMB")]
    joined_mb: u32,
    #[serde(rename = "connectedMB")]
    connected_mb: u32,
    #[serde(rename = "endMB")]
    end_mb: u32,
    /// Its processor time while they rested, and that as a share of one core.
    #[serde(rename = "cpuSeconds")]
    cpu_seconds: f64,
    core: f64,
}

impl IdleRow {
    pub(super) fn new(asked: &Idle, alive: usize, [empty, joined, before, after]: Moments) -> Self {
        let used = after.cpu - before.cpu;
        Self {
            bench: "idle",
            sockets: asked.sockets,
            alive,
            devices: asked.devices.min(asked.sockets),
            seconds: asked.seconds,
            empty_mb: empty.megabytes,
            joined_mb: joined.megabytes,
            connected_mb: before.megabytes,
            end_mb: after.megabytes,
            cpu_seconds: round(used, 2),
            core: round(used / f64::from(asked.seconds), 4),
        }
    }
}
