//! What the program says to the person at the terminal. The only place that prints.

use std::fmt::Arguments;
use std::io::{self, Write};

/// A line on standard output. A reader that went away is no reason to stop.
pub(crate) fn say(line: Arguments<'_>) {
    let mut out = io::stdout().lock();
    let _ = writeln!(out, "{line}").and_then(|()| out.flush());
}

/// Why the program ends, on standard error.
pub(crate) fn complain(line: Arguments<'_>) {
    let _ = writeln!(io::stderr().lock(), "tapak: {line}");
}
