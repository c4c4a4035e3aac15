//! The owner gives somebody other work: what a device reads and may do changes while it is writing.

use tapak_domain::Role;
use tapak_engine::command::Command;
use uuid::Uuid;

use super::{Who, World};
use crate::broken::{Checked, Rule};
use crate::deed::{Deed, Expect};
use crate::tally::Count;

const OWNER: Who = 0;
const WORK: [Role; 3] = [Role::Cs, Role::Finance, Role::Warehouse];

impl World {
    pub(crate) fn change_work(&mut self) -> Checked {
        let who = 1 + self.dice.index(self.phones.len() - 1);
        let phone = &self.phones[who];
        if phone.part.rogue || phone.is_revoked() || !self.is_paired(OWNER)? {
            return Ok(());
        }
        // What a relay lost in silence may be on this device alone, which would forget it with what it may no longer
        // read, before it could find out.
        if self.restored.in_silence {
            return Ok(());
        }
        let (Some(device), role) = (self.device_of(who)?, self.dice.one(WORK)) else { return Ok(()) };
        let phone = &mut self.phones[who];
        if role == phone.part.role {
            return Ok(());
        }
        phone.roles.push(role);
        self.ledger.loosen(who);
        let mark = format!("{} becomes {}", self.phones[who].name(), role.code());
        let command = Command::ChangeRole { device, role: role.code().to_owned() };
        self.act(OWNER, Deed { command, expect: Expect::Either, mark, seen: 0 });
        Ok(())
    }

    /// Somebody's role is on its way to the relay.
    pub(super) fn work_is_changing(&self) -> bool {
        self.phones.iter().any(|phone| phone.roles.last() != Some(&phone.part.role))
    }

    /// What the relay knows from here on.
    pub(super) fn note_work(&mut self) -> Checked {
        for (person, role) in self.roles_at_the_relay()? {
            let Some(who) = self.phones.iter().position(|phone| phone.name() == person) else { continue };
            let phone = &mut self.phones[who];
            if std::mem::replace(&mut phone.part.role, role) != role {
                self.count(Count::RoleChanges);
                self.tell(who, format_args!("is {} now", role.code()));
            }
        }
        Ok(())
    }

    fn roles_at_the_relay(&self) -> Checked<Vec<(String, Role)>> {
        let roster = self.station.store().map(tapak_store::Store::roster).transpose()?.unwrap_or_default();
        let roles = roster.0.into_iter().filter_map(|entry| Some((entry.person, Role::from_code(&entry.role)?)));
        Ok(roles.collect())
    }

    /// Everybody is what the owner said, and knows it.
    pub(crate) fn check_work(&mut self) -> Checked {
        for who in 0..self.phones.len() {
            if self.phones[who].is_revoked() {
                continue;
            }
            let (role, given) = (self.phones[who].part.role, self.given_to(who)?);
            let fits = given.is_empty() || given.iter().any(|code| code == role.code());
            Rule::Effect.hold(fits, || format!("{} was given {given:?} and is {role:?}", self.phones[who].name()))?;
            let believed = self.phones[who].start(self.now)?.role;
            let name = self.phones[who].name();
            Rule::Equal
                .hold(believed == role.code(), || format!("{name} is {role:?} and believes to be {believed}"))?;
        }
        Ok(())
    }

    /// The roles of all commands about this device that were done.
    fn given_to(&self, who: Who) -> Checked<Vec<String>> {
        let own = self.device_of(who)?.unwrap_or(Uuid::nil());
        let mut given = Vec::new();
        for (promise, _) in self.ledger.done() {
            if let Command::ChangeRole { device, role } = &promise.command {
                given.extend((*device == own).then(|| role.clone()));
            }
        }
        Ok(given)
    }
}
