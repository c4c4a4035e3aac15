//! The devices of the load: each on its thread, and the words the bench gives them.

use std::sync::mpsc::{self, Receiver, Sender};
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};

use tapak_domain::policy::Role;

use super::member::{self, Place, Report, Word};
use super::trace::Expected;
use crate::cli::Load;
use crate::device::Bell;
use crate::engine::Tapak;
use crate::fault::Fault;

/// Who works in the shop, over and over: three who take orders, and two who only note.
const CAST: [Role; 5] = [Role::Cs, Role::Cs, Role::Warehouse, Role::Cs, Role::Finance];
/// How long any device may take to be ready, or to have everything at the end.
const PATIENCE: Duration = Duration::from_mins(5);

#[derive(Debug)]
pub(super) struct Crew {
    members: Vec<Member>,
    ready: Receiver<Result<Bell, Fault>>,
}

#[derive(Debug)]
struct Member {
    thread: JoinHandle<Result<Report, Fault>>,
    words: Sender<Word>,
    expected: Sender<Expected>,
    bell: Option<Bell>,
}

/// Where a device's edits are announced to another: what to look for, and its bell.
pub(super) type Ear = (Sender<Expected>, Bell);

impl Crew {
    /// All are paired and have what there is. They join one after the other, so that it is known which bell is whose.
    pub(super) fn gather(tapak: &Tapak, asked: &Load) -> Result<Self, Fault> {
        let (say_ready, ready) = mpsc::channel();
        let mut crew = Self { members: Vec::new(), ready };
        for index in 0..asked.devices {
            crew.members.push(enlist(tapak, asked, index, &say_ready)?);
            let bell = crew.hear()?;
            crew.members.last_mut().into_iter().for_each(|member| member.bell = Some(bell.clone()));
        }
        Ok(crew)
    }

    fn hear(&self) -> Result<Bell, Fault> {
        self.ready.recv_timeout(PATIENCE).map_err(|_| Fault::Silent("a device".into()))?
    }

    pub(super) fn start(&self, begin: Instant) {
        for (index, member) in self.members.iter().enumerate() {
            let others = self.members.iter().enumerate().filter(|(other, _)| *other != index);
            let ears = others.filter_map(|(_, other)| Some((other.expected.clone(), other.bell.clone()?))).collect();
            member.tell(Word::Begin { at: begin, ears });
        }
    }

    /// Once every device has made its last edit, all of them wait for the last of the others'.
    pub(super) fn finish(self) -> Result<Vec<Report>, Fault> {
        self.members.iter().try_for_each(|_| self.hear().map(drop))?;
        self.members.iter().for_each(|member| member.tell(Word::Finish));
        self.members.into_iter().map(Member::leave).collect()
    }
}

impl Member {
    /// A device that is gone has said why.
    fn tell(&self, word: Word) {
        let _ = self.words.send(word);
        self.bell.iter().for_each(Bell::ring);
    }

    fn leave(self) -> Result<Report, Fault> {
        self.thread.join().map_err(|_| Fault::Ended("a device's thread".into()))?
    }
}

fn enlist(tapak: &Tapak, asked: &Load, index: u32, ready: &Sender<Result<Bell, Fault>>) -> Result<Member, Fault> {
    let (words, heard) = mpsc::channel();
    let (expected, expects) = mpsc::channel();
    let (place, ready) = (place(tapak, asked, index)?, ready.clone());
    let thread = thread::spawn(move || member::live(place, &heard, expects, &ready));
    Ok(Member { thread, words, expected, bell: None })
}

fn place(tapak: &Tapak, asked: &Load, index: u32) -> Result<Place, Fault> {
    let role = CAST[index as usize % CAST.len()];
    let folder = asked.files.then(|| tapak.folder().inside("devices")).transpose()?;
    Ok(Place {
        index,
        role,
        relay: tapak.address(),
        code: tapak.invite(role)?,
        file: folder.map(|folder| folder.join(format!("{index}.sqlite"))),
        devices: asked.devices,
        rate: asked.rate,
        lasting: Duration::from_secs(asked.seconds.into()),
        first_orders: if index == 0 { asked.orders } else { 0 },
    })
}

/// How long to wait for the last of the others' edits.
pub(super) fn deadline() -> Instant {
    Instant::now() + PATIENCE
}
