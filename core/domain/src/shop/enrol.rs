//! A device joined: only the relay says so, because only it saw the secret.

use serde_json::json;

use super::manage::{Decided, state};
use crate::context::Context;
use crate::policy::Role;
use crate::record::DeviceId;

/// Who joins, as what.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Newcomer<'a> {
    pub device: DeviceId,
    /// Ed25519, in hex.
    pub key: &'a str,
    pub person: &'a str,
    pub device_name: &'a str,
    pub role: Role,
    /// What its order numbers begin with.
    pub prefix: &'a str,
    /// Of the invite's secret, in hex; empty for the relay itself.
    pub secret_hash: &'a str,
}

pub fn decide(newcomer: &Newcomer<'_>, context: &mut Context) -> Decided {
    let data = [
        ("device", json!(newcomer.device)),
        ("key", json!(newcomer.key)),
        ("person", json!(newcomer.person)),
        ("device_name", json!(newcomer.device_name)),
        ("role", json!(newcomer.role.code())),
        ("prefix", json!(newcomer.prefix)),
        ("secret_hash", json!(newcomer.secret_hash)),
    ];
    state("enrolled", data, context)
}
