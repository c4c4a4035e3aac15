//! Keeping a device's disk small, in quiet moments: what is settled is folded, what is old is left to the relay.

use tapak_sync::Sequence;

use super::Device;
use crate::documents;
use crate::fault::Fault;

const WORTH_FOLDING: u32 = 8;
const AT_A_TIME: u32 = 8;
/// A record fetched from the relay stays so long after somebody opened it.
const KEPT_FOR: u64 = 7 * DAY;
const DAY: u64 = 24 * 60 * 60 * 1000;

impl Device {
    /// Answers whether there may be more to do.
    pub fn tidy(&mut self, now: u64) -> Result<bool, Fault> {
        self.store.begin()?;
        let done = self.tidy_some(now).and_then(|done| Ok(self.store.commit().map(|()| done)?));
        done.inspect_err(|_| self.store.rollback())
    }

    fn tidy_some(&mut self, now: u64) -> Result<bool, Fault> {
        let folded = documents::fold(&self.store, WORTH_FOLDING, Sequence(self.me.cursor), AT_A_TIME)?;
        self.bound_files()?;
        let window = u64::from(self.store.window_days()?) * DAY;
        let before = i64::try_from(now.saturating_sub(window)).unwrap_or_default();
        let left = self.store.leave_to_relay(before, now.saturating_sub(KEPT_FOR), AT_A_TIME)?;
        if left > 0 {
            self.documents.forget_all();
        }
        Ok(folded == AT_A_TIME || left == AT_A_TIME)
    }
}
