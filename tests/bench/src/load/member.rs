//! One device of the load, on its thread: joins, edits at its pace, and takes in what the others do.

use std::net::SocketAddr;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, Sender, TryRecvError};
use std::time::{Duration, Instant};

use tapak_domain::Noun;
use tapak_domain::policy::Role;
use tapak_engine::command::Command;
use tapak_store::Store;
use uuid::Uuid;

use super::crew::{Ear, deadline};
use super::proof::{Inventory, inventory};
use super::trace::{Edit, Expected, Trace, newest};
use crate::device::{Bell, Host};
use crate::fault::Fault;
use crate::wire::Counter;
use crate::workload::draft;

/// Between two looks at what the bench said, where no bell rings.
const GLANCE: Duration = Duration::from_millis(100);
/// More orders than one device takes: no two devices write the same form.
const FORMS: u32 = 1_000_000;

#[derive(Debug)]
pub(super) struct Place {
    pub(super) index: u32,
    pub(super) role: Role,
    pub(super) relay: SocketAddr,
    pub(super) code: String,
    /// In memory where there is none.
    pub(super) file: Option<PathBuf>,
    pub(super) devices: u32,
    pub(super) rate: u32,
    pub(super) lasting: Duration,
    /// Orders this device takes before it begins.
    pub(super) first_orders: u32,
}

#[derive(Debug)]
pub(super) enum Word {
    Begin { at: Instant, ears: Vec<Ear> },
    Finish,
}

/// What a device has to tell at the end.
#[derive(Debug)]
pub(super) struct Report {
    /// Its own edits, all answered.
    pub(super) edits: Vec<Edit>,
    /// The others', and how long each took to get here.
    pub(super) took: Vec<(Edit, Duration)>,
    pub(super) inventory: Inventory,
}

struct Member {
    place: Place,
    host: Host,
    trace: Trace,
    /// Orders that are here, paid or not.
    known: Vec<Uuid>,
    edits: Vec<Edit>,
    commands: u32,
}

/// Says when it is ready, and when its last edit is made; what keeps it from that is said too.
pub(super) fn live(
    place: Place,
    words: &Receiver<Word>,
    expects: Receiver<Expected>,
    ready: &Sender<Result<Bell, Fault>>,
) -> Result<Report, Fault> {
    let mut member = Member::join(place, expects).inspect_err(|fault| complain(ready, fault))?;
    let bell = member.host.bell();
    let _ = ready.send(Ok(bell.clone()));
    let Word::Begin { at, ears } = member.listen(words)? else { return Err(Fault::Ended("a device".into())) };
    member.work(at, &ears).inspect_err(|fault| complain(ready, fault))?;
    let _ = ready.send(Ok(bell));
    member.listen(words)?;
    member.finish()
}

fn complain(ready: &Sender<Result<Bell, Fault>>, fault: &Fault) {
    let _ = ready.send(Err(Fault::Failed(fault.to_string())));
}

impl Member {
    fn join(place: Place, expects: Receiver<Expected>) -> Result<Self, Fault> {
        let store = place.file.as_deref().map_or_else(Store::in_memory, Store::open)?;
        let host = Host::open(store, place.relay, Arc::new(Counter::default()))?;
        let mut member =
            Self { place, host, trace: Trace::new(expects), known: Vec::new(), edits: Vec::new(), commands: 0 };
        member.host.begin(Some(&member.place.code))?;
        for _ in 0..member.place.first_orders {
            member.take()?;
        }
        while !member.host.is_saved()? {
            member.host.wait();
        }
        let held = member.host.store().all_held(&[Noun::Order.scope()])?;
        member.known = held.into_iter().map(|(document, _)| Uuid::from_bytes(document.to_bytes())).collect();
        Ok(member)
    }

    /// Takes in what comes until the bench says something.
    fn listen(&mut self, words: &Receiver<Word>) -> Result<Word, Fault> {
        loop {
            match words.try_recv() {
                Ok(word) => return Ok(word),
                Err(TryRecvError::Disconnected) => return Err(Fault::Ended("the bench".into())),
                Err(TryRecvError::Empty) => self.wait(GLANCE)?,
            }
        }
    }

    /// The devices take turns, so that edits are spread evenly.
    fn work(&mut self, begin: Instant, ears: &[Ear]) -> Result<(), Fault> {
        let Place { index, devices, rate, lasting, .. } = self.place;
        let at = |turn: u32| Duration::from_secs(1) * (turn * devices + index) / rate;
        for due in (0..).map(at).take_while(|due| *due < lasting) {
            self.wait_until(begin + due)?;
            self.edit(ears)?;
        }
        Ok(())
    }

    fn wait_until(&mut self, due: Instant) -> Result<(), Fault> {
        while let Some(left) = due.checked_duration_since(Instant::now()).filter(|left| !left.is_zero()) {
            self.wait(left)?;
        }
        Ok(())
    }

    fn wait(&mut self, longest: Duration) -> Result<(), Fault> {
        self.host.wait_at_most(longest);
        self.look()
    }

    fn look(&mut self) -> Result<(), Fault> {
        let found = self.trace.look(self.host.store(), self.host.handled())?;
        self.known.extend(found);
        Ok(())
    }

    /// Those who take orders take one and note one in turn; the others only note.
    fn edit(&mut self, ears: &[Ear]) -> Result<(), Fault> {
        let takes = self.place.role == Role::Cs && self.commands.is_multiple_of(2);
        let order = if takes { self.take()? } else { self.note()? };
        let answered = Instant::now();
        let edit = newest(self.host.store(), order)?;
        for (ear, bell) in ears {
            let _ = ear.send(Expected { edit, order, answered });
            bell.ring();
        }
        self.edits.push(edit);
        self.look()
    }

    fn take(&mut self) -> Result<Uuid, Fault> {
        let form = draft(self.place.index * FORMS + self.commands);
        let order = self.command(Command::TakeOrder { draft: form })?;
        self.known.push(order);
        Ok(order)
    }

    /// Scattered over all there is, the same way in every run.
    fn note(&mut self) -> Result<Uuid, Fault> {
        let scattered = (self.commands as usize).wrapping_mul(7919) % self.known.len().max(1);
        let none = || Fault::Failed("no order to note anything on".into());
        let id = *self.known.get(scattered).ok_or_else(none)?;
        self.command(Command::NoteOrder { id, text: format!("Catatan {} dari {}", self.commands, self.place.index) })
    }

    fn command(&mut self, command: Command) -> Result<Uuid, Fault> {
        self.commands += 1;
        self.host.perform(Uuid::from_u128(self.commands.into()), command)
    }

    /// Everything announced is here, and nothing of this device is only here.
    fn finish(mut self) -> Result<Report, Fault> {
        let deadline = deadline();
        while !(self.trace.is_empty() && self.host.is_saved()?) && Instant::now() < deadline {
            self.wait(GLANCE)?;
        }
        let inventory = inventory(self.host.store())?;
        Ok(Report { edits: self.edits, took: self.trace.took, inventory })
    }
}
