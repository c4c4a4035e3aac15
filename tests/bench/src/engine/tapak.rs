//! Ours: the relay as it ships, and native devices that keep their store in a file.

use std::io::{Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::path::PathBuf;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};
use std::{env, io, thread};

use tapak_domain::policy::Role;

use super::{Engine, Server, free_address};
use crate::cli::Work;
use crate::fault::Fault;
use crate::folder::Folder;
use crate::process::Process;
use crate::step::{Orders, Step};

const INVITE: &str = "tapak invite";
const PATIENCE: Duration = Duration::from_secs(10);
const GLANCE: Duration = Duration::from_millis(5);

#[derive(Debug)]
pub(crate) struct Tapak {
    relay: PathBuf,
    folder: Folder,
    address: SocketAddr,
}

impl Tapak {
    pub(crate) fn new() -> Result<Self, Fault> {
        Ok(Self { relay: relay()?, folder: Folder::new("tapak")?, address: free_address()? })
    }

    pub(crate) fn address(&self) -> SocketAddr {
        self.address
    }

    /// Where things of its devices can be kept.
    pub(crate) fn folder(&self) -> &Folder {
        &self.folder
    }

    pub(crate) fn shop(&self) -> Result<PathBuf, Fault> {
        self.folder.inside("shop")
    }

    pub(crate) fn database(&self) -> Result<PathBuf, Fault> {
        Ok(self.shop()?.join("shop.sqlite"))
    }

    /// The relay, ready for devices.
    pub(crate) fn start(&self) -> Result<Process, Fault> {
        let mut serve = Command::new(&self.relay);
        serve.args(["serve", "--listen", &self.address.to_string(), "--data"]).arg(self.shop()?);
        serve.stdin(Stdio::null()).stdout(Stdio::null()).env("RUST_LOG", "warn");
        let mut relay = Process::start("the relay", &mut serve)?;
        until_healthy(&mut relay, self.address)?;
        Ok(relay)
    }

    /// Fills the shop with the demo's orders, before it is served.
    pub(crate) fn demo(&self, orders: u32) -> Result<(), Fault> {
        let mut demo = Command::new(&self.relay);
        demo.args(["demo", "--orders", &orders.to_string(), "--data"]).arg(self.shop()?).stdout(Stdio::null());
        let status = demo.status().map_err(Fault::doing("tapak demo"))?;
        if status.success() { Ok(()) } else { Err(Fault::Failed(format!("tapak demo failed: {status}"))) }
    }

    /// The code of a fresh invite; it stands behind the link's `#`.
    pub(crate) fn invite(&self, role: Role) -> Result<String, Fault> {
        let link = self.invite_link(role)?;
        let code = link.split_once('#').map(|(_, code)| code.trim().to_owned());
        code.ok_or(Fault::Unclear { who: INVITE.into(), line: link })
    }

    /// A fresh invite, made beside the running relay.
    pub(crate) fn invite_link(&self, role: Role) -> Result<String, Fault> {
        let mut invite = Command::new(&self.relay);
        invite.args(["invite", "--role", role.code(), "--data"]).arg(self.shop()?);
        let said = invite.output().map_err(Fault::doing(INVITE))?.stdout;
        let said = String::from_utf8_lossy(&said).into_owned();
        let link = said.lines().find(|line| line.starts_with("http")).map(|link| link.trim().to_owned());
        link.ok_or(Fault::Unclear { who: INVITE.into(), line: said })
    }
}

impl Engine for Tapak {
    fn name(&self) -> &'static str {
        "tapak"
    }

    fn serve(&self) -> Result<Server, Fault> {
        self.start().map(Server::Plain)
    }

    fn device(&self, step: Step, orders: Orders) -> Result<Command, Fault> {
        let own = env::current_exe().map_err(Fault::doing("looking for the bench itself"))?;
        let mut device = Command::new(own);
        device.args(["device", step.work.word(), "--documents", &orders.to.to_string()]);
        device.args(["--from", &orders.from.to_string(), "--edits", &orders.edits.to_string()]);
        device.args(["--relay", &self.address.to_string(), "--store"]);
        device.arg(self.folder.inside(step.folder)?.join("device.sqlite"));
        if step.is_new {
            // Whoever takes an order to the courier alone is the owner.
            let role = if step.work == Work::Create { Role::Owner } else { Role::Cs };
            device.args(["--code", &self.invite(role)?]);
        }
        Ok(device)
    }
}

/// Named by `TAPAK_BIN`, or built beside the bench.
fn relay() -> Result<PathBuf, Fault> {
    let named = env::var_os("TAPAK_BIN").map(PathBuf::from);
    let beside = || env::current_exe().ok().map(|bench| bench.with_file_name("tapak"));
    let found = named.or_else(beside).filter(|relay| relay.is_file());
    found.ok_or_else(|| Fault::Failed("the relay is not built: `cargo build --release --package tapak-server`".into()))
}

fn until_healthy(relay: &mut Process, address: SocketAddr) -> Result<(), Fault> {
    let until = Instant::now() + PATIENCE;
    while Instant::now() < until && !relay.has_ended()? {
        if is_healthy(address).unwrap_or(false) {
            return Ok(());
        }
        thread::sleep(GLANCE);
    }
    Err(Fault::Failed("the relay does not come up".into()))
}

fn is_healthy(address: SocketAddr) -> io::Result<bool> {
    let mut socket = TcpStream::connect(address)?;
    socket.set_read_timeout(Some(PATIENCE))?;
    write!(socket, "GET /healthz HTTP/1.1\r\nHost: {address}\r\nConnection: close\r\n\r\n")?;
    let mut answer = String::new();
    socket.read_to_string(&mut answer)?;
    Ok(answer.starts_with("HTTP/1.1 200"))
}
