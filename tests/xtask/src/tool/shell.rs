//! Runs another program, shows what it says, and turns its failure into a sentence.

use std::env;
use std::ffi::OsStr;
use std::path::Path;
use std::process::{Command, ExitStatus, Stdio};

use anyhow::{Context, Result, bail};

/// Lines of a log that are shown when its program failed: enough for a backtrace.
const LAST_WORDS: usize = 80;

/// One program about to run.
#[derive(Debug)]
pub(crate) struct Run {
    command: Command,
    spelled: String,
}

impl Run {
    pub(crate) fn new(program: impl AsRef<OsStr>) -> Self {
        let spelled = Path::new(&program).file_name().unwrap_or(program.as_ref()).to_string_lossy().into_owned();
        Self { command: Command::new(program), spelled }
    }

    pub(crate) fn arguments<S: AsRef<OsStr>>(mut self, arguments: impl IntoIterator<Item = S>) -> Self {
        for argument in arguments {
            self.spelled = format!("{} {}", self.spelled, argument.as_ref().to_string_lossy());
            self.command.arg(argument);
        }
        self
    }

    pub(crate) fn inside(mut self, folder: impl AsRef<Path>) -> Self {
        self.command.current_dir(folder);
        self
    }

    pub(crate) fn with(mut self, name: &str, value: impl AsRef<OsStr>) -> Self {
        self.command.env(name, value);
        self
    }

    /// Runs it before everyone's eyes.
    pub(crate) fn go(mut self) -> Result<()> {
        let status = self.command.status().with_context(|| format!("`{}` did not start", self.spelled))?;
        self.judge(status)
    }

    /// Runs it and keeps what it says; shown only when it fails.
    pub(crate) fn quietly(mut self) -> Result<String> {
        self.command.stdin(Stdio::null());
        let output = self.command.output().with_context(|| format!("`{}` did not start", self.spelled))?;
        let told = String::from_utf8_lossy(&output.stderr).trim().to_owned();
        self.judge(output.status).context(told)?;
        Ok(String::from_utf8_lossy(&output.stdout).trim().to_owned())
    }

    /// Runs it and keeps what it says to its log; the end of that is shown when it fails.
    pub(crate) fn overheard(mut self) -> Result<String> {
        self.command.stdin(Stdio::null());
        let output = self.command.output().with_context(|| format!("`{}` did not start", self.spelled))?;
        let told = String::from_utf8_lossy(&output.stderr).into_owned();
        let lines: Vec<_> = told.lines().collect();
        self.judge(output.status).context(lines[lines.len().saturating_sub(LAST_WORDS)..].join("\n"))?;
        Ok(told)
    }

    /// Becomes that program: signals and exit code are then its own.
    pub(crate) fn become_it(mut self) -> Result<()> {
        use std::os::unix::process::CommandExt;
        Err(self.command.exec()).with_context(|| format!("`{}` did not start", self.spelled))
    }

    fn judge(&self, status: ExitStatus) -> Result<()> {
        if !status.success() {
            bail!("`{}` ended with {status}", self.spelled);
        }
        Ok(())
    }
}

/// Whether a program stands on the path.
pub(crate) fn exists(program: &str) -> bool {
    let path = env::var_os("PATH").unwrap_or_default();
    env::split_paths(&path).any(|folder| folder.join(program).is_file())
}

#[cfg(test)]
mod tests {
    use super::{Run, exists};

    #[test]
    fn a_program_that_fails_is_named_with_its_arguments() {
        let fault = Run::new("sh").arguments(["-c", "exit 3"]).go().unwrap_err().to_string();
        assert_eq!(fault, "`sh -c exit 3` ended with exit status: 3");
    }

    #[test]
    fn a_program_that_is_not_there_is_named_too() {
        assert!(!exists("tapak-no-such-program"));
        let fault = Run::new("tapak-no-such-program").go().unwrap_err().to_string();
        assert_eq!(fault, "`tapak-no-such-program` did not start");
    }
}
