//! Hari ini: what waits for this role, longest first, and what others hold.

use tapak_domain::Role;
use tapak_domain::order::Standing;
use tapak_store::order::{Sort, Tally, Wanted};

use crate::device::Device;
use crate::fault::Fault;
use crate::view::today::{QueueView, TodayView};

/// How many of the longest-waiting records are shown.
const WAITING: u32 = 20;
const DAY: i64 = 24 * 60 * 60 * 1000;
/// The shop's clock: West Indonesian Time, seven hours ahead of UTC, all year.
const WIB: i64 = 7 * 60 * 60 * 1000;

/// A queue, the standing it collects, and whose turn it is.
const QUEUES: &[(&str, Standing, &[Role])] = &[
    ("to_complete", Standing::Draft, &[Role::Owner, Role::Cs]),
    ("to_ship", Standing::Checked, &[Role::Warehouse]),
    ("conflict", Standing::CancelledAndShipped, &[Role::Owner, Role::Cs]),
];

impl Device {
    pub(super) fn show_today(&self, now: u64) -> Result<TodayView, Fault> {
        let role = self.role();
        let mine = |roles: &[Role]| role.is_some_and(|role| roles.contains(&role));
        let mut all = QUEUES
            .iter()
            .map(|(key, standing, roles)| Ok(queue(key, self.store.tally(*standing)?, mine(roles))))
            .collect::<Result<Vec<_>, Fault>>()?;
        all.extend(self.refused_queue()?);
        let shipped = self.store.count_shipped_since(midnight(now))?;
        let shipped = queue("shipped_today", Tally { count: shipped, oldest: None }, false);
        let (mut queues, others): (Vec<_>, Vec<_>) = all.into_iter().partition(|queue| queue.mine);
        queues.push(shipped);
        Ok(TodayView {
            role: self.role_code(),
            person: self.me.person.clone(),
            queues,
            waiting: self.waiting(QUEUES.iter().filter(|(_, _, roles)| mine(roles)).map(|(_, s, _)| *s))?,
            others,
        })
    }

    /// Only where there is one.
    fn refused_queue(&self) -> Result<Option<QueueView>, Fault> {
        let all = self.store.all_set_aside()?;
        let count = u32::try_from(all.len()).unwrap_or(u32::MAX);
        let tally = Tally { count, oldest: all.last().map(|kept| kept.at) };
        Ok((count > 0).then(|| queue("refused", tally, true)))
    }

    fn waiting(&self, standings: impl Iterator<Item = Standing>) -> Result<Vec<crate::view::order::OrderRow>, Fault> {
        let standings: Vec<_> = standings.collect();
        if standings.is_empty() {
            return Ok(Vec::new());
        }
        self.list(Wanted { standings: &standings, search: "", sort: Sort::OldestFirst, offset: 0, limit: WAITING })
    }
}

fn queue(key: &str, tally: Tally, mine: bool) -> QueueView {
    QueueView { key: key.to_owned(), count: tally.count, oldest: tally.oldest, mine }
}

/// When the shop's day began.
fn midnight(now: u64) -> i64 {
    let now = i64::try_from(now).unwrap_or(i64::MAX);
    now - (now + WIB).rem_euclid(DAY)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_day_begins_at_midnight_in_bandung() {
        // 2026-11-24 00:30 in Bandung is still the 23rd in UTC.
        let half_past_midnight = 1_795_455_000_000;
        assert_eq!(midnight(half_past_midnight), 1_795_453_200_000);
    }
}
