//! The course of each order of the demo shop: when it is taken, and what becomes of it.

use tapak_domain::order::OrderDraft;
use uuid::Uuid;

use super::buyer::Buyer;
use super::calendar::{Calendar, Shift};
use super::crew::Seat;
use super::deed::{Correction, Deed, OrderIndex, What};
use super::dice::Dice;
use super::parcels::{Carrier, Fee};
use super::sayings;
use super::wanted::{self, Wanted};

/// What becomes of an order, as far as there is time for it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Fate {
    Draft,
    Checked,
    /// All the way to the buyer.
    Road,
    /// The same, but it gets no further.
    Printed,
    Packed,
    /// The buyer transfers less at first.
    Short,
    /// The buyer is never heard of again, which is noted, or not.
    Silent,
    Forgotten,
    Returned,
    Exchanged,
    /// Before the buyer paid, and after.
    Cancelled,
    Refunded,
    /// Cancelled by one and shipped by another, who could not know.
    Conflict,
}

/// The newest orders, latest first: whatever the number of orders, the first few stand everywhere an order can.
/// With each, the shifts before the last one in which it was taken.
const NEWEST: &[(Fate, Shift)] = &[
    (Fate::Checked, 0),
    (Fate::Road, 3),
    (Fate::Draft, 1),
    (Fate::Road, 2),
    (Fate::Road, 1),
    (Fate::Road, 0),
    (Fate::Printed, 4),
    (Fate::Packed, 4),
    (Fate::Cancelled, 4),
    (Fate::Conflict, 5),
    (Fate::Short, 3),
    (Fate::Silent, 8),
    (Fate::Forgotten, 6),
    (Fate::Road, 15),
    (Fate::Returned, 24),
    (Fate::Refunded, 4),
    (Fate::Road, 24),
];

/// What becomes of the others, by age: percentages that add up to a hundred.
const RECENT: &[(Fate, u32)] = &[
    (Fate::Road, 64),
    (Fate::Draft, 8),
    (Fate::Checked, 7),
    (Fate::Silent, 8),
    (Fate::Cancelled, 6),
    (Fate::Short, 4),
    (Fate::Refunded, 2),
    (Fate::Conflict, 1),
];
const OLDER: &[(Fate, u32)] = &[
    (Fate::Road, 80),
    (Fate::Silent, 6),
    (Fate::Cancelled, 5),
    (Fate::Short, 4),
    (Fate::Exchanged, 3),
    (Fate::Refunded, 1),
    (Fate::Draft, 1),
];
/// Shifts that count as recent: three days.
const RECENT_SHIFTS: Shift = 9;

pub(super) struct Planner<'a> {
    pub(super) calendar: &'a Calendar,
    pub(super) dice: &'a mut Dice,
    pub(super) products: &'a [Uuid],
    pub(super) buyers: Vec<Buyer>,
    pub(super) deeds: Vec<Deed>,
}

/// An order whose course is being planned.
#[derive(Clone, Copy)]
pub(super) struct Case {
    pub(super) order: OrderIndex,
    pub(super) taken: Shift,
    pub(super) took: u64,
    pub(super) cs: Seat,
    pub(super) carrier: &'static Carrier,
    pub(super) fee: Fee,
    /// It may have to wait for a later pickup.
    pub(super) may_wait: bool,
}

impl Planner<'_> {
    /// Everything that happens to this many orders, in the sequence of time.
    pub(super) fn plan(mut self, orders: u32) -> Vec<Deed> {
        for index in 0..orders as usize {
            let (fate, taken) = self.fate(index);
            self.follow(index, fate, taken);
        }
        self.deeds.sort_by_key(|deed| deed.at);
        self.deeds
    }

    fn fate(&mut self, index: OrderIndex) -> (Fate, Shift) {
        if let Some((fate, before)) = NEWEST.get(index) {
            return (*fate, Calendar::last() - before);
        }
        // More orders lately than at first: the shop grows.
        let shifts = Calendar::last();
        let taken = self.dice.below(shifts).max(self.dice.below(shifts));
        let table = if taken + RECENT_SHIFTS > shifts { RECENT } else { OLDER };
        (self.draw_fate(table), taken)
    }

    fn draw_fate(&mut self, table: &[(Fate, u32)]) -> Fate {
        let mut roll = self.dice.below(100);
        for (fate, share) in table {
            if roll < *share {
                return *fate;
            }
            roll -= share;
        }
        Fate::Checked
    }

    fn follow(&mut self, order: OrderIndex, fate: Fate, taken: Shift) {
        let buyer = self.buyer();
        let Wanted { draft, carrier, fee } = wanted::draw(&buyer, self.products, taken, self.dice);
        let cs = if self.dice.chance(55) { Seat::FirstCs } else { Seat::SecondCs };
        let incomplete = fate == Fate::Draft || self.dice.chance(25);
        let complete = Correction::complete(&draft);
        let took = self.calendar.moment(taken, self.dice);
        let case = Case { order, taken, took, cs, carrier, fee, may_wait: order >= NEWEST.len() };
        let form = if incomplete { self.without_some(draft) } else { draft };
        self.act_at(took, taken, cs, order, What::Take(Box::new(form)));
        if self.dice.chance(18) {
            let note = *self.dice.pick(sayings::FROM_CS);
            self.act_at(took + 60_000, taken, cs, order, What::Note(note));
        }
        if incomplete && fate != Fate::Draft {
            self.act_at(took + 240_000, taken, cs, order, What::Revise(complete));
        }
        self.go(case, fate, &buyer);
    }

    /// Some buyers change their mind, in the shift after.
    pub(super) fn correct(&mut self, case: Case) {
        if !self.dice.chance(14) {
            return;
        }
        let correction = match self.dice.below(3) {
            0 => Correction::Landmark("ganti ke kantor, lobi lt 1"),
            1 => Correction::Size(self.dice.between(38, 43).to_string()),
            _ => Correction::BuyerName(Buyer::meet(self.dice).name),
        };
        self.act(case.taken + 1, case.cs, case.order, What::Revise(correction));
    }

    /// One of four has bought here before.
    fn buyer(&mut self) -> Buyer {
        if self.dice.chance(25) && !self.buyers.is_empty() {
            return self.dice.pick(&self.buyers).clone();
        }
        let buyer = Buyer::meet(self.dice);
        self.buyers.push(buyer.clone());
        buyer
    }

    /// What buyers forget, and what has to be looked up first.
    fn without_some(&mut self, mut draft: OrderDraft) -> OrderDraft {
        draft.shipping_fee.clear();
        if self.dice.chance(50) {
            draft.address.postal_code.clear();
        }
        if self.dice.chance(40) {
            draft.buyer_phone.clear();
        }
        draft
    }

    pub(super) fn act(&mut self, shift: Shift, by: Seat, order: OrderIndex, what: What) {
        let at = self.calendar.moment(shift.min(Calendar::last()), self.dice);
        self.act_at(at, shift, by, order, what);
    }

    /// What would come after the last shift has not happened yet.
    pub(super) fn act_at(&mut self, at: u64, shift: Shift, by: Seat, order: OrderIndex, what: What) {
        if shift <= Calendar::last() {
            self.deeds.push(Deed { shift, at, by, order, what });
        }
    }
}
