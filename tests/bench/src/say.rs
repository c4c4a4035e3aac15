//! The one writer: results on standard output, one JSON object a line; what is going on beside it.

use std::fmt::Display;
use std::io::{self, Write};

use serde::Serialize;

use crate::fault::Fault;

/// A result, for a program to read.
pub(crate) fn say(result: &impl Serialize) -> Result<(), Fault> {
    let line = serde_json::to_string(result).map_err(io::Error::from);
    let mut out = io::stdout().lock();
    line.and_then(|line| writeln!(out, "{line}")).and_then(|()| out.flush()).map_err(Fault::doing("writing a result"))
}

/// What is going on, for a person to read.
pub(crate) fn note(line: impl Display) {
    let _ = writeln!(io::stderr().lock(), "      {line}");
}

/// A line of a table, for a person to read.
pub(crate) fn show_line(line: impl Display) {
    let _ = writeln!(io::stderr().lock(), "{line}");
}
