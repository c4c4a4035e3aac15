//! Fetching everything, as a person waits for it: first something to work with, then all of it.

use std::ops::Range;
use std::time::Instant;

use tapak_engine::view::order::{OrderFilter, OrderRow};

use super::host::Host;
use super::list::page;
use crate::fault::Fault;
use crate::workload::index_of;

/// What a screen of a phone shows at once.
const SCREEN: u32 = 20;

/// Seconds from `started` until the first screen of orders to be shipped was full of such as really are still open.
/// Halfway through a history, many an old order looks as if it had yet to be shipped.
pub(super) fn all(host: &mut Host, open: &Range<u32>, started: Instant) -> Result<f64, Fault> {
    let mut usable = None;
    while !host.is_saved()? {
        if usable.is_none() && is_usable(host, open)? {
            usable = Some(started.elapsed());
        }
        host.wait();
    }
    if usable.is_none() && !is_usable(host, open)? {
        return Err(Fault::Failed("the open orders are not here".into()));
    }
    Ok(usable.unwrap_or_else(|| started.elapsed()).as_secs_f64())
}

fn is_usable(host: &mut Host, open: &Range<u32>) -> Result<bool, Fault> {
    let rows = page(host, OrderFilter::Packed, 0, SCREEN)?.rows;
    Ok(rows.len() >= open.len().min(SCREEN as usize) && rows.iter().all(|row| is_open(row, open)))
}

fn is_open(row: &OrderRow, open: &Range<u32>) -> bool {
    index_of(row).is_some_and(|index| open.contains(&index))
}
