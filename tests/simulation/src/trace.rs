//! What is told of a run while it happens.

use std::fmt::Display;

use crate::say::say;

/// Silent unless asked for.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Trace {
    pub(crate) on: bool,
}

impl Trace {
    /// `since` is in milliseconds from the start of the run.
    pub(crate) fn tell(self, since: u64, who: &str, what: impl Display) {
        if self.on {
            say(format_args!("{:>3}:{:02}.{:03}  {who:<12} {what}", since / 60_000, since / 1000 % 60, since % 1000));
        }
    }
}
