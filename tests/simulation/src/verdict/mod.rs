//! The verdict after quiet: replicas, logs, promises, numbers, projections; and a look at the badge while the storm lasts.

mod badge;
mod counts;
mod effects;
mod erasure;
mod files;
pub(crate) mod found;
pub(crate) mod held;
mod logs;
mod picture;
mod plain;
mod presence;
mod projections;
mod refusals;
mod replicas;
mod revoked;
mod rows;
mod senders;
mod side_by_side;

use std::collections::BTreeSet;

use crate::broken::Checked;
use crate::ledger::witness::Excused;
use crate::world::World;

impl World {
    pub(crate) fn verdict(&mut self) -> Checked {
        self.hide_conflicts()?;
        self.check_logs()?;
        self.open_what_is_away()?;
        let log = self.check_logs()?;
        let revoked: BTreeSet<_> = (0..self.phones.len()).filter(|who| self.phones[*who].is_revoked()).collect();
        self.check_work()?;
        self.witness.confirm(&log, &Excused { aside: self.set_aside()?, revoked, erased: self.erased()? })?;
        let picture = self.check_replicas()?;
        self.check_effects(&picture)?;
        self.check_side_by_side(&picture)?;
        self.check_refusals()?;
        self.check_revoked(&picture)?;
        self.check_erasure(&picture)?;
        self.check_files(&picture)?;
        self.check_senders(&picture)?;
        self.check_projections(&picture)?;
        self.check_presence(&picture)?;
        self.count_what_is_there(&picture, log.len());
        Ok(())
    }
}
