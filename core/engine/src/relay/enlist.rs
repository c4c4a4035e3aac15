//! From the shop's record to what the relay goes by: the roster, the invites, and what the owner decided of held changes.

use tapak_domain::shop::{Member, Shop};
use tapak_domain::{DeviceId, Role};
use tapak_sync::relay::{Event, Session};
use tapak_sync::{ByeCode, ChangeHash, Outcome, ReplicaId, RosterEntry, Sequence};

use super::append::Bearer;
use super::event::Socket;
use super::{Relay, Turn};
use crate::crew::{self, Crew};
use crate::fault::Fault;
use crate::hex;

impl Relay {
    /// Brings roster and invites up to what the record says.
    pub(super) fn enlist(&mut self) -> Result<(), Fault> {
        self.draw()?;
        self.news.shop = false;
        let shop = self.shop()?;
        shop.members.iter().filter_map(|(id, member)| entry(*id, member)).try_for_each(|e| self.store.enrol(&e))?;
        for (secret_hash, invited) in &shop.invites {
            if let Some(hash) = hex::read(secret_hash) {
                self.store.add_invite(&hash, invited.role.code(), invited.expires, invited.recovery)?;
            }
        }
        let mut roster = self.store.roster()?;
        roster.0.iter_mut().for_each(|entry| self.crew.remember_seen(entry));
        self.news.roster |= roster != *self.crew.roster();
        self.crew = Crew::new(roster);
        self.take_in_reviewed(&shop)
    }

    /// What the owner accepted is numbered as if it had come in time.
    fn take_in_reviewed(&mut self, shop: &Shop) -> Result<(), Fault> {
        for held in shop.held.iter().filter(|held| held.accepted == Some(true)) {
            let Some(hash) = hex::read(&held.change).map(ChangeHash::new) else { continue };
            let Some(change) = self.store.set_aside_change(hash)? else { continue };
            self.pardoned = Some(hash);
            let device = crew::wire(self.identity.device());
            let bearer = Bearer { device, replica: ReplicaId::new([0; 16]) };
            let outcomes = self.append(bearer, std::slice::from_ref(&change));
            self.pardoned = None;
            if let [Outcome::Accepted(_) | Outcome::Known(_)] = outcomes?[..] {
                self.store.take_back(hash)?;
            }
        }
        Ok(())
    }

    /// A device with another role than it was welcomed with comes again, and is told what it may read now.
    pub(super) fn part_from_changed_roles(&mut self, turn: &mut Turn) -> Result<(), Fault> {
        let changed = |(socket, session): (&Socket, &Session)| {
            let entry = self.crew.roster().find(session.device()?)?;
            let other = entry.revoked_at.is_none() && session.role().is_some_and(|role| role != entry.role);
            other.then_some(*socket)
        };
        let sockets: Vec<_> = self.sessions.iter().filter_map(changed).collect();
        sockets.into_iter().try_for_each(|socket| self.tell(socket, Event::End(ByeCode::RoleChanged), turn))
    }
}

fn entry(id: DeviceId, member: &Member) -> Option<RosterEntry> {
    let codes = |roles: &[Role]| roles.iter().map(|role| role.code().to_owned()).collect::<Vec<_>>();
    let keys: Vec<[u8; 32]> = member.keys_before.iter().filter_map(|key| hex::read(key)).collect();
    Some(RosterEntry {
        device: crew::wire(id),
        key: hex::read(&member.key)?,
        person: member.person.clone(),
        device_name: member.device_name.clone(),
        role: member.role.code().to_owned(),
        prefix: member.prefix.clone(),
        revoked_at: member.revoked,
        seen: Sequence::ZERO,
        roles_before: Some(codes(&member.roles_before)).filter(|roles| !roles.is_empty()),
        keys_before: Some(keys.concat()).filter(|keys| !keys.is_empty()),
        wipe: member.wipe.then_some(true),
    })
}
