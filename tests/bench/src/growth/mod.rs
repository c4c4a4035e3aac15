//! `growth`: the relay and its devices as the shop grows.

mod fill;
mod row;
mod wire;

use std::fs;
use std::path::Path;
use std::time::Instant;

use crate::cli::{Growth, Work};
use crate::engine::{Server, Tapak};
use crate::fault::Fault;
use crate::say::{note, say};
use crate::step::{Measured, Orders, Step, measure};
use crate::table;
use crate::usage::Usage;
use fill::Plan;
use row::{GrowthRow, Start};

const FRESH: Step =
    Step { name: "fresh device", work: Work::Join, folder: "fresh", is_new: true, cold: false, digits: 6 };
const RECONNECT: Step = Step { name: "reconnect", is_new: false, ..FRESH };

pub(crate) fn run(asked: &Growth) -> Result<(), Fault> {
    let rows = asked.orders.iter().map(|orders| one(asked, *orders)).collect::<Result<Vec<_>, _>>()?;
    table::show(&rows)
}

/// One size, in a shop of its own.
fn one(asked: &Growth, orders: u32) -> Result<GrowthRow, Fault> {
    let tapak = Tapak::new()?;
    note(format_args!("{orders} orders: filling the relay"));
    let filled = Instant::now();
    let plan = Plan { orders, open: asked.open.min(orders), days: asked.days };
    let changes = fill::shop(&tapak.database()?, &plan)?;
    note(format_args!("{orders} orders: filled in {:.0} s; serving", filled.elapsed().as_secs_f64()));
    let open = Orders { from: orders - plan.open, ..Orders::first(orders) };
    let database = size(&tapak.shop()?)?;
    let (start, mut server) = start(&tapak)?;
    let (fresh, after) = serve(&tapak, &mut server, FRESH, open)?;
    let (reconnect, _) = serve(&tapak, &mut server, RECONNECT, open)?;
    server.stop()?;
    let row = GrowthRow::new((orders, changes, database), start, (&fresh, after), &reconnect);
    say(&row)?;
    Ok(row)
}

fn start(tapak: &Tapak) -> Result<(Start, Server), Fault> {
    let started = Instant::now();
    let relay = tapak.start()?;
    let start = Start { seconds: started.elapsed().as_secs_f64(), usage: relay.usage()? };
    Ok((start, Server::Plain(relay)))
}

/// What the device needed, and what the relay uses once the device has everything.
fn serve(tapak: &Tapak, server: &mut Server, step: Step, orders: Orders) -> Result<(Measured, Usage), Fault> {
    let measured = measure(tapak, server, step, orders)?;
    Ok((measured, server.usage()?))
}

/// The bytes of a folder's files.
fn size(folder: &Path) -> Result<u64, Fault> {
    let reading = || Fault::doing(folder.display().to_string());
    let entries = fs::read_dir(folder).map_err(reading())?;
    let sizes = entries.map(|entry| Ok(entry?.metadata()?.len()));
    sizes.sum::<std::io::Result<u64>>().map_err(reading())
}
