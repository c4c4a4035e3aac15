//! The storage thread: it alone owns the relay and its disk, and commits whatever has gathered since its last commit.

use std::collections::{BTreeMap, BTreeSet};
use std::time::{Duration, Instant};
use std::{io, mem, thread};

use tapak_engine::relay::{Input, Output, Relay, Socket, Visit};
use tapak_engine::site::{Answer, Question};
use tapak_sync::ByeCode;
use tokio::sync::{mpsc, oneshot};

use super::outlet::{Outlet, Turn};
use crate::surroundings::now;

/// Jobs that may wait for the disk, and the most that share one commit.
const MOST_WAITING: usize = 512;

/// The most of each tick's seconds that tidying may take.
const TIDY_FOR: Duration = Duration::from_millis(200);

#[derive(Debug)]
pub(super) enum Job {
    Arrived(Socket, Outlet),
    Frame(Socket, Vec<u8>, Turn),
    Left(Socket),
    Ask(Question, oneshot::Sender<Box<Answer>>),
    Tick,
    /// Say farewell to every device and end.
    Stop,
}

struct Storage {
    relay: Relay,
    outlets: BTreeMap<Socket, Outlet>,
    /// Sockets whose frames are in the relay's hands.
    waiting: BTreeSet<Socket>,
    /// Who waits for an answer at the site, and how many have asked.
    visitors: BTreeMap<Visit, oneshot::Sender<Box<Answer>>>,
    visits: u64,
    inputs: Vec<Input>,
    stopping: bool,
    /// A moment to tidy up in, if nobody wants anything.
    ticked: bool,
}

/// Starts the thread. It ends with [`Job::Stop`], or when nobody can give it a job any more.
pub(super) fn start(relay: Relay) -> io::Result<mpsc::Sender<Job>> {
    let (jobs, taken) = mpsc::channel(MOST_WAITING);
    let (outlets, waiting) = (BTreeMap::new(), BTreeSet::new());
    let (visitors, visits, inputs) = (BTreeMap::new(), 0, Vec::new());
    let storage = Storage { relay, outlets, waiting, visitors, visits, inputs, stopping: false, ticked: false };
    thread::Builder::new().name("storage".to_owned()).spawn(move || storage.run(taken))?;
    Ok(jobs)
}

impl Storage {
    fn run(mut self, mut jobs: mpsc::Receiver<Job>) {
        while let Some(job) = jobs.blocking_recv() {
            self.take(job);
            self.take_waiting(&mut jobs);
            self.work();
            if self.stopping {
                break;
            }
            self.tidy_while_quiet(&jobs);
        }
    }

    /// Once after each tick, and never while somebody waits.
    fn tidy_while_quiet(&mut self, jobs: &mpsc::Receiver<Job>) {
        let ends = Instant::now() + TIDY_FOR;
        while mem::take(&mut self.ticked) && jobs.is_empty() && Instant::now() < ends {
            match self.relay.tidy(now()) {
                Ok(more) => self.ticked = more,
                Err(fault) => tracing::error!(code = fault.code(), "tidying failed, nothing is lost"),
            }
        }
        self.ticked = false;
    }

    fn take_waiting(&mut self, jobs: &mut mpsc::Receiver<Job>) {
        while self.inputs.len() < MOST_WAITING {
            let Ok(job) = jobs.try_recv() else { break };
            self.take(job);
        }
    }

    /// A socket the relay has closed is not spoken of again.
    fn take(&mut self, job: Job) {
        match job {
            Job::Arrived(socket, outlet) => {
                self.outlets.insert(socket, outlet);
                self.inputs.push(Input::Opened(socket));
            }
            Job::Frame(socket, frame, turn) => self.take_frame(socket, frame, turn),
            Job::Left(socket) => self.lose(socket),
            Job::Ask(question, answer) => self.let_in(question, answer),
            Job::Tick => {
                self.ticked = true;
                self.inputs.push(Input::Tick);
            }
            Job::Stop => {
                self.stopping = true;
                self.inputs.push(Input::Stop);
            }
        }
    }

    fn take_frame(&mut self, socket: Socket, frame: Vec<u8>, turn: Turn) {
        if let Some(outlet) = self.outlets.get_mut(&socket) {
            outlet.keep(turn);
            self.waiting.insert(socket);
            self.inputs.push(Input::Frame(socket, frame));
        }
    }

    fn let_in(&mut self, question: Question, answer: oneshot::Sender<Box<Answer>>) {
        self.visits += 1;
        let visit = Visit(self.visits);
        self.visitors.insert(visit, answer);
        self.inputs.push(Input::Asked(visit, Box::new(question)));
    }

    fn lose(&mut self, socket: Socket) {
        if self.outlets.remove(&socket).is_some() {
            self.inputs.push(Input::Closed(socket));
        }
    }

    /// Losing a slow socket is news for the relay in its turn.
    fn work(&mut self) {
        while !self.inputs.is_empty() {
            let inputs = mem::take(&mut self.inputs);
            for output in self.relay.handle(inputs, now()) {
                self.carry_out(output);
            }
        }
        self.give_turns_back();
    }

    fn carry_out(&mut self, output: Output) {
        match output {
            Output::Send(socket, frame) => self.send(socket, frame),
            Output::Close(socket, code) => self.close(socket, code),
            Output::Answered(visit, answer) => {
                if let Some(visitor) = self.visitors.remove(&visit) {
                    // Who hung up meanwhile wants nothing.
                    let _ = visitor.send(answer);
                }
            }
            Output::Failed(fault) => {
                tracing::error!(code = fault.code(), "the disk failed, nothing was kept");
                // Who is dropped knows that nothing came of it.
                self.visitors.clear();
            }
        }
    }

    fn send(&mut self, socket: Socket, frame: Vec<u8>) {
        let Some(outlet) = self.outlets.get(&socket) else { return };
        if outlet.put(frame).is_err() {
            tracing::info!(socket = socket.0, code = ByeCode::TooSlow.code(), "connection ended");
            self.cut(socket);
            self.inputs.push(Input::Closed(socket));
        }
    }

    fn close(&mut self, socket: Socket, code: ByeCode) {
        tracing::info!(socket = socket.0, code = code.code(), "connection ended");
        let said = self.outlets.get(&socket).map(|outlet| outlet.close(code));
        match said {
            Some(Err(_)) => self.cut(socket),
            Some(Ok(())) => drop(self.outlets.remove(&socket)),
            None => {}
        }
    }

    fn cut(&mut self, socket: Socket) {
        if let Some(outlet) = self.outlets.remove(&socket) {
            outlet.cut();
        }
    }

    fn give_turns_back(&mut self) {
        let (relay, outlets) = (&self.relay, &mut self.outlets);
        self.waiting.retain(|socket| {
            let wants_more = relay.wants_more(*socket);
            if let Some(outlet) = outlets.get_mut(socket).filter(|_| wants_more) {
                outlet.give_turns_back();
            }
            !wants_more && outlets.contains_key(socket)
        });
    }
}
