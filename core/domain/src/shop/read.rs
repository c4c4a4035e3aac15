//! The shop read from its record, fact by fact: who was the owner when something was said decides whether it counts.

use std::collections::{BTreeMap, BTreeSet};

use serde::Deserialize;
use serde::de::DeserializeOwned;
use serde_json::Value;
use uuid::Uuid;

use super::settings::Settings;
use crate::policy::{Role, may};
use crate::record::{DeviceId, Fact, Noun, Record};
use crate::stock::{Move, unpack};

/// A device of the shop, today or once.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Member {
    /// Ed25519, in hex.
    pub key: String,
    pub person: String,
    pub device_name: String,
    pub role: Role,
    pub prefix: String,
    /// Milliseconds since 1970 UTC.
    pub revoked: Option<u64>,
    pub wipe: bool,
    pub roles_before: Vec<Role>,
    pub keys_before: Vec<String>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Invited {
    pub role: Role,
    /// Milliseconds since 1970 UTC.
    pub expires: u64,
    pub recovery: bool,
    pub used_by: Option<DeviceId>,
}

/// A change of a revoked device that waits for the owner.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Held {
    /// Its hash, in hex.
    pub change: String,
    pub device: Uuid,
    pub document: Uuid,
    pub noun: String,
    pub title: String,
    pub summary: String,
    pub accepted: Option<bool>,
}

#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Shop {
    pub name: String,
    pub members: BTreeMap<DeviceId, Member>,
    /// By the hash of the secret, in hex.
    pub invites: BTreeMap<String, Invited>,
    pub held: Vec<Held>,
    pub purged: BTreeSet<Uuid>,
    /// What orders that were erased had taken off the shelf.
    pub sold: Vec<Move>,
    pub window_days: Option<u32>,
    pub settings: Settings,
}

impl Shop {
    pub fn new(record: &Record) -> Self {
        let mut shop = Self { name: record.get("name"), ..Self::default() };
        for fact in &record.facts {
            if shop.counts(fact) {
                shop.take(fact);
            }
        }
        shop
    }

    /// The first word is the relay's own; after that only who is a member has one.
    fn counts(&self, fact: &Fact) -> bool {
        match self.members.get(&fact.by) {
            Some(member) => {
                let roles = member.roles_before.iter().chain([&member.role]);
                roles.into_iter().any(|role| may(*role, Noun::Shop, &fact.kind))
            }
            None => self.members.is_empty() && fact.kind == "enrolled",
        }
    }

    fn take(&mut self, fact: &Fact) {
        match fact.kind.as_str() {
            "enrolled" => self.enrolled(fact),
            "invited" => self.invited(fact),
            "revoked" => self.revoked(fact),
            "role_changed" => self.role_changed(fact),
            "rekeyed" => self.rekeyed(fact),
            "set_up" => self.settings.take(fact),
            "window_set" => self.window_days = data(fact, "days").or(self.window_days),
            "purged" => self.purged(fact),
            "held" => self.held.extend(held(fact)),
            "reviewed" => self.reviewed(fact),
            _ => {}
        }
    }

    /// Two owners may erase one person apart: what was sold is sold once.
    fn purged(&mut self, fact: &Fact) {
        let documents = fact.data.get("documents").and_then(Value::as_array);
        for document in documents.into_iter().flatten() {
            let id = document.get("id").and_then(Value::as_str).and_then(|id| Uuid::parse_str(id).ok());
            if id.is_some_and(|id| self.purged.insert(id)) {
                let sold = document.get("sold").and_then(|sold| Vec::deserialize(sold).ok());
                self.sold.extend(unpack(sold.unwrap_or_default()));
            }
        }
    }

    /// A device that joins again keeps its past.
    fn enrolled(&mut self, fact: &Fact) {
        let (Some(device), Some(role)) = (device(fact), role(fact)) else { return };
        let before = self.members.remove(&device);
        let mut member = Member {
            key: fact.text("key").to_owned(),
            person: fact.text("person").to_owned(),
            device_name: fact.text("device_name").to_owned(),
            role,
            prefix: fact.text("prefix").to_owned(),
            revoked: None,
            wipe: false,
            roles_before: Vec::new(),
            keys_before: Vec::new(),
        };
        if let Some(before) = before {
            (member.roles_before, member.keys_before) = (before.roles_before, before.keys_before);
            member.roles_before.push(before.role);
            member.keys_before.push(before.key);
        }
        if let Some(invite) = self.invites.get_mut(fact.text("secret_hash")) {
            invite.used_by = Some(device);
        }
        self.members.insert(device, member);
    }

    fn invited(&mut self, fact: &Fact) {
        let Some(role) = role(fact) else { return };
        let (expires, recovery) =
            (data(fact, "expires").unwrap_or_default(), data(fact, "recovery").unwrap_or_default());
        let invited = Invited { role, expires, recovery, used_by: None };
        self.invites.entry(fact.text("secret_hash").to_owned()).or_insert(invited);
    }

    fn revoked(&mut self, fact: &Fact) {
        if let Some(member) = device(fact).and_then(|device| self.members.get_mut(&device)) {
            member.revoked.get_or_insert(fact.at.millis);
            member.wipe |= data::<bool>(fact, "wipe").unwrap_or_default();
        }
    }

    fn role_changed(&mut self, fact: &Fact) {
        let (Some(device), Some(role)) = (device(fact), role(fact)) else { return };
        if let Some(member) = self.members.get_mut(&device).filter(|member| member.role != role) {
            member.roles_before.push(std::mem::replace(&mut member.role, role));
        }
    }

    /// Only a device's own key makes way for another.
    fn rekeyed(&mut self, fact: &Fact) {
        if let Some(member) = self.members.get_mut(&fact.by) {
            member.keys_before.push(std::mem::replace(&mut member.key, fact.text("key").to_owned()));
        }
    }

    fn reviewed(&mut self, fact: &Fact) {
        let change = fact.text("change");
        if let Some(held) = self.held.iter_mut().find(|held| held.change == change && held.accepted.is_none()) {
            held.accepted = data(fact, "accept");
        }
    }
}

fn data<T: DeserializeOwned>(fact: &Fact, key: &str) -> Option<T> {
    T::deserialize(fact.data.get(key)?).ok()
}

fn device(fact: &Fact) -> Option<DeviceId> {
    data(fact, "device")
}

fn role(fact: &Fact) -> Option<Role> {
    Role::from_code(fact.text("role"))
}

fn held(fact: &Fact) -> Option<Held> {
    Some(Held {
        change: fact.text("change").to_owned(),
        device: data(fact, "device")?,
        document: data(fact, "document")?,
        noun: fact.text("noun").to_owned(),
        title: fact.text("title").to_owned(),
        summary: fact.text("summary").to_owned(),
        accepted: None,
    })
}
