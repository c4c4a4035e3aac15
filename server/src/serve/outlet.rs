//! The two ends between the storage thread and one socket: what goes out, and how many frames may wait to come in.

use std::sync::Arc;

use tapak_sync::ByeCode;
use tokio::sync::{OwnedSemaphorePermit, Semaphore, mpsc, oneshot};

/// Frames that may wait for a slow device. A page needs the device's credit, so these are mostly small.
const MOST_WAITING_OUT: usize = 1_024;
/// Frames of one socket that may wait for the disk; then it is not read until some are answered.
const MOST_WAITING_IN: usize = 8;

#[derive(Debug)]
pub(super) enum Outgoing {
    Frame(Vec<u8>),
    Close(ByeCode),
}

/// The right to have one more frame waiting for the disk.
pub(super) type Turn = OwnedSemaphorePermit;

/// The storage thread's end. Dropping it lets what was sent flow out.
#[derive(Debug)]
pub(super) struct Outlet {
    frames: mpsc::Sender<Outgoing>,
    cut: oneshot::Sender<()>,
    turns: Vec<Turn>,
}

/// The socket's end.
#[derive(Debug)]
pub(super) struct Inlet {
    pub(super) frames: mpsc::Receiver<Outgoing>,
    pub(super) cut: oneshot::Receiver<()>,
    pub(super) turns: Arc<Semaphore>,
}

/// The device takes in less than it is sent; it comes back and reads on from where it stands.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct TooSlow;

pub(super) fn pair() -> (Outlet, Inlet) {
    let (sender, frames) = mpsc::channel(MOST_WAITING_OUT);
    let (cut, was_cut) = oneshot::channel();
    let turns = Arc::new(Semaphore::new(MOST_WAITING_IN));
    (Outlet { frames: sender, cut, turns: Vec::new() }, Inlet { frames, cut: was_cut, turns })
}

impl Outlet {
    pub(super) fn put(&self, outgoing: Outgoing) -> Result<(), TooSlow> {
        self.frames.try_send(outgoing).map_err(|_| TooSlow)
    }

    /// Ends the socket at once, whatever still waits.
    pub(super) fn cut(self) {
        let _ = self.cut.send(());
    }

    pub(super) fn keep(&mut self, turn: Turn) {
        self.turns.push(turn);
    }

    /// The socket may read on.
    pub(super) fn give_turns_back(&mut self) {
        self.turns.clear();
    }
}

#[cfg(test)]
mod tests {
    use super::{MOST_WAITING_OUT, Outgoing, TooSlow, pair};

    #[test]
    fn a_device_that_takes_nothing_in_is_found_out() {
        let (outlet, _inlet) = pair();
        for _ in 0..MOST_WAITING_OUT {
            assert_eq!(outlet.put(Outgoing::Frame(Vec::new())), Ok(()));
        }
        assert_eq!(outlet.put(Outgoing::Frame(Vec::new())), Err(TooSlow));
    }
}
