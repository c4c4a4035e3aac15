//! Commands that settle conflicts.

use tapak_domain::Stamp;
use tapak_domain::order::{Conflict, settle};
use uuid::Uuid;

use super::Decided;
use crate::device::Device;

impl Device {
    pub(super) fn settle_conflict(&mut self, id: Uuid, about: (Conflict, &str), choice: &str, now: Stamp) -> Decided {
        self.about(id, now, |order, course, context| settle::decide(order, course, about, choice, context))
    }
}
