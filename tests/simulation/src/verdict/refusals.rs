//! What the relay did not accept is set aside on the device that wrote it, and shown there.

use std::collections::BTreeSet;

use tapak_sync::ChangeHash;
use uuid::Uuid;

use crate::broken::{Checked, Rule};
use crate::world::phone::Phone;
use crate::world::{Who, World};

impl World {
    pub(super) fn check_refusals(&mut self) -> Checked {
        let erased = self.erased()?;
        for (who, phone) in self.phones.iter_mut().enumerate().filter(|(_, phone)| !phone.is_revoked()) {
            let sync = phone.sync(self.now)?;
            let (shown, refused) = (sync.set_aside.len(), self.witness.refused_of(who, &erased));
            // What a role may no longer read is set aside without asking the relay.
            let expected = refused > 0 || shown == 0 || phone.changes_roles();
            let told = sync.badge.set_aside as usize == shown && shown >= refused && expected;
            let story = || format!("{} shows {shown} set aside of {refused} refused: {sync:?}", phone.name());
            Rule::SetAside.hold(told, story)?;
        }
        Ok(())
    }

    /// Every change that lies aside somewhere.
    pub(super) fn set_aside(&self) -> Checked<BTreeSet<ChangeHash>> {
        let mut aside = BTreeSet::new();
        for store in self.phones.iter().filter_map(Phone::store) {
            aside.extend(store.all_set_aside()?.into_iter().map(|kept| kept.hash));
        }
        Ok(aside)
    }

    /// Records of which something was set aside: what was done to them may have fallen with it.
    pub(super) fn refused_records(&mut self) -> BTreeSet<Uuid> {
        let now = self.now;
        let views = self.phones.iter_mut().filter_map(|phone| phone.sync(now).ok());
        views.flat_map(|sync| sync.set_aside).map(|row| row.record).collect()
    }

    pub(super) fn was_rogue(&self, who: Who) -> bool {
        self.witness.refused_of(who, &BTreeSet::new()) > 0
            || self.phones[who].is_revoked()
            || self.phones[who].changes_roles()
    }
}
