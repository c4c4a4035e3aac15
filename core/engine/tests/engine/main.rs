//! Both loops together, wired by hand: what a person at one device and at another would notice.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test may fail")]

mod authority;
mod deeds;
mod disk;
mod pairing;
mod road;
mod shop;
