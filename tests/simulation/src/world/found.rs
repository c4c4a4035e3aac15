//! The first morning: the shop is founded, everyone has an invite, and the devices are switched on.

use std::collections::{BTreeMap, BTreeSet};

use tapak_engine::relay;
use tapak_store::Store;

use super::calendar::{Calendar, Moment};
use super::cast::{Part, cast};
use super::clock::OPENING;
use super::phone::Phone;
use super::plan::Plan;
use super::restore::Restored;
use super::station::Station;
use super::{RELAY_TICK, Who, World};
use crate::broken::{Checked, Rule};
use crate::deed::Buyers;
use crate::dice::Dice;
use crate::ledger::Ledger;
use crate::ledger::witness::Witness;
use crate::tally::{Count, Tally};
use crate::trace::Trace;
use crate::weather::{STORM, Weather};

/// Longer than any run and any wrong clock.
const INVITE_LASTS: u64 = 72 * 60 * 60 * 1000;

impl World {
    pub(crate) fn found(seed: u64, trace: Trace) -> Checked<Self> {
        let mut dice = Dice::new(seed);
        let mut relay = Store::in_memory()?;
        relay::found(&mut relay, "Sandal Tapak", dice.bytes())?;
        let plan = Plan::draw(&mut dice);
        let parts = cast(&mut dice, plan);
        set_window(&relay, plan.away)?;
        let phones =
            parts.into_iter().map(|part| invited(part, plan, &mut relay, &mut dice)).collect::<Checked<Vec<_>>>()?;
        let mut world = Self {
            now: OPENING,
            plan,
            calendar: Calendar::default(),
            buyers: Buyers::new(&mut dice),
            weather: Weather::new(&mut dice),
            dice,
            phones,
            station: Station::new(relay),
            backup: None,
            restored: Restored::default(),
            sabotage: None,
            wires: BTreeMap::new(),
            ledger: Ledger::default(),
            found: BTreeSet::new(),
            witness: Witness::default(),
            tally: Tally::default(),
            trace,
        };
        world.plan_updates();
        world.open_the_shop()?;
        Ok(world)
    }

    fn open_the_shop(&mut self) -> Checked {
        self.tally.add_many(Count::Devices, self.phones.len() as u64);
        self.relay_back()?;
        self.after(RELAY_TICK, Moment::RelayTick);
        self.after(20_000, Moment::Trouble);
        (0..self.phones.len()).try_for_each(|who| self.first_morning(who))
    }

    fn first_morning(&mut self, who: Who) -> Checked {
        self.phone_back(who)?;
        let Part { late, rogue, clock, .. } = self.phones[who].part;
        self.tally.add_many(Count::FarClocks, u64::from(clock.is_far_off()));
        let joins = if late { self.dice.within(STORM / 6..STORM / 2) } else { self.dice.within(100..3_000) };
        self.tally.add_many(Count::JoinedLate, u64::from(late));
        self.tally.add_many(Count::Tampered, u64::from(rogue));
        self.after(joins, Moment::Join(who));
        self.after(joins + 2_000, Moment::Deed(who));
        Ok(())
    }
}

fn invited(part: Part, plan: Plan, relay: &mut Store, dice: &mut Dice) -> Checked<Phone> {
    let invite = relay::invite(relay, part.role, OPENING + INVITE_LASTS, dice.bytes())?;
    let code = invite.to_code().map_err(|error| Rule::Works.broken(error.to_string()))?;
    let store = Store::in_memory()?;
    set_window(&store, plan.away && dice.chance(700))?;
    Ok(Phone::new(part, code, store))
}

/// Closed orders are old at once, or stay as long as they do.
fn set_window(store: &Store, away: bool) -> Checked {
    if away { Ok(store.set_window_days(0)?) } else { Ok(()) }
}
