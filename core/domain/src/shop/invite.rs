//! Inviting one device. The record holds only the hash of the secret, so whoever reads it cannot join with it.

use serde_json::json;

use super::ManageRefusal;
use super::manage::{Decided, state};
use crate::context::Context;
use crate::policy::Role;

/// `secret_hash` is in hex, `expires` in milliseconds since 1970 UTC. With `recovery`, whoever joins takes the place of
/// the owner's lost devices.
pub fn decide(secret_hash: &str, role: Role, expires: u64, recovery: bool, context: &mut Context) -> Decided {
    if !Role::INVITABLE.contains(&role) {
        return Err(vec![ManageRefusal::Role]);
    }
    let data = [
        ("secret_hash", json!(secret_hash)),
        ("role", json!(role.code())),
        ("expires", json!(expires)),
        ("recovery", json!(recovery)),
    ];
    state("invited", data, context)
}
