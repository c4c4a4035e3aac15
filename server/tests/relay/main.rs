//! The real binary over real sockets, with a data folder that outlives its deaths.
#![allow(clippy::unwrap_used, reason = "a story without its ground under it has to stop there")]

mod app;
mod crowd;
mod demo;
mod export;
mod forgery;
mod invites;
mod manners;
mod parse;
mod power;
mod site;
mod slow;
mod world;
