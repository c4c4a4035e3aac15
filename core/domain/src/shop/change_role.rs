//! A device gets another role: what it reads and may do changes, what it did before goes on counting.

use serde_json::json;

use super::manage::{Decided, state};
use super::{ManageRefusal, Shop};
use crate::context::Context;
use crate::policy::Role;
use crate::record::DeviceId;

pub fn decide(shop: &Shop, device: DeviceId, role: Role, context: &mut Context) -> Decided {
    if !Role::INVITABLE.contains(&role) {
        return Err(vec![ManageRefusal::Role]);
    }
    match shop.members.get(&device) {
        None => return Err(vec![ManageRefusal::Unknown]),
        Some(_) if device == context.actor.device => return Err(vec![ManageRefusal::Yourself]),
        Some(member) if member.revoked.is_some() => return Err(vec![ManageRefusal::Revoked]),
        Some(_) => {}
    }
    state("role_changed", [("device", json!(device)), ("role", json!(role.code()))], context)
}
