//! Both loops together, wired by hand: what a person at one device and at another would notice.

#![allow(clippy::unwrap_used, clippy::wildcard_enum_match_arm, reason = "what a story does not expect fails it")]

mod addresses;
mod alike;
mod authority;
mod cards;
mod chat;
mod counter;
mod deeds;
mod disk;
mod doorstep;
mod files;
mod heal;
mod owner;
mod paid;
mod pairing;
mod pipeline;
mod recap;
mod road;
mod shop;
mod shortage;
mod site;
mod statements;
mod stock;
mod tariffs;
mod understudy;
mod verification;
