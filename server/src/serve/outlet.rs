//! The two ends between the storage thread and one socket: what goes out, and how many frames may wait to come in.

use std::sync::Arc;

use tapak_sync::ByeCode;
use tokio::sync::{OwnedSemaphorePermit, Semaphore, mpsc, oneshot};

/// Frames that may wait for a slow device, and their bytes. A device that keeps up has eight pages under way.
const MOST_WAITING_OUT: usize = 1_024;
const MOST_BYTES_OUT: usize = 1024 * 1024;
/// Frames of one socket that may wait for the disk; then it is not read until some are answered.
const MOST_WAITING_IN: usize = 8;

#[derive(Debug)]
pub(super) enum Outgoing {
    /// With the room it takes until it is written.
    Frame(Vec<u8>, OwnedSemaphorePermit),
    Close(ByeCode),
}

/// The right to have one more frame waiting for the disk.
pub(super) type Turn = OwnedSemaphorePermit;

/// The storage thread's end. Dropping it lets what was sent flow out.
#[derive(Debug)]
pub(super) struct Outlet {
    frames: mpsc::Sender<Outgoing>,
    room: Arc<Semaphore>,
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
    let room = Arc::new(Semaphore::new(MOST_BYTES_OUT));
    (Outlet { frames: sender, room, cut, turns: Vec::new() }, Inlet { frames, cut: was_cut, turns })
}

impl Outlet {
    pub(super) fn put(&self, frame: Vec<u8>) -> Result<(), TooSlow> {
        let bytes = u32::try_from(frame.len()).map_err(|_| TooSlow)?;
        let room = Arc::clone(&self.room).try_acquire_many_owned(bytes).map_err(|_| TooSlow)?;
        self.send(Outgoing::Frame(frame, room))
    }

    /// After everything that was put before it.
    pub(super) fn close(&self, code: ByeCode) -> Result<(), TooSlow> {
        self.send(Outgoing::Close(code))
    }

    fn send(&self, outgoing: Outgoing) -> Result<(), TooSlow> {
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
    use super::{MOST_BYTES_OUT, MOST_WAITING_OUT, Outgoing, TooSlow, pair};

    #[test]
    fn a_device_that_takes_nothing_in_is_found_out_by_the_number_of_its_frames() {
        let (outlet, _inlet) = pair();
        for _ in 0..MOST_WAITING_OUT {
            assert_eq!(outlet.put(Vec::new()), Ok(()));
        }
        assert_eq!(outlet.put(Vec::new()), Err(TooSlow));
    }

    #[test]
    fn and_long_before_that_by_their_bytes_until_some_are_written() {
        let (outlet, mut inlet) = pair();
        let half = || vec![0; MOST_BYTES_OUT / 2];
        assert_eq!((outlet.put(half()), outlet.put(half())), (Ok(()), Ok(())));
        assert_eq!(outlet.put(vec![0]), Err(TooSlow));
        let written = inlet.frames.try_recv();
        assert!(matches!(written, Ok(Outgoing::Frame(..))));
        drop(written);
        assert_eq!(outlet.put(half()), Ok(()));
    }
}
