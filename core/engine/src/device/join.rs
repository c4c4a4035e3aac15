//! Joining a shop, being welcomed, and knowing who else is in it.

use tapak_domain::Role;
use tapak_sync::client::{Event, Joining, RosterNews, Status};
use tapak_sync::message::{Paired, Seen};
use tapak_sync::{ByeCode, Invite, Roster};
use uuid::Uuid;

use super::Device;
use super::event::Topic;
use super::me::Enrolled;
use super::turn::Turn;
use crate::crew::Crew;
use crate::fault::Fault;

impl Device {
    pub(super) fn pair(
        &mut self,
        code: &str,
        person: String,
        device_name: String,
        turn: &mut Turn,
    ) -> Result<(), Fault> {
        turn.touch(Topic::Start);
        // Printed codes stand in groups.
        let code: String = code.split_whitespace().collect();
        let invite = match Invite::from_code(&code) {
            Ok(invite) => invite,
            Err(error) => {
                error.code().clone_into(&mut self.me.problem);
                return Ok(());
            }
        };
        if self.me.enrolled.is_some() && !self.is_rejected() {
            "already_paired".clone_into(&mut self.me.problem);
            return Ok(());
        }
        self.become_somebody(person, device_name)?;
        let joining = self.joining(invite.secret);
        self.tell(Event::Pair(Box::new(joining)), turn)
    }

    /// On disk before the relay hears of it. A device that was shown the door comes back as another one.
    fn become_somebody(&mut self, person: String, device_name: String) -> Result<(), Fault> {
        if self.me.enrolled.is_some() {
            self.me = self.me.clone().reborn(&mut self.dice);
        }
        self.me.problem.clear();
        (self.me.person, self.me.device_name) = (person, device_name);
        self.me.save(&self.store)
    }

    fn joining(&self, secret: [u8; 16]) -> Joining {
        Joining {
            secret,
            device: self.me.wire_id(),
            replica: self.me.replica(),
            key: self.me.key(),
            device_name: self.me.device_name.clone(),
            person: self.me.person.clone(),
        }
    }

    pub(super) fn is_rejected(&self) -> bool {
        matches!(self.connection.status, Status::Rejected(_))
    }

    pub(super) fn paired(&mut self, paired: Paired, turn: &mut Turn) -> Result<(), Fault> {
        let Some(role) = Role::from_code(&paired.role) else {
            ByeCode::UpdateTheApp.code().clone_into(&mut self.me.problem);
            return Ok(());
        };
        let shop = Uuid::from_bytes(paired.shop.to_bytes());
        let Paired { shop_name, epoch, prefix, .. } = paired;
        self.me.enrolled = Some(Enrolled { shop, shop_name, role, prefix });
        self.me = self.me.clone().unread();
        self.me.epoch = epoch;
        self.me.problem.clear();
        turn.touch(Topic::Start);
        self.belong_to(shop, turn)
    }

    pub(super) fn meet_again(&mut self, crew: RosterNews, turn: &mut Turn) -> Result<(), Fault> {
        match crew {
            RosterNews::Is(roster) => self.meet(roster, turn),
            RosterNews::Stays(seen) => {
                for Seen { device, cursor } in seen {
                    self.seen(device, cursor, turn);
                }
                Ok(())
            }
        }
    }

    pub(super) fn meet(&mut self, roster: Roster, turn: &mut Turn) -> Result<(), Fault> {
        if roster == *self.crew.roster() {
            return Ok(());
        }
        let own = roster.find(self.me.wire_id()).map(|entry| entry.key);
        if own.is_some() && own == self.me.next_public_key() && self.me.adopt_next_key() {
            self.client.sign_with(self.me.key());
        }
        self.store.replace_roster(&roster)?;
        self.crew = Crew::new(roster);
        for id in self.store.records_of_strangers()? {
            self.documents.mark(id);
        }
        turn.touch(Topic::Sync);
        turn.touch(Topic::Orders);
        Ok(())
    }

    pub(super) fn refused(&mut self, code: ByeCode, turn: &mut Turn) {
        if code.fatal() {
            code.code().clone_into(&mut self.me.problem);
            turn.touch(Topic::Start);
        }
    }
}
