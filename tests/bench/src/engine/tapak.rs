//! Ours: the relay as it ships, and native devices that keep their store in a file.

use std::io::{Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::path::PathBuf;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};
use std::{env, io, thread};

use super::{Engine, Server, free_address};
use crate::fault::Fault;
use crate::folder::Folder;
use crate::process::Process;
use crate::step::Step;

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

    /// A fresh invite for a CS, made beside the running relay; the code stands behind the link's `#`.
    fn invite(&self) -> Result<String, Fault> {
        let mut invite = Command::new(&self.relay);
        invite.args(["invite", "--role", "cs", "--data"]).arg(self.folder.inside("shop")?);
        let said = invite.output().map_err(Fault::doing("tapak invite"))?.stdout;
        let said = String::from_utf8_lossy(&said).into_owned();
        let link = said.lines().find(|line| line.starts_with("http"));
        let code = link.and_then(|link| link.split_once('#')).map(|(_, code)| code.trim().to_owned());
        code.ok_or(Fault::Unclear { who: "tapak invite".into(), line: said })
    }
}

impl Engine for Tapak {
    fn name(&self) -> &'static str {
        "tapak"
    }

    fn serve(&self) -> Result<Server, Fault> {
        let mut serve = Command::new(&self.relay);
        serve.args(["serve", "--listen", &self.address.to_string(), "--data"]).arg(self.folder.inside("shop")?);
        serve.stdin(Stdio::null()).stdout(Stdio::null()).env("RUST_LOG", "warn");
        let mut relay = Process::start("the relay", &mut serve)?;
        until_healthy(&mut relay, self.address)?;
        Ok(Server::Plain(relay))
    }

    fn device(&self, step: Step, documents: u32) -> Result<Command, Fault> {
        let own = env::current_exe().map_err(Fault::doing("looking for the bench itself"))?;
        let mut device = Command::new(own);
        device.args(["device", step.work.word(), "--documents", &documents.to_string()]);
        device.args(["--relay", &self.address.to_string(), "--store"]);
        device.arg(self.folder.inside(step.folder)?.join("device.sqlite"));
        if step.is_new {
            device.args(["--code", &self.invite()?]);
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
