//! Who has what open: the others see it while it lasts, and no disk ever hears of it.

use uuid::Uuid;

use super::picture::Picture;
use super::rows::Rows;
use crate::broken::{Checked, Rule};
use crate::world::{Who, World};

/// Long enough for word to get round in calm weather.
const SPREADS_WITHIN: u64 = 3_000;

impl World {
    pub(super) fn check_presence(&mut self, picture: &Picture) -> Checked {
        let records: Vec<_> = picture.pages.keys().copied().collect();
        let Some(record) = self.dice.pick(&records).copied() else { return Ok(()) };
        let there: Vec<_> = (0..self.phones.len()).filter(|who| !self.phones[*who].is_revoked()).collect();
        let Some(who) = self.dice.pick(&there).copied() else { return Ok(()) };
        let before = Rows::of(self.station.store())?;
        let head = self.head()?;
        for looks_at in [None, Some(record), None] {
            self.look(who, looks_at);
            self.live_until(self.now + SPREADS_WITHIN)?;
            self.check_seen_at(who, record, looks_at.is_some())?;
        }
        before.same_as(&Rows::of(self.station.store())?, Rule::Presence, "the relay, after looking")?;
        let after = self.head()?;
        Rule::Presence.hold(head == after, || format!("looking moved the head from {head} to {after}"))
    }

    fn check_seen_at(&mut self, who: Who, record: Uuid, there: bool) -> Checked {
        let name = self.phones[who].name();
        let others = |other: &Who| *other != who && !self.phones[*other].is_revoked();
        let others: Vec<_> = (0..self.phones.len()).filter(others).collect();
        for other in others {
            let shown = self.phones[other].order(record, self.now)?.also_here;
            let seen = shown.iter().any(|person| person == name);
            let story = || format!("{name} is at {record}: {there}; {} shows {shown:?}", self.phones[other].name());
            Rule::Presence.hold(seen == there, story)?;
        }
        Ok(())
    }

    fn head(&self) -> Checked<u64> {
        Ok(self.station.store().map(tapak_store::Store::head).transpose()?.unwrap_or_default().get())
    }
}
