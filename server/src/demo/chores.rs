//! What is done in the demo shop beside its orders, when a shift is over: new prices, rekap, the shelves.

use tapak_domain::stock::Pool;
use tapak_engine::command::Command;
use tapak_engine::view::{Query, View};
use uuid::Uuid;

use super::calendar::{Calendar, Shift};
use super::catalogue::PRODUCTS;
use super::crew::Seat;
use super::shelves::{self, Shelves};
use super::story::Story;
use crate::fault::ServerFault;

/// After the shift, before the next one.
const AFTER: u64 = 60_000;
/// Shifts before the last one: everything was counted three days ago, the workshop delivered the day before yesterday, and
/// pairs changed shelves since.
const COUNTED: Shift = 11;
const DELIVERED: Shift = 5;
const TO_THE_SHOP: Shift = 3;
const FROM_THE_SHOP: Shift = 2;

/// What chores are about.
pub(super) struct Chores {
    /// The ids of [`PRODUCTS`], in the same sequence.
    pub(super) products: Vec<Uuid>,
    pub(super) shelves: Shelves,
}

impl Chores {
    /// Everything that was taken from a while before the count on is there to be sent.
    pub(super) const fn counted() -> Shift {
        Calendar::last() - COUNTED
    }
}

impl Story<'_> {
    /// When everybody has heard of what happened in this shift.
    pub(super) fn tidy_up(&mut self, shift: Shift, chores: &Chores, end: u64) -> Result<(), ServerFault> {
        let mut jobs = new_prices(shift, &chores.products);
        jobs.extend(self.work_at_the_shelves(shift, chores));
        if self.may_freeze(shift, end)? {
            jobs.push((Seat::Finance, Command::FreezeRecap { until: None }));
        }
        let busy = !jobs.is_empty();
        for (by, command) in jobs {
            self.wire.command(by, self.dice.id(), command, end + AFTER)?;
        }
        if busy { self.wire.settle(end + AFTER) } else { Ok(()) }
    }

    /// A batch a day, when the afternoon is over; none of a day on which nobody claimed anything.
    fn may_freeze(&mut self, shift: Shift, now: u64) -> Result<bool, ServerFault> {
        if !Calendar::is_afternoon(shift) {
            return Ok(false);
        }
        let View::Recaps(recaps) = self.wire.view(Seat::Finance, &Query::Recaps { offset: 0, limit: 0 }, now)? else {
            return Ok(false);
        };
        Ok(recaps.waiting.claims > 0)
    }

    fn work_at_the_shelves(&mut self, shift: Shift, chores: &Chores) -> Vec<(Seat, Command)> {
        let Chores { products, shelves } = chores;
        match Calendar::last() - shift {
            COUNTED => shelves.count(products, self.dice),
            DELIVERED => shelves::delivered(products),
            TO_THE_SHOP => shelves::moved(products, Pool::Online),
            FROM_THE_SHOP => shelves::moved(products, Pool::Toko),
            _ => Vec::new(),
        }
    }
}

fn new_prices(shift: Shift, products: &[Uuid]) -> Vec<(Seat, Command)> {
    let changes =
        PRODUCTS.iter().zip(products).filter(|(product, _)| product.before.iter().any(|(last, _)| *last == shift));
    let reprice = |(product, id): (&super::catalogue::Product, &Uuid)| {
        (Seat::Owner, Command::ReviseProduct { id: *id, draft: product.draft(shift + 1) })
    };
    changes.map(reprice).collect()
}
