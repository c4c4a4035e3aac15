//! The command of the counter: a sale in one go.

use tapak_domain::Stamp;
use tapak_domain::order::{OrderDraft, sell};

use super::Decided;
use crate::device::Device;
use crate::device::turn::Turn;

impl Device {
    pub(super) fn sell_order(&mut self, draft: &OrderDraft, paid_in: &str, now: Stamp, turn: &mut Turn) -> Decided {
        self.draw(turn)?;
        let draft = sell::over_the_counter(draft);
        let left = self.left_for(&draft, None)?;
        let lacking: Vec<_> = (0..left.len()).filter(|line| left[*line].indent).collect();
        self.number_order(&draft, now, |number, contact, context| {
            sell::decide(&draft, (number, contact), paid_in, &lacking, context)
        })
    }
}
