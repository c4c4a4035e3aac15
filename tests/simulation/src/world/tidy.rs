//! Quiet moments: devices and the relay fold what is settled, and devices leave to the relay what is old. Power may fail.

use std::collections::BTreeMap;

use tapak_engine::Fault;
use tapak_store::document::Held;
use tapak_sync::DocumentId;

use super::doom::Crash;
use super::{Who, World};
use crate::broken::{Broken, Checked, Rule};
use crate::tally::Count;
use crate::verdict::held;

/// Calls in one quiet moment, at most.
const MOST: u64 = 6;

type Documents = BTreeMap<DocumentId, Held>;

impl World {
    pub(crate) fn tidy_phone(&mut self, who: Who) -> Checked {
        let leaves = !self.plan.away || self.knows_the_relay(who);
        let Some(before) = self.phones[who].store().filter(|_| leaves && self.phones[who].is_on()).map(held::all)
        else {
            return Ok(());
        };
        let (before, struck, times) = (before?, self.power_fails(), 1 + self.dice.below(MOST));
        let broken = self.phones[who].disk_full || struck == Some(Crash::BeforeCommit);
        self.phones[who].break_disk(broken);
        let tidied = (0..times).try_for_each(|_| self.phones[who].tidy(self.now).map(drop));
        judge(self.phones[who].name(), tidied, broken)?;
        let after = self.phones[who].store().map(held::all).transpose()?.unwrap_or_default();
        self.count_tidied(&before, &after);
        match struck {
            Some(crash) => self.crash_phone(who, crash),
            None => self.phones[who].break_disk(broken),
        }
        Ok(())
    }

    pub(crate) fn tidy_relay(&mut self) -> Checked {
        let Some(before) = self.station.store().filter(|_| self.station.is_on()).map(held::all) else { return Ok(()) };
        let (before, struck, times) = (before?, self.power_fails(), 1 + self.dice.below(MOST));
        let broken = self.station.disk_full || struck == Some(Crash::BeforeCommit);
        self.station.break_disk(broken);
        let tidied = (0..times).try_for_each(|_| self.station.tidy(self.now).map(drop));
        judge("the relay", tidied, broken)?;
        let after = self.station.store().map(held::all).transpose()?.unwrap_or_default();
        self.count_tidied(&before, &after);
        match struck {
            Some(crash) => self.crash_relay(crash),
            None => self.station.break_disk(broken),
        }
        Ok(())
    }

    fn power_fails(&mut self) -> Option<Crash> {
        self.dice.one([None, None, None, Some(Crash::BeforeCommit), Some(Crash::AfterCommit)])
    }

    fn count_tidied(&mut self, before: &Documents, after: &Documents) {
        let changed = || before.iter().filter_map(|(document, before)| Some((before, after.get(document)?)));
        let folded = changed().filter(|(before, after)| after.whole && before.folded < after.folded).count();
        let left = changed().filter(|(before, after)| before.whole && !after.whole).count();
        self.tally.add_many(Count::Folds, folded as u64);
        self.tally.add_many(Count::Left, left as u64);
    }
}

/// Tidying saves nothing on a disk that takes nothing, and says so.
fn judge(name: &str, tidied: Result<(), Fault>, broken: bool) -> Checked {
    match (tidied, broken) {
        (Ok(()), false) | (Err(_), true) => Ok(()),
        (Ok(()), true) => Err(Rule::HonestFault.broken(format!("{name} tidied a disk that takes nothing"))),
        (Err(fault), false) => Err(Broken::from(fault)),
    }
}
