//! What crossed the wire, both ways.

use std::sync::atomic::{AtomicU64, Ordering};

use serde::{Deserialize, Serialize};

#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Wire {
    pub(crate) bytes: u64,
    pub(crate) messages: u64,
}

impl Wire {
    pub(crate) const fn since(self, before: Self) -> Self {
        Self { bytes: self.bytes - before.bytes, messages: self.messages - before.messages }
    }
}

/// Counts on the thread of the socket, read by the one that answers the bench.
#[derive(Debug, Default)]
pub(crate) struct Counter {
    bytes: AtomicU64,
    messages: AtomicU64,
}

impl Counter {
    pub(crate) fn count(&self, message: &[u8]) {
        self.bytes.fetch_add(message.len() as u64, Ordering::Relaxed);
        self.messages.fetch_add(1, Ordering::Relaxed);
    }

    pub(crate) fn read(&self) -> Wire {
        Wire { bytes: self.bytes.load(Ordering::Relaxed), messages: self.messages.load(Ordering::Relaxed) }
    }
}
