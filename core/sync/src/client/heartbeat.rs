//! Silence: when to ask whether the other end is still there, and when to stop believing it.

use super::{Client, Turn};
use crate::message::{Ping, Pong, ROSTER_DIGEST, ToRelay};

const PING_AFTER: u64 = 20_000;
const DEAD_AFTER: u64 = 45_000;

#[derive(Debug)]
pub(super) struct Beat {
    heard: u64,
    spoke: u64,
    pinged: u64,
}

impl Beat {
    pub(super) fn new(now: u64) -> Self {
        Self { heard: now, spoke: now, pinged: now }
    }

    pub(super) fn silent_for(&self, now: u64) -> u64 {
        now.saturating_sub(self.heard)
    }

    pub(super) fn hear(&mut self, now: u64) {
        self.heard = now;
    }

    pub(super) fn speak(&mut self, now: u64) {
        self.spoke = now;
    }

    pub(super) fn dead_at(&self) -> u64 {
        self.heard + DEAD_AFTER
    }

    /// Either direction falling silent is reason enough: the relay counts our silence too.
    pub(super) fn ping_at(&self) -> u64 {
        self.heard.min(self.spoke).max(self.pinged) + PING_AFTER
    }

    pub(super) fn ping(&mut self, roster: Option<[u8; ROSTER_DIGEST]>, turn: &mut Turn) {
        self.pinged = turn.now;
        turn.send(&ToRelay::Ping(Ping { at: turn.now, roster }));
    }
}

impl Client {
    pub(super) fn heard(&mut self, now: u64) {
        if let Some(live) = self.live() {
            live.beat.hear(now);
        }
    }

    pub(super) fn pong(&mut self, pong: Pong, turn: &mut Turn) {
        self.head_is(pong.head, turn.now);
        if self.live().is_some() {
            self.backoff.reset();
        }
    }
}
