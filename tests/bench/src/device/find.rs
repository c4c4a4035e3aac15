//! Fetching everything: every order is here, and then a look whether each is in its last state.

use tapak_engine::view::order::OrderFilter;

use super::host::Host;
use super::list::page;
use crate::fault::Fault;
use crate::workload::is_last;

/// The most a list gives out at once.
const PAGE: u32 = 500;

/// Nothing is missing any more, and the list counts as many orders as there are.
pub(super) fn all(host: &mut Host, documents: u32) -> Result<(), Fault> {
    while !host.is_saved()? {
        host.wait();
    }
    let found = page(host, OrderFilter::All, 0, 1)?.total;
    if found == documents { Ok(()) } else { Err(Fault::Failed(format!("{found} of {documents} orders are here"))) }
}

/// Reads every order's row, as no person does: not part of what is timed.
pub(super) fn check(host: &mut Host, documents: u32) -> Result<(), Fault> {
    let mut last = 0;
    for offset in (0..documents).step_by(PAGE as usize) {
        last += page(host, OrderFilter::All, offset, PAGE)?.rows.iter().filter(|row| is_last(row)).count();
    }
    let complete = last == documents as usize;
    if complete { Ok(()) } else { Err(Fault::Failed(format!("{last} of {documents} orders are complete"))) }
}
