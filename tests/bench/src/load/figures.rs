//! The figures of the load: how long edits took, and what the relay used meanwhile.

use std::collections::BTreeMap;
use std::time::Duration;

use hdrhistogram::Histogram;
use serde::Serialize;

use super::member::Report;
use super::proof::Proof;
use crate::cli::Load;
use crate::fault::Fault;
use crate::step::round;
use crate::usage::Usage;

#[derive(Debug, Clone, Copy)]
pub(super) struct Moment {
    pub(super) name: &'static str,
    pub(super) at: Duration,
    pub(super) relay: Usage,
    pub(super) devices: Usage,
}

/// The relay at one moment: its processor time is counted from the moment before, in shares of one core.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub(super) struct RelayRow {
    moment: &'static str,
    second: f64,
    #[serde(rename = "relayMB")]
    relay_mb: u32,
    #[serde(rename = "relayCore")]
    relay_core: f64,
    #[serde(rename = "devicesMB")]
    devices_mb: u32,
    #[serde(rename = "devicesCore")]
    devices_core: f64,
}

/// Times in milliseconds. `p50` and the like are over every pair of an edit and another device; `everywhere` is until
/// the last of the other devices had it.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub(super) struct LoadRow {
    bench: &'static str,
    devices: u32,
    rate: u32,
    seconds: u32,
    edits: usize,
    arrivals: u64,
    p50: f64,
    p90: f64,
    p99: f64,
    max: f64,
    #[serde(rename = "everywhereP50")]
    everywhere_p50: f64,
    #[serde(rename = "everywhereP99")]
    everywhere_p99: f64,
    accepted: usize,
    lost: usize,
    different: usize,
}

pub(super) fn by_moment(moments: &[Moment]) -> Vec<RelayRow> {
    let before = moments.first().into_iter().chain(moments);
    before.zip(moments).map(|(before, now)| relay_row(before, now)).collect()
}

fn relay_row(before: &Moment, now: &Moment) -> RelayRow {
    let seconds = now.at.saturating_sub(before.at).as_secs_f64();
    let core = |used: f64| if seconds > 0.0 { round(used / seconds, 2) } else { 0.0 };
    RelayRow {
        moment: now.name,
        second: round(now.at.as_secs_f64(), 1),
        relay_mb: now.relay.megabytes,
        relay_core: core(now.relay.cpu - before.relay.cpu),
        devices_mb: now.devices.megabytes,
        devices_core: core(now.devices.cpu - before.devices.cpu),
    }
}

pub(super) fn sum_up(asked: &Load, reports: &[Report], proof: Proof) -> Result<LoadRow, Fault> {
    let took = || reports.iter().flat_map(|report| &report.took).copied();
    let each = histogram(took().map(|(_, took)| took))?;
    let mut last = BTreeMap::new();
    for (edit, took) in took() {
        last.entry(edit).and_modify(|last: &mut Duration| *last = took.max(*last)).or_insert(took);
    }
    let everywhere = histogram(last.into_values())?;
    Ok(LoadRow {
        bench: "load",
        devices: asked.devices,
        rate: asked.rate,
        seconds: asked.seconds,
        edits: reports.iter().map(|report| report.edits.len()).sum(),
        arrivals: each.len(),
        p50: at(&each, 0.5),
        p90: at(&each, 0.9),
        p99: at(&each, 0.99),
        max: at(&each, 1.0),
        everywhere_p50: at(&everywhere, 0.5),
        everywhere_p99: at(&everywhere, 0.99),
        accepted: proof.accepted,
        lost: proof.lost,
        different: proof.different,
    })
}

/// In microseconds, to three digits.
fn histogram(all: impl Iterator<Item = Duration>) -> Result<Histogram<u64>, Fault> {
    let mut histogram = Histogram::new(3).map_err(|error| Fault::Failed(error.to_string()))?;
    for took in all {
        let micros = u64::try_from(took.as_micros()).unwrap_or(u64::MAX);
        histogram.record(micros.max(1)).map_err(|error| Fault::Failed(error.to_string()))?;
    }
    Ok(histogram)
}

#[expect(clippy::cast_precision_loss, reason = "no edit takes a century")]
fn at(histogram: &Histogram<u64>, quantile: f64) -> f64 {
    round(histogram.value_at_quantile(quantile) as f64 / 1e3, 1)
}

impl LoadRow {
    /// Every edit is everywhere, once.
    pub(super) fn verdict(&self) -> Result<(), Fault> {
        let expected = self.edits as u64 * u64::from(self.devices - 1);
        let whole = self.lost == 0 && self.different == 0 && self.arrivals == expected;
        let said = || {
            format!("{} lost, {} devices differ, {} of {expected} arrivals", self.lost, self.different, self.arrivals)
        };
        if whole { Ok(()) } else { Err(Fault::Failed(said())) }
    }
}
