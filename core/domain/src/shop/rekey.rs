//! A device signs with another key from now on. The old one, with which this is signed, goes on vouching for the past.

use serde_json::json;

use super::manage::{Decided, state};
use crate::context::Context;

/// `key` is Ed25519, in hex.
pub fn decide(key: &str, context: &mut Context) -> Decided {
    let device = context.actor.device;
    state("rekeyed", [("device", json!(device)), ("key", json!(key))], context)
}
