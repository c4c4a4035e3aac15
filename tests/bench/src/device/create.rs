//! Taking orders and changing each, while the relay is already being told.
//!
//! Each call of the engine, which is one transaction, takes twenty-five orders and makes the changes of each of the
//! twenty-five before them. An order's form is read back once after it was taken, as a person opens it to revise it.

use std::ops::Range;

use tapak_domain::order::OrderDraft;
use tapak_engine::command::Command;
use tapak_engine::device::Input;
use tapak_engine::view::{Query, View};
use uuid::Uuid;

use super::host::{Host, done};
use crate::fault::Fault;
use crate::workload::{draft, last_changes};

const BATCH: usize = 25;
/// More commands than any order gets: no id is used again for orders that come later.
const PER_ORDER: u128 = 100;

pub(super) fn all(host: &mut Host, orders: Range<u32>, edits: usize) -> Result<(), Fault> {
    let mut ids = (1 + u128::from(orders.start) * PER_ORDER..).map(Uuid::from_u128);
    let mut drafts = orders.map(draft).peekable();
    let mut before = Vec::new();
    while drafts.peek().is_some() || !before.is_empty() {
        let takes: Vec<_> = drafts.by_ref().take(BATCH).map(|draft| Command::TakeOrder { draft }).collect();
        let fresh = takes.len();
        let commands = takes.into_iter().chain(before.into_iter().flat_map(|order| changes(order, edits)));
        let commands: Vec<_> = commands.zip(ids.by_ref()).map(|(command, id)| Input::Command { id, command }).collect();
        let records = perform(host, commands)?;
        before = records[..fresh].iter().map(|id| open(host, *id)).collect::<Result<_, _>>()?;
    }
    while !host.is_saved()? {
        host.wait();
    }
    Ok(())
}

/// An order that was taken, and its form as it stands.
fn open(host: &mut Host, id: Uuid) -> Result<(Uuid, OrderDraft), Fault> {
    let View::Order(order) = host.view(&Query::Order { id })? else { return Err(Fault::WrongView) };
    Ok((id, order.draft))
}

fn changes((id, mut form): (Uuid, OrderDraft), edits: usize) -> impl Iterator<Item = Command> {
    last_changes(edits).iter().map(move |change| change.command(id, &mut form))
}

/// Every command has to succeed; the records they were about, in the same sequence.
fn perform(host: &mut Host, commands: Vec<Input>) -> Result<Vec<Uuid>, Fault> {
    let asked = commands.len();
    let answers = host.turn(commands);
    if answers.len() != asked {
        return Err(Fault::Failed(format!("{} answers to {asked} commands", answers.len())));
    }
    answers.into_iter().map(done).collect()
}
