//! One native device in its own process: the engine, a store in a file, a socket to the relay.

mod call;
mod create;
mod find;
mod host;
mod join;
mod line;
mod list;

pub(crate) use host::{Answer, Host, done};
pub(crate) use line::Bell;

use std::io::{self, BufRead};
use std::process;
use std::sync::Arc;
use std::thread;
use std::time::Instant;

use tapak_store::Store;

use crate::cli::{Device, Work};
use crate::fault::Fault;
use crate::say::say;
use crate::step::Done;
use crate::wire::Counter;

/// Does its work, says how long it took, and stays until the bench is done with it.
pub(crate) fn run(asked: &Device) -> Result<(), Fault> {
    let started = Instant::now();
    let wire = Arc::new(Counter::default());
    obey(Arc::clone(&wire));
    let mut host = Host::open(Store::open(&asked.store)?, asked.relay, wire)?;
    host.begin(asked.code.as_deref())?;
    let usable = work(&mut host, asked, started)?;
    let done = Done { seconds: started.elapsed().as_secs_f64(), usable };
    if asked.work != Work::Join {
        find::check(&mut host, asked.documents)?;
    }
    say(&done)?;
    host.stay()
}

/// Seconds until there was something to work with, where that was asked.
fn work(host: &mut Host, asked: &Device, started: Instant) -> Result<Option<f64>, Fault> {
    match asked.work {
        Work::Create => create::all(host, asked.from..asked.documents, asked.edits)?,
        Work::Find => find::all(host, asked.documents)?,
        Work::Join => return join::all(host, &(asked.from..asked.documents), started).map(Some),
    }
    Ok(None)
}

/// Answers the bench's words beside the work. When the bench is gone, so is this process.
fn obey(wire: Arc<Counter>) {
    thread::spawn(move || {
        let words = io::stdin().lock().lines().map_while(Result::ok).take_while(|word| word != "exit");
        words.filter(|word| word == "wire").map_while(|_| say(&wire.read()).ok()).for_each(drop);
        process::exit(0);
    });
}
