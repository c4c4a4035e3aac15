//! Hari ini: what waits for this role, longest first, and what others hold.

use tapak_domain::Role;
use tapak_domain::order::{Conflict, Standing};
use tapak_store::pick::{Pick, Sort, Tally, Wanted};

use crate::device::Device;
use crate::fault::Fault;
use crate::view::today::{QueueView, TodayView};

/// How many of the longest-waiting records are shown.
const WAITING: u32 = 20;
const DAY: i64 = 24 * 60 * 60 * 1000;
/// The shop's clock: West Indonesian Time, seven hours ahead of UTC, all year.
const WIB: i64 = 7 * 60 * 60 * 1000;

const CS: &[Role] = &[Role::Owner, Role::Cs];
const FINANCE: &[Role] = &[Role::Owner, Role::Finance];
/// Whoever is nearest to the printer.
const PRINTERS: &[Role] = &[Role::Cs, Role::Warehouse];
const WAREHOUSE: &[Role] = &[Role::Warehouse];

/// A queue, what it collects, and whose turn it is.
const QUEUES: &[(&str, Pick, &[Role])] = &[
    ("to_complete", Pick::Standing(Standing::Draft), CS),
    ("to_total", Pick::Standing(Standing::Checked), CS),
    ("overdue", Pick::Overdue, CS),
    ("short", Pick::Standing(Standing::Short), CS),
    ("to_verify", Pick::Claimed, FINANCE),
    ("refund_due", Pick::RefundDue, FINANCE),
    ("to_print", Pick::Standing(Standing::Paid), PRINTERS),
    ("to_pack", Pick::Standing(Standing::Printed), WAREHOUSE),
    ("to_ship", Pick::Standing(Standing::Packed), WAREHOUSE),
    ("to_tell", Pick::Untold, CS),
    ("returned", Pick::Standing(Standing::Returned), &[Role::Owner, Role::Cs, Role::Warehouse]),
];

impl Device {
    pub(super) fn show_today(&self, now: u64) -> Result<TodayView, Fault> {
        let at = i64::try_from(now).unwrap_or(i64::MAX);
        let mine = |roles: &[Role]| self.role().is_some_and(|role| roles.contains(&role));
        let mut all = QUEUES
            .iter()
            .map(|(key, pick, roles)| Ok(queue(key, self.store.tally(*pick, at)?, mine(roles))))
            .collect::<Result<Vec<_>, Fault>>()?;
        all.extend(self.conflict_queues()?);
        all.extend(self.refused_queue()?);
        let shipped = self.store.count_shipped_since(midnight(now))?;
        let shipped = queue("shipped_today", Tally { count: shipped, oldest: None }, false);
        let (mut queues, others): (Vec<_>, Vec<_>) = all.into_iter().partition(|queue| queue.mine);
        queues.push(shipped);
        let picks: Vec<_> = QUEUES.iter().filter(|(.., roles)| mine(roles)).map(|(_, pick, _)| *pick).collect();
        Ok(TodayView {
            role: self.role_code(),
            person: self.me.person.clone(),
            queues,
            waiting: self.waiting(&picks, at)?,
            others,
        })
    }

    /// Those for this role to settle, and those for others.
    fn conflict_queues(&self) -> Result<Vec<QueueView>, Fault> {
        let (mine, others): (Vec<_>, Vec<_>) =
            Conflict::all().partition(|conflict| self.role().is_some_and(|role| conflict.owners().contains(&role)));
        let count = |conflicts: &[Conflict]| -> Result<u32, Fault> {
            let known = self.store.count_clashes(conflicts)?.saturating_add(self.store.count_flags(conflicts)?);
            let short = if conflicts.contains(&Conflict::Shortage) { self.open_shortages(None)?.len() } else { 0 };
            Ok(known.saturating_add(u32::try_from(short).unwrap_or(u32::MAX)))
        };
        let tally = |count| Tally { count, oldest: None };
        let (mine, others) = (count(&mine)?, count(&others)?);
        let others = (others > 0).then(|| queue("conflict", tally(others), false));
        Ok([queue("conflict", tally(mine), true)].into_iter().chain(others).collect())
    }

    /// Only where there is one.
    fn refused_queue(&self) -> Result<Option<QueueView>, Fault> {
        let all = self.store.all_set_aside()?;
        let count = u32::try_from(all.len()).unwrap_or(u32::MAX);
        let tally = Tally { count, oldest: all.last().map(|kept| kept.at) };
        Ok((count > 0).then(|| queue("refused", tally, true)))
    }

    fn waiting(&self, picks: &[Pick], now: i64) -> Result<Vec<crate::view::order::OrderRow>, Fault> {
        if picks.is_empty() {
            return Ok(Vec::new());
        }
        self.list(Wanted { picks, now, search: "", sort: Sort::OldestFirst, offset: 0, limit: WAITING })
    }
}

fn queue(key: &str, tally: Tally, mine: bool) -> QueueView {
    QueueView { key: key.to_owned(), count: tally.count, oldest: tally.oldest, mine }
}

/// When the shop's day began.
pub(super) fn midnight(now: u64) -> i64 {
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
