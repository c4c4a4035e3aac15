//! The one writer: everything the simulator says goes through here.

use std::fmt::Display;
use std::io::{self, Write};

/// Says one line. A closed pipe is no reason to stop.
pub(crate) fn say(line: impl Display) {
    let mut out = io::stdout().lock();
    let _ = writeln!(out, "{line}").and_then(|()| out.flush());
}
