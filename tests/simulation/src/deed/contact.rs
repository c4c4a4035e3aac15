//! Contacts: added by hand, and revised by two people at once.

use tapak_domain::Noun;
use tapak_domain::contact::ContactDraft;
use tapak_engine::command::Command;

use super::{Deed, Expect};
use crate::broken::Checked;
use crate::world::{Who, World};

impl World {
    pub(super) fn add_contact(&mut self, who: Who) -> Deed {
        let mark = format!("Kontak {}", self.buyers.mark());
        let phone = if self.dice.chance(500) { self.buyers.one(&mut self.dice).phone } else { String::new() };
        let draft = ContactDraft { name: mark.clone(), phone, ..ContactDraft::default() };
        let expect = self.expect(who, Noun::Contact, "added", Expect::Done);
        Deed { command: Command::AddContact { draft }, expect, mark, seen: 0 }
    }

    pub(super) fn revise_contact(&mut self, who: Who) -> Checked<Option<Deed>> {
        let Some(id) = self.some_contact(who)? else { return Ok(None) };
        let mut draft = self.phones[who].contact(id, self.now)?.draft;
        let mark = format!("Kontak {}", self.buyers.mark());
        draft.name.clone_from(&mark);
        let expect = self.expect(who, Noun::Contact, "revised", Expect::Done);
        Ok(Some(Deed { command: Command::ReviseContact { id, draft }, expect, mark, seen: 0 }))
    }
}
