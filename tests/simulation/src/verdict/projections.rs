//! What the lists show is what the documents say: drawn anew, nothing changes, on no replica.

use super::picture::Picture;
use super::rows::Rows;
use crate::broken::{Checked, Rule};
use crate::world::World;

impl World {
    /// The relay has no screen: its rows are compared as they lie on disk.
    pub(super) fn check_projections(&mut self, picture: &Picture) -> Checked {
        let rows = Rows::of(self.station.store())?;
        self.station.rebuild()?;
        rows.same_as(&Rows::of(self.station.store())?, Rule::Projection, "the relay, drawn anew")?;
        let now = self.now;
        self.phones.iter_mut().filter(|phone| !phone.is_revoked()).try_for_each(|phone| {
            let rows = rows.as_read_by(phone.part.role);
            rows.same_as(&Rows::of(phone.store())?, Rule::Equal, phone.name())?;
            phone.rebuild()?;
            rows.same_as(&Rows::of(phone.store())?, Rule::Projection, phone.name())?;
            let redrawn = Picture::of(phone, now)?;
            picture.as_read_by(phone.part.role).same_as(&redrawn, Rule::Projection, ["shown", phone.name()])
        })
    }
}
