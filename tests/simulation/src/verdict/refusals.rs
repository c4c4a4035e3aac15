//! What the relay did not accept is set aside on the device that wrote it, and shown there.

use std::collections::BTreeSet;

use uuid::Uuid;

use crate::broken::{Checked, Rule};
use crate::world::{Who, World};

impl World {
    pub(super) fn check_refusals(&mut self) -> Checked {
        for (who, phone) in self.phones.iter_mut().enumerate().filter(|(_, phone)| !phone.is_revoked()) {
            let sync = phone.sync(self.now)?;
            let (shown, refused) = (sync.set_aside.len(), self.witness.refused_of(who));
            let told = sync.badge.set_aside as usize == shown && shown >= refused && (refused > 0 || shown == 0);
            let story = || format!("{} shows {shown} set aside of {refused} refused: {sync:?}", phone.name());
            Rule::SetAside.hold(told, story)?;
        }
        Ok(())
    }

    /// Records of which something was set aside: what was done to them may have fallen with it.
    pub(super) fn refused_records(&mut self) -> BTreeSet<Uuid> {
        let now = self.now;
        let views = self.phones.iter_mut().filter_map(|phone| phone.sync(now).ok());
        views.flat_map(|sync| sync.set_aside).map(|row| row.record).collect()
    }

    pub(super) fn was_rogue(&self, who: Who) -> bool {
        self.witness.refused_of(who) > 0 || self.phones[who].is_revoked()
    }
}
