//! What is measured: each engine with its server and its devices.

mod packages;
mod peer;
mod tapak;

pub(crate) use peer::{PEERS, Peer};
pub(crate) use tapak::Tapak;

use std::net::{Ipv4Addr, SocketAddr, TcpListener};
use std::process::Command;

use crate::fault::Fault;
use crate::process::{Process, Talker};
use crate::step::{Orders, Step};
use crate::usage::Usage;
use crate::wire::Wire;

pub(crate) trait Engine {
    fn name(&self) -> &'static str;
    /// Starts the server on what it has on disk; it is ready for devices.
    fn serve(&self) -> Result<Server, Fault>;
    /// The device of a step, with everything it has to be told, not started yet.
    fn device(&self, step: Step, orders: Orders) -> Result<Command, Fault>;
}

#[derive(Debug)]
pub(crate) enum Server {
    /// It counts what crosses the wire.
    Counting(Talker),
    Plain(Process),
}

impl Server {
    pub(crate) fn usage(&self) -> Result<Usage, Fault> {
        match self {
            Self::Counting(server) => server.usage(),
            Self::Plain(server) => server.usage(),
        }
    }

    /// What it has carried so far, if it counts.
    pub(crate) fn wire(&mut self) -> Result<Option<Wire>, Fault> {
        match self {
            Self::Counting(server) => server.ask("wire").map(Some),
            Self::Plain(_) => Ok(None),
        }
    }

    pub(crate) fn stop(self) -> Result<(), Fault> {
        match self {
            Self::Counting(server) => server.leave(),
            Self::Plain(server) => server.terminate(),
        }
    }
}

/// An address nobody listens on.
pub(crate) fn free_address() -> Result<SocketAddr, Fault> {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).map_err(Fault::doing("looking for a free port"))?;
    listener.local_addr().map_err(Fault::doing("looking for a free port"))
}
