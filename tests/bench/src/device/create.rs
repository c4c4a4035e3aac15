//! Taking orders and changing each, while the relay is already being told.
//!
//! Each call of the engine, which is one transaction, takes twenty-five orders, tells the totals of the twenty-five before
//! them, and finishes the twenty-five before those, whose pages are read first, as finance opens them.

use std::mem;
use std::ops::Range;

use tapak_engine::command::Command;
use tapak_engine::device::Input;
use tapak_engine::view::order::OrderView;
use tapak_engine::view::{Query, View};
use uuid::Uuid;

use super::host::{Host, done};
use crate::fault::Fault;
use crate::workload::{Taken, draft, finish, set_up};

const BATCH: usize = 25;
/// More commands than any order gets: no id is used again for orders that come later.
const PER_ORDER: u128 = 100;

pub(super) fn all(host: &mut Host, orders: Range<u32>, edits: usize) -> Result<(), Fault> {
    say_where_to_pay(host)?;
    let mut ids = (1 + u128::from(orders.start) * PER_ORDER..).map(Uuid::from_u128);
    let mut drafts = orders.map(draft).peekable();
    let (mut taken, mut told): (Vec<Taken>, Vec<Taken>) = (Vec::new(), Vec::new());
    while drafts.peek().is_some() || !taken.is_empty() || !told.is_empty() {
        let forms: Vec<_> = drafts.by_ref().take(BATCH).collect();
        let pages = told.iter().map(|order| open(host, order.id)).collect::<Result<Vec<_>, _>>()?;
        let newcomers = forms.iter().map(|form| Command::TakeOrder { draft: form.clone() });
        let begun = taken.iter().flat_map(|order| order.begin(edits));
        let commands = newcomers.chain(begun).chain(pages.iter().flat_map(|page| finish(page, true)));
        let commands = commands.zip(ids.by_ref()).map(|(command, id)| Input::Command { id, command });
        let records = perform(host, commands.collect())?;
        let fresh = records.iter().zip(&forms).map(|(id, form)| Taken::new(*id, form)).collect();
        told = mem::replace(&mut taken, fresh);
    }
    while !host.is_saved()? {
        host.wait();
    }
    Ok(())
}

fn say_where_to_pay(host: &mut Host) -> Result<(), Fault> {
    let View::Shop(shop) = host.view(&Query::Shop)? else { return Err(Fault::WrongView) };
    if shop.settings.accounts.is_empty() {
        host.perform(Uuid::max(), set_up())?;
    }
    Ok(())
}

fn open(host: &mut Host, id: Uuid) -> Result<OrderView, Fault> {
    let View::Order(order) = host.view(&Query::Order { id })? else { return Err(Fault::WrongView) };
    Ok(*order)
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
