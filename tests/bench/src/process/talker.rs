//! A process that speaks with the bench: one JSON object a line comes out of it, one word a line goes in.

use std::io::{BufRead, BufReader, Write};
use std::process::{ChildStdin, ChildStdout, Command, Stdio};
use std::sync::mpsc::{self, Receiver, RecvTimeoutError};
use std::thread;
use std::time::Duration;

use serde::de::DeserializeOwned;

use super::Process;
use crate::fault::Fault;
use crate::usage::Usage;

/// The slowest step known takes a minute for 4,000 orders.
const LONGEST_SILENCE: Duration = Duration::from_hours(1);

#[derive(Debug)]
pub(crate) struct Talker {
    process: Process,
    words: ChildStdin,
    lines: Receiver<String>,
}

impl Talker {
    pub(crate) fn start(name: &str, command: &mut Command) -> Result<Self, Fault> {
        command.stdin(Stdio::piped()).stdout(Stdio::piped());
        let mut process = Process::start(name, command)?;
        let (words, out) = (process.child.stdin.take(), process.child.stdout.take());
        let (words, out) = words.zip(out).ok_or_else(|| Fault::Ended(name.to_owned()))?;
        Ok(Self { process, words, lines: listen(out) })
    }

    pub(crate) fn usage(&self) -> Result<Usage, Fault> {
        self.process.usage()
    }

    /// The next thing it says.
    pub(crate) fn hear<T: DeserializeOwned>(&self) -> Result<T, Fault> {
        let who = || self.process.name.clone();
        let line = self.lines.recv_timeout(LONGEST_SILENCE).map_err(|error| match error {
            RecvTimeoutError::Timeout => Fault::Silent(who()),
            RecvTimeoutError::Disconnected => Fault::Ended(who()),
        })?;
        serde_json::from_str(&line).map_err(|_| Fault::Unclear { who: who(), line })
    }

    pub(crate) fn ask<T: DeserializeOwned>(&mut self, word: &str) -> Result<T, Fault> {
        self.tell(word)?;
        self.hear()
    }

    pub(crate) fn leave(mut self) -> Result<(), Fault> {
        self.tell("exit")?;
        self.process.wait()
    }

    fn tell(&mut self, word: &str) -> Result<(), Fault> {
        writeln!(self.words, "{word}").map_err(|_| Fault::Ended(self.process.name.clone()))
    }
}

fn listen(out: ChildStdout) -> Receiver<String> {
    let (said, lines) = mpsc::channel();
    thread::spawn(move || {
        let heard = BufReader::new(out).lines().map_while(Result::ok);
        heard.map_while(|line| said.send(line).ok()).for_each(drop);
    });
    lines
}

#[cfg(test)]
mod tests {
    use std::process::Command;

    use super::Talker;
    use crate::fault::Fault;
    use crate::wire::Wire;

    fn shell(script: &str) -> Talker {
        Talker::start("shell", Command::new("sh").args(["-c", script])).unwrap()
    }

    #[test]
    fn a_word_is_answered_and_exit_ends_it() {
        let mut shell = shell(r#"read word; echo '{"bytes":2,"messages":1}'; read word"#);
        assert_eq!(shell.ask::<Wire>("wire").unwrap(), Wire { bytes: 2, messages: 1 });
        shell.leave().unwrap();
    }

    #[test]
    fn one_that_fails_is_not_waited_for() {
        assert!(matches!(shell("exit 3").hear::<Wire>(), Err(Fault::Ended(_))));
    }

    #[test]
    fn babble_is_named() {
        let fault = shell("echo hello; read word").hear::<Wire>().unwrap_err().to_string();
        assert_eq!(fault, "shell said `hello`, which means nothing here");
    }
}
