//! Revoking a device: it is out at once, and with `wipe` it takes everything off its disk when it comes again.

use serde_json::json;

use super::manage::{Decided, state};
use super::{ManageRefusal, Shop};
use crate::context::Context;
use crate::record::DeviceId;

pub fn decide(shop: &Shop, device: DeviceId, wipe: bool, context: &mut Context) -> Decided {
    match shop.members.get(&device) {
        None => return Err(vec![ManageRefusal::Unknown]),
        Some(_) if device == context.actor.device => return Err(vec![ManageRefusal::Yourself]),
        Some(member) if member.revoked.is_some() && !wipe => return Err(vec![ManageRefusal::Revoked]),
        Some(_) => {}
    }
    state("revoked", [("device", json!(device)), ("wipe", json!(wipe))], context)
}
