//! Filling a relay's database: one device of the owner and the relay's own engine, both in this process and without
//! sockets. Every change goes the whole road: it is decided, signed, pushed, judged and numbered, at the time it would
//! have been made.

use std::path::Path;

use tapak_domain::policy::Role;
use tapak_engine::command::Command;
use tapak_engine::relay;
use tapak_engine::view::order::OrderRow;
use tapak_engine::view::{Query, View};
use tapak_store::Store;

use super::wire::Wire;
use crate::fault::Fault;
use crate::surroundings::{entropy, now};
use crate::workload::{Taken, draft, finish, index_of, set_up};

/// Orders taken in one transaction.
const BATCH: usize = 25;
const DAY: u64 = 24 * 60 * 60 * 1_000;
const HOUR: u64 = 60 * 60 * 1_000;
/// With being taken that is seven changes an order.
const EDITS: usize = 6;

#[derive(Debug, Clone, Copy)]
pub(super) struct Plan {
    pub(super) orders: u32,
    /// How many of the newest are not shipped yet.
    pub(super) open: u32,
    /// Over how many days they were taken, up to now.
    pub(super) days: u32,
}

/// How many changes the relay has then.
pub(super) fn shop(database: &Path, plan: &Plan) -> Result<usize, Fault> {
    let mut store = Store::open(database)?;
    relay::found(&mut store, "Toko Sandal", entropy()?)?;
    let invite = relay::invite(&mut store, Role::Owner, now() + HOUR, entropy()?)?;
    let code = invite.to_code().map_err(|error| Fault::Failed(error.to_string()))?;
    let mut wire = Wire::new(relay::Relay::open(store, entropy()?)?, entropy()?, plan.at(0))?;
    wire.join(code, plan.at(0))?;
    wire.perform(vec![set_up()], plan.at(0))?;
    let mut belt = Belt::default();
    for first in (0..plan.orders).step_by(BATCH) {
        belt = belt.turn(&mut wire, plan, first)?;
    }
    belt.turn(&mut wire, plan, plan.orders)?.turn(&mut wire, plan, plan.orders)?;
    wire.leave(now())
}

/// Orders that are under way.
#[derive(Debug, Default)]
struct Belt {
    taken: Vec<Taken>,
    told: Vec<Taken>,
}

impl Belt {
    /// Takes the next orders, tells the totals of those before them, and finishes those before these.
    fn turn(self, wire: &mut Wire, plan: &Plan, first: u32) -> Result<Self, Fault> {
        let at = plan.at(first);
        let forms: Vec<_> = (first..plan.orders).take(BATCH).map(draft).collect();
        let mut commands: Vec<_> = forms.iter().map(|form| Command::TakeOrder { draft: form.clone() }).collect();
        commands.extend(self.taken.iter().flat_map(|order| order.begin(EDITS)));
        for order in &self.told {
            let View::Order(page) = wire.view(&Query::Order { id: order.id }, at)? else {
                return Err(Fault::WrongView);
            };
            commands.extend(finish(&page, plan.is_shipped(&page.row)));
        }
        let records = wire.perform(commands, at)?;
        let taken = records.into_iter().zip(&forms).map(|(id, form)| Taken::new(id, form)).collect();
        Ok(Self { taken, told: self.taken })
    }
}

impl Plan {
    fn is_shipped(&self, row: &OrderRow) -> bool {
        index_of(row).is_some_and(|index| index < self.orders - self.open)
    }

    /// When the order was taken, in milliseconds since 1970.
    fn at(&self, index: u32) -> u64 {
        let lasting = u64::from(self.days) * DAY;
        now() - lasting + lasting * u64::from(index) / u64::from(self.orders)
    }
}

#[cfg(test)]
mod tests {
    use super::{Plan, shop};
    use crate::folder::Folder;

    #[test]
    fn thirty_orders_are_two_hundred_and_ten_changes_beside_four_of_the_shop_itself() {
        let folder = Folder::new("fill").unwrap();
        let plan = Plan { orders: 30, open: 3, days: 10 };
        assert_eq!(shop(&folder.as_ref().join("shop.sqlite"), &plan).unwrap(), 210 + 4);
    }
}
