//! The verdict after quiet: replicas, logs, promises, numbers, projections; and a look at the badge while the storm lasts.

mod badge;
mod effects;
mod held;
mod logs;
mod picture;
mod projections;
mod refusals;
mod replicas;
mod rows;

use crate::broken::Checked;
use crate::world::World;

impl World {
    pub(crate) fn verdict(&mut self) -> Checked {
        let log = self.check_logs()?;
        self.witness.confirm(&log)?;
        let picture = self.check_replicas()?;
        self.check_effects(&picture)?;
        self.check_refusals()?;
        self.check_projections(&picture)?;
        self.count_what_is_there(&picture, log.len());
        Ok(())
    }
}
