//! Taking every order and changing it six times, while the relay is already being told.
//!
//! Each call of the engine, which is one transaction, takes twenty-five orders and makes the six changes of each of the
//! twenty-five before them. An order's form is read back once after it was taken, as a person opens it to revise it.

use tapak_domain::order::OrderDraft;
use tapak_engine::command::{Command, Outcome};
use tapak_engine::device::Input;
use tapak_engine::view::{Query, View};
use uuid::Uuid;

use super::host::{Answer, Host};
use crate::fault::Fault;
use crate::workload::{CHANGES, draft};

const BATCH: usize = 25;

pub(super) fn all(host: &mut Host, documents: u32) -> Result<(), Fault> {
    let mut ids = (1_u128..).map(Uuid::from_u128);
    let mut drafts = (0..documents).map(draft).peekable();
    let mut before = Vec::new();
    while drafts.peek().is_some() || !before.is_empty() {
        let takes: Vec<_> = drafts.by_ref().take(BATCH).map(|draft| Command::TakeOrder { draft }).collect();
        let fresh = takes.len();
        let commands = takes.into_iter().chain(before.into_iter().flat_map(changes));
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

fn changes((id, mut form): (Uuid, OrderDraft)) -> impl Iterator<Item = Command> {
    CHANGES.into_iter().map(move |change| change.command(id, &mut form))
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

fn done((_, outcome): Answer) -> Result<Uuid, Fault> {
    match outcome {
        Outcome::Done { record } => Ok(record),
        refused @ (Outcome::Refused { .. } | Outcome::Fault { .. }) => Err(Fault::Failed(format!("{refused:?}"))),
    }
}
