//! One size of the shop: the line that is printed.

use serde::Serialize;

use crate::step::{Measured, round};
use crate::usage::Usage;

/// From the start of the relay's process to its first healthy answer, and what it used by then.
#[derive(Debug, Clone, Copy)]
pub(super) struct Start {
    pub(super) seconds: f64,
    pub(super) usage: Usage,
}

#[derive(Debug, Clone, PartialEq, Serialize)]
pub(super) struct GrowthRow {
    bench: &'static str,
    orders: u32,
    changes: usize,
    #[serde(rename = "databaseMB")]
    database_mb: f64,
    start: f64,
    #[serde(rename = "startMB")]
    start_mb: u32,
    /// A fresh device: until it had open orders to show, and until it had everything.
    usable: Option<f64>,
    complete: f64,
    #[serde(rename = "freshWireMB")]
    fresh_wire_mb: f64,
    #[serde(rename = "freshMessages")]
    fresh_messages: u64,
    #[serde(rename = "deviceMB")]
    device_mb: u32,
    #[serde(rename = "servedMB")]
    served_mb: u32,
    /// The same device again, with nothing new for it.
    reconnect: f64,
    #[serde(rename = "reconnectBytes")]
    reconnect_bytes: f64,
    #[serde(rename = "reconnectMessages")]
    reconnect_messages: u64,
}

impl GrowthRow {
    pub(super) fn new(
        (orders, changes, database): (u32, usize, u64),
        start: Start,
        (fresh, served): (&Measured, Usage),
        reconnect: &Measured,
    ) -> Self {
        Self {
            bench: "growth",
            orders,
            changes,
            database_mb: megabytes(database),
            start: round(start.seconds, 3),
            start_mb: start.usage.megabytes,
            usable: fresh.usable.map(|usable| round(usable, 2)),
            complete: round(fresh.seconds, 2),
            fresh_wire_mb: round(fresh.wire_mb, 2),
            fresh_messages: fresh.messages,
            device_mb: fresh.client_mb,
            served_mb: served.megabytes,
            reconnect: round(reconnect.seconds, 4),
            reconnect_bytes: (reconnect.wire_mb * 1e6).round(),
            reconnect_messages: reconnect.messages,
        }
    }
}

#[expect(clippy::cast_precision_loss, reason = "no shop fills a petabyte")]
fn megabytes(bytes: u64) -> f64 {
    round(bytes as f64 / 1e6, 1)
}
