//! Fetching everything: every order is here, in its last state.

use tapak_engine::view::order::{OrderFilter, OrderRow};
use tapak_engine::view::{Query, View};

use super::host::Host;
use crate::fault::Fault;
use crate::workload::is_last;

const PAGE: u32 = 200;

pub(super) fn all(host: &mut Host, documents: u32) -> Result<(), Fault> {
    while !host.is_saved()? {
        host.wait();
    }
    let last = count_last(host, documents)?;
    if last == documents as usize {
        Ok(())
    } else {
        Err(Fault::Failed(format!("{last} of {documents} orders are complete")))
    }
}

fn count_last(host: &mut Host, documents: u32) -> Result<usize, Fault> {
    let mut last = 0;
    for offset in (0..documents).step_by(PAGE as usize) {
        last += page(host, offset)?.iter().filter(|row| is_last(row)).count();
    }
    Ok(last)
}

fn page(host: &mut Host, offset: u32) -> Result<Vec<OrderRow>, Fault> {
    let query = Query::Orders { filter: OrderFilter::All, search: String::new(), offset, limit: PAGE };
    let View::Orders(orders) = host.view(&query)? else { return Err(Fault::WrongView) };
    Ok(orders.rows)
}
