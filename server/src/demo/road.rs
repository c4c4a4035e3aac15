//! The road of an order of the demo shop: told, paid, printed, packed, shipped, delivered, and where it leaves the road.

use tapak_domain::order::ReturnFor;
use uuid::Uuid;

use super::buyer::Buyer;
use super::calendar::Shift;
use super::course::{Case, Fate, Planner};
use super::crew::Seat;
use super::deed::{Amount, Claim, Parcel, What};
use super::sayings;
use super::till::MANDIRI;

const MINUTE: u64 = 60_000;
/// Shifts after it left: the buyer has it, sends it back, it is closed.
const ARRIVES: Shift = 6;
const COMES_BACK: Shift = 8;
const IS_CLOSED: Shift = 12;
/// A day and a bit after the total, the deadline has passed.
const EXPIRES: Shift = 4;

impl Planner<'_> {
    pub(super) fn go(&mut self, case: Case, fate: Fate, buyer: &Buyer) {
        if matches!(fate, Fate::Draft | Fate::Checked) {
            return;
        }
        self.tell(case);
        match fate {
            Fate::Silent => self.expire(case),
            Fate::Cancelled => self.cancel(case),
            Fate::Draft | Fate::Checked | Fate::Forgotten => {}
            Fate::Refunded => self.give_back(case, buyer),
            Fate::Road
            | Fate::Printed
            | Fate::Packed
            | Fate::Short
            | Fate::Returned
            | Fate::Exchanged
            | Fate::Conflict => {
                self.correct(case);
                let paid = self.pay(case, fate, buyer);
                self.send(case, fate, paid);
            }
        }
    }

    fn tell(&mut self, case: Case) {
        let account = if self.dice.chance(35) { MANDIRI } else { "" };
        self.act_at(case.took + 6 * MINUTE, case.taken, case.cs, case.order, What::Total(account));
    }

    fn expire(&mut self, case: Case) {
        let shift = case.taken + EXPIRES + self.dice.below(3);
        self.act(shift, case.cs, case.order, What::Expire);
    }

    fn cancel(&mut self, case: Case) {
        let reason = *self.dice.pick(sayings::REASONS);
        self.act(case.taken + 1, case.cs, case.order, What::Cancel(reason));
    }

    /// The shift in which finance has found all of it.
    fn pay(&mut self, case: Case, fate: Fate, buyer: &Buyer) -> Shift {
        let short = fate == Fate::Short;
        let mut shift = case.taken + 1;
        if short {
            self.pay_some(case, shift, Amount::Less, buyer);
            shift += 3;
        }
        self.pay_some(case, shift, Amount::Whole, buyer);
        shift + 1
    }

    /// Claimed in this shift, found in the next. Some bring the money to the shop.
    fn pay_some(&mut self, case: Case, shift: Shift, amount: Amount, buyer: &Buyer) {
        let in_person = amount == Amount::Whole && self.dice.chance(4);
        if !in_person {
            let claim = self.claim(buyer);
            self.act(shift, case.cs, case.order, What::Claim(claim, amount));
        }
        let line = self.dice.id();
        self.act(shift + 1, Seat::Finance, case.order, What::Verify((!in_person).then_some(line), amount));
    }

    fn claim(&mut self, buyer: &Buyer) -> Claim {
        let other = self.dice.chance(25);
        let payer = if other { Buyer::meet(self.dice).name } else { buyer.name.clone() };
        let (hour, minute) = (self.dice.between(7, 21), self.dice.below(60));
        let bank: &&'static str = self.dice.pick_early(sayings::BANKS);
        Claim { bank, payer: payer.to_uppercase(), paid_at: format!("jam {hour}.{minute:02}") }
    }

    fn give_back(&mut self, case: Case, buyer: &Buyer) {
        let paid = self.pay(case, Fate::Road, buyer);
        let reason = *self.dice.pick(sayings::REASONS);
        self.act(paid + 1, case.cs, case.order, What::AskCancel(reason));
        self.act(paid + 2, Seat::Owner, case.order, What::Cancel(reason));
        let line: Uuid = self.dice.id();
        self.act(paid + 3, Seat::Finance, case.order, What::Refund(line));
    }

    /// An order that cannot leave in time waits as paid.
    fn send(&mut self, case: Case, fate: Fate, paid: Shift) {
        let Some(mut pickup) = self.calendar.next_pickup(paid) else { return };
        if case.may_wait && self.dice.chance(30) {
            pickup = self.calendar.next_pickup(pickup).unwrap_or(pickup);
        }
        let at = self.calendar.moment(pickup, self.dice);
        let printed = pickup > paid + 1 && self.dice.chance(60);
        if printed || fate == Fate::Printed {
            let shift = if pickup > paid + 1 { paid + 1 } else { pickup };
            self.act(shift, case.cs, case.order, What::Print);
        } else {
            self.act_at(at, pickup, Seat::Warehouse, case.order, What::Print);
        }
        if fate == Fate::Printed {
            return;
        }
        if self.dice.chance(12) {
            let note = *self.dice.pick(sayings::FROM_WAREHOUSE);
            self.act_at(at + MINUTE, pickup, Seat::Warehouse, case.order, What::Note(note));
        }
        self.act_at(at + 2 * MINUTE, pickup, Seat::Warehouse, case.order, What::Pack);
        if fate != Fate::Packed {
            self.hand_over(case, fate, pickup, at + 4 * MINUTE);
        }
    }

    /// What happens in one shift is known to others only when it ends.
    fn hand_over(&mut self, case: Case, fate: Fate, pickup: Shift, at: u64) {
        let tracking_number = case.carrier.tracking_number(self.dice);
        let fee = if self.dice.chance(60) { case.fee.taken(self.dice).to_string() } else { String::new() };
        self.act_at(at, pickup, Seat::Warehouse, case.order, What::Ship(Parcel { tracking_number, fee }));
        if fate == Fate::Conflict {
            let reason = *self.dice.pick(sayings::REASONS);
            self.act(pickup, Seat::Owner, case.order, What::Cancel(reason));
            return;
        }
        self.act(pickup + 1, case.cs, case.order, What::SendTracking);
        self.act(pickup + ARRIVES, case.cs, case.order, What::Deliver);
        if fate == Fate::Returned {
            self.come_back(case, pickup + COMES_BACK, ReturnFor::Refund);
        } else if fate == Fate::Exchanged {
            self.exchange(case, pickup + COMES_BACK);
        } else {
            self.act(pickup + IS_CLOSED, case.cs, case.order, What::Close);
        }
    }

    fn come_back(&mut self, case: Case, shift: Shift, wanted: ReturnFor) {
        let reason = *self.dice.pick(sayings::BACK);
        self.act(shift, case.cs, case.order, What::Return(reason, wanted));
        self.act(shift + 3, Seat::Warehouse, case.order, What::ReceiveReturn);
    }

    fn exchange(&mut self, case: Case, shift: Shift) {
        self.come_back(case, shift, ReturnFor::Exchange);
        self.act(shift + 4, case.cs, case.order, What::Exchange);
        self.act(shift + 6, case.cs, case.order, What::Close);
    }
}
