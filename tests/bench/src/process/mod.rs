//! The processes of the bench: each ends with it.

mod talker;

pub(crate) use talker::Talker;

use std::process::{Child, Command};
use std::thread;
use std::time::{Duration, Instant};

use crate::fault::Fault;
use crate::usage::Usage;

const PATIENCE: Duration = Duration::from_secs(10);
const GLANCE: Duration = Duration::from_millis(5);

#[derive(Debug)]
pub(crate) struct Process {
    name: String,
    child: Child,
}

impl Process {
    pub(crate) fn start(name: &str, command: &mut Command) -> Result<Self, Fault> {
        let child = command.spawn().map_err(Fault::doing(format!("starting {name}")))?;
        Ok(Self { name: name.to_owned(), child })
    }

    pub(crate) fn usage(&self) -> Result<Usage, Fault> {
        Usage::of(self.child.id())
    }

    /// A polite end: whoever is stopped this way may finish what it is doing.
    pub(crate) fn terminate(mut self) -> Result<(), Fault> {
        let id = self.child.id().to_string();
        Command::new("kill").args(["-TERM", &id]).status().map_err(Fault::doing("kill"))?;
        self.wait()
    }

    fn wait(&mut self) -> Result<(), Fault> {
        let until = Instant::now() + PATIENCE;
        while Instant::now() < until {
            if self.has_ended()? {
                return Ok(());
            }
            thread::sleep(GLANCE);
        }
        Err(Fault::Failed(format!("{} does not end", self.name)))
    }

    pub(crate) fn has_ended(&mut self) -> Result<bool, Fault> {
        Ok(self.child.try_wait().map_err(Fault::doing(self.name.clone()))?.is_some())
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
