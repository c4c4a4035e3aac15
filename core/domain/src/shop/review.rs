//! What a revoked device still handed in waits for the owner, who takes it in or leaves it out.

use serde_json::json;

use super::manage::{Decided, state};
use super::{Held, ManageRefusal, Shop};
use crate::context::Context;

/// The relay holds a change back.
pub fn hold(held: &Held, context: &mut Context) -> Decided {
    let data = [
        ("change", json!(held.change)),
        ("device", json!(held.device)),
        ("document", json!(held.document)),
        ("noun", json!(held.noun)),
        ("title", json!(held.title)),
        ("summary", json!(held.summary)),
    ];
    state("held", data, context)
}

/// `change` is the hash of a held change, in hex.
pub fn decide(shop: &Shop, change: &str, accept: bool, context: &mut Context) -> Decided {
    if !shop.held.iter().any(|held| held.change == change && held.accepted.is_none()) {
        return Err(vec![ManageRefusal::Unknown]);
    }
    state("reviewed", [("change", json!(change)), ("accept", json!(accept))], context)
}
