//! The relay in a process of its own.

use std::fs::{self, File};
use std::io::{Read, Write};
use std::net::TcpStream;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, ExitStatus, Output, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

use tempfile::TempDir;

use super::PATIENCE;

const MOMENT: Duration = Duration::from_millis(10);

pub(crate) struct Relay {
    home: TempDir,
    process: Option<Child>,
    /// Host and port; the same after every restart.
    host: String,
    settings: Vec<String>,
}

/// An answer over HTTP, its headers in lower case.
pub(crate) struct Page {
    pub(crate) status: u16,
    pub(crate) head: String,
    pub(crate) body: String,
}

/// Runs `tapak` to its end.
pub(crate) fn tapak(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_tapak")).args(arguments).output().unwrap()
}

impl Relay {
    /// A new shop.
    pub(crate) fn open() -> Self {
        Self::over(tempfile::tempdir().unwrap())
    }

    /// A new shop whose relay is told more than where it is.
    pub(crate) fn with(settings: &[&str]) -> Self {
        let settings = settings.iter().map(ToString::to_string).collect();
        Self::begin(tempfile::tempdir().unwrap(), settings)
    }

    /// Whatever shop is in this folder.
    pub(crate) fn over(home: TempDir) -> Self {
        Self::begin(home, Vec::new())
    }

    fn begin(home: TempDir, settings: Vec<String>) -> Self {
        let mut relay = Self { home, process: None, host: "127.0.0.1:0".to_owned(), settings };
        relay.start();
        relay
    }

    pub(crate) fn data(&self) -> &Path {
        self.home.path()
    }

    pub(crate) fn database(&self) -> PathBuf {
        self.data().join("shop.sqlite")
    }

    pub(crate) fn host(&self) -> &str {
        &self.host
    }

    /// What the process holds in memory, in kilobytes.
    pub(crate) fn resident(&self) -> u64 {
        let status = fs::read_to_string(format!("/proc/{}/status", self.process.as_ref().unwrap().id())).unwrap();
        let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:")).unwrap();
        line.trim().trim_end_matches(" kB").parse().unwrap()
    }

    pub(crate) fn socket_address(&self) -> String {
        format!("ws://{}/sync", self.host)
    }

    pub(crate) fn start(&mut self) {
        let _ = fs::remove_file(self.data().join("address"));
        let log = File::create(self.data().join("log")).unwrap();
        let process = Command::new(env!("CARGO_BIN_EXE_tapak"))
            .args(["serve", "--listen", &self.host, "--data"])
            .arg(self.data())
            .args(&self.settings)
            .stdout(Stdio::null())
            .stderr(log)
            .spawn();
        self.process = Some(process.unwrap());
        self.wait_until_ready();
    }

    fn wait_until_ready(&mut self) {
        let begun = Instant::now();
        while begun.elapsed() < PATIENCE {
            if let Ok(address) = fs::read_to_string(self.data().join("address")) {
                address.trim_start_matches("http://").clone_into(&mut self.host);
            }
            if self.ask("GET", "/healthz", "").is_some_and(|page| page.status == 200) {
                return;
            }
            sleep(MOMENT);
        }
        panic!("the relay did not start: {}", self.log());
    }

    pub(crate) fn log(&self) -> String {
        fs::read_to_string(self.data().join("log")).unwrap_or_default()
    }

    /// The power goes: no farewell, no flush.
    pub(crate) fn kill(&mut self) {
        let mut process = self.process.take().unwrap();
        process.kill().unwrap();
        process.wait().unwrap();
    }

    /// As a service manager asks for it.
    pub(crate) fn ask_to_stop(&self) {
        let kill = format!("kill -TERM {}", self.process.as_ref().unwrap().id());
        assert!(Command::new("sh").args(["-c", &kill]).status().unwrap().success());
    }

    pub(crate) fn wait(&mut self) -> ExitStatus {
        self.process.take().unwrap().wait().unwrap()
    }

    pub(crate) fn invite(&self, role: &str) -> String {
        let output = tapak(&["invite", "--role", role, "--data", self.data().to_str().unwrap()]);
        let said = String::from_utf8(output.stdout).unwrap();
        let link = said.lines().find(|line| line.starts_with("http")).unwrap();
        link.split_once('#').unwrap().1.to_owned()
    }

    pub(crate) fn get(&self, path: &str) -> Page {
        self.ask("GET", path, "").unwrap()
    }

    /// `headers` are whole lines. None while nobody answers.
    pub(crate) fn ask(&self, method: &str, path: &str, headers: &str) -> Option<Page> {
        let mut wire = TcpStream::connect(&self.host).ok()?;
        let asked = format!("{method} {path} HTTP/1.1\r\nhost: {}\r\nconnection: close\r\n{headers}\r\n", self.host);
        wire.write_all(asked.as_bytes()).ok()?;
        let mut answer = Vec::new();
        wire.read_to_end(&mut answer).ok()?;
        let answer = String::from_utf8_lossy(&answer);
        let (head, body) = answer.split_once("\r\n\r\n")?;
        let status = head.split(' ').nth(1)?.parse().ok()?;
        Some(Page { status, head: head.to_lowercase(), body: body.to_owned() })
    }
}

impl Drop for Relay {
    fn drop(&mut self) {
        if let Some(mut process) = self.process.take() {
            let _ = process.kill();
            let _ = process.wait();
        }
    }
}
