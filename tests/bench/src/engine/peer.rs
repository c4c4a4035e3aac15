//! The engines people use today, each a folder under `peers/` with its server and its device.

use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::process::Command;

use super::{Engine, Server, free_address, packages};
use crate::fault::Fault;
use crate::folder::Folder;
use crate::process::Talker;
use crate::step::{Orders, Step};

pub(crate) const PEERS: [&str; 2] = ["automerge-repo", "pouchdb"];

#[derive(Debug)]
pub(crate) struct Peer {
    name: &'static str,
    code: PathBuf,
    folder: Folder,
    address: SocketAddr,
}

/// What a server says once it listens.
#[derive(Debug, serde::Deserialize)]
struct Ready {
    ready: bool,
}

impl Peer {
    /// Installs what it needs, which takes a while the first time.
    pub(crate) fn new(name: &'static str) -> Result<Self, Fault> {
        let code = Path::new(env!("CARGO_MANIFEST_DIR")).join("peers").join(name);
        packages::install(name, &code)?;
        Ok(Self { name, code, folder: Folder::new(name)?, address: free_address()? })
    }

    fn node(&self, file: &str) -> Command {
        let mut node = Command::new("node");
        node.arg(self.code.join(file));
        node
    }
}

impl Engine for Peer {
    fn name(&self) -> &'static str {
        self.name
    }

    fn serve(&self) -> Result<Server, Fault> {
        let mut node = self.node("server.mjs");
        node.arg(self.address.port().to_string()).arg(self.folder.inside("server")?);
        let server = Talker::start(&format!("{}'s server", self.name), &mut node)?;
        let Ready { ready } = server.hear()?;
        if ready { Ok(Server::Counting(server)) } else { Err(Fault::Failed(format!("{} is not ready", self.name))) }
    }

    fn device(&self, step: Step, orders: Orders) -> Result<Command, Fault> {
        let mut node = self.node("device.mjs");
        node.arg(step.work.word()).arg(self.address.port().to_string());
        node.arg(self.folder.inside(step.folder)?).args(
            [orders.to, orders.from].map(|count| count.to_string()).into_iter().chain([orders.edits.to_string()]),
        );
        Ok(node)
    }
}
