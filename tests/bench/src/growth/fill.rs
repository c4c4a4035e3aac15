//! Filling a relay's database: one device of the owner and the relay's own engine, both in this process and without
//! sockets. Every change goes the whole road: it is decided, signed, pushed, judged and numbered, at the time it would
//! have been made.

use std::path::Path;

use tapak_domain::order::OrderDraft;
use tapak_domain::policy::Role;
use tapak_engine::command::Command;
use tapak_engine::relay;
use tapak_engine::view::{Query, View};
use tapak_store::Store;
use uuid::Uuid;

use super::wire::Wire;
use crate::fault::Fault;
use crate::surroundings::{entropy, now};
use crate::workload::{draft, last_changes};

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
    let mut before = Vec::new();
    for first in (0..plan.orders).step_by(BATCH) {
        before = batch(&mut wire, plan, first, before)?;
    }
    batch(&mut wire, plan, plan.orders, before)?;
    wire.leave(now())
}

/// Takes the next orders, and does what is left to do for those before them.
fn batch(wire: &mut Wire, plan: &Plan, first: u32, before: Vec<Taken>) -> Result<Vec<Taken>, Fault> {
    let at = plan.at(first);
    let fresh: Vec<_> = (first..plan.orders).take(BATCH).collect();
    let takes = fresh.iter().map(|index| Command::TakeOrder { draft: draft(*index) });
    let commands = takes.chain(before.into_iter().flat_map(|taken| taken.rest(plan))).collect();
    let records = wire.perform(commands, at)?;
    fresh.into_iter().zip(records).map(|(index, id)| Taken::open(wire, index, id, at)).collect()
}

/// An order that was taken, and its form as it stands.
struct Taken {
    index: u32,
    id: Uuid,
    form: OrderDraft,
}

impl Taken {
    fn open(wire: &mut Wire, index: u32, id: Uuid, at: u64) -> Result<Self, Fault> {
        let View::Order(order) = wire.view(&Query::Order { id }, at)? else { return Err(Fault::WrongView) };
        Ok(Self { index, id, form: order.draft })
    }

    fn rest(self, plan: &Plan) -> impl Iterator<Item = Command> {
        let Self { index, id, mut form } = self;
        let ship = plan.is_shipped(index).then(|| Command::ShipOrder { id, tracking_number: tracking_number(index) });
        let edits = last_changes(EDITS - usize::from(ship.is_some()));
        edits.iter().map(move |change| change.command(id, &mut form)).chain(ship)
    }
}

/// One of JNE's, and no two the same.
fn tracking_number(index: u32) -> String {
    format!("0101{index:011}")
}

impl Plan {
    fn is_shipped(&self, index: u32) -> bool {
        index < self.orders - self.open
    }

    /// When the order was taken, in milliseconds since 1970.
    fn at(&self, index: u32) -> u64 {
        let lasting = u64::from(self.days) * DAY;
        now() - lasting + lasting * u64::from(index) / u64::from(self.orders)
    }
}

#[cfg(test)]
mod tests {
    use tapak_domain::values::TrackingNumber;

    use super::{Plan, shop, tracking_number};
    use crate::folder::Folder;

    #[test]
    fn every_tracking_number_is_one() {
        assert!((0..1_000).map(tracking_number).all(|number| TrackingNumber::parse(&number).is_ok()));
    }

    #[test]
    fn thirty_orders_are_two_hundred_and_ten_changes_beside_three_of_the_shop_itself() {
        let folder = Folder::new("fill").unwrap();
        let plan = Plan { orders: 30, open: 3, days: 10 };
        assert_eq!(shop(&folder.as_ref().join("shop.sqlite"), &plan).unwrap(), 210 + 3);
    }
}
