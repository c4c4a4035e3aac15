//! The verdict after quiet: replicas, logs, promises, numbers, projections; and a look at the badge while the storm lasts.

mod badge;
mod effects;
pub(crate) mod held;
mod logs;
mod picture;
mod presence;
mod projections;
mod refusals;
mod replicas;
mod rows;

use std::collections::BTreeSet;

use crate::broken::Checked;
use crate::world::World;

impl World {
    pub(crate) fn verdict(&mut self) -> Checked {
        self.check_logs()?;
        self.open_what_is_away()?;
        let log = self.check_logs()?;
        let revoked: BTreeSet<_> = (0..self.phones.len()).filter(|who| self.phones[*who].is_revoked()).collect();
        self.check_work()?;
        self.witness.confirm(&log, &self.set_aside()?, &revoked)?;
        let picture = self.check_replicas()?;
        self.check_effects(&picture)?;
        self.check_refusals()?;
        self.check_projections(&picture)?;
        self.check_presence(&picture)?;
        self.count_what_is_there(&picture, log.len());
        Ok(())
    }
}
