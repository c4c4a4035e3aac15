//! What a person waits for at a phone: a line for each.

use serde::{Deserialize, Serialize};

use crate::cli::Phone;
use crate::step::round;

/// How much longer the same work took once the browser was slowed down, on a page and in its worker.
#[derive(Debug, Clone, Copy, Deserialize)]
pub(super) struct Slowness {
    main: f64,
    worker: f64,
}

/// Joining the shop: until the first list, and until everything was here. In milliseconds, as all that follow.
#[derive(Debug, Clone, Copy, Deserialize)]
pub(super) struct Joined {
    usable: f64,
    complete: f64,
}

#[derive(Debug, Clone, Copy, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Round {
    list: f64,
    search: f64,
    open: f64,
    open_next: f64,
    save: f64,
    save_next: f64,
    board: f64,
}

#[derive(Debug, Clone, PartialEq, Serialize)]
pub(super) struct PhoneRow {
    bench: &'static str,
    step: &'static str,
    orders: u32,
    #[serde(rename = "medianMs")]
    median_ms: f64,
    #[serde(rename = "slowestMs")]
    slowest_ms: f64,
    rounds: usize,
    #[serde(rename = "mainSlower")]
    main_slower: f64,
    #[serde(rename = "workerSlower")]
    worker_slower: f64,
}

pub(super) fn sum_up(asked: &Phone, slowness: Slowness, joined: Joined, rounds: &[Round]) -> Vec<PhoneRow> {
    let of = |what: fn(&Round) -> f64| rounds.iter().map(what).collect();
    let steps: [(&str, Vec<f64>); 9] = [
        ("join to first list", vec![joined.usable]),
        ("join to everything", vec![joined.complete]),
        ("open the app to first list", of(|round| round.list)),
        ("search", of(|round| round.search)),
        ("open an order, the first since the start", of(|round| round.open)),
        ("open the next order", of(|round| round.open_next)),
        ("save an order, the first since the start", of(|round| round.save)),
        ("save the next order", of(|round| round.save_next)),
        ("open the board", of(|round| round.board)),
    ];
    steps.into_iter().map(|(step, times)| row(asked, slowness, step, times)).collect()
}

fn row(asked: &Phone, slowness: Slowness, step: &'static str, mut times: Vec<f64>) -> PhoneRow {
    times.sort_by(f64::total_cmp);
    let at = |index: usize| times.get(index).map_or(0.0, |time| round(*time, 0));
    PhoneRow {
        bench: "phone",
        step,
        orders: asked.orders,
        median_ms: at(times.len() / 2),
        slowest_ms: at(times.len().saturating_sub(1)),
        rounds: times.len(),
        main_slower: round(slowness.main, 1),
        worker_slower: round(slowness.worker, 1),
    }
}
