//! A target and its bound: bytes from a stranger may be refused, never crash, and never cost more than their share.

use peak_alloc::PeakAlloc;

/// Counts for whoever links this crate. One input at a time is measured, so only one thread may run targets.
#[global_allocator]
static MEMORY: PeakAlloc = PeakAlloc;

/// One decoder under attack.
#[derive(Debug)]
pub struct Target {
    pub name: &'static str,
    /// Bytes of heap that one input may hold at its peak.
    pub most_memory: usize,
    pub attack: fn(&[u8]),
}

impl Target {
    /// Lets the decoder have these bytes.
    ///
    /// # Panics
    /// Where the decoder does, and where it took more memory than it may.
    pub fn run(&self, bytes: &[u8]) {
        MEMORY.reset_peak_usage();
        let before = MEMORY.current_usage();
        (self.attack)(bytes);
        let held = MEMORY.peak_usage().saturating_sub(before);
        assert!(held <= self.most_memory, "{} held {held} bytes for an input of {}", self.name, bytes.len());
    }
}
