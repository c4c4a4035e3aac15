//! Settings of the shop that the engine keeps to, as the shop's own record last said them.

use crate::{Store, Stored};

const WINDOW: &str = "window_days";
/// Unless the owner chose another.
const WINDOW_DAYS: u32 = 180;

impl Store {
    /// So many days after it was closed an order stays whole on every device.
    pub fn window_days(&self) -> Stored<u32> {
        let days = self.meta(WINDOW)?.and_then(|bytes| bytes.try_into().ok());
        Ok(days.map_or(WINDOW_DAYS, u32::from_le_bytes))
    }

    pub fn set_window_days(&self, days: u32) -> Stored<()> {
        self.set_meta(WINDOW, &days.to_le_bytes())
    }
}
