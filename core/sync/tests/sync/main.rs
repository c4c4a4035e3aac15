//! Stories about a shop's devices and its relay, told through both state machines and an in-memory log.
#![allow(clippy::unwrap_used, reason = "a story without its ground under it has to stop there")]

mod chaos;
mod device;
mod dice;
mod frames;
mod golden;
mod golden_two;
mod host;
mod late;

mod log;
mod manners;
mod odd_relay;
mod pairing;
mod stories;
mod trouble;
mod waiting;
mod world;
