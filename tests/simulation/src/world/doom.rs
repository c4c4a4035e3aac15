//! How a process dies: before its commit, after it, or between two calls.

/// Where in a call the power goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Crash {
    /// The commit never reaches the disk.
    BeforeCommit,
    /// Everything is on disk and nothing was said.
    AfterCommit,
    /// What was about to be handled is gone with its sockets.
    Between,
}

/// A crash that is coming: after so many more calls.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Doom {
    pub(crate) calls: u64,
    pub(crate) crash: Crash,
}

/// Counts a call down; says so when this is the one.
pub(crate) fn strike(doom: &mut Option<Doom>) -> Option<Crash> {
    let coming = doom.as_mut()?;
    if coming.calls > 0 {
        coming.calls -= 1;
        return None;
    }
    doom.take().map(|doom| doom.crash)
}

#[cfg(test)]
mod tests {
    use super::{Crash, Doom, strike};

    #[test]
    fn it_strikes_once_and_at_its_call() {
        let mut doom = Some(Doom { calls: 2, crash: Crash::Between });
        let struck: Vec<_> = (0..5).map(|_| strike(&mut doom)).collect();
        assert_eq!(struck, [None, None, Some(Crash::Between), None, None]);
    }
}
