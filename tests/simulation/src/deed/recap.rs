//! Rekap: what was claimed is frozen on a sheet, up to now or up to a moment ago.

use tapak_domain::Noun;
use tapak_domain::recap::FROZEN;
use tapak_engine::command::Command;

use super::{Deed, Expect};
use crate::world::cast::OLD;
use crate::world::{Who, World};

/// How long ago the afternoon was over, at most, in milliseconds.
const AGO: u64 = 120_000;

impl World {
    pub(super) fn freeze_something(&mut self, who: Who) -> Option<Deed> {
        if self.phones[who].app == OLD {
            return None;
        }
        let mut deed = self.freeze(who);
        if self.dice.chance(300) {
            let shown = self.phones[who].part.clock.shows(self.now);
            deed.command = Command::FreezeRecap { until: Some(shown.saturating_sub(self.dice.below(AGO))) };
        }
        Some(deed)
    }

    /// Everything that is in no batch yet.
    pub(super) fn freeze(&mut self, who: Who) -> Deed {
        let mark = format!("rekap {}", self.buyers.mark());
        let expect = self.expect(who, Noun::Recap, FROZEN, Expect::Either);
        Deed { command: Command::FreezeRecap { until: None }, expect, mark, seen: 0 }
    }
}
