//! A person joins the shop with the invite's code, and tries the same code again until it works.

use tapak_engine::device::Input;
use tapak_engine::view::start::Pairing;

use super::calendar::Moment;
use super::{Who, World};
use crate::broken::{Checked, Rule};

const TRY_AGAIN: u64 = 20_000;

impl World {
    pub(super) fn join(&mut self, who: Who) -> Checked {
        let phone = &mut self.phones[who];
        let start = if phone.is_on() { Some(phone.start(self.now)?) } else { None };
        match start.as_ref().map(|start| &start.pairing) {
            Some(Pairing::Paired) => return Ok(()),
            Some(Pairing::Unpaired | Pairing::Rejected) if self.phones[who].is_revoked() => return Ok(()),
            Some(Pairing::Unpaired) => self.take_invite(who),
            Some(Pairing::Pairing) | None => {}
            Some(Pairing::Rejected) => {
                let problem = start.map(|start| start.problem).unwrap_or_default();
                return Err(Rule::Welcome.broken(format!("{} was rejected: {problem}", self.phones[who].name())));
            }
        }
        self.after(TRY_AGAIN, Moment::Join(who));
        Ok(())
    }

    fn take_invite(&mut self, who: Who) {
        self.tell(who, "opens the invite");
        let phone = &self.phones[who];
        let (code, person) = (phone.invite.clone(), phone.part.person.to_owned());
        let device_name = phone.part.device_name.to_owned();
        self.give_phone(who, Input::Pair { code, person, device_name });
    }
}
