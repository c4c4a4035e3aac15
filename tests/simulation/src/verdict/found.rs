//! Conflicts as people are shown them: counted when they appear, for most are settled long before the day is over.

use std::collections::BTreeSet;

use tapak_domain::order::Conflict;
use tapak_engine::view::conflict::ConflictView;
use uuid::Uuid;

use crate::broken::Checked;
use crate::tally::Count;
use crate::world::{Who, World};

/// Which conflict of which orders.
pub(crate) type Named = (Conflict, String, BTreeSet<Uuid>);

pub(crate) fn named(row: &ConflictView) -> Named {
    (row.conflict, row.key.clone(), row.sides.iter().map(|side| side.order.id).collect())
}

impl World {
    pub(crate) fn look_at_conflicts(&mut self, who: Who) -> Checked {
        if self.phones[who].part.rogue {
            return Ok(());
        }
        let shown = self.phones[who].conflicts(self.now)?;
        self.note_conflicts(&shown);
        Ok(())
    }

    pub(super) fn note_conflicts(&mut self, shown: &[ConflictView]) {
        for row in shown {
            if self.found.insert(named(row)) {
                self.count(Count::Found(row.conflict));
            }
        }
    }
}
