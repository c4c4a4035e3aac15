//! One connection: the frames on their way, and which end still holds it.

use std::collections::{BTreeMap, VecDeque};

use tapak_sync::{ChangeHash, DocumentId};

use super::Who;

/// What the network does to one frame.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Fate {
    Fine,
    Lost,
    Doubled,
    Swapped,
}

/// One direction of a connection.
#[derive(Debug, Default)]
pub(crate) struct Lane {
    frames: VecDeque<Vec<u8>>,
    /// When the last frame put in arrives.
    pub(crate) last_at: u64,
}

impl Lane {
    /// How many arrivals this makes.
    pub(crate) fn put(&mut self, frame: Vec<u8>, fate: Fate) -> u32 {
        match fate {
            Fate::Lost => return 0,
            Fate::Fine => self.frames.push_back(frame),
            Fate::Doubled => {
                self.frames.extend([frame.clone(), frame]);
                return 2;
            }
            Fate::Swapped => self.frames.insert(self.frames.len().saturating_sub(1), frame),
        }
        1
    }

    pub(crate) fn take(&mut self) -> Option<Vec<u8>> {
        self.frames.pop_front()
    }

    pub(crate) fn put_back(&mut self, frame: Vec<u8>) {
        self.frames.push_front(frame);
    }

    pub(crate) fn spill(&mut self) {
        self.frames.clear();
    }
}

#[derive(Debug)]
pub(crate) struct Wire {
    pub(crate) who: Who,
    pub(crate) up: Lane,
    pub(crate) down: Lane,
    /// The relay, or the device, still believes in this connection.
    pub(crate) at_relay: bool,
    pub(crate) at_phone: bool,
    /// Nothing gets through any more, whatever the ends believe.
    pub(crate) cut: bool,
    /// What each batch pushed here holds.
    pub(crate) pushed: BTreeMap<u32, Vec<(DocumentId, ChangeHash)>>,
}

impl Wire {
    pub(crate) fn new(who: Who) -> Self {
        let (up, down) = (Lane::default(), Lane::default());
        Self { who, up, down, at_relay: true, at_phone: true, cut: false, pushed: BTreeMap::new() }
    }
}

#[cfg(test)]
mod tests {
    use super::{Fate, Lane};

    fn arrivals(fates: &[Fate]) -> Vec<u8> {
        let mut lane = Lane::default();
        for (frame, fate) in (1..).zip(fates) {
            lane.put(vec![frame], *fate);
        }
        std::iter::from_fn(|| lane.take()).map(|frame| frame[0]).collect()
    }

    #[test]
    fn frames_get_lost_doubled_and_swapped() {
        assert_eq!(arrivals(&[Fate::Fine, Fate::Lost, Fate::Fine]), [1, 3]);
        assert_eq!(arrivals(&[Fate::Fine, Fate::Doubled]), [1, 2, 2]);
        assert_eq!(arrivals(&[Fate::Fine, Fate::Fine, Fate::Swapped]), [1, 3, 2]);
        assert_eq!(arrivals(&[Fate::Swapped]), [1]);
    }
}
