//! The one writer: everything the front door says goes through here.

use std::fmt::Display;
use std::io::{self, Write};

/// Says one line. A closed pipe (`cargo xtask test | head`) is no reason to stop working.
pub(crate) fn say(line: impl Display) {
    let mut out = io::stdout().lock();
    let _ = writeln!(out, "{line}").and_then(|()| out.flush());
}

/// Says one line about the step that is running.
pub(crate) fn note(line: impl Display) {
    say(format_args!("      {line}"));
}

/// A size as a person reads it.
pub(crate) fn kilobytes(bytes: u64) -> String {
    format!("{} kB", bytes.div_ceil(1000))
}
