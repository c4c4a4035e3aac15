//! The course of each order of the demo shop: when it is taken, what happens to it, and where it stands in the end.

use tapak_domain::order::OrderDraft;
use uuid::Uuid;

use super::buyer::Buyer;
use super::calendar::{Calendar, Shift};
use super::crew::Seat;
use super::deed::{Correction, Deed, OrderIndex, What};
use super::dice::Dice;
use super::parcels::Carrier;
use super::sayings;
use super::wanted::{self, Wanted};

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Fate {
    Draft,
    Checked,
    Shipped,
    Cancelled,
    /// Cancelled by one and shipped by another, who could not know.
    Conflict,
}

/// The newest orders, latest first: whatever the number of orders, the first few stand everywhere an order can.
/// With each, the shifts before the last one in which it was taken.
const NEWEST: &[(Fate, Shift)] =
    &[(Fate::Checked, 0), (Fate::Shipped, 2), (Fate::Draft, 1), (Fate::Cancelled, 4), (Fate::Conflict, 5)];

/// Where the others end, by age: percentages that add up to a hundred.
const RECENT: &[(Fate, u32)] =
    &[(Fate::Checked, 48), (Fate::Draft, 22), (Fate::Shipped, 22), (Fate::Cancelled, 7), (Fate::Conflict, 1)];
const OLDER: &[(Fate, u32)] =
    &[(Fate::Shipped, 86), (Fate::Cancelled, 8), (Fate::Draft, 3), (Fate::Checked, 2), (Fate::Conflict, 1)];
/// Shifts that count as recent: three days.
const RECENT_SHIFTS: Shift = 9;

pub(super) struct Planner<'a> {
    pub(super) calendar: &'a Calendar,
    pub(super) dice: &'a mut Dice,
    pub(super) products: &'a [Uuid],
    pub(super) buyers: Vec<Buyer>,
    pub(super) deeds: Vec<Deed>,
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
        let Wanted { draft, carrier } = wanted::draw(&buyer, self.products, self.dice);
        let cs = if self.dice.chance(55) { Seat::FirstCs } else { Seat::SecondCs };
        let incomplete = fate == Fate::Draft || self.dice.chance(25);
        let complete = Correction::complete(&draft);
        let took = self.calendar.moment(taken, self.dice);
        let form = if incomplete { self.without_some(draft) } else { draft };
        self.act_at(took, taken, cs, What::Take(order, Box::new(form)));
        if self.dice.chance(18) {
            let note = *self.dice.pick(sayings::FROM_CS);
            self.act_at(took + 60_000, taken, cs, What::Note(order, note));
        }
        if incomplete && fate != Fate::Draft {
            self.act_at(took + 240_000, taken, cs, What::Revise(order, complete));
        }
        self.end(order, fate, taken, cs, carrier);
    }

    fn end(&mut self, order: OrderIndex, fate: Fate, taken: Shift, cs: Seat, carrier: &Carrier) {
        match fate {
            Fate::Draft => {}
            Fate::Checked => self.correct(order, taken, cs),
            Fate::Shipped => self.ship(order, taken, cs, carrier),
            Fate::Cancelled => self.cancel(order, taken + 1, cs),
            Fate::Conflict => self.collide(order, taken, cs, carrier),
        }
    }

    /// An order that cannot leave in time waits as checked.
    fn ship(&mut self, order: OrderIndex, taken: Shift, cs: Seat, carrier: &Carrier) {
        self.correct(order, taken, cs);
        let Some(mut pickup) = self.calendar.next_pickup(taken + 1) else { return };
        if self.dice.chance(30) {
            pickup = self.calendar.next_pickup(pickup).unwrap_or(pickup);
        }
        if self.dice.chance(75) {
            let note = *self.dice.pick(sayings::PAID);
            self.act(pickup - 1, Seat::Finance, What::Note(order, note));
        }
        if self.dice.chance(12) {
            let note = *self.dice.pick(sayings::FROM_WAREHOUSE);
            self.act(pickup - 1, Seat::Warehouse, What::Note(order, note));
        }
        let tracking_number = carrier.tracking_number(self.dice);
        self.act(pickup, Seat::Warehouse, What::Ship(order, tracking_number));
    }

    fn cancel(&mut self, order: OrderIndex, shift: Shift, cs: Seat) {
        let reason = *self.dice.pick(sayings::REASONS);
        self.act(shift.min(Calendar::last()), cs, What::Cancel(order, reason));
    }

    /// In one shift, and what happens in it is known to others only when it ends.
    fn collide(&mut self, order: OrderIndex, taken: Shift, cs: Seat, carrier: &Carrier) {
        let Some(pickup) = self.calendar.next_pickup(taken) else { return };
        self.cancel(order, pickup, cs);
        let tracking_number = carrier.tracking_number(self.dice);
        self.act(pickup, Seat::Warehouse, What::Ship(order, tracking_number));
    }

    /// Some buyers change their mind, in the shift after.
    fn correct(&mut self, order: OrderIndex, taken: Shift, cs: Seat) {
        if !self.dice.chance(14) || taken == Calendar::last() {
            return;
        }
        let correction = match self.dice.below(3) {
            0 => Correction::Landmark("ganti ke kantor, lobi lt 1"),
            1 => Correction::Size(self.dice.between(38, 43).to_string()),
            _ => Correction::BuyerName(Buyer::meet(self.dice).name),
        };
        self.act(taken + 1, cs, What::Revise(order, correction));
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

    fn act(&mut self, shift: Shift, by: Seat, what: What) {
        let at = self.calendar.moment(shift, self.dice);
        self.act_at(at, shift, by, what);
    }

    fn act_at(&mut self, at: u64, shift: Shift, by: Seat, what: What) {
        self.deeds.push(Deed { shift, at, by, what });
    }
}

impl Correction {
    fn complete(draft: &OrderDraft) -> Self {
        Self::Complete {
            phone: draft.buyer_phone.clone(),
            postal_code: draft.address.postal_code.clone(),
            shipping_fee: draft.shipping_fee.clone(),
        }
    }
}
